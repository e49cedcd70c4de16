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
  func `Inside: of 5 to 9 sheets only the items that most report, and those in no figure`(count: Int) throws {
    let apart = Sample.members.sections.flatMap(\.items).filter {
      ["M-PHY-02", "M-TEC-01", "M-TEC-02"].contains($0.id)
    }
    #expect(try members(count, to: .office) == .concerns([], apart: SmallBases(apart, below: count == 5 ? 5 : 7)))
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
    let physical = DisclosedSection(id: "PHY", title: "物理的セキュリティ", items: 1, percent: 100)
    #expect(try members(count, to: .everyone) == .sections(DisclosedSections(shown: [physical], apart: 3)))
  }

  /// `count` of 20 members answer the item, the others say that it does not apply to them.
  private func summary(answering count: Int, _ item: ItemID, _ choice: Choice = .no) -> Summary {
    Sample.summary(
      (1...20).map { index in
        Sample.sheet(
          index,
          answers: [("M-PHY-01", .yes), (item, index <= count ? choice : .notApplicable)].map { item, choice in
            Answer(item: item, revision: 1, choice: choice, source: .respondent)
          })
      })
  }

  @Test(arguments: [(0, false), (4, false), (5, true), (20, true)])
  func `An item that fewer than 5 answer is named, and in no figure of any edition`(count: Int, isCounted: Bool) throws
  {
    let summary = summary(answering: count, "M-PHY-02")
    let office = try Disclosure.disclosed(summary, to: .office)
    guard case .tables(let tables) = try #require(office.roles.first).figures else {
      Issue.record("no tables")
      return
    }
    #expect(tables.items.contains { $0.item.id == "M-PHY-02" } == isCounted)
    #expect(tables.apart.items.contains { $0.id == "M-PHY-02" } == !isCounted)
    let physical = try #require(tables.sections.first { $0.id == "PHY" })
    #expect(physical.figures.tally.no == (isCounted ? count : 0))
    #expect(physical.figures.tally.notApplicable == (isCounted ? 20 - count : 0))
    #expect(tables.overall(.practice).tally.no == (isCounted ? count : 0))
    #expect(tables.clauses.allSatisfy { $0.items.contains("M-PHY-02") == (isCounted && $0.id == "c6-3") })
    #expect(office.proposals.contains { $0.items.map(\.id) == ["M-PHY-02"] } == isCounted)
    guard
      case .sections(let sections) = try #require(try Disclosure.disclosed(summary, to: .everyone).roles.first).figures
    else {
      Issue.record("no sections")
      return
    }
    // 20 yes and, where they count, as many no.
    #expect(sections.shown.map(\.percent) == [isCounted ? (count == 5 ? 80 : 50) : 100])
    #expect(sections.apart == (isCounted ? 2 : 3))
  }

  /// Half of the sheets, and the answers of which two more stay unknown: whoever says what they said themselves and knows
  /// to whom the item applies must not know what all the others said.
  @Test(arguments: [(5, 5), (6, 5), (7, 6), (8, 6), (9, 7)])
  func `Of 5 to 9 sheets an item is named only where two more answer than report it at least`(sheets: Int, least: Int)
    throws
  {
    func named(_ answers: Int) throws -> Bool {
      let summary = Sample.summary(
        (1...sheets).map { Sample.sheet($0, ["M-PHY-01": $0 <= answers ? .no : .notApplicable]) })
      guard
        case .concerns(let items, let apart) = try #require(Disclosure.disclosed(summary, to: .office).roles.first)
          .figures
      else {
        Issue.record("no concerns")
        return false
      }
      #expect(apart.items.contains { $0.id == "M-PHY-01" } == items.isEmpty)
      return items.map(\.id) == ["M-PHY-01"]
    }
    #expect(try named(least))
    #expect(try !named(least - 1))
  }

  @Test func `An item that fewer than 5 answer is no concern of a small role`() throws {
    // All of those to whom it applies say no.
    let summary = Sample.summary(
      (1...8).map { Sample.sheet($0, ["M-PHY-01": .no, "M-PHY-02": $0 <= 4 ? .no : .notApplicable]) })
    guard
      case .concerns(let items, let apart) = try #require(Disclosure.disclosed(summary, to: .office).roles.first)
        .figures
    else {
      Issue.record("no concerns")
      return
    }
    #expect(items.map(\.id) == ["M-PHY-01"])
    #expect(apart.items.map(\.id) == ["M-PHY-02", "M-TEC-01", "M-TEC-02"])
  }

  @Test(arguments: [(9, ["PHY"], ["技術的セキュリティ"]), (10, ["PHY", "TEC"], [])])
  func `Outside: a section in which fewer than 10 sheets answered is named without a figure`(
    count: Int, shown: [String], leftOut: [String]
  ) throws {
    // M-TEC-01 has no 該当なし, so the others leave it open.
    let summary = Sample.summary(
      (1...20).map {
        $0 <= count ? Sample.sheet($0, ["M-PHY-01": .yes, "M-TEC-01": .no]) : Sample.sheet($0, ["M-PHY-01": .yes])
      })
    guard
      case .sections(let sections) = try #require(try Disclosure.disclosed(summary, to: .everyone).roles.first).figures
    else {
      Issue.record("no sections")
      return
    }
    #expect(sections.shown.map(\.id) == shown)
    #expect(sections.leftOut == leftOut)
  }

  @Test func `Names an item when partly, no and not known make half of the sheets, gaps and 該当なし included`() throws {
    // Of eight sheets four report something about M-PHY-01, three about M-TEC-01; six answer either.
    let summary = Sample.summary([
      Sample.sheet(1, ["M-PHY-01": .partial, "M-TEC-01": .no]), Sample.sheet(2, ["M-PHY-01": .no, "M-TEC-01": .no]),
      Sample.sheet(3, ["M-PHY-01": .unknown, "M-TEC-01": .yes]), Sample.sheet(4, ["M-PHY-01": .notApplicable]),
      Sample.sheet(5, ["M-PHY-01": .yes, "M-TEC-01": .yes]), Sample.sheet(6, ["M-PHY-01": .yes, "M-TEC-01": .unknown]),
      Sample.sheet(7, ["M-PHY-01": .no, "M-TEC-01": .yes]), Sample.sheet(8, [:]),
    ])
    let figures = try #require(Disclosure.disclosed(summary, to: .office).roles.first).figures
    guard case .concerns(let items, _) = figures else {
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

  @Test func `The public sees the two numbers of 提出率 and the number exempt, and nothing else of it`() throws {
    let summary = Sample.summary([], submissions: [Sample.submission("m1")])
    let shown = try Disclosure.disclosed(summary, to: .everyone)
    #expect(shown.roles.first?.handIn == HandInFigures(asked: 20, handedIn: 1, reconciliation: nil))
    #expect(try Disclosure.disclosed(summary, to: .office).roles.first?.handIn.reconciliation != nil)
  }

  @Test func `The organisation's sheet whole inside; outside by section, of those with three items that apply`() throws
  {
    func items(_ code: String, _ count: Int) -> [Item] {
      (1...count).map { Sample.item(ItemID("O-\(code)-0\($0)"), ["c7"]) }
    }
    let checklist = Sample.checklist(
      .organisation,
      [
        Section(id: "AUD", title: "監査", items: items("AUD", 3)),
        Section(id: "REV", title: "見直し", items: items("REV", 3)),
        Section(id: "EXT", title: "委託", items: items("EXT", 2)),
      ])
    let sheet = Sample.sheet(
      1, as: .organisation,
      answers: [
        Answer(item: "O-AUD-01", revision: 1, choice: .yes, source: .respondent, evidence: "台帳"),
        Answer(item: "O-AUD-02", revision: 1, choice: .yes, source: .respondent, evidence: " "),
        Answer(item: "O-REV-01", revision: 1, choice: .notApplicable, source: .respondent),
        Answer(item: "O-EXT-01", revision: 1, choice: .yes, source: .respondent),
      ])
    let summary = Sample.summary([sheet], checklists: [Sample.members, checklist])
    let inside = try #require(try Disclosure.disclosed(summary, to: .office).organisation)
    #expect(
      inside.sections.map(\.tally) == [
        Tally(yes: 2, unanswered: 1), Tally(notApplicable: 1, unanswered: 2), Tally(yes: 1, unanswered: 1),
      ])
    #expect(inside.withoutEvidence == 2)
    let outside = try #require(try Disclosure.disclosed(summary, to: .everyone).organisation)
    #expect(outside.rows.isEmpty)
    #expect(outside.sections.map(\.id) == ["AUD"])
    #expect(outside.leftOut == ["見直し", "委託"])
    // Of what is left out nothing is in a total.
    #expect(outside.tally == Tally(yes: 2, unanswered: 1))
    #expect(outside.withoutEvidence == 1)
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
