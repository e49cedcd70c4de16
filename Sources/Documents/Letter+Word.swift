extension Letter {
  /// The letter as a file of Word (docx), to be edited and put on file; the same letter gives the same bytes.
  ///
  /// Its texts are those of `html(by:)` with the built-in template. Handouts and slips have no page numbers, for each
  /// page is a paper of its own.
  public func word() throws(WordError) -> [UInt8] { try wordPackage.bytes() }

  var wordPackage: WordPackage {
    var page = WordPage(title: "", marks: marks.map { "［\($0)］" })
    if layout == .handout { (page.sideMargin, page.endMargin, page.bodySize) = (794, 624, 28) }
    if !slips.isEmpty { (page.sideMargin, page.endMargin) = (567, 567) }
    page.isNumbered = layout == .document && slips.isEmpty
    let width = page.textWidth
    let parts = [
      head, titleLines, particularLines(width), signOffLines(width),
      paragraphs.map { WordParagraph(style: .body, $0).xml },
      entryLines(width), tables.flatMap { Self.lines(of: $0, width: width) },
      ending.map { [WordParagraph(style: .right, $0).xml] } ?? [], contactLines(width), slipPages(width),
    ]
    return WordPackage(title: title, author: sender, page: page, body: parts.joined().joined())
  }

  private var head: [String] {
    [number, date].compactMap { $0 }.map { WordParagraph(style: .right, $0).xml }
      + addressees.map { WordParagraph(style: .body, $0).xml }
      + (sender.map { [WordParagraph(style: .right, $0).xml] } ?? [])
  }

  private var titleLines: [String] {
    [WordParagraph(style: .title, title).xml] + (highlight.map { [WordParagraph(style: .highlight, $0).xml] } ?? [])
  }

  private func particularLines(_ width: Int) -> [String] {
    guard !particulars.isEmpty else { return [] }
    let parts = [14, 36, 14, 36].map { width * $0 / 100 }
    let rows = particulars.inPieces(of: 2).map { pair in
      WordTable.Row(
        cells: (pair + Array(repeating: Field("", ""), count: 2 - pair.count)).flatMap {
          [WordTable.Cell($0.label), WordTable.Cell($0.value)]
        })
    }
    return [WordTable(widths: parts, rows: rows).xml, WordParagraph(style: .gap).xml]
  }

  private func signOffLines(_ width: Int) -> [String] {
    guard !signOff.isEmpty else { return [] }
    let widths = signOff.map { _ in width / signOff.count }
    let rows = [
      WordTable.Row(cells: signOff.map { WordTable.Cell($0) }),
      // Room for a seal of 15 mm.
      WordTable.Row(cells: signOff.map { _ in WordTable.Cell("") }, height: 900),
    ]
    return [WordTable(widths: widths, rows: rows).xml, WordParagraph(style: .gap).xml]
  }

  private func entryLines(_ width: Int) -> [String] {
    let heading = entriesHeading.map { [WordParagraph(style: .centre, $0).xml] } ?? []
    guard !entries.isEmpty else { return heading }
    let labels = entries.enumerated().map { "\($0.offset + 1)　\($0.element.label)" }
    if layout == .handout {
      return heading
        + zip(labels, entries).flatMap { label, entry in
          [WordParagraph(style: .heading1, label).xml] + entry.texts.map { WordParagraph(style: .body, $0).xml }
        }
    }
    let rows = zip(labels, entries).map { label, entry in
      WordTable.Row(
        cells: [[label], entry.texts].map { WordTable.Cell(paragraphs: $0.map { WordParagraph(style: .body, $0) }) })
    }
    let widths = [width * 26 / 100, width - width * 26 / 100]
    return heading + [WordTable(widths: widths, rows: rows, hasLines: false).xml, WordParagraph(style: .gap).xml]
  }

  private static func lines(of table: Document.Table, width: Int) -> [String] {
    let table = table.withoutBars
    guard !table.columns.isEmpty else { return [] }
    let look = WordTable.Look(width: width, size: 21, line: 280, hasShortTitles: true)
    return [WordTable(table, look: look).xml] + table.notes.map { WordParagraph(style: .note, "注　\($0)").xml }
      + [WordParagraph(style: .gap).xml]
  }

  private func contactLines(_ width: Int) -> [String] {
    contact.map { line in
      var paragraph = WordParagraph(style: .body, line)
      if layout == .document { paragraph.left = width / 2 }
      return paragraph.xml
    }
  }

  /// Each page is a table whose rows are as high as the page allows, to be cut along its lines.
  private func slipPages(_ width: Int) -> [String] {
    let (columns, rows) = Self.slipGrid
    let widths = (0..<columns).map { _ in width / columns }
    return slips.inPieces(of: columns * rows).enumerated().flatMap { index, page in
      let table = WordTable(
        widths: widths,
        rows: page.inPieces(of: columns).map { strip in
          let empty = Array(repeating: WordTable.Cell(""), count: columns - strip.count)
          return WordTable.Row(cells: strip.map { $0.cell } + empty, height: Self.slipHeight)
        })
      var gap = WordParagraph(style: .gap)
      gap.beginsPage = index > 0
      return [gap.xml, table.xml]
    } + (slips.isEmpty ? [] : [WordParagraph(style: .gap).xml])
  }

  /// Four of them, the title, and the marks' line are a page.
  private static let slipHeight = 3_600
}

extension Letter.Slip {
  fileprivate var cell: WordTable.Cell {
    var paragraphs = [
      WordParagraph(style: .note, title), WordParagraph(style: .person, person), WordParagraph(style: .note, key.label),
      WordParagraph(style: .key, key.value),
    ]
    paragraphs += rows.map { row in
      var paragraph = WordParagraph(style: .field)
      paragraph.runs = [WordRun("\(row.label)　"), WordRun(row.value, isBold: true)]
      return paragraph
    }
    return WordTable.Cell(paragraphs: paragraphs + notes.map { WordParagraph(style: .note, $0) }, isCut: true)
  }
}

extension WordTable.Cell {
  /// One paragraph of the body's letters.
  fileprivate init(_ text: String) { self.init(paragraphs: [WordParagraph(style: .body, text)]) }
}
