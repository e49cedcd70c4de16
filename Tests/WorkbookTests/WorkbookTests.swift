import Aggregation
import Inspection
import Reporting
import Testing
import Workbook

/// The cells themselves are read by another program in the journeys.
@Suite("A workbook")
struct WorkbookTests {
  private func spreadsheet(_ text: String, name: String = "項目別") -> Spreadsheet {
    Spreadsheet(
      title: "結果", marks: ["取扱注意"], created: Timestamp(secondsSinceEpoch: 1_764_000_000),
      sheets: [
        .init(
          name: name,
          table: ReportTable(
            columns: [.init("番号"), .init("実施率", isNumber: true)], rows: [[.text(text), .rate(Rate(1, of: 3))]]))
      ])
  }

  @Test("is a ZIP archive whose bytes depend on the spreadsheet alone")
  func bytes() throws {
    let first = try WorkbookWriter.bytes(of: spreadsheet("M-PHY-01"))
    #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    #expect(try WorkbookWriter.bytes(of: spreadsheet("M-PHY-01")) == first)
    #expect(try WorkbookWriter.bytes(of: spreadsheet("M-PHY-02")) != first)
  }

  @Test(
    "takes any text", arguments: ["", "\u{1B}[31m\u{0}", "\u{FFFE}\u{FFFF}", String(repeating: "𠮷", count: 40_000)])
  func anyText(_ text: String) throws {
    #expect(!(try WorkbookWriter.bytes(of: spreadsheet(text)).isEmpty))
  }

  @Test("says so when a sheet cannot be made, and gives nothing")
  func refused() {
    #expect(throws: WorkbookError.self) { try WorkbookWriter.bytes(of: spreadsheet("", name: "[表]")) }
  }
}
