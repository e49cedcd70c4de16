import Documents
import Testing
import Workbook

@Suite("A workbook")
struct WorkbookTests {
  private func spreadsheet(
    _ rows: [[Document.Table.Cell]], notes: [String] = [], cover: Spreadsheet.Cover? = nil,
    bars: [Worksheet.Bars] = [], charts: [Worksheet.Chart] = []
  ) -> Spreadsheet {
    let columns = ["番号", "率", "数"].prefix(rows.first?.count ?? 0).enumerated().map { index, title in
      Document.Table.Column(title, isNumber: index > 0)
    }
    return .sample(
      [
        Worksheet(
          name: "項目", table: Document.Table(columns: columns, rows: rows, notes: notes), bars: bars, charts: charts)
      ], cover: cover)
  }

  /// The cells of the table's rows, as Excel's own reader finds them.
  private func cells(_ rows: [[Document.Table.Cell]]) async throws -> [[ReadCell]] {
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: spreadsheet(rows)))
    return Array(try #require(sheets.first).rows.dropFirst(2).prefix(rows.count))
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

  @Test func `Tells a rate that is a concern by a mark that no number loses, and a change by its sign`() async throws {
    var low = Ratio(1, of: 3, tenths: 333, whole: 33)
    low.isConcern = true
    let cells = try await cells([
      [.text("a"), .rate(low), .points(tenths: 44)], [.text("b"), .rate(low), .points(tenths: -44)],
    ])
    #expect(cells[0][1...] == [.init("0.333", "n", "\"*\"0.0%"), .init("4.4", "n", "+0.0;-0.0;0.0")])
    #expect(cells[1][2] == .init("-4.4", "n", "+0.0;-0.0;0.0"))
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

  @Test func `Is one table under a title, with a heading and first columns that stay in sight, and the notes apart`()
    async throws
  {
    let book = spreadsheet([[.text("M-PHY-01"), .count(1)], [.text("M-PHY-02"), .count(2)]], notes: ["延べである。"])
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book))
    let sheet = try #require(sheets.first)
    #expect(sheet.name == "項目")
    #expect(sheet.rows.map { $0.first?.value } == ["結果 項目 取扱注意 案", "番号", "M-PHY-01", "M-PHY-02", "", "注 延べである。"])
    #expect(sheet.tables == ["表_項目 A2:B4 A2:B4"])
    #expect(sheet.frozen == "B3")
    #expect(sheet.printed.wholeMatch(of: /A2:[A-Z]+6/) != nil)
    #expect(sheet.paper == "9 landscape 100 $2:$2")
    #expect((sheet.header, sheet.footer) == ("結果　項目|取扱注意 案", "&P／&N"))
    #expect(sheet.properties == ["結果", "見本の点検回", "議会局", "2025-11-24T16:00:00"])
  }

  @Test func `Begins with its cover in words, which leads to the sheets`() async throws {
    let cover = Spreadsheet.Cover(
      name: "要点", lines: [.heading("1 結果"), .text("=1+1"), .link(to: "項目", "一行に一つの項目")])
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: spreadsheet([[.text("a")]], cover: cover)))
    #expect(sheets.map(\.name) == ["要点", "項目"])
    #expect(sheets[0].rows.map { $0[0].value } == ["結果 取扱注意 案", "", "1 結果", "=1+1", "項目：一行に一つの項目"])
    #expect(sheets[0].tables.isEmpty && sheets[0].paper.hasPrefix("9 portrait 100"))
  }

  @Test func `Draws bars in the cells of the columns that are named`() async throws {
    let rate = Document.Table.Cell.rate(Ratio(1, of: 2, tenths: 500, whole: 50))
    let book = spreadsheet([[.text("a"), rate], [.text("b"), rate]], bars: [.init("率")])
    #expect(try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book)).first?.conditional == ["B3:B4"])
  }

  @Test(arguments: [Worksheet.Chart.Kind.bars, .line])
  func `Draws each chart of the rows that it names, and says in words what it shows`(kind: Worksheet.Chart.Kind)
    async throws
  {
    let rate = Document.Table.Cell.rate(Ratio(1, of: 2, tenths: 500, whole: 50))
    func chart(_ name: String, _ rows: ClosedRange<Int>) -> Worksheet.Chart {
      Worksheet.Chart(kind, title: name, names: "番号", rates: "率", rows: rows, description: "\(name)のグラフ")
    }
    let book = spreadsheet(
      [[.text("a"), rate], [.text("b"), rate], [.text("c"), rate]], charts: [chart("議員", 0...1), chart("職員", 2...2)])
    let sheet = try #require(try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book)).first)
    #expect(sheet.charts == ["項目!$A$3:$A$4 項目!$B$3:$B$4", "項目!$A$5 項目!$B$5"])
    #expect(sheet.alternatives == ["議員のグラフ", "職員のグラフ"])
  }

  /// In points: 30 for the heading, 16 for each row, 210 for bars of four rows with the space around them; a page has 480.
  @Test(arguments: [(14, [Int]()), (15, [18])])
  func `Charts stand on a page of their own where the table leaves no room`(rows: Int, breaks: [Int]) async throws {
    let rate = Document.Table.Cell.rate(Ratio(1, of: 2, tenths: 500, whole: 50))
    let chart = Worksheet.Chart(.bars, title: "議員", names: "番号", rates: "率", rows: 0...3, description: "議員のグラフ")
    let book = spreadsheet((1...rows).map { [.text("a\($0)"), rate] }, charts: [chart])
    #expect(try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: book)).first?.rowBreaks == breaks)
  }
}

extension Spreadsheet {
  static func sample(_ worksheets: [Worksheet], cover: Cover? = nil) -> Spreadsheet {
    Spreadsheet(
      title: "結果", marks: ["取扱注意", "案"],
      properties: .init(subject: "見本の点検回", author: "議会局", created: 1_764_000_000), cover: cover, worksheets: worksheets)
  }
}
