import Inspection
import Testing

@Suite("A rate")
struct RateTests {
  @Test(arguments: [
    (1, 3, "33.3%"), (2, 3, "66.7%"), (31, 40, "77.5%"), (1, 16, "6.3%"), (1, 2_000, "0.1%"), (1, 2_001, "0.0%"),
    (0, 7, "0.0%"), (7, 7, "100.0%"), (999, 1_000, "99.9%"), (1_999, 2_000, "100.0%"),
  ])
  func `Is given to one decimal, half up`(numerator: Int, denominator: Int, text: String) {
    #expect(Rate(numerator, of: denominator).percent?.description == text)
  }

  @Test(arguments: [(1, 8, 13), (1, 3, 33), (2, 3, 67), (199, 200, 100), (0, 5, 0), (5, 11, 45)])
  func `In whole percent is rounded half up, and once`(numerator: Int, denominator: Int, percent: Int) {
    #expect(Rate(numerator, of: denominator).wholePercent == percent)
  }

  @Test func `Over nothing has no percent, not 0 %`() {
    #expect(Rate(0, of: 0).percent == nil)
    #expect(Rate(0, of: 0).wholePercent == nil)
  }

  @Test func `Is compared without rounding`() {
    #expect(Rate(1, of: 3).isLess(than: Rate(334, of: 1_000)))
    #expect(!Rate(1, of: 2).isLess(than: Rate(50, of: 100)))
    #expect(!Rate(0, of: 0).isLess(than: Rate(1, of: 1)))
  }
}
