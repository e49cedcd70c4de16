import Inspection
import Testing

@Suite("A draft") struct DraftTests {
  @Test func `Holds nothing until something is agreed to, answered or written`() {
    let changes: [(inout Draft) -> Void] = [
      { $0.consent = true }, { $0.profile["device"] = false }, { $0.responses["M-PHY-01"] = .init(choice: .no) },
      { $0.notes["M-PHY-01"] = "覚え" }, { $0.plans["M-PHY-01"] = ImprovementPlan(action: "直す", due: nil) },
      { $0.opinion = "意見" },
    ]
    for change in changes {
      var draft = Sample.draft()
      #expect(!draft.holdsAnything)
      change(&draft)
      #expect(draft.holdsAnything)
    }
  }

  /// docs/formats.md: `opened` tells two rounds of one name apart; older drafts have none.
  @Test func `Goes on in the round that it was begun in, or where it does not say`() {
    var (draft, fresh) = (Sample.draft(), Sample.draft())
    fresh.opened = "1a"
    #expect(draft.goesOn(in: fresh))
    draft.opened = "1a"
    #expect(draft.goesOn(in: fresh))
    draft.opened = "2b"
    #expect(!draft.goesOn(in: fresh))
  }

  @Test func `As a result it tells what needs attention from what is still open`() {
    var draft = Sample.draft()
    draft.profile = ["device": true, "lent": true]
    draft.responses = ["M-PHY-01": .init(choice: .yes), "M-PHY-02": .init(choice: .no)]
    let result = PersonalResult(
      draft, of: Questionnaire(checklist: Sample.members, round: Sample.round()), policy: Sample.policy,
      round: Sample.round())
    #expect(result.attention.map(\.item.id) == ["M-PHY-02"])
    #expect(result.unanswered.map(\.item.id) == ["M-PHY-03", "M-CLD-01"])
  }
}
