import Formats
import Inspection
import Testing

@Suite("The list of slip codes") struct SlipsFormatTests {
  private func code() throws -> CheckedNumber { try #require(CheckedNumber(payload: "00112345678")) }

  private func table(_ rows: [[String]]) -> [UInt8] { CSVWriter.bytes([SlipsFormat.headings] + rows) }

  @Test func `is read as it was written, whatever an id begins with`() throws {
    let code = try code()
    let codes = try SlipsFormat.decode(
      table([["m01", "議員01", "議員", code.grouped], ["-x", "議員02", "議員", code.grouped], ["*", "", "組織", code.digits]]))
    #expect(codes == ["m01": code, "-x": code, "*": code])
  }

  @Test func `is read in any order of its columns`() throws {
    let code = try code()
    #expect(try SlipsFormat.decode(Array("点検コード,番号\n\(code.digits),m01\n".utf8)) == ["m01": code])
  }

  private func faults(_ bytes: [UInt8]) -> [TableFault<SlipDetail>] {
    do throws(TableError<SlipDetail>) {
      _ = try SlipsFormat.decode(bytes)
      return []
    } catch { return error.faults }
  }

  @Test func `is refused with the line of a broken code, a missing column or a number that occurs twice`() throws {
    let code = try code()
    let rows = [
      ["m01", "", "", code.digits], ["m02", "", "", "1234-5678-9012"], ["m03", "", "", ""],
      ["m01", "", "", code.digits],
    ]
    #expect(
      faults(table(rows)) == [
        .init(.row(.malformedCode), line: 3), .init(.empty(column: "点検コード"), line: 4),
        .init(.duplicate("m01", column: "番号"), line: 5),
      ])
    #expect(faults(Array("番号\nm01\n".utf8)) == [.init(.missingColumn("点検コード"), line: 1)])
    #expect(faults(Array("\"番号".utf8)) == [.init(.openQuote, line: 1)])
  }
}
