import Formats
import Inspection
import Practice
import Storage
import Testing

@Suite("Slip codes") struct SlipCodesTests {
  private let people = ["m01", "m02"].map { Respondent(id: RespondentID($0), name: "議員", kana: "", role: .member) }

  @Test func `A code lets in its person and nobody else`() throws {
    var generator = SplitMix64(seed: 1)
    var done: [Int] = []
    let (slips, entries) = try SlipCodes.make(for: people, using: &generator) { done.append($0) }
    #expect(done == [1, 2])
    #expect(entries.map(\.number) == ["001", "002"])
    #expect(slips.map { String($0.code.digits.prefix(3)) } == ["001", "002"])
    #expect(slips.map { SlipCodes.respondent(with: $0.code, in: entries) } == ["m01", "m02"])
    let wrong = try #require(CheckedNumber(payload: "00112345678"))
    let nobody = try #require(CheckedNumber(payload: "00312345678"))
    #expect(SlipCodes.respondent(with: wrong, in: entries) == nil)
    #expect(SlipCodes.respondent(with: nobody, in: entries) == nil)
    // The folder keeps a hash and no digit of the secret.
    for (slip, entry) in zip(slips, entries) {
      #expect(entry.hash.hasPrefix("$argon2id$"))
      #expect(!entry.hash.contains(slip.code.digits.dropFirst(3).prefix(8)))
    }
  }

  @Test func `A hash that is none lets nobody in`() throws {
    var generator = SplitMix64(seed: 2)
    var (slips, entries) = try SlipCodes.make(for: Array(people.prefix(1)), using: &generator) { _ in }
    let code = try #require(slips.popLast()?.code)
    for broken in ["", "$argon2id$", String(repeating: "x", count: 500)] {
      entries[0].hash = broken
      #expect(SlipCodes.respondent(with: code, in: entries) == nil)
    }
  }

  @Test func `More than 999 people are refused before any code is made`() {
    var generator = SplitMix64(seed: 3)
    let crowd = (1...1_000).map { Respondent(id: RespondentID("m\($0)"), name: "議員", kana: "", role: .member) }
    #expect(throws: StorageError.tooManyPeople(limit: 999)) {
      try SlipCodes.make(for: crowd, using: &generator) { _ in Issue.record("a code was made") }
    }
  }
}
