import Characters
import Testing

@Suite struct TrimmingTests {
  // White_Space of Unicode 16 (PropList.txt).
  private static let whiteSpace: [Unicode.Scalar] =
    ["\t", "\n", "\u{B}", "\u{C}", "\r", " ", "\u{85}", "\u{A0}", "\u{1680}"]
    + (0x2000...0x200A).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}"]

  @Test(arguments: whiteSpace) func `White space goes at either end and stays in between`(space: Unicode.Scalar) {
    let space = String(space)
    #expect("\(space)議員\(space)01\(space)\(space)".trimmed() == "議員\(space)01")
    #expect("\(space)議員\(space)01\(space)".withoutWhiteSpace() == "議員01")
    #expect(space.isBlank)
  }

  @Test func `Nothing but white space is blank, and empty when it is trimmed`() {
    for text in ["", " ", "　\r\n\t"] {
      #expect(text.isBlank)
      #expect(text.trimmed().nonEmpty == nil)
    }
    #expect(!" 議 ".isBlank)
    #expect(" 議 ".trimmed().nonEmpty == "議")
  }

  @Test(arguments: ["\u{200B}", "\u{2060}", "\u{FEFF}", "\u{180E}", "\u{3164}"])
  func `What only looks like white space stays`(text: String) {
    #expect(!text.isBlank)
    #expect(Array(text.trimmed().unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `A mark on a space is no white space`() {
    #expect(Array("\u{3000}\u{3099} ".trimmed().unicodeScalars) == ["\u{3099}"])
  }

  @Test func `A part of a text is trimmed like a whole one`() {
    #expect("回答： はい （1）".dropFirst(3).prefix(4).trimmed() == "はい")
  }
}
