import Aggregation
import Inspection
import Reporting
import Testing

@Suite("The summary as sheets")
struct SummarySpreadsheetTests {
  private func names(_ summary: DisclosedSummary) -> [String] {
    SummarySpreadsheet.sheets(of: summary).sheets.map(\.name)
  }

  private func sheet(_ summary: DisclosedSummary, _ name: String) throws -> Spreadsheet.Sheet {
    try #require(SummarySpreadsheet.sheets(of: summary).sheets.first { $0.name == name })
  }

  @Test("has a sheet for every table that is shown")
  func sheets() throws {
    #expect(
      names(try Example.disclosed()) == [
        "概要", "提出", "分野別", "項目別", "条項別", "脅威別", "性質別", "資産別", "省令8項目", "組織", "定めのない決まり", "改善の候補", "点検票の見直しの候補",
        "見直しの検討",
        "除外した票", "注記",
      ])
    #expect(names(try Example.disclosed(to: .everyone)) == ["概要", "提出", "分野別", "組織", "除外した票", "注記"])
    #expect(names(try Example.disclosed(members: 9)).contains("課題の多い項目"))
    #expect(names(try Example.disclosed(members: 4)).contains { $0.hasSuffix("別") } == false)
    #expect(names(try Example.disclosed(closed: false)) == ["概要", "提出", "定めのない決まり", "注記"])
  }

  @Test("has in every row a cell for each column")
  func shape() throws {
    for audience in Audience.allCases {
      for sheet in SummarySpreadsheet.sheets(of: try Example.disclosed(to: audience)).sheets {
        for row in sheet.table.rows { #expect(row.count == sheet.table.columns.count, "\(sheet.name)") }
      }
    }
  }

  @Test("gives rates and counts as values")
  func figures() throws {
    let table = try sheet(try Example.disclosed(), "項目別").table
    let row = try #require(table.rows.first { $0.contains(.text("M-PHY-01")) })
    let value = Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.title), row))
    #expect(value["実施率"] == .rate(Rate(7, of: 10)))
    #expect(value["はい"] == .count(7))
    #expect(value["いいえ"] == .count(3))
    #expect(value["対象"] == .count(10))
  }

  @Test("draws the domains of each role that has figures")
  func chart() throws {
    let sheet = try sheet(try Example.disclosed(), "分野別")
    #expect(sheet.chart?.series == [.init(name: "議員", rows: 0...0)])
    #expect(sheet.table.columns[3].title == "実施率")
  }

  @Test("for the public has whole percents and no counts behind them")
  func publicEdition() throws {
    let table = try sheet(try Example.disclosed(to: .everyone), "分野別").table
    #expect(table.rows == [[.text("議員"), .text("PHY"), .text("物理的セキュリティ"), .whole(70)]])
  }
}
