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
    try RoundClosing.close(office.path("r8-1"), early: early, clock: office.clock, tell: office.tell)
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
      try RoundClosing.close(office.path("ichinichi"), early: false, clock: office.clock, tell: office.tell)
    }
    #expect(throws: RoundClosing.Refusal.deadlineAhead(Office.opens)) { try closeThat(at: Office.opens.noon) }
    try closeThat(at: Office.opens.adding(days: 1).noon)
  }

  @Test func `It is closed once`() throws {
    try close(early: true, at: Office.opens.noon)
    #expect(throws: RoundClosing.Refusal.alreadyClosed(on: Office.opens)) {
      try close(early: true, at: Office.deadline.noon)
    }
    #expect(try office.round().events.map(\.kind) == [.opened, .closed])
  }

  @Test func `Opened again, it has its sheets as files, and the log and the status the reason`() throws {
    let folder = try office.makePracticeRound(closed: false)
    let before = try office.names(in: "r/sheets")
    office.now = Office.deadline.noon
    try RoundClosing.close(folder.path, early: true, clock: office.clock, tell: office.tell)
    #expect(office.exists("r/sheets.ndjson"))
    #expect(try office.names(in: "r/sheets").count < before.count)

    let later = Office.deadline.adding(days: 1).noon
    try RoundClosing.reopen(folder.path, because: "日付の誤り", clock: { later })
    #expect(!office.exists("r/sheets.ndjson"))
    #expect(try office.names(in: "r/sheets") == before)
    let status = try office.round("r").status
    #expect(status.closed == nil)
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
