/// A way in which a frame does not fit the screen. A driver cuts such a frame; a test fails on it.
public enum FrameFault: Hashable, Sendable {
  case tooManyRows(Int)
  case rowTooWide(row: Int, width: Int)
  case textRightOfField(row: Int)
  case cursorOutside(Cursor)
}

extension Frame {
  /// What is wrong with the frame; empty for one that is shown as it is.
  public var faults: [FrameFault] {
    var faults: [FrameFault] = []
    if rows.count > size.rows { faults.append(.tooManyRows(rows.count)) }
    for (index, row) in rows.enumerated() {
      if row.width > size.columns { faults.append(.rowTooWide(row: index, width: row.width)) }
      if row.spans.dropLast().contains(where: \.isField) { faults.append(.textRightOfField(row: index)) }
    }
    if let cursor,
      !(0..<size.rows).contains(cursor.row) || !(0..<size.columns).contains(cursor.column)
    {
      faults.append(.cursorOutside(cursor))
    }
    return faults
  }
}
