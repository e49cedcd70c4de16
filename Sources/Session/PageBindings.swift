import Interview
import Terminal

/// What a key does on a page.
enum PageAction: Equatable, Sendable {
  case intent(Intent)
  /// Enter: goes on, chooses the row, or ends the text, as the page wants it.
  case confirm
  case help
  case move(by: Int)
  case scroll(pages: Int)
  case first, last
  /// Space: chooses the option that the mark is on.
  case chooseFocused
  /// A key that the text field knows.
  case edit
}

/// The one table of keys: dispatch, the key line, the help screen and the manual all come from here.
enum PageBindings {
  static func table(for page: Page) -> BindingTable<PageAction> {
    BindingTable(answering(page) + page.commands.map { binding(for: $0, on: page) } + always(on: page))
  }

  private static func answering(_ page: Page) -> [Binding<PageAction>] {
    switch page.prompt {
    case .options where !page.options.isEmpty:
      let keys = page.options.map { option in
        (key: Key.character(digit(option.digit)), command: PageAction.intent(.choose(digit: option.digit)))
      }
      return [
        Binding(
          keys, keyLabel: SessionText.digits(of: page), label: SessionText.answerLabel, help: SessionText.answerHelp)
      ]
    case .rows:
      return [
        Binding(
          [.up], .move(by: -1), keyLabel: SessionText.rowKeys, label: SessionText.rowLabel, help: SessionText.rowHelp)
      ]
    case .options, .text, .enter: return []
    }
  }

  private static func binding(for offer: Page.Offer, on page: Page) -> Binding<PageAction> {
    let isWriting = if case .text = page.prompt { true } else { false }
    let help = SessionText.help(for: offer.command)
    switch offer.command {
    case .next: return Binding([.enter], .confirm, label: offer.label, help: help)
    case .help where isWriting:
      return Binding([.function(1)], .help, label: offer.label, help: help)
    case .help:
      return Binding(
        [.character("?"), .function(1)], .help, label: offer.label, help: help)
    case .back where isWriting:
      return Binding([.escape], .intent(.cancel), label: offer.label, help: help)
    default:
      return Binding(keys(for: offer.command), .intent(offer.command.intent), label: offer.label, help: help)
    }
  }

  /// Digits first (DESIGN 6), letters only as aliases.
  private static func keys(for command: Command) -> [Key] {
    switch command {
    case .back: [.character("0"), .escape]
    case .note: [.character("7"), .character("m")]
    case .list: [.character("8"), .character("l")]
    case .suspend: [.character("9"), .character("q")]
    case .undo: [.character("u")]
    case .next: [.enter]
    case .help: [.character("?"), .function(1)]
    }
  }

  /// Keys that are not on the key line but work everywhere they make sense.
  private static func always(on page: Page) -> [Binding<PageAction>] {
    var bindings = [
      Binding<PageAction>(
        [.control("c")], .intent(.interrupt), label: SessionText.leaveLabel, help: SessionText.leaveHelp,
        isOnKeyLine: false)
    ]
    if case .text = page.prompt {
      return bindings
        + SessionText.editing.map { Binding($0.keys, .edit, label: $0.label, help: $0.help, isOnKeyLine: false) }
    }
    let moves: [(key: Key, command: PageAction)] = [
      (.up, .move(by: -1)), (.down, .move(by: 1)), (.backtab, .move(by: -1)), (.tab, .move(by: 1)),
      (.pageUp, .scroll(pages: -1)), (.pageDown, .scroll(pages: 1)),
      (.home, .first), (.end, .last),
    ]
    bindings.append(Binding(moves, label: SessionText.moveLabel, help: SessionText.moveHelp, isOnKeyLine: false))
    if !page.options.isEmpty {
      bindings.append(
        Binding(
          [.character(" ")], .chooseFocused, label: SessionText.spaceLabel, help: SessionText.spaceHelp,
          isOnKeyLine: false))
    }
    // Where Enter is not offered it still answers, if only by saying what to press.
    if !page.offers(.next) {
      bindings.append(
        Binding([.enter], .confirm, label: SessionText.nextLabel, help: SessionText.nextHelp, isOnKeyLine: false))
    }
    if case .options = page.prompt {
      bindings.append(
        Binding(
          [.character("u")], .intent(.undo), label: SessionText.undoLabel, help: SessionText.undoHelp,
          isOnKeyLine: false))
    }
    return bindings
  }

  private static func digit(_ number: Int) -> Character { Character(String(number)) }
}
