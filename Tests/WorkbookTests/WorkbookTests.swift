import Documents
import Testing
import Workbook

@Suite("A workbook")
struct WorkbookTests {
  private func spreadsheet(
    _ rows: [[Document.Table.Cell]], name: String = "項目別", notes: [String] = [], chart: Worksheet.Chart? = nil
  ) -> Spreadsheet {
    let columns = ["番号", "率", "数"].prefix(rows.first?.count ?? 0).enumerated().map { index, title in
      Document.Table.Column(title, isNumber: index > 0)
    }
    return Spreadsheet(
      title: "結果", marks: ["取扱注意", "案"], created: 1_764_000_000,
      worksheets: [
        Worksheet(name: name, table: Document.Table(columns: columns, rows: rows, notes: notes), chart: chart)
      ])
  }

  /// The cells of the table's rows, as Excel's own reader finds them.
  private func cells(_ rows: [[Document.Table.Cell]]) async throws -> [[ReadCell]] {
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: spreadsheet(rows)))
    return Array(try #require(sheets.first).rows.dropFirst(3).prefix(rows.count))
  }

  @Test func `Is a ZIP archive whose bytes depend on the spreadsheet alone`() throws {
    let first = try WorkbookWriter.bytes(of: spreadsheet([[.text("M-PHY-01")]]))
    #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try WorkbookWriter.bytes(of: spreadsheet([[.text("M-PHY-01")]])) == first)
    #expect(try WorkbookWriter.bytes(of: spreadsheet([[.text("M-PHY-02")]])) != first)
  }

  @Test func `Has rates to one decimal, public rates in whole percent, and counts with a comma for each third digit`()
    async throws
  {
    let cells = try await cells([
      [.text("M-PHY-01"), .rate(Ratio(1, of: 3, tenths: 333, whole: 33)), .count(1_234)],
      [.text("M-PHY-02"), .whole(70), .share(3, of: 10)],
    ])
    #expect(
      cells == [
        [.init("M-PHY-01"), .init("0.333", "n", "0.0%"), .init("1234", "n", "#,##0")],
        [.init("M-PHY-02"), .init("0.7", "n", "0%"), .init("3", "n", "#,##0")],
      ])
  }

  @Test func `Has a minus for a rate over nothing, never 0 %, and leaves bars to its own charts`() async throws {
    let none = Ratio(0, of: 0, tenths: nil, whole: nil)
    let cells = try await cells([
      [.text("a"), .rate(none), .whole(nil)], [.text("b"), .bar(Ratio(1, of: 2, tenths: 500, whole: 50)), .count(0)],
    ])
    #expect(cells[0] == [.init("a"), .init("−", "s", "0.0%"), .init("−", "s", "0%")])
    #expect(cells[1][1].value == "")
    #expect(cells[1][2] == .init("0", "n", "#,##0"))
  }

  @Test(arguments: [
    ("=1+1", "=1+1"), ("001", "001"), ("\u{1B}[31m\u{0}赤", "[31m赤"), ("\u{FFFE}白\u{FFFF}", "白"),
    ("二\n行", "二 行"), ("<b>&\"", "<b>&\""),
    // 32,767 units of UTF-16 at most, and no half of a pair.
    (String(repeating: "𠮷", count: 40_000), String(repeating: "𠮷", count: 16_383)),
  ])
  func `Keeps any text as words, without what no reader of XML would take and without controls`(
    _ text: String, shown: String
  ) async throws {
    #expect(try await cells([[.text(text)]]) == [[.init(shown)]])
  }

  @Test
  func `Begins with title and marks, and ends with the notes, over a table that can be filtered and stays in sight`()
    async throws
  {
    let book = spreadsheet([[.text("M-PHY-01"), .count(1)], [.text("M-PHY-02"), .count(2)]], notes: ["延べである。"])
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book))
    let sheet = try #require(sheets.first)
    #expect(sheet.name == "項目別")
    #expect(sheet.rows.map { $0.first?.value } == ["結果 項目別 取扱注意 案", "", "番号", "M-PHY-01", "M-PHY-02", "注 延べである。"])
    #expect((sheet.frozen, sheet.filter) == ("A4", "A3:B5"))
    #expect(sheet.paper == "9")
    #expect((sheet.header, sheet.footer) == ("結果|取扱注意 案", "&P／&N"))
    #expect(sheet.created == "2025-11-24T16:00:00")
  }

  @Test func `Draws a chart for each series, of the rows that it names`() async throws {
    let rate = Document.Table.Cell.rate(Ratio(1, of: 2, tenths: 500, whole: 50))
    let book = spreadsheet(
      [[.text("a"), rate], [.text("b"), rate], [.text("c"), rate]],
      chart: .init(
        title: "分野別の実施率", names: 0, rates: 1,
        series: [.init(name: "議員", rows: 0...1), .init(name: "職員", rows: 2...2)]))
    let sheet = try #require(try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book)).first)
    #expect(sheet.charts == ["項目別!$A$4:$A$5 項目別!$B$4:$B$5", "項目別!$A$6 項目別!$B$6"])
  }

  @Test func `Says so when a worksheet cannot be made, and gives nothing`() {
    #expect(throws: WorkbookError.self) { try WorkbookWriter.bytes(of: spreadsheet([[.text("")]], name: "[表]")) }
  }
}
