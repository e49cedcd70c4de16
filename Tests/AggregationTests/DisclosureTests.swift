import Aggregation
import Inspection
import Testing

@Suite("What may be shown")
struct DisclosureTests {
  private func members(_ count: Int, to audience: Audience, closed: Bool = true) throws -> DisclosedFigures {
    let summary = Sample.summary(
      sheets("M-PHY-01", Array(repeating: Choice.yes, count: count)), status: Sample.status(closed: closed))
    return try #require(Disclosure.disclosed(summary, to: audience).roles.first).figures
  }

  @Test(arguments: [0, 1, 4])
  func `Inside: nothing of 0 to 4 sheets`(count: Int) throws {
    #expect(try members(count, to: .office) == .withheld(.fewerSheets(than: 5)))
  }

  @Test(arguments: [5, 9])
  func `Inside: of 5 to 9 sheets only the items that most report`(count: Int) throws {
    #expect(try members(count, to: .office) == .concerns([]))
  }

  @Test(arguments: [10, 11, 99, 100])
  func `Inside: everything of 10 sheets or more`(count: Int) throws {
    guard case .tables(let tables) = try members(count, to: .office) else {
      Issue.record("no tables")
      return
    }
    #expect(tables.items.first?.figures.tally == Tally(yes: count))
  }

  @Test(arguments: [0, 4, 5, 9])
  func `Outside: nothing of 0 to 9 sheets`(count: Int) throws {
    #expect(try members(count, to: .everyone) == .withheld(.fewerSheets(than: 10)))
  }

  @Test(arguments: [10, 11, 99, 100])
  func `Outside: sections in whole percent of 10 sheets or more`(count: Int) throws {
    #expect(
      try members(count, to: .everyone)
        == .sections([
          DisclosedSection(id: "PHY", title: "物理的セキュリティ", percent: 100),
          DisclosedSection(id: "TEC", title: "技術的セキュリティ", percent: nil),
        ]))
  }

  @Test func `Names an item when partly, no and not known make half of the sheets, gaps and 該当なし included`() throws {
    // Of six sheets three report something about M-PHY-01, two about M-TEC-01.
    let summary = Sample.summary([
      Sample.sheet(1, ["M-PHY-01": .partial, "M-TEC-01": .no]), Sample.sheet(2, ["M-PHY-01": .no, "M-TEC-01": .no]),
      Sample.sheet(3, ["M-PHY-01": .unknown]), Sample.sheet(4, ["M-PHY-01": .notApplicable]),
      Sample.sheet(5, [:]), Sample.sheet(6, ["M-PHY-01": .yes]),
    ])
    let figures = try #require(Disclosure.disclosed(summary, to: .office).roles.first).figures
    guard case .concerns(let items) = figures else {
      Issue.record("no concerns")
      return
    }
    #expect(items.map(\.id) == ["M-PHY-01"])
  }

  @Test func `Of the opinions the office is shown those that it decided to show, and the public none`() throws {
    let opinions = zip([Opinion.Decision.shown, .kept, nil], 1...3).map {
      Opinion(number: Sample.number($1), text: "ご意見", decision: $0)
    }
    func shown(to audience: Audience, closed: Bool = true) throws -> [Opinion] {
      let summary = Sample.summary([], status: Sample.status(closed: closed))
      return try Disclosure.disclosed(summary, followUp: FollowUp(opinions: opinions), to: audience).followUp.opinions
    }
    #expect(try shown(to: .office) == [opinions[0]])
    #expect(try shown(to: .office, closed: false).isEmpty)
    #expect(try shown(to: .everyone).isEmpty)
  }

  @Test(arguments: [true, false])
  func `Before closing there is no edition`(closed: Bool) throws {
    let summary = Sample.summary([], status: Sample.status(closed: closed))
    let edition = Edition(to: .office, number: 1)
    #expect(try Disclosure.disclosed(summary, to: .office, as: edition).edition == (closed ? edition : nil))
  }

  @Test(arguments: Audience.allCases)
  func `Before closing only 提出, whatever the number of sheets`(audience: Audience) throws {
    #expect(try members(20, to: audience, closed: false) == .withheld(.notClosed))
    let shown = try Disclosure.disclosed(
      Sample.summary([Sample.sheet(1, ["M-XXX-01": .yes])], status: Sample.status(closed: false)), to: audience)
    #expect(shown.organisation == nil)
    #expect(shown.leftOut.isEmpty)
    #expect(shown.roles.first?.handIn == HandInFigures(asked: 20, handedIn: 0, reconciliation: nil))
  }

  @Test func `The public sees the two numbers of 提出率 and nothing else of it`() throws {
    let summary = Sample.summary([], submissions: [Sample.submission("m1")])
    let shown = try Disclosure.disclosed(summary, to: .everyone)
    #expect(shown.roles.first?.handIn == HandInFigures(asked: 20, handedIn: 1, reconciliation: nil))
    #expect(try Disclosure.disclosed(summary, to: .office).roles.first?.handIn.reconciliation != nil)
  }

  @Test func `The organisation's sheet whole inside, by section outside`() throws {
    let summary = Sample.summary([Sample.sheet(1, as: .organisation, ["O-AUD-01": .yes])])
    #expect(try Disclosure.disclosed(summary, to: .office).organisation == summary.organisation)
    let outside = try #require(try Disclosure.disclosed(summary, to: .everyone).organisation)
    #expect(outside.rows.isEmpty)
    #expect(outside.sections.map(\.tally) == [Tally(yes: 1, unanswered: 1), Tally(unanswered: 1)])
  }

  @Test func `Missing rules stay inside`() throws {
    let summary = Sample.summary([])
    #expect(try !Disclosure.disclosed(summary, to: .office).missingRules.isEmpty)
    #expect(try Disclosure.disclosed(summary, to: .everyone).missingRules.isEmpty)
  }

  @Test func `No public edition of a checklist that is only 案`() throws {
    let draft = Sample.checklist(.member, approved: false, Sample.members.sections)
    let summary = Sample.summary([], checklists: [draft])
    #expect(throws: Disclosure.Refusal.notApproved(["mihon-member"])) {
      try Disclosure.disclosed(summary, to: .everyone)
    }
    #expect(try Disclosure.disclosed(summary, to: .office).isDraft)
  }
}
