import Aggregation
import Inspection
import Testing

@Suite("The summary")
struct SummaryTests {
  private func members(_ summary: Summary) throws -> RoleTables {
    try #require(summary.roles.first { $0.role == .member }).tables
  }

  private func group(_ id: String, in groups: [GroupFigures]) -> Tally? {
    groups.first { $0.id == id }?.figures.tally
  }

  @Test func `Counts every answer to an item, and what was left open`() throws {
    let summary = Sample.summary(
      sheets("M-PHY-01", [.yes, .yes, .partial, .no, .no, .unknown, .notApplicable, nil]))
    let row = try #require(try members(summary).items.first { $0.item.id == "M-PHY-01" })
    #expect(row.figures.tally == Tally(yes: 2, partial: 1, no: 2, unknown: 1, notApplicable: 1, unanswered: 1))
  }

  @Test func `Adds sections from their practice items only`() throws {
    let answers = (1...5).map {
      Sample.sheet($0, ["M-PHY-01": .yes, "M-PHY-02": .no, "M-TEC-01": .no, "M-TEC-02": .yes])
    }
    let tables = try members(Sample.summary(answers))
    #expect(group("PHY", in: tables.sections) == Tally(yes: 5, no: 5))
    #expect(group("TEC", in: tables.sections) == Tally(no: 5))
    #expect(tables.overall(.practice).tally == Tally(yes: 5, no: 10))
  }

  @Test func `Counts an item under each clause and threat it names (延べ), and once per ordinance item`() throws {
    // Six sheets; the last leaves M-PHY-02 open.
    let tables = try members(
      Sample.summary(
        (1...6).map {
          $0 < 6
            ? Sample.sheet($0, ["M-PHY-01": .yes, "M-PHY-02": .partial, "M-TEC-01": .no])
            : Sample.sheet($0, ["M-PHY-01": .yes, "M-TEC-01": .no])
        }))
    // All three are under 6(3), M-TEC-01 is under 6(5) as well.
    #expect(group("c6-3", in: tables.clauses) == Tally(yes: 6, partial: 5, no: 6, unanswered: 1))
    #expect(group("c6-5", in: tables.clauses) == Tally(no: 6))
    #expect(group("t2", in: tables.threats) == Tally(yes: 6))
    #expect(group("3", in: tables.ordinance) == Tally(yes: 6, partial: 5, no: 6, unanswered: 1))
    #expect(group("5", in: tables.ordinance) == Tally(no: 6))
    // Members answer for 5 too, and no item is about it.
    #expect(group("c5", in: tables.clauses) == Tally())
    #expect(tables.properties.map(\.id) == ["confidentiality"])
  }

  /// Of the sample's clauses the members answer for 5, 6(3) and 6(5); no item is about 5.
  @Test
  func `Every clause that the role answers for and every threat has a row, with the reason where there is no figure`()
    throws
  {
    var checklist = Sample.members
    checklist.sections[0].items[0].needsPrevious = true
    checklist.sections[1].items[0].clauses = ["c6-5"]
    let round = Sample.round { $0.lentDevices = .executive }
    let answers = (1...5).map { Sample.sheet($0, ["M-TEC-01": .no, "M-TEC-02": $0 < 5 ? .yes : .no]) }
    let tables = try members(Sample.summary(answers, in: round, checklists: [checklist]))
    #expect(tables.clauses.map(\.id) == ["c5", "c6-3", "c6-5"])
    #expect(tables.clauses.map(\.items) == [[], [], ["M-TEC-01"]])
    // M-PHY-01 looks back and M-PHY-02 is about a device of the executive; M-TEC-03 waits for a rule.
    #expect(tables.clauses.map(\.silences) == [[], [.noPrevious, .reference], []])
    #expect(tables.clauses.map(\.awareness) == [[], [], ["M-TEC-02"]])
    #expect(tables.clauses[2].awarenessFigures.implementation == Rate(4, of: 5))
    #expect(tables.threats.map(\.id) == ["t1", "t2"])
    #expect(tables.threats[1].items == [] && tables.threats[1].silences == [.noPrevious])
    #expect(tables.sections.map(\.id) == ["TEC"])
  }

  @Test func `A clause of which too few answer the items has a row that says so`() throws {
    let answers = (1...6).map { Sample.sheet($0, ["M-PHY-01": .yes, "M-TEC-01": $0 <= 4 ? .no : .notApplicable]) }
    let row = try #require(try members(Sample.summary(answers)).clauses.first { $0.id == "c6-5" })
    #expect((row.items, row.awareness) == ([], []))
    // M-TEC-03 waits for a rule, four answer M-TEC-01, and nobody M-TEC-02.
    #expect(row.silences == [.rule("papers"), .few])
  }

  @Test func `Keeps awareness apart from 実施率`() throws {
    let tables = try members(Sample.summary(sheets("M-TEC-02", [.yes, .no, .no, .no, .no])))
    #expect(tables.overall(.awareness).implementation == Rate(1, of: 5))
    #expect(tables.overall(.practice).implementation == Rate(0, of: 0))
  }

