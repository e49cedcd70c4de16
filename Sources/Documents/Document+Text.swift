import TextLayout

extension Document {
  /// The document as plain text of at most 80 cells a line, for the terminal, mail and print.
  public var text: String {
    var lines = marks.isEmpty ? [] : [PlainText.right(marks.joined(separator: "　"))]
    lines += lead.flatMap { $0.wrapped(to: PlainText.width) }.map { PlainText.right($0) }
    if !(chapters.first?.isOnePage ?? false) { lines.append("") }
    lines += ([title] + (subtitle.map { [$0] } ?? [])).flatMap { $0.wrapped(to: PlainText.width) }
      .map(PlainText.centred)
    for chapter in chapters {
      lines +=
        chapter.isOnePage
        ? [PlainText.rule(around: chapter.heading)]
        : ["", PlainText.rule, chapter.heading.printable, PlainText.rule]
      for (block, before) in zip(chapter.blocks, [nil] + chapter.blocks) {
        let isSetApart =
          chapter.isOnePage ? PlainText.isHeading(block) && before != nil : PlainText.isSetApart(block, from: before)
        lines += (isSetApart ? [""] : []) + PlainText.lines(of: block)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// How documents and letters are laid out in lines of 80 cells.
enum PlainText {
  static let width = 80

  static let rule = String(repeating: "=", count: width)

  /// Heading and rule on one line.
  fileprivate static func rule(around heading: String) -> String {
    let heading = " \(heading.printable) "
    let left = max((width - heading.displayWidth) / 2, 0)
    return String(repeating: "=", count: left) + heading
      + String(repeating: "=", count: max(width - left - heading.displayWidth, 0))
  }

  static func right(_ text: String) -> String { text.padded(to: width, .right) }

  static func indented(_ text: String) -> [String] { text.wrapped(to: width - 2).map { "  \($0)" } }

  static func centred(_ text: String) -> String { text.padded(to: width, .centre).droppingTrailingSpaces() }

  /// Whether an empty line goes before a block: what a rule, a heading or a sentence leads to follows it at once, so
  /// that the first page is one page.
  fileprivate static func isSetApart(_ block: Document.Block, from before: Document.Block?) -> Bool {
    switch (before, block) {
    case (.heading, .heading): true
    case (nil, _), (.heading, _), (.paragraph, .table), (.paragraph, .list), (.list, .list): false
    default: true
    }
  }

  fileprivate static func isHeading(_ block: Document.Block) -> Bool {
    if case .heading = block { true } else { false }
  }

  fileprivate static func lines(of block: Document.Block) -> [String] {
    switch block {
    case .heading(let text, _): text.wrapped(to: width)
    case .paragraph(let text): indented(text)
    case .list(let items): items.flatMap { "- \($0)".wrapped(to: width - 2, hanging: 2) }.map { "  \($0)" }
    case .table(let table): lines(of: table)
    case .trend(let trend): indented(trend.text)
    }
  }

  static func lines(of table: Document.Table) -> [String] {
    // Two side by side have the room of one.
    let barWidth = table.columns.indices.count(where: table.isDrawn) > 1 ? 10 : 20
    let rows = table.rows.map { $0.map { $0.text(barWidth: barWidth) } }
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
