import TextLayout

/// A table as Word has it, of cells that hold paragraphs; lengths in twips.
struct WordTable: Equatable {
  struct Cell: Equatable {
    var paragraphs: [WordParagraph]
    /// The colour of the cell, as RRGGBB.
    var shade: String?
    /// Whether a broken line goes around it, to cut along.
    var isCut = false
    /// How many columns it takes.
    var span = 1
  }

  struct Row: Equatable {
    var cells: [Cell]
    /// Whether it is printed again where the table goes on on another page.
    var isHeading = false
    /// nil for what it holds.
    var height: Int?
    /// Whether it grows with what is written in it.
    var grows = false
  }

  /// Of each column.
  var widths: [Int]
  var rows: [Row]
  var hasLines = true

  /// No row is cut where a page ends.
  var xml: String {
    "<w:tbl><w:tblPr><w:tblStyle w:val=\"\(hasLines ? "TableGrid" : "TableNormal")\"/>"
      + "<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
      + widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>" + rows.map(xml).joined() + "</w:tbl>"
  }

  private func xml(_ row: Row) -> String {
    "<w:tr><w:trPr><w:cantSplit/>"
      + (row.height.map { "<w:trHeight w:val=\"\($0)\" w:hRule=\"\(row.grows ? "atLeast" : "exact")\"/>" } ?? "")
      + (row.isHeading ? "<w:tblHeader/>" : "") + "</w:trPr>" + cells(of: row) + "</w:tr>"
  }

  private func cells(of row: Row) -> String {
    var (column, text) = (0, "")
    for cell in row.cells {
      let end = min(column + cell.span, widths.count)
      text += xml(widths[column..<end].reduce(0, +), cell)
      column = end
    }
    return text
  }

  private func xml(_ width: Int, _ cell: Cell) -> String {
    // A cell without a paragraph makes Word call the file damaged.
    let paragraphs = cell.paragraphs.isEmpty ? [WordParagraph(style: .cell)] : cell.paragraphs
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
      + (cell.span > 1 ? "<w:gridSpan w:val=\"\(cell.span)\"/>" : "") + (cell.isCut ? Self.cut : "")
      + (cell.shade.map { "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\($0)\"/>" } ?? "")
      + "</w:tcPr>" + paragraphs.map(\.xml).joined() + "</w:tc>"
  }

  private static let cut =
    "<w:tcBorders>"
    + ["top", "left", "bottom", "right"].map { "<w:\($0) w:val=\"dashed\" w:sz=\"6\" w:space=\"0\" w:color=\"auto\"/>" }
    .joined()
    + "</w:tcBorders><w:tcMar><w:top w:w=\"100\" w:type=\"dxa\"/><w:left w:w=\"200\" w:type=\"dxa\"/></w:tcMar>"
}

extension WordTable {
  /// How a document's table is set.
  struct Look: Equatable {
    /// Of all columns together.
    var width: Int
    /// Of its letters, in half points.
    var size = WordStyles.cellSize
    /// Of its lines.
    var line = WordStyles.cellLine
    /// Whether short titles are kept, rather than printed in full.
    var hasShortTitles = false

    /// What a character of half width takes.
    fileprivate var cell: Int { size * 5 }
  }

  /// The left and right edges of a cell together, as the style has them, and a little to spare.
  private static let edges = 2 * WordStyles.cellEdge + 40

  /// - Parameter table: of one column and more.
  init(_ table: Document.Table, look: Look) {
    let titles = table.columns.map { column in
      column.title.isEmpty ? "図" : look.hasShortTitles ? column.title : column.longTitle ?? column.title
    }
    let widths = Self.widths(of: table, titles: titles, look: look)
    let heading = Row(
      cells: zip(table.columns, titles).map { column, title in
        var paragraph = look.paragraph(.cellHeading, title)
        if column.isNumber { paragraph.alignment = .right }
        return Cell(paragraphs: [paragraph], shade: "E6ECF4")
      }, isHeading: true)
    self.init(
      widths: widths,
      rows: [heading] + table.rows.map { Self.row($0, of: table.columns, widths: widths, look: look) })
  }

