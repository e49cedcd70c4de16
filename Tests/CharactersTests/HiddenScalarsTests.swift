import Characters
import Testing

/// Expected values are the properties of the Unicode Character Database, as the standard library has them.
@Suite struct HiddenScalarsTests {
  private static var all: some Sequence<Unicode.Scalar> {
    (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap { Unicode.Scalar($0) }
  }

  @Test func `Controls, separators of lines and what is not drawn are hidden, but for selectors and ZWJ`() {
    let wrong = Self.all.filter { scalar in
      let properties = scalar.properties
      let isExpected =
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector && scalar != "\u{200D}"
        }
      return scalar.isHidden != isExpected
    }
    #expect(Array(wrong) == [])
  }

  @Test func `Selectors and ZWJ join, and nothing else`() {
    let wrong = Self.all.filter { ($0.properties.isVariationSelector || $0 == "\u{200D}") != $0.isJoining }
    #expect(Array(wrong) == [])
  }

  @Test func `All marks of the bidirectional algorithm are hidden`() {
    #expect(Self.all.allSatisfy { !$0.properties.isBidiControl || $0.isHidden })
  }

  // A form of 葛, a family, a heart on fire, a flag of two emoji, a keycap, a decomposed が, kana with a half-width mark.
  @Test(arguments: [
    "葛\u{E0100}", "👨\u{200D}👩\u{200D}👧", "❤\u{FE0F}\u{200D}🔥", "🏳\u{FE0F}\u{200D}🌈", "1\u{FE0F}\u{20E3}", "か\u{3099}",
    "ｶﾞ",
  ])
  func `What shapes a character that is seen belongs to it`(text: String) {
    #expect(text.map(\.seen).joined() == text)
    #expect(text.firstHidden == nil)
    #expect(text.isSeen)
  }

  @Test(
    arguments: [
      ("甲\u{200B}乙", "甲乙", "\u{200B}"), ("甲\u{AD}", "甲", "\u{AD}"), ("\u{FE0F}甲", "甲", "\u{FE0F}"),
      // Nothing to join, on either side; a second selector; a selector behind a space, or behind what is hidden itself.
      ("甲\u{200D}", "甲", "\u{200D}"), ("\u{200D}👨", "👨", "\u{200D}"),
      ("葛\u{E0100}\u{E0101}", "葛\u{E0100}", "\u{E0101}"), (" \u{FE0F}甲", " 甲", "\u{FE0F}"),
      ("葛\u{034F}\u{E0100}", "葛", "\u{034F}"),
      // A variation sequence begins with a base (Unicode 23.4), not with a mark.
      ("か\u{3099}\u{FE0F}", "か\u{3099}", "\u{FE0F}"),
      // A black flag with the tags of a country.
      ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴", "\u{E0067}"), ("\u{3164}甲", "甲", "\u{3164}"),
    ] as [(String, String, Unicode.Scalar)])
  func `What nobody sees is found and left out`(text: String, seen: String, first: Unicode.Scalar) {
    #expect(Array(text.map(\.seen).joined().unicodeScalars) == Array(seen.unicodeScalars))
    #expect(text.firstHidden == first)
    #expect(!text.isSeen)
  }

  @Test func `Tabs and line ends stand in texts, but not in names`() {
    #expect("甲\t乙\r\n丙".firstHidden == nil)
    for text in ["甲\t", "甲\n", "甲\r"] { #expect(!text.isSeen) }
  }

  @Test(arguments: [
    ("", true), ("甲A1", true), ("甲 乙", false), ("甲\n", false), ("甲\u{200B}", false), ("葛\u{E0100}", false),
  ])
  func `Plain is what has neither white space nor anything that is hidden or joins`(text: String, isPlain: Bool) {
    #expect(text.isPlain == isPlain)
  }

  @Test func `A number is written as Unicode writes it`() {
    #expect((["\u{7}", "\u{200B}", "\u{E0041}"] as [Unicode.Scalar]).map(\.hexadecimal) == ["0007", "200B", "E0041"])
  }
}
