import Inspection
import Testing

@Suite struct FoldingTests {
  @Test func `Full-width ASCII and the ideographic space become half-width`() {
    #expect("１２３　ＡＢｃ！？".folded() == "123 ABc!?")
  }

  @Test(arguments: ["①", "㈱", "ｶﾞ", "が", "葛\u{E0100}", "〜", "￥"])
  func `Nothing else changes; it is not NFKC`(text: String) {
    #expect(Array(text.folded().unicodeScalars) == Array(text.unicodeScalars))
  }
}