  @Test func `Puts devices that an executive body manages into a table of their own`() throws {
    let answers = sheets("M-PHY-02", [.yes, .no, .no, .no, .no])
    let own = try members(Sample.summary(answers))
    #expect(own.items(in: .devices).isEmpty)
    #expect(own.overall(.practice).implementation == Rate(1, of: 5))
    let executive = try members(Sample.summary(answers, in: Sample.round { $0.lentDevices = .executive }))
    #expect(executive.items(in: .devices).map(\.item.id) == ["M-PHY-02"])
    #expect(executive.overall(.practice).implementation == Rate(0, of: 0))
    #expect(group("PHY", in: executive.sections) == nil)
  }

  @Test func `Makes a missing rule a finding, and its items part of no rate`() throws {
    let ruledOut = Answer(item: "M-TEC-03", revision: 1, choice: .notApplicable, source: .rule("papers"))
    let summary = Sample.summary([Sample.sheet(1, answers: [ruledOut])])
    #expect(summary.missingRules.map(\.id) == ["papers"])
    #expect(summary.missingRules.first?.items.map(\.id) == ["M-TEC-03"])
    #expect(try !members(summary).items.contains { $0.item.id == "M-TEC-03" })
    #expect(Sample.summary([], in: Sample.round { $0.rules = ["papers", "messengers"] }).missingRules.isEmpty)
  }

  @Test func `Asks only the short form's items`() throws {
    let round = Sample.round {
      $0.length = .short
      $0.rules = ["papers", "messengers"]
    }
    #expect(try !members(Sample.summary([], in: round)).items.contains { $0.item.id == "M-TEC-03" })
  }

  @Test func `Never adds roles, and has no staff figures where the city's inspection is copied`() {
    let staff = sheets("S-PHY-01", as: .staff, from: 100, [.yes])
    let own = Sample.summary(staff)
    #expect(own.roles.map(\.role) == [.member, .staff])
    #expect(own.roles.map(\.sheets) == [0, 1])
    let copied = Sample.summary(staff, in: Sample.round { $0.staffMode = .copy })
    #expect(copied.roles.map(\.role) == [.member])
    #expect(copied.leftOut.map(\.reason) == [.roleNotAsked(.staff)])
  }

  @Test func `Keeps the organisation's sheet item by item, with its words`() throws {
    var sheet = Sample.sheet(
      1, as: .organisation,
      answers: [
        Answer(item: "O-AUD-01", revision: 1, choice: .yes, source: .respondent, evidence: "台帳"),
        Answer(item: "O-REV-01", revision: 1, choice: .alternative, source: .respondent, reason: "別の会議"),
      ], signedBy: "soshiki")
    sheet.signature?.plans["O-AUD-02"] = ImprovementPlan(action: "始める", due: nil)
    let organisation = try #require(Sample.summary([sheet]).organisation)
    #expect(organisation.hasSheet)
    #expect(organisation.rows.map(\.choice) == [.yes, nil, .alternative])
    #expect(organisation.rows.map(\.evidence) == ["台帳", nil, nil])
    #expect(organisation.rows.map(\.reason) == [nil, nil, "別の会議"])
    #expect(organisation.rows[1].plan?.action == "始める")
    #expect(organisation.sections.map(\.tally) == [Tally(yes: 1, unanswered: 1), Tally(alternative: 1)])
  }

  @Test func `Counts, in a signed round, the sheets with a plan among those that call for one`() throws {
    func sheet(_ index: Int, _ choice: Choice, planned: ItemID?) -> Sheet {
      let answers = [
        Answer(item: "M-PHY-01", revision: 1, choice: choice, source: .respondent),
        Answer(item: "M-TEC-01", revision: 1, choice: .yes, source: .respondent),
      ]
      var sheet = Sample.sheet(index, answers: answers, signedBy: RespondentID("m\(index)"))
      if let planned { sheet.signature?.plans[planned] = ImprovementPlan(action: "始める", due: nil) }
      return sheet
    }
    let signed = Sample.round { $0.handIn = .signed }
    // A plan for what is done already is no plan, and who does everything needs none.
    let all = [
      sheet(1, .partial, planned: "M-PHY-01"), sheet(2, .no, planned: nil), sheet(3, .no, planned: "M-TEC-01"),
      sheet(4, .yes, planned: nil), sheet(5, .no, planned: nil), sheet(6, .partial, planned: "M-PHY-01"),
    ]
    #expect(try members(Sample.summary(all, in: signed)).plans == .written(Rate(2, of: 5)))
    // Four call for a plan, and what few people did is said of nobody.
    #expect(try members(Sample.summary(all.dropLast() + [sheet(7, .yes, planned: nil)], in: signed)).plans == .apart)
    #expect(try members(Sample.summary([], in: Sample.round())).plans == .none)
  }

  @Test func `Reconciles sheets with what was left out`() {
    var astray = Sample.sheet(9, [:])
    astray.round = "r7-1"
    let summary = Sample.summary(
      [Sample.sheet(1, [:]), astray], submissions: [Sample.submission("m1"), Sample.submission("m2")])
    #expect(
      summary.roles.first?.handIn
        == HandInFigures(
          asked: 20, handedIn: 2, reconciliation: .init(submissions: 2, sheets: 1, leftOut: 1)))
  }
}
