import Characters
import Testing

@Suite struct DigitsTests {
  @Test func `Digits of either width have their value`() {
    #expect("0123456789".unicodeScalars.map(\.digit) == Array(0...9))
    #expect("０１２３４５６７８９".unicodeScalars.map(\.digit) == Array(0...9))
  }

  @Test(arguments: "①一壱⒈Ⅰ²१٣/:／：Ａ".unicodeScalars.map { $0 })
  func `No other number is a digit`(scalar: Unicode.Scalar) { #expect(scalar.digit == nil) }

  @Test func `A number has the digits it must have and nothing else`() {
    #expect("07".number(digits: 2...2) == 7)
    #expect("2026-11-24".prefix(4).number(digits: 4...4) == 2026)
    for text in ["", "7", "007", "+7", "-7", "７７", " 7", "7 ", "1_0", "一七"] {
      #expect(text.number(digits: 2...2) == nil, "\(text)")
    }
  }

  @Test func `Strokes are what people put between groups of digits`() {
    // U+002D, the dashes of General Punctuation, the minus sign, and ー in both widths of JIS X 0208 and 0201.
    let strokes = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{30FC}\u{FF70}"
    #expect((strokes + "－".folded()).unicodeScalars.map(\.isStroke) == Array(repeating: true, count: 11))
    #expect("－_~〜/・一".unicodeScalars.map(\.isStroke) == Array(repeating: false, count: 7))
  }
}
