import Inspection
import Testing

@Suite struct SheetTests {
  private func sheet(_ round: Round, role: Role = .member) throws -> Sheet {
    var draft = Sample.draft(role: role)
    draft.responses = ["M-PHY-01": .init(choice: .no, reason: "別の理由", evidence: "台帳")]
    draft.notes = ["M-PHY-01": "自分の覚え"]
    draft.plans = ["M-PHY-01": ImprovementPlan(action: "直す", due: Sample.day("2027-03-31"))]
    draft.opinion = "意見"
    draft.profile = ["device": true]
    var checklist = Sample.members
    checklist.role = role
    return Sheet(
      draft, of: Questionnaire(checklist: checklist, round: round),
      as: try #require(CheckedNumber(payload: "12345678901")), respondent: "m01", in: round)
  }

  @Test func `An unsigned sheet holds the answers and nothing of the person`() throws {
    let sheet = try sheet(Sample.round())
    #expect(sheet.signature == nil)
    // A member's reason goes with 別の方法 only, evidence with the organisation only.
    #expect(sheet.answers == [Answer(item: "M-PHY-01", revision: 1, choice: .no, source: .respondent)])
  }

  @Test func `A signed sheet names the respondent and carries notes and plans`() throws {
    let signature = try #require(try sheet(Sample.round(handIn: .signed)).signature)
    #expect(signature.respondent == "m01")
    #expect(signature.notes == ["M-PHY-01": "自分の覚え"])
    #expect(signature.plans["M-PHY-01"]?.due == Sample.day("2027-03-31"))
  }

  @Test func `The organisation's sheet is always signed and carries its evidence`() throws {
    let sheet = try sheet(Sample.round(), role: .organisation)
    #expect(sheet.signature?.respondent == "m01")
    #expect(sheet.answers.map(\.evidence) == ["台帳"])
  }
}
