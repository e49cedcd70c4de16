import Interview
import Terminal

/// What a key or a typed word does on a page.
enum PageAction: Equatable, Sendable {
  case intent(Intent)
  /// A digit or letter marks it, and Enter does it; any other key does it at once.
  case command(Command)
  /// Enter: does what is marked, goes on, or ends the text, as the page wants it.
  case confirm
  /// A digit of a row's number; 0 alone marks the way back.
  case digit(Int)
  case help, closeHelp
  case move(by: Int)
  case scroll(pages: Int)
  case first, last
  /// A key that the text field knows.
  case edit
}

/// The one table of keys and typed words: dispatch on the screen, lines in plain mode, the key line, the help screen and
/// the manual's lists of keys all come from here.
enum PageBindings {
  /// What is live on the page. The keys of a command come before what works everywhere.
  static func table(for page: Page) -> BindingTable<PageAction> {
    BindingTable(
      answering(page) + page.commands.map { binding(for: $0.command, label: $0.label, on: page) } + always(on: page))
  }

  /// The keys while help is open.
  static let help = BindingTable<PageAction>([
    Binding(
      [.enter, .escape, .character("?"), .function(1)], to: .closeHelp, keyLabel: Key.enter.name,
      label: SessionText.closeLabel, help: SessionText.closeHelp),
    Binding(keys: moves, keyLabel: SessionText.arrows, label: SessionText.readOnLabel, help: SessionText.readOnHelp),
    Binding(
      [.control("c")], to: .intent(.interrupt), label: SessionText.leaveLabel, help: SessionText.guardedLeaveHelp),
  ])

  /// Whether the word is a command's somewhere, be it offered on the page at hand or not.
  static func isCommand(_ word: String) -> Bool {
    let readings = Key(word: word)?.readings ?? []
    return Command.allCases.map(spelling).contains { spelling in
      spelling.words.contains(word) || spelling.keys.contains { readings.contains($0) }
    }
  }

  /// The key that does on the page what the word says, for a word on the screen is a way to press it; nil for Enter, which
  /// is pressed and not said, and for other words.
  static func key(for word: String, on page: Page) -> Key? {
    if let answer = page.answers.first(where: { $0.word == word }) { return digit(answer.digit) }
    let binding = table(for: page).bindings.first { $0.words.contains { $0.word == word } }
    return binding?.keys.first?.key == .enter ? nil : binding?.keys.first?.key
  }

  /// The words of more than one character that are understood on the page.
  static func words(on page: Page) -> [String] {
    table(for: page).bindings.flatMap { $0.words.map(\.word) }.filter { $0.count > 1 }
  }

  /// The name of the key that people are told for a command.
  static func key(of command: Command) -> String { spelling(of: command).keys.first?.name ?? "" }

  // MARK: Commands

  /// How a command is given where nothing is written (docs/design.md 6): by a digit or Enter, by letters as
  /// aliases, and by words where whole lines are typed; the first of each is the one that people are told.
  private static func spelling(of command: Command) -> (keys: [Key], words: [String]) {
    switch command {
    case .next: ([.enter], ["次へ", "次", "つぎ", "n"])
    case .back: ([digit(0), .escape], ["戻る", "もどる", "b"])
    case .note: ([digit(7), .character("m")], ["メモ", "めも"])
    case .list: ([digit(8), .character("l")], ["一覧", "いちらん"])
    case .suspend: ([digit(9), .character("q")], ["中断", "終了", "やめる"])
    case .undo: ([.character("u")], ["元に戻す", "取消し", "取り消し"])
    case .help: ([.character("?"), .function(1)], ["説明", "ヘルプ", "h"])
    }
  }

  private static func action(of command: Command) -> PageAction {
    switch command {
    case .next: .confirm
    case .help: .help
    case .back, .note, .list, .suspend, .undo: .command(command)
    }
  }

  private static func binding(for command: Command, label: String, on page: Page) -> Binding<PageAction> {
    let action = action(of: command)
    var (keys, words) = spelling(of: command)
    var typedLabel = keys.first?.name
    if page.isWritten {
      // Digits and letters are text here, and so is every word but the one that goes back.
      keys = keys.filter { if case .character = $0 { false } else { true } }
      words = command == .back ? Array(words.prefix(1)) : []
      typedLabel = words.first.map { SessionText.quoted($0) } ?? (command == .next ? Key.enter.name : nil)
    } else if command == .next, page.isList {
      typedLabel = SessionText.rowKeys
    }
    return Binding(
      keys: keys.map { ($0, page.isList && $0 == digit(0) ? .digit(0) : action) }, words: words.map { ($0, action) },
      keyLabel: command == .undo ? nil : keys.first?.name, typedLabel: typedLabel, label: label,
      help: SessionText.help(for: command, on: page))
  }

