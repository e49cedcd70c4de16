import Aggregation
import Inspection
import Testing

@Suite("What the tool proposes")
struct ProposalTests {
  private func proposals(_ sheets: [Sheet], in round: Round = Sample.round(), to audience: Audience = .office) throws
    -> [Proposal]
  {
    try Disclosure.disclosed(Sample.summary(sheets, in: round), to: audience).proposals
  }

  private func fired(_ proposals: [Proposal], _ item: ItemID) -> [Proposal.Rule] {
    proposals.filter { $0.items.map(\.id) == [item] && $0.role == .member }.map(\.rule)
  }

  @Test(arguments: [(6, true), (7, false)])
  func `Support below the threshold, and not at it`(yes: Int, isProposed: Bool) throws {
    // 70 % is the threshold when round.yaml names none.
    let answers = Array(repeating: Choice.yes, count: yes) + Array(repeating: .no, count: 10 - yes)
    let found = fired(try proposals(sheets("M-PHY-01", answers)), "M-PHY-01")
    #expect(found == (isProposed ? [.support(Rate(6, of: 10), below: 70)] : []))
  }

  @Test(arguments: [(1, false), (2, true)])
  func `Training from the threshold on`(unknown: Int, isProposed: Bool) throws {
    let answers = Array(repeating: Choice.yes, count: 10 - unknown) + Array(repeating: .unknown, count: unknown)
    // Of an awareness item too.
    let found = fired(try proposals(sheets("M-TEC-02", answers)), "M-TEC-02")
    #expect(found == (isProposed ? [.training(Rate(2, of: 10), from: 20)] : []))
  }

  @Test func `Another look at an item that half of the people call 該当なし`() throws {
    let answers = [Choice.yes, .yes, .yes, .yes, .partial] + Array(repeating: .notApplicable, count: 5)
    #expect(
      fired(try proposals(sheets("M-PHY-01", answers)), "M-PHY-01") == [.notApplicable(Rate(5, of: 10), from: 50)])
    var checklist = Sample.members
    checklist.sections[0].items[0].needsPrevious = true
    let looksBack = Sample.summary(sheets("M-PHY-01", answers), checklists: [checklist])
    #expect(fired(try Disclosure.disclosed(looksBack, to: .office).proposals, "M-PHY-01").isEmpty)
  }

  @Test func `Nothing of 該当なし that the round itself makes`() throws {
    var checklist = Sample.members
    checklist.profile[0].assumes = .lentDevices
    let sheets = (1...10).map { number in
      Sample.sheet(
        number,
        answers: [Answer(item: "M-PHY-02", revision: 1, choice: .notApplicable, source: .profile("device"))])
    }
    let summary = Sample.summary(sheets, in: Sample.round { $0.lentDevices = .none }, checklists: [checklist])
    #expect(fired(try Disclosure.disclosed(summary, to: .office).proposals, "M-PHY-02").isEmpty)
  }

  @Test(arguments: [(5, true), (4, false)])
  func `Another look at an item to which everybody answers alike, if half of them answer`(yes: Int, isProposed: Bool)
    throws
  {
    let answers: [Choice?] = Array(repeating: .yes, count: yes) + Array(repeating: nil, count: 10 - yes)
    let found = fired(try proposals(sheets("M-PHY-01", answers)), "M-PHY-01")
    #expect(found == (isProposed ? [.noSpread(.yes, answers: 5)] : []))
  }

  @Test func `The lowest first, equals in checklist order`() throws {
    let sheets = (1...10).map { number in
      Sample.sheet(
        number,
        ["M-PHY-01": number > 5 ? .yes : .no, "M-PHY-02": number > 6 ? .yes : .no, "M-TEC-01": number > 5 ? .yes : .no])
    }
    let support = try proposals(sheets).filter { if case .support = $0.rule { true } else { false } }
    #expect(support.flatMap(\.items).map(\.id) == ["M-PHY-02", "M-PHY-01", "M-TEC-01"])
    #expect(support.last?.clauses.map(\.id) == ["c6-3", "c6-5"])
  }

  @Test(arguments: [(9, true), (5, true), (4, false)])
  func `Of 5 to 9 sheets without a count, of fewer nothing`(count: Int, isProposed: Bool) throws {
    let found = fired(
      try proposals(sheets("M-PHY-01", Array(repeating: Choice.no, count: count))), "M-PHY-01")
    #expect(found == (isProposed ? [.mostReport] : []))
  }

  @Test func `A rule to make, with the items that wait for it`() throws {
    let found = try proposals([]).filter { $0.rule == .missingRule(Sample.policy.rules[1]) }
    #expect(found.map(\.kind) == [.improvement])
    #expect(found.flatMap(\.items).map(\.id) == ["M-TEC-03"])
    #expect(found.flatMap(\.clauses).map(\.id) == ["c6-3"])
  }

  @Test func `For the review: untested clauses, the organisation's concerns by clause, the ordinance`() throws {
    let round = Sample.round { $0.rules = ["messengers", "papers"] }
    let review = try proposals([Sample.sheet(1, as: .organisation, ["O-AUD-01": .no, "O-REV-01": .yes])], in: round)
      .filter { $0.kind == .review }
    // No member's item tests clause 5, which members answer for.
    #expect(
      review.map(\.rule) == [.untested, .organisationConcerns, .ordinanceTakesEffect(Sample.day.adding(days: 200))])
    #expect(review[0].clauses.map(\.id) == ["c5"])
    #expect(review[1].clauses.map(\.id) == ["c7"])
    // One no, and one that was left blank.
    #expect(review[1].items.map(\.id) == ["O-AUD-01", "O-AUD-02"])
  }

  @Test func `For the review: what the ordinance asks for and the policy does not name`() throws {
    var policy = Sample.policy
    policy.ordinance.items[0].notInPolicy = "業務委託"
    let summary = Summary(
      round: Sample.round(), status: Sample.closed, policy: policy, checklists: Sample.checklists,
      roster: Sample.roster(.member, 1), submissions: [], sheets: [])
    let found = try Disclosure.disclosed(summary, to: .office).proposals.filter { proposal in
      if case .notInPolicy(let entry, "業務委託") = proposal.rule { entry.number == 3 } else { false }
    }
    #expect(found.flatMap(\.clauses).map(\.id) == ["c6-3"])
  }

  @Test func `Nothing to the public, and nothing before closing`() throws {
    let answers = sheets("M-PHY-01", Array(repeating: Choice.no, count: 20))
    #expect(try proposals(answers, to: .everyone).isEmpty)
    let open = Sample.summary(answers, status: Sample.status(closed: false))
    #expect(try Disclosure.disclosed(open, to: .office).proposals.isEmpty)
  }

  @Test(arguments: [true, false])
  func `What has changed, as people recorded it, inside and after closing only`(closed: Bool) throws {
    let summary = Sample.summary([], status: Sample.status(closed: closed))
    let followUp = FollowUp(review: Review(changes: ["連絡アプリの導入"]))
    let change = Proposal(.changedCircumstances("連絡アプリの導入"), clauses: [])
    #expect(change.kind == .review)
    #expect(try Disclosure.disclosed(summary, followUp: followUp, to: .office).proposals.contains(change) == closed)
    #expect(try Disclosure.disclosed(summary, followUp: followUp, to: .everyone).proposals == [])
  }
}
