import Formats
import Inspection
import Testing

@Suite("The syntax of JSON") struct JSONSyntaxTests {
  private func error(_ bytes: [UInt8]) throws -> DocumentError? {
    try jsonError(bytes) { bytes, reader throws(DocumentError) in try OpinionFormat.decode(bytes, with: reader) }
  }

  /// The byte of each fault is counted in the text by hand; あ is three bytes.
  @Test(arguments: [
    ("{\"text\": }", 9), ("{\"text\" 1}", 8), ("{\"text\": 1,}", 11), ("{text: 1}", 1), ("[1,,2]", 3), ("[1 2]", 3),
    ("{\"あ\": tru}", 8), ("{\"text\": 1} x", 12),
  ])
  func `The byte of a fault is told`(_ text: String, _ byte: Int) throws {
    #expect(try error(Array(text.utf8)) == .syntax(byte: byte))
  }

  @Test(arguments: ["", " ", "\"abc", "{\"text\": \"a\u{1}\"}", "[NaN]", "{\"text\": \"\\q\"}", "{\"a\": 1"])
  func `What is not JSON is refused even where the byte is unknown`(_ text: String) throws {
    guard case .syntax? = try error(Array(text.utf8)) else {
      Issue.record("\(text) was taken for JSON")
      return
    }
  }

  @Test func `Bytes that are not UTF-8 are told apart`() throws {
    #expect(try error([0x7B, 0x22, 0xFF, 0x22, 0x7D]) == .notUTF8(byte: 2))
  }

  @Test func `Nesting without end is refused`() throws {
    #expect(try error([UInt8](repeating: UInt8(ascii: "["), count: 200_000)) != nil)
  }

  @Test func `A duplicate key is found in an object of any size`() throws {
    for count in [2, 16, 17, 50_000] {
      let members = (0..<count - 1).map { "\"k\($0)\": true" } + ["\"k0\": false"]
      let text = DraftFormatTests.text(profile: "{\(members.joined(separator: ","))}")
      let fault = try jsonFault(text) { bytes, reader throws(DocumentError) in
        try DraftFormat.decode(bytes, with: reader)
      }
      #expect(fault == Fault(.duplicateKey, at: DocumentPath().key("profile").key("k0")), "\(count) members")
    }
  }
}
