import Documents
import Testing
import Workbook

/// What libxlsxwriter writes in silence and Excel then says it has to repair.
@Suite("What Excel would object to is refused, and nothing is written") struct TableRulesTests {
  private func sheet(
    _ name: String = "項目", _ titles: [String] = ["番号", "数"], rows: [[Document.Table.Cell]] = [[.text("a"), .count(1)]],
    bars: [Worksheet.Bars] = []
  ) -> Worksheet {
    Worksheet(
      name: name, table: Document.Table(columns: titles.map { .init($0) }, rows: rows), bars: bars)
  }

  private func fault(_ sheets: Worksheet...) -> WorkbookError? {
    do throws(WorkbookError) {
      _ = try WorkbookWriter.bytes(of: .sample(sheets))
      return nil
    } catch { return error }
  }

  @Test func `A table without a row, or with a row that is not as long as its heading`() {
    #expect(fault(sheet(rows: [])) == .table(.noRow(sheet: "項目")))
    #expect(fault(sheet(rows: [[.text("a")]])) == .table(.unevenRow(sheet: "項目")))
  }

  @Test(arguments: [["番号", "番号"], ["No", "NO"]])
  func `Two equal headings in one table, in letters of either case`(_ titles: [String]) {
    #expect(fault(sheet("項目", titles)) == .table(.equalHeadings(sheet: "項目", titles[1])))
  }

  @Test func `A heading that is empty or over 255 characters`() {
    let (most, more) = (String(repeating: "あ", count: 255), String(repeating: "あ", count: 256))
    #expect(fault(sheet("項目", ["番号", most])) == nil)
    #expect(fault(sheet("項目", ["番号", more])) == .table(.badHeading(sheet: "項目", more)))
    #expect(fault(sheet("項目", ["番号", ""])) == .table(.badHeading(sheet: "項目", "")))
  }

  @Test func `Two tables of one name, also where only marks tell their sheets apart`() {
    #expect(fault(sheet("項目・率"), sheet("項目率")) == .table(.equalNames("表_項目率")))
  }

  @Test func `Bars of a column that is not there`() {
    #expect(fault(sheet(bars: [.init("率")])) == .table(.noSuchColumn(sheet: "項目", "率")))
  }

  /// `R1` and `AB12` are cells, and no name of a table.
  @Test(arguments: ["R1", "AB12", "R", "C", "1回", "分野・条項など"])
  func `A table is named after its sheet as no cell is`(_ name: String) async throws {
    let sheets = try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: .sample([sheet(name)])))
    let written = try #require(sheets.first?.tables.first)
    #expect(written.hasPrefix("表_") && !written.contains("・"))
  }

  @Test(arguments: ["[表]", "a:b", "a/b", "a\\b", "a?", "a*", String(repeating: "表", count: 32)])
  func `A name that no sheet may have`(_ name: String) {
    #expect(fault(sheet(name)) != nil)
  }

  @Test func `A sheet's name of 31 characters is none`() {
    #expect(fault(sheet(String(repeating: "表", count: 31))) == nil)
  }
}
