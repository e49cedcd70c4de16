import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("What several assemblies answered together, as it is told")
struct CombinedReportTests {
  /// Members of `count` assemblies who answer はい `0…` times of ten, with hostile names of assembly, round and item.
  private static func combination(of count: Int) throws -> Combination {
    let summaries = (0..<count).map { number in
      let item = AssemblySummary.Item(
        id: "M-PHY-01", revision: 2, label: "1-2", question: "=紙を片付けていますか。", table: .practice,
        tally: Tally(yes: number, no: 10 - number))
      let few = AssemblySummary.Item(
        id: ItemID("M-PHY-0\(number + 2)"), revision: 1, label: "少", question: "少ない。", table: .practice,
        tally: Tally(yes: 10))
      return AssemblySummary(
        assembly: "見本\(number)町議会\(Example.hostile)", code: nil, round: "r", roundTitle: Example.hostile,
        isRegular: true,
        fiscalYear: 2026, opens: Example.day, isClosed: true, isDraft: false, isPublic: false, edition: 1,
        digest: "\(number)",
        roles: [
          .member: AssemblySummary.RolePart(
            handIn: Rate(10, of: 11), items: [item, few],
            sections: [.init(id: "PHY", title: "物理", items: [item.id, few.id])],
            ordinance: [.init(id: "3", title: "物理な対策", items: [item.id])])
        ])
    }
    return try #require(Combination(of: summaries))
  }

  @Test func `The text tells rates with the number of assemblies, and quartiles from ten on`() throws {
    let few = CombinedReport(of: try Self.combination(of: 3)).document.text
    #expect(few.contains(/M-PHY-01 +1-2 +3 +3 +30 +10\.0%/))
    #expect(few.contains("議員：3議会、提出率90.9%（30／33）"))
    #expect(few.contains("3議会に満たず、数に入れない項目：M-PHY-02 版1、M-PHY-03 版1、M-PHY-04 版1"))
    #expect(!few.contains("第1四分位"))
    let many = CombinedReport(of: try Self.combination(of: 10)).document.text
    #expect(many.contains(/M-PHY-01 +1-2 +10 +45 +100 +45\.0% +22\.5% +45\.0% +67\.5%/))
  }

  @Test func `A row of the CSV has the counts of one item, domain or number, and nothing for Excel to change`() throws {
    let rows = CombinedTables.rows(of: try Self.combination(of: 10))
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(
      rows.map { $0.prefix(3).joined(separator: "/") } == [
        "区分/表/番号", "議員/全体/", "議員/分野別/PHY", "議員/省令8項目/第3号", "議員/項目別/M-PHY-01",
      ])
    #expect(
      rows.last == [
        "議員", "項目別", "M-PHY-01", "2", "'1-2", "=紙を片付けていますか。", "10", "45", "0", "0", "55", "0", "0", "0", "45",
        "100", "45.0", "22.5", "45.0", "67.5",
      ])
  }

  @Test func `Each worksheet is whole, and names stand on a sheet of their own`() throws {
    let spreadsheet = CombinedTables.spreadsheet(of: try Self.combination(of: 3))
    #expect(spreadsheet.worksheets.map(\.name) == ["分野など", "項目", "数に入れない項目など", "合わせた議会"])
    #expect(spreadsheet.cover?.lines.isEmpty == false)
    #expect(Set(spreadsheet.worksheets[0].table.rows.map { $0[1].text }) == ["全体", "分野別", "省令8項目"])
    for worksheet in spreadsheet.worksheets {
      #expect(worksheet.table.rows.allSatisfy { $0.count == worksheet.table.columns.count }, "\(worksheet.name)")
      let isNamed = worksheet.table.rows.joined().contains { $0.text.contains("町議会") }
      #expect(isNamed == (worksheet.name == "合わせた議会"))
    }
  }

  @Test func `No word of a file reaches the terminal as it is`() throws {
    let text = CombinedReport(of: try Self.combination(of: 3)).document.text
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
  }
}
