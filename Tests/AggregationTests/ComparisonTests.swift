import Aggregation
import Inspection
import Testing

@Suite("Comparison with earlier rounds")
struct ComparisonTests {
  private static func answers(_ yes: Int, of count: Int = 10) -> [Sheet] {
    sheets("M-PHY-01", Array(repeating: Choice.yes, count: yes) + Array(repeating: .no, count: count - yes))
  }

  /// The round `years` before, with its own sheets.
  private static func earlier(
    _ years: Int = 1, _ sheets: [Sheet] = answers(4), checklist: Checklist = Sample.members,
    closed: Bool = true, _ change: (inout Round) -> Void = { _ in }
  ) -> Summary {
    let round = Sample.round {
      $0.id = RoundID("r\(8 - years)-1")
      $0.opens = Sample.day.adding(days: -365 * years)
      change(&$0)
    }
    let own = sheets.map { sheet in
      var moved = sheet
      moved.round = round.id
      return moved
    }
    return Sample.summary(own, in: round, status: Sample.status(closed: closed), checklists: [checklist])
  }

  private func comparison(_ now: Summary, _ earlier: [Summary], to audience: Audience = .office) throws -> Comparison? {
    let rounds = earlier.map { EarlierRound(of: $0) }
    return try Disclosure.disclosed(now, after: PreviousRounds(rounds, before: now), to: audience).comparison
  }

  private func members(_ now: Summary, _ earlier: [Summary]) throws -> Comparison.RolePart {
    try #require(try comparison(now, earlier)?.roles.first)
  }

  @Test func `Of the same item in the same revision`() throws {
    let part = try members(Sample.summary(Self.answers(7)), [Self.earlier()])
    let row = try #require(part.items.first)
    #expect(row.item.id == "M-PHY-01")
    #expect(row.before.map { $0?.implementation } == [Rate(4, of: 10)])
    #expect(row.now.implementation == Rate(7, of: 10))
    let step = try #require(part.steps.first ?? nil)
    #expect(step.change.before.implementation == Rate(4, of: 10))
    #expect(step.sections.map(\.id) == ["PHY"])
    #expect(step.sections.first?.change == step.change && step.change.people == 3)
  }

  @Test func `Not of an item whose revision differs, and says how many are comparable`() throws {
    var changed = Sample.members
    changed.sections[0].items[0].revision = 2
    func answers(_ round: Int) -> [Sheet] {
      (1...10).map {
        Sample.sheet($0, ["M-PHY-01": .yes, "M-TEC-01": .yes, "M-TEC-02": $0 <= round ? .no : .notApplicable])
      }
    }
    var moved = Sample.summary(answers(5))
    let before = answers(4).map { sheet in
      var sheet = sheet
      for index in sheet.answers.indices where sheet.answers[index].item == "M-PHY-01" {
        sheet.answers[index].revision = 2
      }
      return sheet
    }
    let earlier = Self.earlier(1, before, checklist: changed)
    let part = try members(moved, [earlier])
    // M-PHY-01 is in another revision, and M-TEC-02 had figures of four people then.
    #expect(part.items.map(\.item.id) == ["M-TEC-01"])
    // Of the two items that the rate now is of; M-TEC-02 is of 周知.
    #expect(part.steps.first??.comparable == Rate(1, of: 2))
    moved.roles = []
    #expect(try comparison(moved, [earlier])?.roles.isEmpty == true)
  }

  @Test func `With a gap where a round did not ask it, never a shift`() throws {
    var without = Sample.members
    without.sections[0].items.removeFirst()
    let middle = Self.earlier(1, sheets("M-TEC-01", Array(repeating: .yes, count: 10)), checklist: without)
    // Named in any order, they stand oldest first.
    let part = try members(Sample.summary(Self.answers(7)), [middle, Self.earlier(2)])
    #expect(part.items.first?.before.map { $0?.implementation } == [Rate(4, of: 10), nil])
  }

  @Test(arguments: [(10, false), (9, true)])
  func `With a gap where the earlier round had fewer than ten sheets`(count: Int, isGap: Bool) throws {
    let part = try members(Sample.summary(Self.answers(7)), [Self.earlier(1, Self.answers(3, of: count))])
    #expect((part.steps == [nil]) == isGap)
    #expect(part.items.isEmpty == isGap)
  }

  @Test func `Of no role that is not shown now, nothing to the public, and nothing before closing`() throws {
    #expect(try comparison(Sample.summary(Self.answers(3, of: 9)), [Self.earlier()])?.roles.isEmpty == true)
    #expect(try comparison(Sample.summary(Self.answers(7)), [Self.earlier()], to: .everyone) == nil)
    let open = Sample.summary([], status: Sample.status(closed: false))
    #expect(try comparison(open, [Self.earlier()]) == nil)
  }

