import Aggregation
import Inspection
import Testing

@Suite("A sheet counts when it answers what the round asks, and otherwise")
struct SheetRulesTests {
  private func fault(
    _ sheet: Sheet, in round: Round = Sample.round(), of checklists: [Checklist] = Sample.checklists
  ) -> LeftOut.Reason? {
    SheetAdmission(of: Sample.placed([sheet]), in: round, answering: checklists, by: Sample.roster(.member, 3))
      .leftOut.first?.reason
  }

  private func answer(
    _ item: ItemID, _ choice: Choice, _ source: Answer.Source = .respondent, revision: Int = 1
  ) -> Sheet {
    Sample.sheet(1, answers: [Answer(item: item, revision: revision, choice: choice, source: source)])
  }

  @Test func `A sheet with every offered kind of answer counts`() {
    #expect(fault(Sample.sheet(1, ["M-PHY-01": .partial, "M-PHY-02": .notApplicable, "M-TEC-01": .unknown])) == nil)
    #expect(fault(Sample.sheet(1, as: .staff, ["S-PHY-01": .alternative])) == nil)
  }

  @Test func `An empty sheet counts: everything was left open`() { #expect(fault(Sample.sheet(1, [:])) == nil) }

  @Test func `An earlier digest of the same checklist stays valid`() {
    var sheet = Sample.sheet(1, ["M-PHY-01": .yes])
    sheet.checklist.digest = "old-member"
    #expect(fault(sheet) == nil)
  }

  @Test(arguments: Role.allCases) func `Another round's sheet is left out`(role: Role) {
    var sheet = Sample.sheet(1, as: role, [:])
    sheet.round = "r7-1"
    #expect(fault(sheet) == .wrongRound("r7-1"))
  }

  @Test func `An unknown digest, or one of another role's checklist, is left out`() {
    var sheet = Sample.sheet(1, [:])
    sheet.checklist.digest = "ffff"
    #expect(fault(sheet) == .unknownChecklist(digest: "ffff"))
    sheet.checklist.digest = Sample.digest(.staff)
    #expect(fault(sheet) == .checklistOfRole(.staff))
  }

  @Test func `A staff sheet is left out where the city's own inspection is recorded instead`() {
    let round = Sample.round { $0.staffMode = .copy }
    #expect(fault(Sample.sheet(1, as: .staff, [:]), in: round) == .roleNotAsked(.staff))
    #expect(fault(Sample.sheet(1, as: .staff, [:]), in: Sample.round { $0.staffMode = .both }) == nil)
  }

  @Test func `An item that is not in the checklist, or not in the short form, is left out`() {
    #expect(fault(answer("M-XXX-01", .yes)) == .unknownItem("M-XXX-01"))
    let short = Sample.round {
      $0.length = .short
      $0.rules = ["papers"]
    }
    #expect(fault(answer("M-TEC-03", .yes), in: short) == .unknownItem("M-TEC-03"))
  }

  @Test(arguments: [0, 2]) func `Another revision of the question is left out`(revision: Int) {
    #expect(
      fault(answer("M-PHY-01", .yes, revision: revision))
        == .wrongRevision("M-PHY-01", found: revision, expected: 1))
  }

  @Test func `A choice that the item or the checklist does not offer is left out`() {
    #expect(fault(answer("M-TEC-01", .notApplicable)) == .choiceNotOffered("M-TEC-01", .notApplicable))
    #expect(fault(answer("M-TEC-02", .partial)) == .choiceNotOffered("M-TEC-02", .partial))
    #expect(fault(answer("M-PHY-01", .alternative)) == .choiceNotOffered("M-PHY-01", .alternative))
  }

  @Test func `The profile can only rule out what the checklist lets it, and only as 該当なし`() {
    #expect(fault(answer("M-PHY-02", .notApplicable, .profile("device"))) == nil)
    #expect(fault(answer("M-PHY-01", .notApplicable, .profile("device"))) == .contradictsRound("M-PHY-01"))
    #expect(fault(answer("M-PHY-02", .notApplicable, .profile("other"))) == .contradictsRound("M-PHY-02"))
    #expect(fault(answer("M-PHY-02", .yes, .profile("device"))) == .choiceNotOffered("M-PHY-02", .yes))
  }

  @Test func `An item whose rule is missing can only be ruled out by that rule`() {
    #expect(fault(answer("M-TEC-03", .notApplicable, .rule("papers"))) == nil)
    #expect(fault(answer("M-TEC-03", .yes)) == .contradictsRound("M-TEC-03"))
    #expect(fault(answer("M-TEC-03", .notApplicable, .rule("messengers"))) == .contradictsRound("M-TEC-03"))
  }

  @Test func `No rule rules out an item whose rule exists`() {
    let round = Sample.round { $0.rules = ["papers"] }
    #expect(fault(answer("M-TEC-03", .notApplicable, .rule("papers")), in: round) == .contradictsRound("M-TEC-03"))
    #expect(fault(answer("M-TEC-03", .yes), in: round) == nil)
  }