  // MARK: Answers

  private static func answering(_ page: Page) -> [Binding<PageAction>] {
    switch page.prompt {
    case .options where !page.options.isEmpty:
      let digits = SessionText.digits(of: page)
      return [
        Binding(
          keys: page.options.map { (digit($0.digit), .intent(.choose(digit: $0.digit))) }, keyLabel: digits,
          typedLabel: digits, label: SessionText.answerLabel(on: page), help: SessionText.answerHelp)
      ]
    case .rows:
      return [
        Binding(
          keys: (1...9).map { (digit($0), .digit($0)) }, keyLabel: SessionText.rowKeys, label: SessionText.rowLabel,
          help: SessionText.rowHelp)
      ]
    case .options, .text, .enter: return []
    }
  }

  private static func answerWords(_ page: Page) -> Binding<PageAction> {
    Binding(
      keys: [], words: page.answers.map { ($0.word, .intent(.choose(digit: $0.digit))) }, label: SessionText.answerWord,
      help: SessionText.answerHelp)
  }

  // MARK: What works everywhere

  /// Keys and words that are not on the key line but work wherever they make sense.
  private static func always(on page: Page) -> [Binding<PageAction>] {
    switch page.prompt {
    case .text(_, let initial): return [leavingText(page), reading, clearing(initial)] + editing
    case .options where !page.options.isEmpty: return [interrupting(on: page), moving, answerWords(page)]
    case .rows: return [interrupting(on: page), moving, answerWords(page)]
    case .options, .enter:
      return [
        interrupting(on: page), Binding(keys: moves, label: SessionText.readOnLabel, help: SessionText.readOnHelp),
        answerWords(page),
      ]
    }
  }

  private static func interrupting(on page: Page) -> Binding<PageAction> {
    Binding(
      [.control("c")], to: .intent(.interrupt), label: SessionText.leaveLabel,
      help: page.isGuarded ? SessionText.guardedLeaveHelp : SessionText.leaveHelp)
  }

  /// A page without a way back answers Esc and 戻る as it does Ctrl-C.
  private static func leavingText(_ page: Page) -> Binding<PageAction> {
    let interrupting = interrupting(on: page)
    guard !page.offers(.back) else { return interrupting }
    var leaving = binding(for: .back, label: SessionText.leaveLabel, on: page)
    leaving.keys.insert(contentsOf: interrupting.keys, at: 0)
    (leaving.keyLabel, leaving.typedLabel, leaving.help) = (nil, nil, SessionText.leaveHelp)
    return leaving
  }

  /// Empties a field that holds something already; Enter alone keeps it.
  private static func clearing(_ initial: String) -> Binding<PageAction> {
    Binding(
      [], words: [SessionText.clearWord], to: .intent(.submit(text: "")),
      typedLabel: initial.isEmpty ? nil : SessionText.quoted(SessionText.clearWord), label: SessionText.clearLabel,
      help: SessionText.clearHelp)
  }

  private static let editing = SessionText.editing.map { editing in
    let keys = TextField.keys.filter { editing.edits.contains($0.edit) }.map(\.key)
    return Binding<PageAction>(keys, to: .edit, label: editing.label, help: editing.help)
  }

  private static let scrolling: [(key: Key, command: PageAction)] = [
    (.pageUp, .scroll(pages: -1)), (.pageDown, .scroll(pages: 1)),
  ]

  private static let moves: [(key: Key, command: PageAction)] =
    [(.up, .move(by: -1)), (.down, .move(by: 1)), (.backtab, .move(by: -1)), (.tab, .move(by: 1))] + scrolling
    + [(.home, .first), (.end, .last)]

  private static let moving = Binding(keys: moves, label: SessionText.moveLabel, help: SessionText.moveHelp)

  private static let reading = Binding(
    keys: scrolling, label: SessionText.readOnLabel, help: SessionText.readOnHelp)

  private static func digit(_ number: Int) -> Key { .character(Character(String(number))) }
}

extension Page {
  /// Whether what is typed is text.
  var isWritten: Bool { if case .text = prompt { true } else { false } }

  /// Whether digits are numbers of rows.
  var isList: Bool { if case .rows = prompt { true } else { false } }
}
