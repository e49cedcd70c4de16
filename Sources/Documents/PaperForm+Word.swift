extension PaperForm {
  /// The form as a file of Word (docx), to be changed for one's own assembly, and printed or filled in there; the same
  /// form gives the same bytes.
  public func word() throws(WordError) -> [UInt8] { try wordPackage.bytes() }

  var wordPackage: WordPackage {
    var page = WordPage(title: "\(assembly) \(title)", marks: [mark])
    (page.sideMargin, page.endMargin, page.bodySize) = (680, 794, 24)
    let width = page.textWidth
    var heading = WordParagraph(style: .body)
    heading.runs = [WordRun(scope, isBold: true)]
    let head =
      [
        WordParagraph(style: .title, title),
        WordParagraph(style: .body, [assembly, occasion].compactMap { $0 }.joined(separator: "　")),
      ]
      + [WordParagraph(style: .body, edition), heading] + (preface + facts).map { WordParagraph(style: .body, $0) }
    let parts = [
      head.map(\.xml).joined(), personal.map { Self.codeLines(of: $0) } ?? "",
      sections.map { Self.table(of: $0, width: width, boxWidth: personal == nil ? 1_080 : 765) }.joined(),
      personal.map { Self.opinion(of: $0, width: width) } ?? "",
    ]
    return WordPackage(title: title, author: assembly, page: page, body: parts.joined())
  }

  private static func codeLines(of personal: Personal) -> String {
    var boxes = WordParagraph(style: .body)
    let four = Array(repeating: [WordRun.box("　"), WordRun(" ")], count: 4).joined()
    boxes.runs =
      [WordRun(personal.codeLabel + "　", isBold: true)] + [four, four, four].joined(separator: [WordRun("- ")])
    (boxes.line, boxes.before) = (560, 60)
    return boxes.xml + WordParagraph(style: .body, personal.codeNote).xml
  }

  private static func opinion(of personal: Personal, width: Int) -> String {
    var note = WordParagraph(style: .body, personal.opinionNote)
    note.isKeptWithNext = true
    // 38 mm.
    let room = WordTable.Row(cells: [.init(paragraphs: [WordParagraph(style: .body)])], height: 2_154, grows: true)
    return WordParagraph(style: .heading2, personal.opinionHeading).xml + note.xml
      + WordTable(widths: [width], rows: [room]).xml + WordParagraph(style: .gap).xml
  }

  /// Its head is printed again on each page; a question and the room to write under it stay together.
  private static func table(of section: Section, width: Int, boxWidth: Int) -> String {
    let count = section.columns.count
    let widths = [width - count * boxWidth] + section.columns.map { _ in boxWidth }
    let heading = WordTable.Row(
      cells: [.init(paragraphs: [.heading(section.heading, size: 26)], shade: headShade)]
        + section.columns.map { column in
          let words = (column.digit.map { ["\($0)"] } ?? []) + column.words
          return .init(paragraphs: words.map { .heading($0, size: 20, .center) }, shade: headShade)
        }, isHeading: true)
    let rule = section.rule.map { [WordTable.Row(cells: [.init(paragraphs: [.bold($0)], span: count + 1)])] } ?? []
    let rows = section.lines.flatMap { Self.rows(of: $0, in: section.columns) }
    return WordTable(widths: widths, rows: [heading] + rule + rows).xml + WordParagraph(style: .gap).xml
  }

  private static let headShade = "E4E4E4"

  private static func rows(of line: Line, in columns: [Tick]) -> [WordTable.Row] {
    var question = [WordParagraph.bold("\(line.code)　\(line.question)")]
    question += (line.notes + (line.meanings.isEmpty ? [] : [line.meanings.joined(separator: "　")])).map {
      WordParagraph(style: .body, $0)
    }
    if !line.blanks.isEmpty { for index in question.indices { question[index].isKeptWithNext = true } }
    let boxes = columns.map { column -> WordTable.Cell in
      var paragraph = WordParagraph(style: .body)
      (paragraph.line, paragraph.alignment) = (520, .center)
      if let tick = line.tick(in: column) { paragraph.runs = [.box(tick.digit.map { " \($0) " } ?? "　")] }
      return .init(paragraphs: [paragraph])
    }
    let blanks = line.blanks.enumerated().map { index, blank in
      var label = WordParagraph(style: .body, blank.label)
      label.isKeptWithNext = index + 1 < line.blanks.count
      return WordTable.Row(
        cells: [.init(paragraphs: [label], span: columns.count + 1)], height: 480 * max(blank.rows, 1), grows: true)
    }
    return [WordTable.Row(cells: [.init(paragraphs: question)] + boxes)] + blanks
  }
}

extension WordRun {
  /// A box to write in, or to tick.
  fileprivate static func box(_ text: String) -> WordRun {
    var run = WordRun(text, size: 32)
    run.isBoxed = true
    return run
  }
}

extension WordParagraph {
  fileprivate static func bold(_ text: String) -> WordParagraph {
    var paragraph = WordParagraph(style: .body)
    paragraph.runs = [WordRun(text, isBold: true)]
    return paragraph
  }

  fileprivate static func heading(_ text: String, size: Int, _ alignment: Alignment? = nil) -> WordParagraph {
    var paragraph = WordParagraph(style: .cellHeading)
    paragraph.runs = [WordRun(text, size: size)]
    (paragraph.line, paragraph.alignment) = (size * 12, alignment)
    return paragraph
  }
}
