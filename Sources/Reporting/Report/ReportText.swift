import TextLayout

/// Lays a report out as plain text of at most 80 cells a line, for the terminal, mail and print.
enum ReportText {
  static let width = 80

  static func render(_ report: Report) -> String {
    var lines = report.marks.isEmpty ? [] : [right(report.marks.joined(separator: "　"))]
    lines += report.lead.flatMap { $0.wrapped(to: width) }.map { right($0) }
    lines.append("")
    lines += report.title.wrapped(to: width).map { $0.padded(to: width, .centre).droppingTrailingSpaces() }
    for part in report.parts {
      lines += ["", rule, part.heading.printable, rule]
      for (block, before) in zip(part.blocks, [nil] + part.blocks) {
        lines += (isSetApart(block, from: before) ? [""] : []) + self.lines(of: block)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether an empty line goes before a block: what a rule, a heading or a sentence leads to follows it at once, so
  /// that the first page is one page.
  private static func isSetApart(_ block: Report.Block, from before: Report.Block?) -> Bool {
    switch (before, block) {
    case (.heading, .heading): true
    case (nil, _), (.heading, _), (.paragraph, .table), (.paragraph, .list), (.list, .list): false
    default: true
    }
  }

  private static var rule: String { String(repeating: "=", count: width) }

  static func right(_ text: String) -> String { text.padded(to: width, .right) }

  private static func lines(of block: Report.Block) -> [String] {
    switch block {
    case .heading(let text, _): text.wrapped(to: width)
    case .paragraph(let text): text.wrapped(to: width - 2).map { "  \($0)" }
    case .list(let items): items.flatMap { "- \($0)".wrapped(to: width - 2, hanging: 2) }.map { "  \($0)" }
    case .table(let table): lines(of: table)
    case .trend(let trend): trend.text.wrapped(to: width - 2).map { "  \($0)" }
    }
  }

  static func lines(of table: ReportTable) -> [String] {
    let rows = table.rows.map { $0.map(\.text) }
    let columns = table.columns.enumerated().map { index, column in
      guard column.isNumber else { return Table.Column(column.title) }
      // Long headings of numbers are wrapped rather than taking the room of the words beside them.
      let heading = column.title.displayWidth <= 10 ? column.title.displayWidth : 8
      let content = rows.map { $0[index].displayWidth }.max() ?? 0
      return Table.Column(column.title, .right, limit: max(content, heading))
    }
    return Table(columns: columns, rows: rows).lines(width: width)
      + table.notesWithTitles.flatMap { "注 \($0)".wrapped(to: width, hanging: 3) }
  }
}
