import Formats
import Testing

@Suite("CSV for Excel") struct CSVWriterTests {
  private func text(_ rows: [[String]]) -> String {
    String(decoding: CSVWriter.bytes(rows).dropFirst(3), as: UTF8.self)
  }

  @Test func `A byte order mark stands first`() {
    #expect(CSVWriter.bytes([]) == [0xEF, 0xBB, 0xBF])
  }

  /// RFC 4180, 2.
  @Test func `Every field is quoted and every line ends in CRLF`() {
    #expect(text([["番号", "氏名"], ["m01", "議員\"01\"\n,"]]) == "\"番号\",\"氏名\"\r\n\"m01\",\"議員\"\"01\"\"\n,\"\r\n")
  }

  /// OWASP, CSV Injection.
  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\r\n=1", "\n=1", "＝1", "＋1", "－1", "＠A", "=\u{301}1",
  ])
  func `What a spreadsheet would calculate is made text`(_ field: String) {
    #expect(text([[field]]) == "\"'\(field)\"\r\n")
  }

  @Test(arguments: ["議員01", "1-2", "a=b", " =1", "", "'=1"])
  func `Other text is left as it is`(_ field: String) {
    #expect(text([[field]]) == "\"\(field)\"\r\n")
  }
}

@Suite("CSV in CP932") struct CSVEncodingTests {
  @Test func `Has no byte order mark and the bytes of Microsoft's table`() throws {
    #expect(try CSVWriter.bytes([["議員"]], in: .cp932) == [0x22, 0x8B, 0x63, 0x88, 0xF5, 0x22, 0x0D, 0x0A])
    #expect(try CSVWriter.bytes([["議員"]], in: .utf8) == CSVWriter.bytes([["議員"]]))
  }

  @Test func `Names the field and the character it cannot hold`() {
    let rows = [["番号", "内容"], ["M-PHY-01", "髙い"], ["M-PHY-02", "あ𠮷〜"]]
    #expect(throws: UnencodableField(row: 3, column: "内容", character: "𠮷")) {
      try CSVWriter.bytes(rows, in: .cp932)
    }
  }
}
