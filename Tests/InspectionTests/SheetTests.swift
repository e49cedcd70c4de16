import Inspection
import Testing

@Suite struct SheetTests {
  private func sheet(
    _ round: Round, role: Role = .member, respondent: RespondentID = "m01", at time: Timestamp? = nil
  ) throws -> Sheet {
    var draft = Sample.draft(role: role)
    draft.respondent = respondent
    if let time { (draft.started, draft.updated) = (time, time) }
    draft.position = .handIn
    draft.entry = Draft.Entry(mode: .assisted, by: "s01")
    draft.responses = ["M-PHY-01": .init(choice: .partial, reason: "別の理由", evidence: "台帳")]
    draft.notes = ["M-PHY-01": "自分の覚え"]
    draft.plans = ["M-PHY-01": ImprovementPlan(action: "直す", due: Sample.day("2027-03-31"))]
    draft.opinion = "意見"
    draft.profile = ["device": true]
    var checklist = Sample.members
    checklist.role = role
    return Sheet(
      draft, of: Questionnaire(checklist: checklist, round: round),
      as: try #require(CheckedNumber(payload: "12345678901")), respondent: respondent, in: round)
  }

  @Test func `An unsigned sheet holds the answers and nothing of the person`() throws {
    let sheet = try sheet(Sample.round())
    #expect(sheet.signature == nil)
    // A member's reason goes with 別の方法 only, evidence with the organisation only.
    #expect(sheet.answers == [Answer(item: "M-PHY-01", revision: 1, choice: .partial, source: .respondent)])
    // And what must be there to count it.
    #expect(sheet.round == "r8-1")
    #expect(sheet.checklist == Sample.draft().checklist)
    #expect(sheet.role == .member)
  }

  @Test func `Nothing of the person, the time or the way of entry tells two equal unsigned sheets apart`() throws {
    let first = try sheet(Sample.round())
    let second = try sheet(Sample.round(), respondent: "m02", at: Timestamp(secondsSinceEpoch: 1_800_000_000))
    #expect(first == second)
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
