import Inspection
import Testing

@Suite struct ReviewTests {
  private static let full = Review(
    lookedAt: ["点検の結果"], results: .init(needed: .notNeeded, reason: "軽い"),
    circumstances: .init(needed: .notNeeded, reason: "変わらない"), day: Sample.day("2027-03-01"), decidedBy: "議会運営委員会")

  @Test func `What is written is blank no more, and what has changed is asked where it makes the review needed`() {
    #expect(Self.full.blanks == [])
    #expect(Review().blanks == Review.Blank.allCases.filter { $0 != .circumstancesWhat })
    var review = Self.full
    review.day = nil
    #expect(review.blanks == [.day])
    review = Self.full
    review.circumstances.needed = .needed
    #expect(review.blanks == [.circumstancesWhat])
    review.changes = ["連絡アプリの導入"]
    #expect(review.blanks == [])
  }
}
