import Testing
import TextLayout

/// Expected widths are the columns by which tmux 3.3a moves its cursor for the same text.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("a", 1), ("あ", 2), ("ｱ", 1), ("漢", 2), ("𠮷", 2), ("①", 1), ("※", 1), ("㈱", 2), ("Ａ", 2), ("　", 2),
    ("—", 1), ("😀", 2),
  ])
  func `a scalar takes the cells of the terminal`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `half-width katakana with a voiced mark is one character and two cells`() {
    #expect("ｶﾞ".count == 1)
    #expect("ｶﾞ".displayWidth == 2)
  }

  @Test func `marks and selectors add nothing to their base`() {
    #expect("か\u{3099}".displayWidth == 2)
    #expect("葛\u{E0100}城".displayWidth == 4)
    #expect("e\u{301}".displayWidth == 1)
  }

  @Test func `a family of emoji is the sum of its members`() {
    #expect("👨‍👩‍👧‍👦".displayWidth == 8)
  }

  @Test func `what the C library does not know is shown as a geta mark`() {
    let unassigned: Character = "\u{378}"
    #expect(unassigned.shown == "〓")
    #expect(unassigned.displayWidth == 2)
  }

  @Test func `a mark without a base gets one`() {
    let mark: Character = "\u{3099}"
    #expect(mark.shown == "\u{25CC}\u{3099}")
    #expect(mark.displayWidth == 1)
  }

  /// UAX #11: A doubles; W, F, H, Na and N do not; a combining mark stays at nothing though its class is A.
  @Test func `where the terminal draws ambiguous characters wide, they and no others take two cells`() {
    let texts = [
      ("※", 2), ("①", 2), ("“", 2), ("×", 2), ("é", 2), ("あ", 2), ("ｱ", 1), ("x", 1), ("e\u{301}", 1),
    ]
    for (text, width) in texts { AmbiguousWidth.wide.apply { #expect(text.displayWidth == width, "\(text)") } }
    #expect("※①".displayWidth == 2)
  }
}
