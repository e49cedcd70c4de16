extension Document {
  /// The document as a file of Word (docx), to be edited and put on file; the same document gives the same bytes.
  ///
  /// Its texts are those of `html(by:)` with the built-in template: marks in the head of each page, page numbers at its
  /// foot, bars as shaded paragraphs, trends as small tables.
  public func word() throws(WordError) -> [UInt8] { try wordPackage.bytes() }

  var wordPackage: WordPackage {
    let name = ([title] + (subtitle.map { [$0] } ?? [])).joined(separator: " ")
    let page = WordPage(title: name, marks: marks)
    var head =
      lead.map { WordParagraph(style: .right, $0) } + [WordParagraph(style: .title, title)]
      + (subtitle.map { [WordParagraph(style: .subtitle, $0)] } ?? [])
    // What stands above a page that is to be one takes of its room; the title's letters are higher.
    if chapters.first?.isOnePage ?? false {
      for index in head.indices where head[index].style != .title { head[index].line = DocumentWriter.tightLine }
    }
    var writer = DocumentWriter(width: page.textWidth)
    for (chapter, before) in zip(chapters, [nil] + chapters) {
      writer.write(chapter, beginningPage: before?.isOnePage ?? false)
    }
    return WordPackage(
      title: name, author: lead.first, page: page, body: head.map(\.xml).joined() + writer.body)
  }
}

/// Writes chapters one after the other.
private struct DocumentWriter {
  let width: Int
  private(set) var body = ""
  /// Whether it was said already what the shades mean.
  private var hasScale = false
  /// Whether what is written is set tightly, for it is to be one page.
  private var isTight = false

  init(width: Int) { self.width = width }

  mutating func write(_ chapter: Document.Chapter, beginningPage: Bool) {
    isTight = chapter.isOnePage
    var heading = WordParagraph(style: .heading1, chapter.heading)
    heading.beginsPage = beginningPage
    if isTight { (heading.line, heading.before) = (300, 0) }
    body += heading.xml
    for (block, after) in zip(chapter.blocks, chapter.blocks.dropFirst().map { $0 } + [nil]) {
      write(block, isFollowedByParts: after?.isParts ?? false)
    }
  }

  private mutating func write(_ block: Document.Block, isFollowedByParts: Bool) {
    switch block {
    case .heading(let text, let level):
      var heading = WordParagraph(style: level == 1 ? .heading2 : .heading3, text)
      if isTight { (heading.line, heading.before) = (252, 40) }
      body += heading.xml
    case .paragraph(let text):
      var paragraph = WordParagraph(style: .body, text)
      paragraph.isKeptWithNext = isFollowedByParts
      write(paragraph)
    case .list(let items):
      for item in items {
        var paragraph = WordParagraph(style: .list, item)
        paragraph.isListItem = true
        write(paragraph)
      }
    case .table(let table): write(table)
    case .trend(let trend): write(trend)
    }
  }

  private mutating func write(_ paragraph: WordParagraph) {
    var paragraph = paragraph
    if isTight { paragraph.line = Self.tightLine }
    body += paragraph.xml
  }

  private mutating func write(_ table: Document.Table) {
    guard !table.columns.isEmpty else { return }
    let look =
      isTight ? WordTable.Look(width: width, size: 21, line: Self.tightLine) : WordTable.Look(width: width)
    body += WordTable(table, look: look).xml
    for note in table.notes { body += WordParagraph(style: .note, "注　\(note)").xml }
    let isShaded = table.rows.joined().contains { if case .share = $0 { true } else { false } }
    if isShaded, !hasScale {
      hasScale = true
      body += HTMLShade.explanation.xml
    }
    // Two tables without a paragraph between them become one.
    body += WordParagraph(style: .gap).xml
  }

  /// The title, and each point with its bar; 「−」 for a gap.
  private mutating func write(_ trend: Document.Trend) {
    var title = WordParagraph(style: .body, trend.title)
    title.isKeptWithNext = true
    write(title)
    let columns: [Document.Table.Column] = [.init(""), .init("", isNumber: true), .init("")]
    let look = WordTable.Look(width: width)
    let widths = [width / 4, width / 8, width / 2]
    let rows = trend.points.map { point in
      let cells: [Document.Table.Cell] = [
        .text(point.label), .text(point.ratio?.text ?? Ratio.nothing), point.ratio.map { .bar($0) } ?? .text(""),
      ]
      return WordTable.row(cells, of: columns, widths: widths, look: look)
    }
    if !rows.isEmpty { body += WordTable(widths: widths, rows: rows).xml + WordParagraph(style: .gap).xml }
  }

  /// Of letters of 10.5 points.
  static let tightLine = 246
}

extension Document.Block {
  /// Whether a sentence before it only leads to it.
  fileprivate var isParts: Bool {
    switch self {
    case .table, .list, .trend: true
    case .heading, .paragraph: false
    }
  }
}

extension HTMLShade {
  /// What the shades mean, each with its colour.
  fileprivate static var explanation: WordParagraph {
    var paragraph = WordParagraph(style: .note)
    paragraph.runs =
      [WordRun("注　色が濃いほど、全体に占める割合が大きい。")]
      + samples.enumerated().flatMap { step, sample in
        [WordRun("　"), WordRun(" \(sample.words) ", shade: WordShade.of(step: step))]
      }
    return paragraph
  }
}
