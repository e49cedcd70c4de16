import Interview
import Terminal

/// What the screen keeps for itself and the conversation need not know: focus, scroll, what is being typed.
struct ScreenState {
  /// The page that the rest belongs to.
  private var shown: Page?
  /// The option that the mark is on: always the one that the conversation has as chosen.
  var focus: Int? { shown?.options.firstIndex(where: \.isChosen) }
  /// Whether an arrow has moved the mark, so that it is followed.
  var hasMovedFocus = false
  /// The command that a digit has marked last: Enter does it.
  var marked: Command?
  /// The row of a list that is shown, and whether it is marked.
  private(set) var row = 0
  private(set) var isRowMarked = false
  /// Digits typed on a list, until Enter.
  var number = ""
  var field = TextField()
  var words = WordInput()
  var top = 0
  private(set) var showsHelp = false
  /// Whether the last key scrolled, so that the focus may be out of sight until the next.
  var isReadingOn = false
  /// Keys in a row that meant nothing here.
  var wrongKeys = 0
  /// A hint of the screen's own, shown like a notice until the next key.
  var hint: String?

  /// Set while drawing: what only the layout knows.
  var bodyHeight = 10
  var rowsBelow = 0
  /// The option or list item on each row of the screen.
  var items: [Int?] = []
  var fieldWidth = 72

  /// The rows by which a page is scrolled; one of them stays in sight.
  var page: Int { max(bodyHeight - 1, 1) }

  /// Puts the mark on the row, or on the nearest there is.
  mutating func select(row: Int) {
    self.row = min(max(row, 0), max((shown?.rows.count ?? 0) - 1, 0))
    isRowMarked = true
    marked = nil
  }

  mutating func openHelp() { (showsHelp, top) = (true, 0) }
  mutating func closeHelp() { (showsHelp, top) = (false, 0) }

  /// Starts afresh on another page; a page that differs only by its notice or its answer is the same.
  mutating func show(_ page: Page) {
    let before = shown
    shown = page
    if page.options != before?.options, !hasMovedFocus { top = 0 }
    guard !page.isSamePlace(as: before) else { return }
    hasMovedFocus = false
    marked = nil
    number = ""
    words.forget()
    top = 0
    showsHelp = false
    wrongKeys = 0
    hint = nil
    if case .rows(let anchor) = page.prompt { select(row: anchor) }
    isRowMarked = false
    if case .text(_, let initial) = page.prompt { field = TextField(initial, limit: Page.longestText) }
  }
}

extension Page {
  /// In characters; longer texts are for a letter.
  static let longestText = 2_000

  fileprivate func isSamePlace(as other: Page?) -> Bool {
    guard let other else { return false }
    return heading == other.heading && question == other.question && lead == other.lead && prompt == other.prompt
      && options.map(\.digit) == other.options.map(\.digit) && rows == other.rows && attempt == other.attempt
  }
}
