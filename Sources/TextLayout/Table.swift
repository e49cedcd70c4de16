/// A table of text for fixed-width output: columns as wide as their content allows, cells wrapped, a rule of `-` below
/// the header.
public struct Table: Sendable {
  /// A column: its title, and on which side its cells stand.
  public struct Column: Sendable {
    public var title: String
    public var alignment: Alignment
    /// The most cells the column takes, however wide its content.
    public var limit: Int?

    public init(_ title: String, _ alignment: Alignment = .left, limit: Int? = nil) {
      self.title = title
      self.alignment = alignment
      self.limit = limit
    }
  }

  public var columns: [Column]
  /// One text per column; a short row is filled with empty cells, a long one is cut.
  public var rows: [[String]]

  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The table in rows of at most `width` cells, without spaces at their ends.
  ///
  /// The widest columns give way first where the content does not fit. No column gets narrower than 2 cells, so a
  /// width below 4 cells per column cannot be kept.
  public func lines(width: Int = 80) -> [String] {
    guard !columns.isEmpty else { return [] }
    let widths = widths(within: width)
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
    return rowLines(columns.map(\.title), widths) + [rule] + rows.flatMap { rowLines($0, widths) }
  }

  private var gap: String { "  " }

  private func widths(within total: Int) -> [Int] {
    var widths = columns.indices.map { index in
      let cells = [columns[index].title] + rows.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      let content = cells.flatMap { $0.printableLines.split(separator: "\n") }.map(\.displayWidth).max() ?? 0
      return max(min(content, columns[index].limit ?? content), 2)
    }
    let room = total - gap.count * (columns.count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 2, let index = widths.firstIndex(of: widest) {
      widths[index] -= 1
    }
    return widths
  }

  private func rowLines(_ cells: [String], _ widths: [Int]) -> [String] {
    let wrapped = columns.indices.map { index in
      cells.indices.contains(index) ? cells[index].wrapped(to: widths[index]) : [""]
    }
    let height = wrapped.map(\.count).max() ?? 1
    return (0..<height).map { line in
      let texts = columns.indices.map { index in
        (line < wrapped[index].count ? wrapped[index][line] : "").padded(to: widths[index], columns[index].alignment)
      }
      return texts.joined(separator: gap).droppingTrailingSpaces()
    }
  }
}

extension StringProtocol {
  /// The text without the spaces at its end.
  public func droppingTrailingSpaces() -> String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}

/// A share drawn as a row of `#` and `.`, such as `######....`.
///
/// ASCII, because the block elements of Unicode are two cells wide on some Japanese terminals.
public struct Bar: Sendable {
  /// The part that is filled, 0...1; anything outside is drawn as the nearer end.
  public var share: Double
  public var width: Int

  public init(share: Double, width: Int = 20) {
    self.share = share
    self.width = width
  }

  /// `width` cells of text; full only at 1 and empty only at 0, so that 99.9 % does not look done.
  public var text: String {
    guard share > 0, width > 0 else { return String(repeating: ".", count: max(width, 0)) }
    guard share < 1 else { return String(repeating: "#", count: width) }
    let filled = min(max(Int((share * Double(width)).rounded()), min(1, width - 1)), width - 1)
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
  }
}
