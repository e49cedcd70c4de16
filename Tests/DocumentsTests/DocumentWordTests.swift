import Documents
import Testing
import TextSamples

@Suite("A document as docx")
struct DocumentWordTests {
  private func read(_ blocks: Document.Block...) throws -> ReadWord {
    var document = Sample.document()
    document.chapters[0].blocks = blocks
    return try ReadWord(document.word())
  }

  @Test func `Is a package whose every part is well-formed and has a type, and whose relations lead to parts`() throws {
    let word = try read(.paragraph("雨"), .table(Sample.table))
    for part in word.parts { _ = try word.elements(of: part.name) }
    let names = word.parts.map(\.name)
    #expect(names.first == "[Content_Types].xml")
    let typed = try word.elements(of: "[Content_Types].xml").compactMap { $0.attributes["PartName"]?.dropFirst() }
    #expect(
      Set(typed.map(String.init))
        == Set(names.filter { $0.hasSuffix(".xml") && $0 != "[Content_Types].xml" }))
    for (part, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
      let targets = try word.elements(of: part).compactMap { $0.attributes["Target"] }
      #expect(!targets.isEmpty)
      for target in targets { #expect(names.contains(folder + target)) }
    }
  }

  @Test func `Is the same bytes each time`() throws {
    let document = Sample.document(.paragraph("雨"), .table(Sample.table))
    #expect(try document.word() == document.word())
    // 1980-01-01 00:00:00 as APPNOTE.TXT 4.4.6 has it, in the header of the first part.
    #expect(try document.word()[10..<14] == [0, 0, 0x21, 0])
  }