  @Test func `Where no devices are lent, nobody can have been asked about them`() {
    var members = Sample.members
    members.profile[0].assumes = .lentDevices
    let round = Sample.round { $0.lentDevices = .none }
    #expect(fault(answer("M-PHY-02", .yes), in: round, of: [members]) == .contradictsRound("M-PHY-02"))
    #expect(fault(answer("M-PHY-02", .notApplicable, .profile("device")), in: round, of: [members]) == nil)
  }
}

extension SheetRulesTests {
  /// docs/figures.md 1: the reasons are looked for in the order of the table, whatever the order of the answers.
  @Test func `Of several faults the one that stands first in the table is told`() {
    let answers = [
      Answer(item: "M-PHY-01", revision: 1, choice: .alternative, source: .respondent),
      Answer(item: "M-PHY-02", revision: 1, choice: .notApplicable, source: .profile("mail")),
      Answer(item: "M-TEC-01", revision: 2, choice: .yes, source: .respondent),
      Answer(item: "M-XXX-01", revision: 1, choice: .yes, source: .respondent),
    ]
    let expected: [LeftOut.Reason] = [
      .unknownItem("M-XXX-01"), .wrongRevision("M-TEC-01", found: 2, expected: 1), .contradictsRound("M-PHY-02"),
      .choiceNotOffered("M-PHY-01", .alternative),
    ]
    for (count, reason) in expected.enumerated() {
      #expect(fault(Sample.sheet(1, answers: answers.dropLast(count))) == reason)
    }
  }

  @Test func `In a signed round a sheet has the name of somebody on the roster`() {
    let signed = Sample.round { $0.handIn = .signed }
    #expect(fault(Sample.sheet(1, answers: [], signedBy: "m0"), in: signed) == nil)
    #expect(fault(Sample.sheet(1, answers: []), in: signed) == .notSigned)
    #expect(fault(Sample.sheet(1, answers: [], signedBy: "x9"), in: signed) == .unknownRespondent("x9"))
    #expect(fault(Sample.sheet(1, answers: [])) == nil)
  }
}

@Suite("Of several sheets")
struct SheetAdmissionTests {
  private func admission(_ sheets: [Sheet], unreadable: [LeftOut] = []) -> SheetAdmission {
    SheetAdmission(
      of: Sample.placed(sheets), unreadable: unreadable, in: Sample.round(), answering: Sample.checklists,
      by: Sample.roster(.member, 3))
  }

  private let first = Sample.sheet(1, ["M-PHY-01": .yes])
  private let second = Sample.sheet(2, ["M-PHY-01": .no])

  @Test func `Of two lines of one number the first counts, and the other is told by its line`() {
    var other = first
    other.answers = []
    let admission = admission([first, other])
    #expect(admission.counted == [first])
    #expect(admission.leftOut == [LeftOut(line: 2, reason: .duplicateNumber(first.id), role: .member)])
  }

  @Test func `Of two sheets that one person signed the first by number counts`() {
    let one = Sample.sheet(3, answers: [], signedBy: "m1")
    let other = Sample.sheet(4, answers: [], signedBy: "m1")
    let admission = admission([other, one])
    #expect(admission.counted == [one])
    #expect(admission.leftOut.map(\.reason) == [.duplicateRespondent("m1")])
  }

  @Test func `Only one sheet of the organisation counts`() {
    let one = Sample.sheet(5, as: .organisation, answers: [], signedBy: "soshiki")
    let other = Sample.sheet(6, as: .organisation, answers: [], signedBy: "soshiki")
    let admission = admission([one, other])
    #expect(admission.counted == [one])
    #expect(admission.leftOut.map(\.reason) == [.secondOrganisationSheet])
  }

  @Test func `Unreadable lines are listed with the others, and stop nothing`() {
    let broken = LeftOut(line: 9, reason: .damaged)
    let admission = admission([second, first], unreadable: [broken])
    #expect(admission.counted == [first, second])
    #expect(admission.leftOut == [broken])
  }

  @Test func `What the decoder refused becomes a reason`() {
    let answers = DocumentPath().key("answers").index(2)
    #expect(
      LeftOut.Reason(Fault(.unsupportedFormat(found: "tenken.sheet/9", expected: "tenken.sheet/1"), at: DocumentPath()))
        == .unknownFormat("tenken.sheet/9"))
    #expect(LeftOut.Reason(Fault(.duplicateID("M-PHY-01"), at: answers)) == .repeatedItem("M-PHY-01"))
    #expect(LeftOut.Reason(Fault(.missingKey, at: answers.key("item"))) == .wrongValue(path: "answers[2].item"))
  }

  @Test func `Reasons are counted in their own order`() {
    let leftOut = [
      LeftOut(line: 1, reason: .duplicateNumber(first.id)), LeftOut(line: 2, reason: .syntax(byte: nil)),
      LeftOut(line: 3, reason: .duplicateNumber(second.id)),
    ]
    #expect(LeftOutCount.of(leftOut).map(\.kind) == [.syntax, .duplicateNumber])
    #expect(LeftOutCount.of(leftOut).map(\.count) == [1, 2])
  }
}
