import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The summary as worksheets")
struct SummarySpreadsheetTests {
  private func names(_ summary: DisclosedSummary) -> [String] {
    SummarySpreadsheet.spreadsheet(of: summary).worksheets.map(\.name)
  }

  private func sheet(_ summary: DisclosedSummary, _ name: String) throws -> Worksheet {
    try #require(SummarySpreadsheet.spreadsheet(of: summary).worksheets.first { $0.name == name })
  }

  @Test func `Has a sheet for every table that is shown`() throws {
    #expect(
      names(try Example.disclosed()) == [
        "要点", "概要", "提出", "分野別", "項目別", "条項別", "脅威別", "性質別", "資産別", "省令8項目", "数に入れない項目", "組織", "定めのない決まり", "改善の候補",
        "執行機関に伝えること",
        "見直しの検討",
        "除外した票", "注記",
      ])
    #expect(names(try Example.disclosed(to: .everyone)) == ["要点", "提出", "分野別", "組織", "除外した票", "注記"])
    #expect(names(try Example.disclosed(members: 9)).contains("課題の多い項目"))
    #expect(names(try Example.disclosed(members: 4)).contains { $0.hasSuffix("別") } == false)
    #expect(names(try Example.disclosed(closed: false)) == ["要点", "概要", "提出", "定めのない決まり", "注記"])
  }

  @Test func `Has in every row a cell for each column`() throws {
    for audience in Audience.allCases {
      for sheet in SummarySpreadsheet.spreadsheet(of: try Example.disclosed(to: audience)).worksheets {
        for row in sheet.table.rows { #expect(row.count == sheet.table.columns.count, "\(sheet.name)") }
      }
    }
  }

  @Test func `Gives rates and counts as values`() throws {
    let table = try sheet(try Example.disclosed(), "項目別").table
    let row = try #require(table.rows.first { $0.contains(.text("M-PHY-01")) })
    let value = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.title), row))
    #expect(value["設問"] == .text("会議の資料を決められた場所に置いてM-PHY-01を守っていますか。"))
    #expect(value["名"] == .text("置き場所M-PHY-01") && value["重要度"] == .text("高"))
    #expect(value["実施率"] == .rate(Rate(7, of: 10)))
    #expect(value["はい"] == .count(7))
    #expect(value["いいえ"] == .count(3))
    #expect(value["対象"] == .count(10))
  }

  @Test func `Draws the sections of each role that has figures`() throws {
    let sheet = try sheet(try Example.disclosed(), "分野別")
    #expect(sheet.chart?.series == [.init(name: "議員", rows: 0...0)])
    #expect(sheet.table.columns[3...4].map(\.title) == ["項目数", "実施率"])
    #expect(sheet.chart?.rates == 4)
    // M-PHY-01 alone: nobody answered M-PHY-02.
    #expect(sheet.table.rows[0][3] == .count(1))
  }

  @Test func `Sets each earlier round beside this one, and leaves empty what cannot be compared`() throws {
    // Seven of fourteen; then nine sheets, which show no tables; now seven of ten.
    let summary = try Example.compared(to: [14, 9])
    let rounds = try sheet(summary, "前回比較").table
    let values = rounds.rows.map { Dictionary(uniqueKeysWithValues: zip(rounds.columns.map(\.title), $0)) }
    // All items and each section of the first, and one row for the second.
    try #require(values.count == 3)
    #expect(values.map { $0["分野"] } == [.text("全体"), .text("物理的セキュリティ"), .text("全体")])
    #expect(values[0]["前の点検回"] == .text("令和6年度 第1回"))
    // M-PHY-01, the one item that 実施率 is of.
    #expect((values[0]["同じ設問"], values[0]["今回の設問"]) == (.count(1), .count(1)))
    #expect((values[0]["前の実施率"], values[0]["今回の実施率"]) == (.rate(Rate(7, of: 14)), .rate(Rate(7, of: 10))))
    #expect((values[0]["前の対象"], values[0]["今回の対象"]) == (.count(14), .count(10)))
    #expect((values[1]["同じ設問"], values[1]["前の実施率"]) == (.count(1), .rate(Rate(7, of: 14))))
    #expect((values[2]["前の点検回"], values[2]["前の実施率"]) == (.text("令和7年度 第1回"), .text("")))

    let items = try sheet(summary, "前回比較の項目別").table
    let row = try #require(items.rows.first { $0.contains(.text("M-PHY-01")) })
    let item = Dictionary(uniqueKeysWithValues: zip(items.columns.map(\.title), row))
    // Of the seven who answered いいえ three are left: four fewer.
    #expect((item["実施率 令和6年度 第1回"], item["人数の違い 令和6年度 第1回"]) == (.rate(Rate(7, of: 14)), .count(4)))
    #expect((item["実施率 令和7年度 第1回"], item["今回の実施率"]) == (.text(""), .rate(Rate(7, of: 10))))
    for row in items.rows + rounds.rows { #expect([items, rounds].contains { $0.columns.count == row.count }) }
    #expect(!names(try Example.disclosed()).contains("前回比較"))
  }

  @Test func `For the public has whole percents and no counts behind them`() throws {
    let table = try sheet(try Example.disclosed(to: .everyone), "分野別").table
    #expect(table.rows == [[.text("議員"), .text("PHY"), .text("物理的セキュリティ"), .count(1), .whole(70)]])
  }
}