  @Test func `Not of devices that another body manages now`() throws {
    let answers = sheets("M-PHY-02", Array(repeating: .yes, count: 10))
    let now = Sample.summary(answers, in: Sample.round { $0.lentDevices = .executive })
    let part = try members(now, [Self.earlier(1, answers)])
    #expect(!part.items.map(\.item.id).contains("M-PHY-02"))
  }

  /// docs/figures.md 7: devices of another body are a list of their own.
  @Test func `Counts what fell and rose among practice and awareness, devices of another body apart`() throws {
    func answers(_ yes: Int) -> [Sheet] {
      (1...10).map { Sample.sheet($0, ["M-PHY-01": $0 <= yes ? .yes : .no, "M-PHY-02": $0 <= yes ? .yes : .no]) }
    }
    func moves(from before: Int, to now: Int) throws -> (falls: [ItemID], rises: [ItemID]) {
      let summary = Sample.summary(answers(now), in: Sample.round { $0.lentDevices = .executive })
      let found = try #require(
        try comparison(summary, [Self.earlier(1, answers(before)) { $0.lentDevices = .executive }]))
      return (found.falls.map(\.row.item.id), found.rises.map(\.row.item.id))
    }
    #expect(try moves(from: 8, to: 4) == (["M-PHY-01"], []))
    #expect(try moves(from: 4, to: 8) == ([], ["M-PHY-01"]))
    #expect(try moves(from: 8, to: 7) == ([], []))
  }

  @Test func `Tells of an election before a round`() throws {
    let found = try comparison(Sample.summary(Self.answers(7)), [Self.earlier { $0.electionBetween = true }])
    #expect(found?.rounds.map(\.hadElectionBefore) == [true])
  }

  @Test(arguments: [
    (Tally(yes: 5, no: 5), Tally(yes: 5, no: 5), 0), (Tally(yes: 5, no: 5), Tally(yes: 6, no: 4), 1),
    (Tally(yes: 5, no: 5), Tally(yes: 6, no: 5), 1), (Tally(yes: 5, no: 5), Tally(yes: 5, no: 4, unanswered: 1), 1),
    (Tally(yes: 5, no: 5), Tally(yes: 7, no: 3), 2), (Tally(yes: 5, no: 5), Tally(yes: 6, no: 6), 2),
  ])
  func `Calls a change of one person one person`(before: Tally, now: Tally, count: Int) {
    #expect(Figures(tally: now).people(since: Figures(tally: before)) == count)
  }

  /// docs/figures.md 7: the share is counted over the very items of the rate.
  @Test func `Says of how many practice items the rate is, whatever else is asked`() throws {
    var known = Sample.members
    known.sections[0].items[0].kind = .awareness
    let answers = (1...10).map { Sample.sheet($0, ["M-PHY-01": .yes, "M-TEC-01": .yes]) }
    let now = Sample.summary(answers, checklists: [known])
    let part = try members(now, [Self.earlier(1, answers, checklist: known)])
    #expect(part.items.map(\.item.id) == ["M-PHY-01", "M-TEC-01"])
    #expect(part.steps.first??.comparable == Rate(1, of: 1))
  }

  /// One person may answer every item of a section in another way.
  @Test func `Calls a section's change one person where one can explain every item of it`() throws {
    func answers(_ yes: Int) -> [Sheet] {
      (1...10).map { Sample.sheet($0, ["M-PHY-01": $0 <= yes ? .yes : .no, "M-PHY-02": $0 <= yes ? .yes : .no]) }
    }
    let part = try members(Sample.summary(answers(8)), [Self.earlier(1, answers(7))])
    let step = try #require(part.steps.first ?? nil)
    #expect(step.sections.map(\.change.people) == [1] && step.change.people == 1)
    #expect(step.change.before.implementation == Rate(14, of: 20))
  }

  @Test func `Refuses what must not be compared`() {
    let now = Sample.summary([])
    func refusal(_ earlier: Summary...) -> PreviousRounds.Refusal? {
      do throws(PreviousRounds.Refusal) {
        _ = try PreviousRounds(earlier.map { EarlierRound(of: $0) }, before: now)
        return nil
      } catch { return error }
    }
    #expect(refusal(Self.earlier { $0.kind = .extraordinary(reason: "事故") }) == .otherKind("r7-1"))
    #expect(refusal(Self.earlier(closed: false)) == .notClosed("r7-1"))
    #expect(refusal(Self.earlier { $0.opens = now.round.opens }) == .notEarlier("r7-1"))
    #expect(refusal(now) == .notEarlier("r8-1"))
    #expect(refusal(Self.earlier(), Self.earlier()) == .namedTwice("r7-1"))
    var foreign = Self.earlier()
    foreign.policy.id = "yoso"
    #expect(refusal(foreign) == .otherPolicy("r7-1"))
    #expect(refusal(Self.earlier(2), Self.earlier()) == nil)
  }
}
