import Documents
import Testing

@Suite("A document as text")
struct DocumentTextTests {
  /// What stands below the chapter's heading.
  private func body(_ blocks: Document.Block...) -> [String] {
    var document = Sample.document()
    document.chapters[0].blocks = blocks
    return document.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropFirst(8)
      .dropLast()
  }

  @Test
  func `Has the marks and the lead at the right, the title in the middle, and a rule above and below each heading`() {
    let rule = String(repeating: "=", count: 80)
    #expect(
      Sample.document(.paragraph("降った。"), marks: ["取扱注意", "案"]).text
        == String(repeating: " ", count: 68) + "取扱注意　案\n" + String(repeating: " ", count: 70) + "見本気象台\n\n"
        + String(repeating: " ", count: 37) + "雨の日\n\n\(rule)\n第1 雨\n\(rule)\n  降った。\n")
  }

  @Test
  func `Sets a table in columns with bars of its own, a minus over nothing, and below it what short titles stand for`()
  {
    #expect(
      body(.table(Sample.table)) == [
        "月    数     率", "----  --  -----  --------------------", "六月  15  50.0%  ##########..........", "七月   0      −",
        "注 数：雨の日の数", "注 作り物である。",
      ])
  }

  @Test func `Leaves no empty line between a sentence and its list, one between lists' neighbours and headings`() {
    #expect(
      body(
        .heading("(1) 上"), .heading("(2) 下", level: 2), .paragraph("次のとおり。"), .list(["一", "二"]), .list(["三"]),
        .paragraph("終わり。"))
        == ["(1) 上", "", "(2) 下", "  次のとおり。", "  - 一", "  - 二", "  - 三", "", "  終わり。"])
  }

  @Test func `Says a trend in words, with a minus for a gap`() {
    let trend = Document.Trend(title: "雨", points: [.init("去年", Sample.half), .init("今年", nil)])
    #expect(body(.trend(trend)) == ["  雨：去年 50.0%、今年 −"])
  }

  @Test func `Colours no terminal, turns no direction, and keeps to 80 cells`() {
    let long = String(repeating: "長", count: 90)
    let text = Sample.document(.paragraph(Sample.hostile + long), .list([Sample.hostile + long])).text
    #expect(text.contains("\n  [31m赤|*太字*\n  # <b>見出し</b> [連結]") && text.contains("  - [31m赤|*太字*"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    let widest = text.split(separator: "\n").map { $0.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }.max()
    #expect((widest ?? 0) <= 80)
  }
}

@Suite("A ratio")
struct RatioTests {
  @Test func `Is printed to one decimal, with its counts where it is asked for`() {
    #expect(Ratio(31, of: 40, tenths: 775, whole: 78).textWithCounts == "77.5%（31／40）")
    #expect(Ratio(1, of: 1_000, tenths: 1, whole: 0).text == "0.1%")
    #expect(Ratio(4, of: 4, tenths: 1_000, whole: 100).text == "100.0%")
  }

  @Test func `Over nothing is a minus, never 0 %`() {
    #expect([Sample.none.text, Sample.none.textWithCounts] == ["−", "−"])
  }
}

@Suite("The formats")
struct DocumentFormatTests {
  @Test func `End their files as other programs expect`() {
    #expect(DocumentFormat.allCases.map(\.rawValue) == ["text", "markdown", "html", "docx", "xlsx", "csv", "json"])
    #expect(DocumentFormat.allCases.map(\.fileExtension) == ["txt", "md", "html", "docx", "xlsx", "csv", "json"])
  }
}