  @Test func `Has the words of the document in their order under Word's own headings`() throws {
    var document = Sample.document(
      .heading("降り方"), .heading("六月", level: 2), .paragraph("多い。"), .list(["傘", "長靴"]))
    document.subtitle = "第2版"
    #expect(
      try ReadWord(document.word()).paragraphs().map { "\($0.style) \($0.text)" } == [
        "Date 見本気象台", "Title 雨の日", "Subtitle 第2版", "Heading1 第1 雨", "Heading2 降り方", "Heading3 六月", "Normal 多い。",
        "ListParagraph 傘", "ListParagraph 長靴",
      ])
    let styles = try ReadWord(document.word()).part("word/styles.xml")
    // Word knows a built-in style by its name, and shows it as 見出し 1.
    for level in 1...3 {
      #expect(styles.contains("w:styleId=\"Heading\(level)\"><w:name w:val=\"heading \(level)\"/>"))
    }
    #expect(styles.contains("w:eastAsia=\"游明朝\"") && styles.contains("w:eastAsia=\"游ゴシック\""))
  }

  @Test
  func `Is A4 with margins of 20 mm at the sides and 18 at the ends, marks in each head and numbers at each foot`()
    throws
  {
    let word = try ReadWord(Sample.document(title: "雨の日", marks: ["取扱注意", "案"]).word())
    let elements = try word.elements(of: "word/document.xml")
    let page = try #require(elements.first { $0.name == "w:pgSz" }).attributes
    #expect(page == ["w:w": "11906", "w:h": "16838"])
    let margins = try #require(elements.first { $0.name == "w:pgMar" }).attributes
    for edge in ["right", "left"] { #expect(margins["w:\(edge)"] == "1134") }
    for edge in ["top", "bottom"] { #expect(margins["w:\(edge)"] == "1020") }
    let header = try #require(try word.elements(of: "word/header1.xml").last).text
    #expect(header == "雨の日取扱注意 案 ")
    let fields = try word.elements(of: "word/footer1.xml").compactMap { $0.attributes["w:instr"] }
    #expect(fields == [" PAGE ", " NUMPAGES "])
  }

  @Test func `Repeats the head of a table, cuts no row, and draws bars as shaded paragraphs`() throws {
    let elements = try read(.table(Sample.table)).elements(of: "word/document.xml")
    #expect(elements.filter { $0.name == "w:tr" }.count == 3)
    #expect(elements.filter { $0.name == "w:cantSplit" }.count == 3)
    #expect(elements.filter { $0.name == "w:tblHeader" }.count == 1)
    #expect(
      elements.filter { $0.name == "w:tc" }.map(\.text) == [
        "月", "雨の日の数", "率", "図", "六月", "15", "50.0%", "", "七月", "0", "−", "",
      ])
    // Half of the column is shaded for one half, nothing for nothing.
    let widths = elements.filter { $0.name == "w:gridCol" }.compactMap { $0.attributes["w:w"].flatMap { Int($0) } }
    #expect(widths.reduce(0, +) == 11_906 - 2 * 1_134)
    let bars = elements.filter { $0.name == "w:shd" && $0.parents.last == "w:pPr" }
    #expect(bars.count == 1)
    let right = elements.first { $0.name == "w:ind" }?.attributes["w:right"]
    #expect(right == "\((widths[3] - 120) - (widths[3] - 120) / 2)")
    #expect(elements.last { $0.name == "w:p" && !$0.text.isEmpty }?.text.contains("色が濃いほど") == true)
  }

  @Test func `Tells a trend as a small table with a bar for each point and a dash for a gap`() throws {
    let trend = Document.Trend(title: "雨", points: [.init("六月", Sample.half), .init("七月", nil)])
    let elements = try read(.trend(trend)).elements(of: "word/document.xml")
    #expect(elements.filter { $0.name == "w:tc" }.map(\.text) == ["六月", "50.0%", "", "七月", "−", ""])
  }

  @Test func `Begins a page after a chapter that is one page`() throws {
    var document = Sample.document(.paragraph("雨"))
    document.chapters[0].isOnePage = true
    document.chapters += [.init(id: "b", heading: "第2", blocks: []), .init(id: "c", heading: "第3", blocks: [])]
    let elements = try ReadWord(document.word()).elements(of: "word/document.xml")
    let breaks = elements.indices.filter { elements[$0].name == "w:pageBreakBefore" }
    #expect(breaks.count == 1)
    let heading = elements[(breaks.first ?? 0)...].first { $0.name == "w:p" }
    #expect(heading?.text == "第2")
  }

  @Test func `No letter in a table of a chapter that is one page is below 10.5 points, in bold neither`() throws {
    var document = Sample.document(
      .table(.init(columns: [.init("月"), .init("率", isNumber: true)], rows: [[.marked("六月"), .rate(Sample.half)]])))
    document.chapters[0].isOnePage = true
    let elements = try ReadWord(document.word()).elements(of: "word/document.xml")
    let sizes = elements.filter { $0.name == "w:sz" }.map { $0.attributes["w:val"] }
    #expect(sizes == Array(repeating: "21", count: 4))
    #expect(elements.count { $0.name == "w:b" } == 1)
  }

  @Test func `Leaves two tables apart, and no cell without a paragraph`() throws {
    let elements = try read(.table(Sample.table), .table(Sample.table)).elements(of: "word/document.xml")
    let blocks = elements.filter { $0.parents.last == "w:body" }.map(\.name)
    for (first, second) in zip(blocks, blocks.dropFirst()) { #expect(first != "w:tbl" || second == "w:p") }
    let cells = elements.filter { $0.name == "w:tc" }.count
    #expect(elements.filter { $0.name == "w:p" && $0.parents.last == "w:tc" }.count == cells)
  }

  @Test func `Keeps hostile words as words`() throws {
    for text in Array(HostileTexts(seed: 7, count: 200)) + [Sample.hostile, "a\u{FFFE}b\u{FFFF}c\u{0}d\u{B}e"] {
      let document = Sample.document(
        .heading(text), .paragraph(text), .list([text]),
        .table(.init(columns: [.init(text)], rows: [[.text(text)]], notes: [text])), title: text, marks: [text])
      let word = try ReadWord(document.word())
      for part in word.parts { _ = try word.elements(of: part.name) }
      let paragraphs = try word.paragraphs()
      // Lead, title, heading, the five blocks of which the table has two cells and a note, and what sets the table apart.
      #expect(paragraphs.count == 10)
      let body = try #require(paragraphs.first { $0.style == "Normal" }).text
      #expect(!body.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF })
      #expect(paragraphs.first { $0.style == "ListParagraph" }?.text == body)
    }
    let kept = try read(.paragraph("<b>&\"'")).paragraphs().last
    #expect(kept?.text == "<b>&\"'")
  }
}
