import Interview
import Terminal

/// What a key does on a page.
enum PageAction: Equatable, Sendable {
  case intent(Intent)
  /// Enter: goes on, chooses the row, or ends the text, as the page wants it.
  case confirm
  /// A digit of a row's number; 0 alone goes back.
  case digit(Int)
  case help, closeHelp
  case move(by: Int)
  case scroll(pages: Int)
  case first, last
  /// Space: chooses the option that the mark is on.
  case chooseFocused
  /// A key that the text field knows.
  case edit
}

/// The one table of keys: dispatch, the key line and the help screen all come from here.
enum PageBindings {
  static func table(for page: Page) -> BindingTable<PageAction> {
    BindingTable(answering(page) + page.commands.map { binding(for: $0, on: page) } + always(on: page))
  }

  /// The keys while help is open.
  static let help = BindingTable<PageAction>([
    Binding(
      [.enter, .escape, .character("?"), .function(1)], .closeHelp, label: SessionText.closeLabel,
      help: SessionText.closeHelp),
    Binding(
      moves, keyLabel: SessionText.arrows, label: SessionText.readOnLabel, help: SessionText.readOnHelp),
    interrupting,
  ])

  private static func answering(_ page: Page) -> [Binding<PageAction>] {
    switch page.prompt {
    case .options where !page.options.isEmpty:
      let keys = page.options.map { (key: digit($0.digit), command: PageAction.intent(.choose(digit: $0.digit))) }
      return [
        Binding(
          keys, keyLabel: SessionText.digits(of: page), label: SessionText.answerLabel(on: page),
          help: SessionText.answerHelp)
      ]
    case .rows:
      let keys = (1...9).map { (key: digit($0), command: PageAction.digit($0)) }
      return [
        Binding(keys, keyLabel: SessionText.rowKeys, label: SessionText.rowLabel, help: SessionText.rowHelp)
      ]
    case .options, .text, .enter: return []
    }
  }

  private static func binding(for offer: Page.Offer, on page: Page) -> Binding<PageAction> {
    Binding(
      keys(for: offer.command, on: page), label: offer.label, help: SessionText.help(for: offer.command, on: page),
      isOnKeyLine: offer.command != .undo)
  }

  /// Digits first (docs/design.md 6.2), letters only as aliases. While one writes, digits and letters are text.
  static func keys(for command: Command, on page: Page) -> [(key: Key, command: PageAction)] {
    switch (command, page.prompt) {
    case (.next, _): [(.enter, .confirm)]
    case (.help, .text): [(.function(1), .help)]
    case (.help, _): [(.character("?"), .help), (.function(1), .help)]
    case (.back, .text): [(.escape, .intent(.cancel))]
    case (.back, .rows): [(digit(0), .digit(0)), (.escape, .intent(.back))]
    case (.back, _): [(digit(0), .intent(.back)), (.escape, .intent(.back))]
    case (.note, _): [(digit(7), .intent(.note)), (.character("m"), .intent(.note))]
    case (.list, _): [(digit(8), .intent(.list)), (.character("l"), .intent(.list))]
    case (.suspend, _): [(digit(9), .intent(.suspend)), (.character("q"), .intent(.suspend))]
    case (.undo, _): [(.character("u"), .intent(.undo))]
    }
  }

  /// Keys that are not on the key line but work everywhere they make sense.
  private static func always(on page: Page) -> [Binding<PageAction>] {
    switch page.prompt {
    case .text:
      // A page without a way back answers Esc as it does Ctrl-C.
      let leaving =
        page.offers(.back)
        ? interrupting
        : hidden(
          [(.control("c"), .intent(.interrupt)), (.escape, .intent(.cancel))], SessionText.leaveLabel,
          SessionText.leaveHelp)
      return [leaving, hidden(scrolling, SessionText.readOnLabel, SessionText.readOnHelp)]
        + SessionText.editing.map { editing in
          hidden(editing.keys.map { ($0, .edit) }, editing.label, editing.help)
        }
    case .options where !page.options.isEmpty:
      // Where Enter does not go on, it chooses as the space does.
      let keys: [Key] = page.offers(.next) ? [.character(" ")] : [.character(" "), .enter]
      return [
        interrupting, hidden(moves, SessionText.moveLabel, SessionText.moveHelp),
        hidden(keys.map { ($0, .chooseFocused) }, SessionText.spaceLabel, SessionText.spaceHelp),
      ]
    case .rows: return [interrupting, hidden(moves, SessionText.moveLabel, SessionText.moveHelp)]
    case .options, .enter: return [interrupting, hidden(moves, SessionText.readOnLabel, SessionText.readOnHelp)]
    }
  }

  private static let interrupting = hidden(
    [(.control("c"), .intent(.interrupt))], SessionText.leaveLabel, SessionText.leaveHelp)

  private static let scrolling: [(key: Key, command: PageAction)] = [
    (.pageUp, .scroll(pages: -1)), (.pageDown, .scroll(pages: 1)),
  ]

  private static let moves: [(key: Key, command: PageAction)] =
    [(.up, .move(by: -1)), (.down, .move(by: 1)), (.backtab, .move(by: -1)), (.tab, .move(by: 1))] + scrolling
    + [(.home, .first), (.end, .last)]

  private static func hidden(
    _ keys: [(key: Key, command: PageAction)], _ label: String, _ help: String
  ) -> Binding<PageAction> {
    Binding(keys, label: label, help: help, isOnKeyLine: false)
  }

  private static func digit(_ number: Int) -> Key { .character(Character(String(number))) }
}
