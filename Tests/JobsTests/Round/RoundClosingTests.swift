import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 締め切る: without --early only when the day of the deadline is over.
@Suite("Closing a round and opening it again")
struct RoundClosingTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.makeRound()
  }

  private func close(early: Bool = false, at time: Timestamp) throws {
    office.now = time
    try office.close(early: early)
  }

  private func boxDigest(_ name: String = "r8-1") throws -> String {
    Digest.hexadecimal(of: Array(try office.text(name + "/box.ndjson").utf8))
  }

  @Test func `Until the last second of the deadline's day it has to be meant`() throws {
    #expect(throws: RoundClosing.Refusal.deadlineAhead(Office.deadline)) { try close(at: Office.deadline.lastSecond) }
    #expect(try office.round().status.closed == nil)
    #expect(office.told.isEmpty)
    try close(early: true, at: Office.deadline.lastSecond)
    #expect(try office.round().status.closed == Office.deadline.lastSecond)
  }

  @Test func `The day after it is done without a word more`() throws {
    let midnight = Timestamp(secondsSinceEpoch: Office.deadline.lastSecond.secondsSinceEpoch + 1)
    try close(at: midnight)
    #expect(try office.round().status.closed == midnight)
    #expect(office.told == [.closed(round: office.path("r8-1"))])
  }

  @Test func `A deadline that was moved is the one that counts`() throws {
    let moved = Office.deadline.adding(days: 3)
    try RoundExtension.extend(office.path("r8-1"), until: moved, because: "会期の延長", at: office.now)
    #expect(throws: RoundClosing.Refusal.deadlineAhead(moved)) { try close(at: moved.noon) }
    try close(at: moved.adding(days: 1).noon)
  }

  @Test func `A round of one day is closed the day after`() throws {
    try office.makeRound("ichinichi", Office.wanted(deadline: Office.opens))
    func closeThat(at time: Timestamp) throws {
      office.now = time
      try office.close("ichinichi", early: false)
    }
    #expect(throws: RoundClosing.Refusal.deadlineAhead(Office.opens)) { try closeThat(at: Office.opens.noon) }
    try closeThat(at: Office.opens.adding(days: 1).noon)
  }

  @Test func `It is closed once`() throws {
    try close(early: true, at: Office.opens.noon)
    #expect(throws: RoundClosing.Refusal.alreadyClosed(on: Office.opens)) {
      try close(early: true, at: Office.deadline.noon)
    }
    #expect(try office.round().events.map(\.kind) == [.opened, .closed(box: try boxDigest())])
  }

  @Test func `The log holds the digest of the box as it was, and closing changes no byte of it`() throws {
    let folder = try office.makePracticeRound(closed: false)
    let before = try office.text("r/box.ndjson")
    try office.close("r")
    #expect(try office.round("r").status.closedBox == boxDigest("r"))
    #expect(try office.text("r/box.ndjson") == before)
    #expect(try !folder.box().damaged.isEmpty)
  }

  @Test func `A box whose counts do not fit is not closed`() throws {
    try office.makePracticeRound(closed: false)
    let rows = try office.text("r/box.ndjson").split(separator: "\n")
    try office.write(rows.dropFirst().joined(separator: "\n") + "\n", to: "r/box.ndjson")
    #expect {
      try office.close("r")
    } throws: { error in
      guard case StorageError.box(office.path("r/box.ndjson"), .counts) = error else { return false }
      return true
    }
    #expect(try office.round("r").status.closed == nil)
  }

  @Test func `Drafts of people who have handed in go with the closing, and others stay`() throws {
    func draft(_ id: RespondentID) throws -> Draft {
      let reference = try office.round().checklist(of: .member).reference
      return Draft(
        round: "r8-1", checklist: reference, role: .member, respondent: id, entry: Draft.Entry(mode: .me),
        started: office.now)
    }
    for id in ["m01", "m02"] as [RespondentID] { try office.drafts.save(draft(id)) }
    let submission = Submission(
      respondent: "m01", role: .member, receipt: "123456", day: Office.opens, entry: Draft.Entry(mode: .me),
      consent: nil)
    try office.change { $0.put(SubmissionFormat.line(of: submission)) }
    try office.close()
    #expect(try office.names(in: "data/r8-1") == ["m02.json"])
  }

  @Test func `Opened again, it has its box, and the log and the status the reason`() throws {
    let folder = try office.makePracticeRound(closed: false)
    let before = try office.text("r/box.ndjson")
    office.now = Office.deadline.noon
    try office.close("r")
    let later = Office.deadline.adding(days: 1).noon
    try RoundClosing.reopen(folder.path, because: "日付の誤り", clock: { later })
    #expect(try office.text("r/box.ndjson") == before)
    let status = try office.round("r").status
    #expect(status.closed == nil && status.closedBox == nil)
    #expect(status.reopened == RoundStatus.Reopening(at: later, reason: "日付の誤り"))
  }

  @Test(arguments: ["", " \u{3000}"])
  func `A blank reason does not open it`(reason: String) throws {
    try close(early: true, at: Office.opens.noon)
    #expect(throws: RoundClosing.Refusal.reasonMissing) {
      try RoundClosing.reopen(office.path("r8-1"), because: reason, clock: office.clock)
    }
    #expect(try office.round().status.closed != nil)
  }

  @Test func `An open round is not opened again`() throws {
    #expect(throws: RoundClosing.Refusal.notClosed) {
      try RoundClosing.reopen(office.path("r8-1"), because: "誤り", clock: office.clock)
    }
    #expect(try office.round().events.map(\.kind) == [.opened])
  }
}
