import TextLayout

/// Rows that are being written from the top down, all of one width.
///
/// A screen is put together of blocks by `Layout`.
public struct Block: Hashable, Sendable {
  public let width: Int
  public private(set) var rows: [Frame.Row] = []
  /// In the block's own rows.
  public private(set) var cursor: Cursor?
  /// The rows of the focused item or field, which a scrolling layout keeps in sight.
  public private(set) var focus: Range<Int>?

  public init(width: Int) { self.width = max(width, 2) }

  public var height: Int { rows.count }

  /// Adds a row, cut to the width.
  public mutating func row(_ row: Frame.Row) { rows.append(row.clipped(to: width)) }

  /// Adds a row of one text, cut to the width.
  public mutating func line(_ text: String, indent: Int = 0, style: Style = .plain) {
    row(Frame.Row([spaces(indent), Frame.Span(text, style)]))
  }

  /// Adds one row with a text at either edge, or, where both do not fit, the left one wrapped and the right one below.
  public mutating func line(left: String, right: String, indent: Int = 0, style: Style = .plain) {
    let gap = width - indent - left.displayWidth - right.displayWidth - indent
    if gap >= 2 || right.isEmpty {
      row(Frame.Row([spaces(indent), Frame.Span(left, style), spaces(max(gap, 0)), Frame.Span(right, style)]))
    } else {
      paragraph(left, indent: indent, style: style)
      paragraph(right, indent: max(width - indent - right.displayWidth, indent), style: style)
    }
  }

  /// Adds empty rows.
  public mutating func blank(_ count: Int = 1) { rows += Array(repeating: Frame.Row(), count: max(count, 0)) }

  /// Adds a rule across the width: underlined blanks, which screen readers pass over in silence.
  ///
  /// - Parameter share: the part of it that is coloured, 0...1; full only at 1, and not empty above 0.
  public mutating func rule(filled share: Double = 0) {
    let cells = Bar(share: share, width: width).text.count { $0 == "#" }
    let coloured = Frame.Span(String(repeating: " ", count: cells), Style(.underline, colour: .blue))
    row(Frame.Row([coloured, Frame.Span(String(repeating: " ", count: width - cells), .underline)]))
  }

  /// Adds a text wrapped to the width; `hanging` further indents its second and later rows.
  public mutating func paragraph(_ text: String, indent: Int = 0, hanging: Int = 0, style: Style = .plain) {
    for line in text.wrapped(to: width - indent, hanging: hanging) { self.line(line, indent: indent, style: style) }
  }

  /// Adds an item of a list, wrapped; the focused one is marked by one `>` two cells before it and holds the cursor.
  ///
  /// - Parameters:
  ///   - item: which one it is, for a click on its rows.
  ///   - indent: at least 2 cells, for the mark.
  public mutating func item(
    _ text: String, index item: Int? = nil, isFocused: Bool, indent: Int = 2, hanging: Int = 0, style: Style = .plain
  ) {
    let indent = max(indent, 2)
    let first = height
    for (index, line) in text.wrapped(to: width - indent, hanging: hanging).enumerated() {
      let mark = isFocused && index == 0 ? ">" : " "
      row(Frame.Row([spaces(indent - 2), Frame.Span(mark + " "), Frame.Span(line, style)], item: item))
    }
    if isFocused { setFocus(first..<height, cursor: Cursor(row: first, column: indent)) }
  }

  /// Adds the text field that one writes in, with the cursor at its insertion point.
  ///
  /// - Parameter height: the most rows the field takes; it scrolls beyond them.
  public mutating func field(_ field: TextField, indent: Int = 0, height: Int) {
    let first = self.height
    let start = min(indent, width - TextField.minimumWidth)
    let window = field.window(width: width - start, height: height)
    for line in window.lines {
      row(Frame.Row([spaces(start), Frame.Span(line.padded(to: width - start), .underline, isField: true)]))
    }
    let cursor = Cursor(row: first + window.cursorRow, column: start + window.cursorColumn)
    setFocus(first..<self.height, cursor: cursor)
  }

  /// Adds another block below, with its cursor and focus if it has one.
  public mutating func append(_ block: Block) {
    if let focus = block.focus, let cursor = block.cursor {
      setFocus(
        (focus.lowerBound + height)..<(focus.upperBound + height),
        cursor: Cursor(row: cursor.row + height, column: cursor.column))
    }
    for row in block.rows { self.row(row) }
  }

  /// Puts the cursor on a cell of a row that is already there, such as a heading to be read first.
  public mutating func placeCursor(row: Int, column: Int) {
    setFocus(row..<(row + 1), cursor: Cursor(row: row, column: column))
  }

  private mutating func setFocus(_ rows: Range<Int>, cursor: Cursor) {
    focus = rows
    self.cursor = cursor
  }

  private func spaces(_ count: Int) -> Frame.Span { Frame.Span(String(repeating: " ", count: max(count, 0))) }
}
