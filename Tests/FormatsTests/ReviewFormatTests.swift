import Formats
import Inspection
import Testing

@Suite("review.yaml") struct ReviewFormatTests {
  private func decode(_ text: String) throws -> Review { try ReviewFormat.decode(Array(text.utf8)) }

  @Test func `Every key is read`() throws {
    let review = try decode(
      """
      format: tenken.review/1
      lookedAt:
        - "点検結果の報告"
        - 事故の記録
      results:
        needed: 否
        reason: 実施率が高い。
      circumstances:
        needed: 要
        reason: 条文が想定していない。
        what: ["連絡アプリの導入"]
      day: "2027-04-20"
      decidedBy: 議会運営委員会
      """)
    #expect(
      review
        == Review(
          lookedAt: ["点検結果の報告", "事故の記録"], results: .init(needed: .notNeeded, reason: "実施率が高い。"),
          circumstances: .init(needed: .needed, reason: "条文が想定していない。"), changes: ["連絡アプリの導入"],
          day: CalendarDay(iso: "2027-04-20"), decidedBy: "議会運営委員会"))
    #expect(review.blanks == [])
  }

  @Test func `The form holds no decision and lists what to look at`() throws {
    let bytes = ReviewFormat.blank(for: Samples.round, questions: ["省令が施行される。"])
    let review = try ReviewFormat.decode(bytes)
    #expect(review.isBlank)
    // Not what has changed, as long as nobody says that it makes a review needed.
    #expect(review.blanks == Review.Blank.allCases.filter { $0 != .circumstancesWhat })
    #expect(String(decoding: bytes, as: UTF8.self).contains("#   - 省令が施行される。\n"))
  }

  @Test(arguments: ["", "results:\n  needed:\n  reason: \"\"\n", "lookedAt: ~\nday: null\ndecidedBy: \"  \"\n"])
  func `What is left out or blank is not decided`(_ text: String) throws {
    #expect(try decode("format: tenken.review/1\n" + text).isBlank)
  }

  @Test func `A change that makes a review needed must be named`() throws {
    let review = try decode("format: tenken.review/1\ncircumstances: {needed: 要, reason: 古い}\n")
    #expect(review.blanks.contains(.circumstancesWhat))
  }

  @Test func `All faults are told at once by line and column`() throws {
    let text = """
      format: tenken.review/1
      lookedAt: 報告
      results:
        needed: はい
        why: 低い
      day: きのう
      """
    let found = faults { () throws(YAMLError) in try ReviewFormat.decode(Array(text.utf8)) }
    #expect(found?.map(\.position) == [(2, 11), (4, 11), (5, 3), (6, 6)].map { TextPosition(line: $0, column: $1) })
    #expect(
      found?.map(\.fault.kind) == [
        .wrongType(expected: "list"), .unknownValue(found: "はい", allowed: ["要", "否"]), .unknownKey,
        .wrongType(expected: "day"),
      ])
  }
}
