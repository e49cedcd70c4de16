import Inspection
import Testing

@Suite struct TimestampTests {
  // What `date -d '2026-11-24T20:55:33+09:00' +%s` prints.
  private let moment = Timestamp(secondsSinceEpoch: 1_795_521_333)

  @Test func `A moment is written in Japan Standard Time (RFC 3339)`() {
    #expect(moment.rfc3339 == "2026-11-24T20:55:33+09:00")
    #expect(Timestamp(secondsSinceEpoch: 0).rfc3339 == "1970-01-01T09:00:00+09:00")
    #expect(Timestamp(secondsSinceEpoch: -32_401).rfc3339 == "1969-12-31T23:59:59+09:00")
  }

  @Test func `The day changes at midnight in Tokyo, which is 15:00 UTC`() throws {
    let before = try #require(Timestamp(rfc3339: "2026-11-24T14:59:59Z"))
    let after = try #require(Timestamp(rfc3339: "2026-11-24T15:00:00Z"))
    #expect(before.day.iso == "2026-11-24")
    #expect(after.day.iso == "2026-11-25")
  }

  @Test func `Any whole-minute offset names the same moment`() {
    for text in ["2026-11-24T20:55:33+09:00", "2026-11-24T11:55:33Z", "2026-11-24T06:25:33-05:30"] {
      #expect(Timestamp(rfc3339: text) == moment, "\(text)")
    }
  }

  @Test(arguments: [
    "2026-11-24", "2026-11-24T20:55:33", "2026-11-24 20:55:33Z", "2026-11-24T24:00:00Z", "2026-02-30T00:00:00Z",
    "2026-11-24T20:55:33+0900", "", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59",
  ])
  func `Anything else is refused`(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }
}
