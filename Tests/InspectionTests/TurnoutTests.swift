import Inspection
import Testing

@Suite struct TurnoutTests {
  // Two stay over the reference day, one is exempt, one left the day before, one comes the day after, one is staff.
  private static let roster = Roster(respondents: [
    person("m01", from: 0), person("m02", to: 0), person("m03", exempt: "療養のため"), person("m04", to: -1),
    person("m05", from: 1), person("s01", .staff),
  ])

  private static let round = Sample.round()

  private static func person(
    _ id: RespondentID, _ role: Role = .member, from: Int? = nil, to: Int? = nil, exempt: String? = nil
  ) -> Respondent {
    let day = Self.round.referenceDay
    return Respondent(
      id: id, name: "議員", kana: "", role: role, from: from.map(day.adding), to: to.map(day.adding), exempt: exempt)
  }

  private func turnout(_ ids: [RespondentID], as role: Role = .member, day: CalendarDay = round.opens) -> Turnout {
    let submissions = ids.map {
      Submission(respondent: $0, role: role, receipt: "000000", day: day, entry: .init(mode: .me), consent: nil)
    }
    return Turnout(of: .member, in: Self.round, roster: Self.roster, after: submissions)
  }

  @Test func `Who is asked has handed in or is missing, in the order of the roster`() {
    let turnout = turnout(["m02"])
    #expect(turnout.asked.map(\.id) == ["m01", "m02"])
    #expect(turnout.handedIn.map(\.id) == ["m02"])
    #expect(turnout.missing.map(\.id) == ["m01"])
    #expect(turnout.exempt.map(\.id) == ["m03"])
  }

  @Test func `Who was not asked can hand in, and makes nobody else's share larger`() {
    let turnout = turnout(["m03", "m04", "m05", "x09", "x09"])
    #expect(turnout.handedIn.isEmpty)
    #expect(turnout.people == ["m03", "m04", "m05", "x09"])
    #expect((turnout.fromExempt, turnout.fromOthers) == (1, 3))
  }

  @Test func `Who handed in for another role has handed in elsewhere, and is not asked again`() {
    let turnout = turnout(["m01"], as: .staff)
    #expect(turnout.missing.map(\.id) == ["m02"])
    #expect(turnout.elsewhere.map(\.id) == ["m01"])
    #expect(turnout.handedIn.isEmpty && turnout.people.isEmpty)
  }

  @Test func `Whose submission cannot be read has handed in, as one of the role that the roster names`() {
    let turnout = Turnout(
      of: .member, in: Self.round, roster: Self.roster, after: [], unread: ["m01", "m03", "s01", "x09"])
    #expect(turnout.handedIn.map(\.id) == ["m01"])
    #expect(turnout.missing.map(\.id) == ["m02"])
    #expect(turnout.people == ["m01", "m03"])
    #expect(turnout.late(after: Self.round.deadline) == 0)
  }

  @Test func `A day after the deadline in force is late, and a person is late once`() {
    let deadline = Self.round.deadline
    #expect(turnout(["m01"], day: deadline).late(after: deadline) == 0)
    #expect(turnout(["m01", "m01"], day: deadline.adding(days: 1)).late(after: deadline) == 1)
    #expect(turnout(["m01"], day: deadline.adding(days: 1)).late(after: deadline.adding(days: 1)) == 0)
  }

  /// All of the roster, strangers, and whoever hands in as one of another role, in each number of them.
  @Test(arguments: 0..<64)
  func `What is counted is what is listed, whichever submissions were counted while a box was read`(kept: Int) {
    let ids: [RespondentID] = ["m01", "m02", "m03", "m04", "s01", "x09"]
    let submissions = ids.enumerated().map { place, id in
      Submission(
        respondent: id, role: id == "m02" || id == "s01" ? .staff : .member, receipt: "000000",
        day: Self.round.deadline.adding(days: place % 3 - 1), entry: .init(mode: .me), consent: nil)
    }
    let isKept = { (place: Int) in kept >> place & 1 == 1 }
    let entries = submissions.enumerated().filter { !isKept($0.offset) }.map { _, submission in
      HandIns.Entry(
        submission.respondent, as: submission.role, isLate: Self.round.deadline < submission.day)
    }
    let standings = Standings(of: Self.roster, on: Self.round.referenceDay)
    for role in [Role.member, .staff] {
      let listed = Turnout(of: role, in: Self.round, roster: Self.roster, after: submissions, unread: ["m05"])
      let counted = TurnoutCount(
        of: role, roster: standings,
        after: submissions.enumerated().filter { isKept($0.offset) }.map(\.element), unread: ["m05"],
        beside: HandIns(entries.reversed(), by: standings), deadline: Self.round.deadline)
      #expect((counted.asked, counted.exempt) == (listed.asked.count, listed.exempt.count))
      #expect((counted.handedIn, counted.people) == (listed.handedIn.count, listed.people.count))
      #expect((counted.fromExempt, counted.fromOthers) == (listed.fromExempt, listed.fromOthers))
      #expect((counted.elsewhere, counted.late) == (listed.elsewhere.count, listed.late(after: Self.round.deadline)))
    }
  }
}
