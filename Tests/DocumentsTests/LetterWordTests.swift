import Documents
import Testing

@Suite("A letter as docx")
struct LetterWordTests {
  private var letter: Letter {
    var letter = Letter("雨具について")
    letter.marks = ["取扱注意"]
    letter.number = "見気第1号"
    letter.date = "令和8年6月1日"
    letter.addressees = ["皆様"]
    letter.sender = "見本気象台"
    letter.particulars = [.init("起案日", ""), .init("分類", "雨"), .init("年限", "1年")]
    letter.signOff = ["台長", "担当"]
    letter.paragraphs = ["　お願いします。"]
    letter.entriesHeading = "記"
    letter.entries = [.init("期限", "六月"), .init("持ち物", "傘", "長靴")]
    letter.tables = [Sample.table]
    letter.ending = "以上"
    letter.contact = ["電話 1"]
    return letter
  }

  private func slip(_ number: Int) -> Letter.Slip {
    .init(
      title: "札", person: "見本\(number)", key: .init("番号", "0\(number)"), rows: [.init("名", "見本")], notes: ["なくさない。"])
  }

  @Test func `Has its parts in the order of an official document, each page with its marks and number`() throws {
    let word = try ReadWord(letter.word())
    #expect(
      try word.paragraphs().map(\.text).filter { !$0.isEmpty } == [
        "見気第1号", "令和8年6月1日", "皆様", "見本気象台", "雨具について", "起案日", "分類", "雨", "年限", "1年", "台長", "担当", "　お願いします。",
        "記", "1　期限", "六月", "2　持ち物", "傘", "長靴", "月", "数", "率", "六月", "15", "50.0%", "七月", "0", "−", "注　作り物である。", "以上",
        "電話 1",
      ])
    #expect(try #require(try word.elements(of: "word/header1.xml").last).text == "［取扱注意］ ")
    #expect(try word.part("word/footer1.xml").contains("NUMPAGES"))
    #expect(try letter.word() == letter.word())
  }

  @Test func `A handout is in letters of 14 points under headings, and has no page number`() throws {
    var letter = letter
    letter.layout = .handout
    letter.highlight = "六月まで"
    let word = try ReadWord(letter.word())
    let paragraphs = try word.paragraphs()
    #expect(paragraphs.filter { $0.style == "Heading1" }.map(\.text) == ["1　期限", "2　持ち物"])
    #expect(paragraphs.contains { $0 == ("Highlight", "六月まで") })
    #expect(try word.part("word/styles.xml").contains("<w:rPrDefault><w:rPr>"))
    let sizes = try word.elements(of: "word/styles.xml")
    let body = try #require(sizes.first { $0.name == "w:sz" && $0.parents.contains("w:rPrDefault") })
    #expect(body.attributes["w:val"] == "28")
    #expect(!(try word.part("word/footer1.xml").contains("NUMPAGES")))
  }

  @Test(arguments: [(1, [2], 0), (8, [8], 0), (9, [8, 2], 1)])
  func `Has eight slips a page, the code as the largest on each`(count: Int, cells: [Int], breaks: Int) throws {
    var letter = Letter("配る紙")
    letter.slips = (1...count).map(slip)
    let word = try ReadWord(letter.word())
    let elements = try word.elements(of: "word/document.xml")
    let tables = elements.indices.filter { elements[$0].name == "w:tbl" }
    let ends = [0] + tables
    #expect(
      zip(ends, tables).map { from, to in elements[from..<to].count { $0.name == "w:tc" } } == cells)
    #expect(elements.count { $0.name == "w:pageBreakBefore" } == breaks)
    let paragraphs = try word.paragraphs()
    #expect(paragraphs.filter { $0.style == "SlipKey" }.map(\.text) == (1...count).map { "0\($0)" })
    #expect(paragraphs.contains { $0 == ("SlipField", "名　見本") })
  }
}
