import Documents
import Inspection
import Reporting
import Testing

@Suite("A rate as a document prints it")
struct RatioOfRateTests {
  @Test func `Has its counts, and both percentages rounded half up from them`() {
    #expect(Ratio(Rate(2, of: 3)) == Ratio(2, of: 3, tenths: 667, whole: 67))
    // 69.45 % is 69.5 %, and 69 %: the whole percent is not rounded from the rounded one.
    #expect(Ratio(Rate(1_389, of: 2_000)) == Ratio(1_389, of: 2_000, tenths: 695, whole: 69))
    #expect(Ratio(Rate(0, of: 0)) == Ratio(0, of: 0, tenths: nil, whole: nil))
  }
}
