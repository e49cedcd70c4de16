import Formats
import Testing

/// Bytes from Microsoft's table of code page 932.
@Suite("CP932") struct CP932Tests {
  @Test(arguments: [
    ("議員", [0x8B, 0x63, 0x88, 0xF5] as [UInt8]), ("①", [0x87, 0x40]), ("㈱", [0x87, 0x8A]), ("ｱ", [0xB1]),
    ("髙", [0xFB, 0xFC]), ("～―￥", [0x81, 0x60, 0x81, 0x5C, 0x81, 0x8F]), ("A\\~\r\n", [0x41, 0x5C, 0x7E, 0x0D, 0x0A]),
  ])
  func `Text and bytes turn into each other`(_ text: String, _ bytes: [UInt8]) {
    #expect(CP932.encode(text) == bytes)
    #expect(CP932.decode(bytes) == text)
  }

  /// ¥ — 〜 have look-alikes in the table, が in two scalars has none (docs/design.md 10).
  @Test(arguments: ["¥", "—", "〜", "𠮷", "葛\u{E0100}", "か\u{3099}", "😀", "한"])
  func `A character that would not come back the same is not held`(_ character: String) {
    #expect(CP932.encode("あ" + character) == nil)
    #expect(CP932.firstUnencodable(in: "あ" + character + "〜") == character.first)
  }

  @Test(arguments: [[0x81] as [UInt8], [0x81, 0x20], [0xFF], [0xA0, 0xFD]])
  func `Bytes of no character are refused`(_ bytes: [UInt8]) {
    #expect(CP932.decode(bytes) == nil)
  }

  @Test func `Nothing is nothing`() {
    #expect(CP932.encode("") == [])
    #expect(CP932.decode([] as [UInt8]) == "")
  }
}
