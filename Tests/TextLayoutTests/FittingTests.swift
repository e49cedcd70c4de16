import Testing
import TextLayout

@Suite struct FittingTests {
  @Test func `clipping never halves a character`() {
    #expect("漢字".clipped(to: 3) == "漢")
    #expect("aｶﾞ".clipped(to: 2) == "a")
    #expect("漢字".clipped(to: 4) == "漢字")
    #expect("漢字".clipped(to: 0) == "")
  }

  @Test func `padding fills to the exact cells`() {
    #expect("漢".padded(to: 5) == "漢   ")
    #expect("漢".padded(to: 5, .right) == "   漢")
    #expect("漢".padded(to: 5, .centre) == " 漢  ")
    #expect("漢字".padded(to: 3) == "漢 ")
  }
}
