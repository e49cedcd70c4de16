import Characters
import Testing

@Suite struct FoldingTests {
  @Test func `Full-width ASCII and the ideographic space become half-width`() {
    #expect("１２３　ＡＢｃ！？".folded() == "123 ABc!?")
  }

  // The 94 printable characters of JIS X 0201's Latin half, in the order of both blocks; ¥ and ‾ of that set are no ASCII.
  @Test func `Each of the 94 full-width forms has its own half-width one`() {
    let narrow = (0x21...0x7E).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    let wide = (0xFF01...0xFF5E).compactMap { Unicode.Scalar($0).map(String.init) }.joined()
    #expect(wide.unicodeScalars.count == 94)
    #expect(wide.folded() == narrow)
    #expect(narrow.folded() == narrow)
  }

  @Test(arguments: [
    "①", "㈱", "ｶﾞ", "が", "葛\u{E0100}", "〜", "￥", "￣", "￠", "￦", "｟", "ア", "゛",
  ])
  func `Nothing else changes; it is not NFKC`(text: String) {
    #expect(Array(text.folded().unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `A full-width letter is folded under a mark that combines with it`() {
    #expect(Array("Ａ\u{301}".folded().unicodeScalars) == ["A", "\u{301}"])
  }
}
