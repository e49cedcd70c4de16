import Formats
import Inspection
import Interview
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 提出を取り消す.
@Suite("Taking a hand-in out again")
struct RoundWithdrawalTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  /// Hands a member's answers in with an opinion; gives the 回答番号.
  private func handIn(opinion: String = "研修を増やしてください") throws -> CheckedNumber {
    let before = try numbers
    try venue.keepAnsweredDraft(of: "m01")
    let script: [ScriptedDisplay.Step] =
      .asFirstMember + .doing(1, 1) + .wanting(.submit(text: opinion)) + .doing(1) + .doing(1, 2)
    _ = try RoundVisit(to: RoundFolder(venue.folder.path)).run(on: ScriptedDisplay(script), in: venue.surroundings)
    return try #require(try numbers.subtracting(before).first)
  }

  private var numbers: Set<CheckedNumber> {
    get throws { Set(try venue.box.lines(of: .sheet).compactMap { CheckedNumber(written: $0.name) }) }
  }

  private func withdraw(_ id: String, _ number: CheckedNumber) throws {
    try RoundWithdrawal.withdraw(id, number, from: venue.folder.path, at: venue.now)
  }

  private var kinds: [RoundEvent.Kind] { get throws { try RoundFolder(venue.folder.path).events.map(\.kind) } }

  /// Neither box nor log is written.
  private func expectRefusal(_ refusal: RoundWithdrawal.Refusal, of id: String, _ number: CheckedNumber) throws {
    let before = try [venue.text("r8-1/box.ndjson"), venue.text("r8-1/round.log")]
    #expect(throws: refusal) { try withdraw(id, number) }
    #expect(try [venue.text("r8-1/box.ndjson"), venue.text("r8-1/round.log")] == before)
  }

  @Test func `Submission and sheet are gone, the opinion stays, and the log says whose it was`() throws {
    let number = try handIn()
    try withdraw("m01", number)
    #expect(try venue.box.counts == Box.Counts(opinions: 1))
    #expect(try kinds == [.opened, .withdrawn("m01")])
    // A sheet's number stands beside no name.
    #expect(try !venue.text("r8-1/round.log").contains(number.digits))
  }

  @Test func `The person can hand in again, and counts once`() throws {
    let first = try handIn()
    try withdraw("m01", first)
    let second = try handIn(opinion: "")
    #expect(second != first)
    #expect(try venue.box.submitted == ["m01"])
    #expect(try numbers == [second])
  }

  @Test func `Nobody else's hand-in is touched, nor a damaged line`() throws {
    let number = try handIn()
    var box = try venue.box
    let other = Submission(
      respondent: "m02", role: .member, receipt: "123456", day: venue.now.day, entry: Draft.Entry(mode: .me),
      consent: nil)
    box.put(SubmissionFormat.line(of: other))
    box.addDamaged(Array("何か".utf8))
    try venue.folder.write(box)
    try withdraw("m01", number)
    #expect(try venue.box.submitted == ["m02"])
    #expect(try venue.box.damaged.map(\.bytes) == [Array("何か".utf8)[...]])
  }

  // MARK: Refusals

  @Test func `A closed round gives nothing back`() throws {
    let number = try handIn()
    try venue.close()
    try expectRefusal(.closed, of: "m01", number)
  }

  @Test func `Who is not on the roster is told so`() throws {
    let number = try handIn()
    try expectRefusal(.notOnRoster("m09", roster: venue.folder.path + "/roster.csv"), of: "m09", number)
  }

  @Test func `Who has not handed in cannot withdraw with another's number`() throws {
    let number = try handIn()
    try expectRefusal(.notHandedIn("m02"), of: "m02", number)
  }

  @Test func `Without the right 回答番号 it cannot be done`() throws {
    _ = try handIn()
    try expectRefusal(.unknownNumber, of: "m01", try #require(CheckedNumber(payload: "00000000000")))
  }

  @Test func `A sheet of another role or signed by another person is not this person's`() throws {
    _ = try handIn()
    let reference = try venue.library.checklist(of: .organisation).reference
    var box = try venue.box
    for (payload, role, signer) in [
      ("00000000001", Role.organisation, "o01"), ("00000000002", .member, "m02"),
    ] as [(String, Role, RespondentID)] {
      let number = try #require(CheckedNumber(payload: payload))
      box.put(
        SheetFormat.line(
          of: Sheet(
            id: number, round: "r8-1", checklist: reference, role: role, answers: [],
            signature: Sheet.Signature(respondent: signer, notes: [:], plans: [:]))))
      try venue.folder.write(box)
      try expectRefusal(.unknownNumber, of: "m01", number)
    }
  }

  @Test func `A box whose counts do not fit stops it`() throws {
    let number = try handIn()
    let rows = try venue.text("r8-1/box.ndjson").split(separator: "\n")
    let left = rows.dropFirst().joined(separator: "\n") + "\n"
    _ = try venue.write(left, to: "r8-1/box.ndjson")
    #expect(throws: StorageError.self) { try withdraw("m01", number) }
    #expect(try venue.text("r8-1/box.ndjson") == left)
    #expect(try kinds == [.opened])
  }
}
