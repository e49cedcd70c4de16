/// Where the terminal's own cursor stands, from 0.
///
/// Screen readers, magnifiers and input methods follow it, so it is on the focused item or at the insertion point.
public struct Cursor: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public var isVisible: Bool

  public init(row: Int, column: Int, isVisible: Bool = true) {
    self.row = row
    self.column = column
    self.isVisible = isVisible
  }
}

/// A whole screen as a value.
public struct Frame: Hashable, Sendable {
  public var size: Size
  /// From the top; rows that are not there are blank.
  public var rows: [Row]
  /// Nil hides the cursor.
  public var cursor: Cursor?

  public init(size: Size, rows: [Row] = [], cursor: Cursor? = nil) {
    self.size = size
    self.rows = rows
    self.cursor = cursor
  }

  /// The screen as text, one line a row, without blank rows at the end.
  public var lines: [String] {
    var lines = rows.map(\.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
