import Testing
import TextLayout
import TextSamples

@Suite struct PrintableTests {
  @Test func `ordinary text stays as it is`() {
    let text = "会議中に席を離れるときは、葛\u{E0100}城さんの①端末…👨‍👩‍👧‍👦 ｶﾞ"
    #expect(text.printable == text)
  }

  @Test(arguments: [
    ("\u{1B}[31m赤\u{1B}[0m", "[31m赤[0m"),  // escape sequences lose their ESC
    ("\u{1B}]0;題\u{07}", "]0;題"),
    ("\u{9B}2J消", "2J消"),  // C1 control sequence introducer
    ("あ\u{0}\u{8}\u{7F}い", "あい"),
    ("\u{FEFF}見出し", "見出し"),
    ("甲\u{202E}乙\u{2066}丙\u{200F}", "甲乙丙"),  // bidirectional controls of UAX #9
    ("甲\u{200B}乙\u{2060}丙\u{AD}丁\u{E0041}\u{3164}", "甲乙丙丁"),  // what is not drawn
    ("\u{FE0F}甲\u{200D}", "甲"),  // a selector and a joiner without a neighbour
  ])
  func `what would change the terminal, or is not seen, is removed`(text: String, shown: String) {
    #expect(text.printable == shown)
  }

  @Test func `tabs and line ends become a space on one row`() {
    #expect("一\t二\n三\r\n四\u{2028}五".printable == "一 二 三 四 五")
  }

  @Test func `line ends are kept as LF on several rows`() {
    #expect("一\t二\n三\r\n四\r五\u{2029}六".printableLines == "一 二\n三\n四\n五\n六")
  }

  @Test func `a mark behind a removed control does not fall on the character before it`() {
    #expect("か\u{1B}\u{3099}".printable == "か\u{25CC}\u{3099}")
  }

  /// U+1160–U+11FF (UAX #11, UAX #29): of no width behind the first letter, and no mark.
  @Test func `a later letter of a Hangul syllable that stands alone is shown as one that is not known`() {
    #expect("\u{11DF}".printable == "〓" && "\u{11DF}".displayWidth == 2)
    #expect("\u{1112}\u{1161}\u{11AB}".printable == "\u{1112}\u{1161}\u{11AB}")
  }

  @Test func `printable text stays the same when it is made printable again`() {
    let once = "\u{3099}\u{378}\u{1B}あ\tい\u{11DF}".printable
    #expect(once.printable == once)
  }

  @Test func `sanitized text keeps what is only shown differently`() {
    #expect("\u{378}\u{1B}[1mあ\nい".sanitized == "\u{378}[1mあ い")
    #expect("\u{378}\u{1B}[1mあ\r\nい".sanitizedLines == "\u{378}[1mあ\nい")
  }

  @Test func `messages show what is not seen by its number`() {
    #expect("r8\u{200B}-1\u{1B}[2J\u{E0041}".revealed == "r8<U+200B>-1<U+001B>[2J<U+E0041>")
    #expect("葛\u{E0100}\u{E0101}城".revealed == "葛\u{E0100}<U+E0101>城")
    #expect("葛\u{E0100}城 👨‍👩‍👧 ｶﾞ".revealed == "葛\u{E0100}城 👨‍👩‍👧 ｶﾞ")
    #expect("一\n二\t三".revealed == "一 二 三")
  }

  @Test func `a text field takes a selector or a joiner whose base was typed before`() {
    #expect("\u{FE0F}".typedLines.unicodeScalars.elementsEqual("\u{FE0F}".unicodeScalars))
    #expect("\u{200D}\u{200B}\u{1B}".typedLines.unicodeScalars.elementsEqual("\u{200D}".unicodeScalars))
  }

  /// Default_Ignorable_Code_Point and Cc of the Unicode Character Database; selectors and joiners stay behind a base.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `nothing that is not seen is left in any text, and what is left takes the cells it is said to`(seed: UInt64) {
    for text in HostileTexts(seed: seed, count: 300) {
      for shown in [text.printable, text.sanitized, text.revealed] {
        #expect(
          !shown.unicodeScalars.contains {
            $0.properties.generalCategory == .control
              || ($0.properties.isDefaultIgnorableCodePoint && !$0.properties.isVariationSelector && $0 != "\u{200D}")
          }, "\(text.debugDescription)")
      }
      #expect(text.printable.printable == text.printable, "\(text.debugDescription)")
    }
  }
}
