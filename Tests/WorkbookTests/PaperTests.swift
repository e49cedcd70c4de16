import Documents
import Testing
import Workbook

@Suite("A worksheet on A4") struct PaperTests {
  private func read(_ columns: [Document.Table.Column], _ row: [Document.Table.Cell], frozen: Int = 1) async throws
    -> ReadWorksheet
  {
    let sheet = Worksheet(
      name: "項目", table: Document.Table(columns: columns, rows: [row]), frozenColumns: frozen)
    return try #require(try await ReadWorksheet.all(in: WorkbookWriter.bytes(of: .sample([sheet]))).first)
  }

  private let words = String(repeating: "あ", count: 60)

  /// Letters of 10 points at 80 % are the 8 that can be read.
  @Test(arguments: [(1, 100), (2, 80), (6, 80), (30, 80)])
  func `Is made smaller to fit its width, but never below 8 points`(columns: Int, scale: Int) async throws {
    let sheet = try await read(
      (1...columns).map { .init("列\($0)") }, (1...columns).map { _ in .text(words) })
    #expect(Int(sheet.paper.split(separator: " ")[2]).map { $0 >= scale } == true)
    #expect(sheet.smallestPrinted >= 8)
  }

  @Test func `Goes on beside under the same first columns where even narrow words leave no room`() async throws {
    let numbers = (1...40).map { Document.Table.Column("数\($0)", isNumber: true) }
    let sheet = try await read(
      [.init("番号"), .init("名")] + numbers, [.text("a"), .text("b")] + numbers.map { _ in .count(100) }, frozen: 2)
    #expect(sheet.repeatedColumns == "$A:$B")
    #expect(!sheet.columnBreaks.isEmpty)
    #expect(sheet.smallestPrinted >= 8)
  }

  @Test func `Is one page wide where its words can give way`() async throws {
    let sheet = try await read((1...5).map { .init("列\($0)") }, (1...5).map { _ in .text(words) })
    #expect(sheet.columnBreaks.isEmpty)
  }
}
