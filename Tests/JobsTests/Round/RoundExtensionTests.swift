import Inspection
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 延長: only a later day than the deadline in force, and with a reason.
@Suite("Moving a deadline")
struct RoundExtensionTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.makeRound()
  }

  private func extend(until deadline: CalendarDay, because reason: String = "会期の延長") throws {
    try RoundExtension.extend(office.path("r8-1"), until: deadline, because: reason, at: office.now)
  }

  @Test func `The day after the deadline is the first that can be chosen`() throws {
    for day in [Office.deadline, Office.deadline.adding(days: -1)] {
      #expect(throws: RoundExtension.Refusal.notLater(than: Office.deadline)) { try extend(until: day) }
    }
    let next = Office.deadline.adding(days: 1)
    try extend(until: next)
    let round = try office.round()
    #expect(round.status.deadline == next)
    #expect(round.events.last == RoundEvent(.extended(deadline: next, reason: "会期の延長"), at: office.now))
  }

  @Test func `A second time the deadline in force counts, not the first one`() throws {
    let moved = Office.deadline.adding(days: 7)
    try extend(until: moved)
    #expect(throws: RoundExtension.Refusal.notLater(than: moved)) { try extend(until: moved) }
    try extend(until: moved.adding(days: 1))
    #expect(try office.round().status.deadline == moved.adding(days: 1))
  }

  @Test(arguments: ["", " ", "\u{3000}", "\n\t "])
  func `A blank reason is none, and nothing is written down`(reason: String) throws {
    #expect(throws: RoundExtension.Refusal.reasonMissing) {
      try extend(until: Office.deadline.adding(days: 7), because: reason)
    }
    #expect(try office.round().events.map(\.kind) == [.opened])
  }

  @Test func `A closed round is not extended`() throws {
    try office.close()
    #expect(throws: RoundExtension.Refusal.closed) { try extend(until: Office.deadline.adding(days: 7)) }
    #expect(try office.round().status.deadline == Office.deadline)
  }
}
