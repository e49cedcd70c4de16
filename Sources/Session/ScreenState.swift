import Interview
import Terminal

/// What the screen keeps for itself and the conversation need not know: focus, scroll, what is being typed.
struct ScreenState {
  /// The page that the rest belongs to.
  private(set) var page: Page?
  /// The option that the mark is on; nil until an arrow or a digit moves it there.
  var focus: Int?
  var list = ListView(count: 0)
  /// Digits typed on a list, until Enter.
  var number = ""
  var field = TextField()
  var words = WordInput()
  var top = 0
  var showsHelp = false
  /// Keys in a row that meant nothing here.
  var wrongKeys = 0
  /// A hint of the screen's own, shown like a notice until the next key.
  var hint: String?

  /// Set while drawing: what only the layout knows.
  var bodyHeight = 10
  var fieldWidth = 72
  var rowsBelow = 0
  /// The option or list item on each row of the screen.
  var items: [Int?] = []

  /// Starts afresh on another page; a page that differs only by its notice or its answer is the same.
  mutating func show(_ page: Page) {
    defer { self.page = page }
    if let chosen = page.options.firstIndex(where: \.isChosen), page.options != self.page?.options { focus = chosen }
    guard !page.isSamePlace(as: self.page) else { return }
    focus = page.options.firstIndex(where: \.isChosen)
    number = ""
    words.forget()
    top = 0
    showsHelp = false
    wrongKeys = 0
    hint = nil
    if case .rows(let selected) = page.prompt { list = ListView(count: page.rows.count, selection: selected) }
    if case .text(_, let initial) = page.prompt { field = TextField(initial, isMultiline: true, limit: 2_000) }
  }
}

extension Page {
  fileprivate func isSamePlace(as other: Page?) -> Bool {
    guard let other else { return false }
    return heading == other.heading && question == other.question && lead == other.lead && prompt == other.prompt
      && options.map(\.digit) == other.options.map(\.digit) && rows == other.rows
  }
}