  static func row(
    _ cells: [Document.Table.Cell], of columns: [Document.Table.Column], widths: [Int], look: Look
  ) -> Row {
    Row(
      cells: cells.enumerated().map { index, cell in
        if case .bar(let ratio) = cell {
          return Cell(paragraphs: [look.bar(ratio, width: widths[index] - 2 * WordStyles.cellEdge)])
        }
        var paragraph = look.paragraph(.cell, cell.text)
        if columns[index].isNumber { paragraph.alignment = .right }
        let isConcern =
          switch cell {
          case .marked(let words): !words.isEmpty
          case .rate(let ratio): ratio.isConcern
          default: false
          }
        if isConcern { for index in paragraph.runs.indices { paragraph.runs[index].isBold = true } }
        var shade = isConcern ? WordShade.concern : nil
        if case .share(let count, let total) = cell { shade = WordShade.of(step: HTMLShade(count, of: total).step) }
        return Cell(paragraphs: [paragraph], shade: shade)
      })
  }

  /// As wide as what they hold; where that is too much the widest of the words give way, never a number, and where there is
  /// room left each takes its part.
  private static func widths(of table: Document.Table, titles: [String], look: Look) -> [Int] {
    let whole = wanted(table, titles: titles, look: look, breakingWords: false)
    if whole.reduce(0, +) <= look.width { return shared(look.width, by: whole) }
    let wanted = wanted(table, titles: titles, look: look, breakingWords: true)
    let fixed = table.columns.indices.filter { table.columns[$0].isNumber }.reduce(0) { $0 + wanted[$1] }
    let yielding = table.columns.indices.filter { !table.columns[$0].isNumber }.map { wanted[$0] }.sorted()
    guard fixed + yielding.reduce(0, +) > look.width, fixed < look.width else { return shared(look.width, by: wanted) }
    // The widest that a column of words may be: what the narrower ones leave, divided.
    var (left, most) = (look.width - fixed, look.width)
    for (index, width) in yielding.enumerated() {
      most = left / (yielding.count - index)
      if width > most { break }
      left -= width
    }
    return shared(
      look.width, by: table.columns.indices.map { table.columns[$0].isNumber ? wanted[$0] : min(wanted[$0], most) })
  }

  /// What each column would take.
  private static func wanted(
    _ table: Document.Table, titles: [String], look: Look, breakingWords: Bool
  ) -> [Int] {
    table.columns.indices.map { index in
      let content = table.rows.map { row in if case .bar = row[index] { 160 } else { row[index].text.tenthsOfCells } }
      // A number's heading is broken into a few lines rather than taking the room of the words beside it.
      let whole = titles[index].tenthsOfCells
      let title =
        table.columns[index].isNumber
        ? min(whole, breakingWords ? 70 : max(100, min(whole / 4, 120))) : breakingWords ? min(whole, 160) : whole
      return max(content.max() ?? 0, title, 20) * look.cell / 10 + edges
    }
  }

  /// The width in whole parts that add up to it.
  private static func shared(_ width: Int, by parts: [Int]) -> [Int] {
    let total = max(parts.reduce(0, +), 1)
    var (sum, end, shares) = (0, 0, [Int]())
    for part in parts {
      sum += part
      shares.append(width * sum / total - end)
      end = width * sum / total
    }
    return shares
  }
}

extension String {
  /// The width in tenths of half an em, with figures and letters as wide as in wide fonts.
  fileprivate var tenthsOfCells: Int { 10 * displayWidth + 3 * unicodeScalars.count(where: \.isASCII) }
}

extension WordTable.Look {
  func paragraph(_ style: WordStyles.Name, _ text: String) -> WordParagraph {
    var paragraph = WordParagraph(style: style)
    paragraph.runs = [WordRun(text, size: size == WordStyles.cellSize ? nil : size)].filter { !$0.text.isEmpty }
    paragraph.line = line == WordStyles.cellLine ? nil : line
    return paragraph
  }

  /// The ratio as a shaded paragraph, which an office can copy and restyle; the number stands in the cell beside it.
  fileprivate func bar(_ ratio: Ratio, width: Int) -> WordParagraph {
    var paragraph = paragraph(.cell, "")
    guard let tenths = ratio.tenths, tenths > 0 else { return paragraph }
    paragraph.shade = ratio.isConcern ? WordShade.below : WordShade.bar
    paragraph.right = width - max(width * min(tenths, 1_000) / 1_000, 20)
    return paragraph
  }
}

/// The colours, as RRGGBB; the same as in HTML, for one picture is to mean one thing.
enum WordShade {
  static let (concern, below, bar) = ("FBDCB8", "C2570C", "55606C")

  private static let steps = ["FDF0E0", "FBDCB8", "F7C58F", "F2AD66", "E8943F"]

  /// Of a step of `HTMLShade`; nil for white.
  static func of(step: Int) -> String? { step == 0 ? nil : steps[step - 1] }
}
