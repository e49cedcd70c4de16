import Formats
import Inspection
import Practice
import Storage
import Testing

@Suite("Handing in for many at once") struct HandInTogetherTests {
  private let sample: SampleRound
  private let first: Draft
  private let second: Draft

  init() throws {
    sample = try SampleRound()
    (first, second) = try (sample.draft(of: "m01"), sample.draft(of: "m02"))
    for draft in [first, second] { try sample.drafts.save(draft) }
  }

  /// - Parameter seed: another one draws other numbers; under its own number a form is the same hand-in again.
  private func handIn(_ drafts: [Draft], seed: UInt64 = 1) throws -> Set<RespondentID> {
    var generator = SplitMix64(seed: seed)
    let handIns = try drafts.map { (handIn: try sample.handIn(by: #require($0.respondent)), draft: $0) }
    return try HandIn.performTogether(handIns, in: sample.folder.path, using: &generator, at: sample.now)
  }

  private func isKept(_ draft: Draft) throws -> Bool {
    try sample.drafts.load(sample.drafts.path(of: draft)) == draft
  }

  @Test func `All are in the box, the log holds their number, and the drafts have gone`() throws {
    #expect(try handIn([first, second]) == [])
    #expect(try sample.box.counts == Box.Counts(submissions: 2, sheets: 2))
    #expect(try sample.current.events.map(\.kind) == [.opened, .received(forms: 2)])
    #expect(try !isKept(first) && !isKept(second))
  }

  @Test func `Of those who have handed in meanwhile nothing is changed, and they are named`() throws {
    #expect(try handIn([first]) == [])
    let submission = try sample.submission(of: "m01")
    try sample.drafts.save(first)
    #expect(try handIn([first, second], seed: 2) == ["m01"])
    #expect(try sample.submission(of: "m01") == submission)
    #expect(try sample.current.events.map(\.kind) == [.opened, .received(forms: 1), .received(forms: 1)])
    #expect(try isKept(first) && !isKept(second))
    // Where it is all of them, nothing is written.
    let (box, log) = try (sample.bytes("box.ndjson"), sample.bytes("round.log"))
    #expect(try handIn([first], seed: 3) == ["m01"])
    #expect(try (sample.bytes("box.ndjson"), sample.bytes("round.log")) == (box, log))
  }

  @Test func `A closed round takes nobody`() throws {
    try sample.log(.closed(box: Digest.hexadecimal(of: sample.bytes("box.ndjson"))))
    let box = try sample.bytes("box.ndjson")
    #expect(throws: HandInRefusal.roundClosed) { try handIn([first, second]) }
    #expect(try sample.bytes("box.ndjson") == box)
    #expect(try isKept(first) && isKept(second))
  }
}
