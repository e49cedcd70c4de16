import TextLayout

extension Document {
  /// The document as HTML; every text is escaped for HTML before the template sees it.
  ///
  /// A template finds `title`, `subtitle` where there is one, `marks`, `lead`, and `parts`, which are the chapters, each
  /// with `id`, `heading`, `blocks`, and `isOnePage` where it is to be one page; a block has one of `h3`, `h4`, `paragraph`, `list` (with `items`), `table` (with `name`, `columns` with
  /// `label`, `rows` of `cells`, `notes`, and `scale` where cells are shaded), `trend` (see `HTMLTrend`). A cell has
  /// `text` and one of `isRowHeading`, `isNumber` (perhaps with `shade`, a class), `isPlain` (perhaps with `isShort`, not
  /// to be broken), `bar` (with `width`, 0...100, `alternative`, and `isBelow` for one that is a concern); `isConcern` where it asks for a look. A chapter alone is found under `part.` and its id.
  /// Templates begin with `{{% CONTENT_TYPE:TEXT}}`, because escaping is done already.
  public func html(by template: HTMLTemplate) -> String { template.filled(with: HTMLContext(self)) }
}

/// What a template can name. No name stands on two levels: what one lacks Mustache looks for in the one around it.
private struct HTMLContext {
  struct Chapter {
    var id: String
    var heading: String
    var isOnePage: Bool
    var blocks: [Block]
  }

  struct Block {
    var h3: String?
    var h4: String?
    var paragraph: String?
    var list: List?
    var table: Table?
    var trend: HTMLTrend?
  }

  struct List { var items: [String] }

  struct Table {
    /// What it is called by those who cannot see the headings above it.
    var name: String
    var columns: [Column]
    var rows: [Row]
    var notes: [String]
    /// What the shades mean.
    var scale: Scale?
  }

  struct Scale { var samples: [HTMLShade.Sample] }

  struct Column {
    var label: String
    var isNumeric: Bool
    var isShort: Bool
  }

  struct Row { var cells: [Cell] }

  struct Cell {
    var text = ""
    var isRowHeading = false
    var isNumber = false
    var isPlain = false
    var isShort = false
    var isConcern = false
    var shade: String?
    var bar: Bar?
  }

  struct Bar {
    /// 0...100.
    var width: String
    var alternative: String
    var isBelow: Bool
  }

  var title: String
  var subtitle: String?
  var marks: [String]
  var lead: [String]
  var parts: [Chapter]
  var part: [String: Chapter]

  init(_ document: Document) {
    title = document.title.html
    subtitle = document.subtitle?.html
    marks = document.marks.map(\.html)
    lead = document.lead.map(\.html)
    parts = Self.explainingShadesOnce(document.chapters.map(Chapter.init))
    part = Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension HTMLContext {
  /// The first table with shades says what they mean, for all.
  private static func explainingShadesOnce(_ chapters: [Chapter]) -> [Chapter] {
    var parts = chapters
    var isExplained = false
    for part in parts.indices {
      for block in parts[part].blocks.indices where parts[part].blocks[block].table?.scale != nil {
        if isExplained { parts[part].blocks[block].table?.scale = nil }
        isExplained = true
      }
    }
    return parts
  }
}

extension HTMLContext.Chapter {
  fileprivate init(_ chapter: Document.Chapter) {
    id = chapter.id
    heading = chapter.heading.html
    isOnePage = chapter.isOnePage
    blocks = []
    var above: [String] = []
    var tables: [String: Int] = [:]
    for block in chapter.blocks {
      if case .heading(let text, let level) = block { above = above.prefix(level - 1) + [text.html] }
      var name = above.isEmpty ? heading : above.joined(separator: " ")
      if case .table = block {
        // Whoever goes from table to table by ear has to tell two under one heading apart.
        let count = tables[name, default: 0] + 1
        tables[name] = count
        if count > 1 { name += "（\(count)）" }
      }
      blocks.append(HTMLContext.Block(block, under: name))
    }
  }
}

extension HTMLContext.Block {
  fileprivate init(_ block: Document.Block, under heading: String) {
    switch block {
    case .heading(let text, let level): if level == 1 { h3 = text.html } else { h4 = text.html }
    case .paragraph(let text): paragraph = text.html
    case .list(let items): list = HTMLContext.List(items: items.map(\.html))
    case .table(let content): table = HTMLContext.Table(content, named: heading)
    case .trend(let content): trend = HTMLTrend(content)
    }
  }
}

extension HTMLContext.Table {
  fileprivate init(_ table: Document.Table, named name: String) {
    self.name = name
    let areShort = table.columns.indices.map(table.isShort)
    columns = zip(table.columns, areShort).map { column, isShort in
      .init(
        label: column.title.isEmpty ? "図" : (column.longTitle ?? column.title).html, isNumeric: column.isNumber,
        isShort: isShort)
    }
    rows = table.rows.map { row in
      HTMLContext.Row(
        cells: zip(table.columns, row).enumerated().map { index, pair in
          var cell = HTMLContext.Cell(pair.1, in: pair.0, isFirst: index == 0, of: row)
          cell.isShort = areShort[index]
          return cell
        })
    }
    notes = table.notes.map(\.html)
    let isShaded = table.rows.joined().contains { if case .share = $0 { true } else { false } }
    scale = isShaded ? HTMLContext.Scale(samples: HTMLShade.samples) : nil
  }
}

extension Document.Table {
  /// Whether a column holds no more than a date or a few words in any row, which are easier to read in one piece.
  fileprivate func isShort(_ index: Int) -> Bool {
    if columns[index].isUnbroken { return true }
    let widest = rows.map { $0[index].text.displayWidth }.max() ?? 0
    return !columns[index].isNumber && max(widest, columns[index].title.displayWidth) <= 28
  }
}

extension HTMLContext.Cell {
  fileprivate init(
    _ cell: Document.Table.Cell, in column: Document.Table.Column, isFirst: Bool, of row: [Document.Table.Cell]
  ) {
    switch cell {
    case .bar(let ratio):
      bar = HTMLContext.Bar(ratio, of: row.first?.text.html ?? "")
      isPlain = bar == nil
    case .text where isFirst: isRowHeading = true
    case .text where !column.isNumber: isPlain = true
    case .marked(let words):
      isConcern = !words.isEmpty
      (isNumber, isPlain) = (column.isNumber, !column.isNumber)
    case .share(let count, let total):
      isNumber = true
      shade = HTMLShade(count, of: total).name
    case .rate(let ratio): (isNumber, isConcern) = (true, ratio.isConcern)
    case .text, .count, .whole, .points: isNumber = true
    }
    text = cell.text.html
  }
}

extension HTMLContext.Bar {
  /// nil over nothing.
  fileprivate init?(_ ratio: Ratio, of subject: String) {
    guard let tenths = ratio.tenths, let whole = ratio.whole else { return nil }
    width = "\(tenths / 10).\(tenths % 10)"
    // The exact figure stands in the cell beside; the picture says no more than it.
    alternative = "\(subject)の棒グラフ、およそ\(whole)%"
    isBelow = ratio.isConcern
  }
}
