import Inspection
import Testing

@Suite struct QuestionnaireTests {
  private func asked(_ round: Round, profile: [ProfileQuestionID: Bool] = [:]) -> [ItemID] {
    Questionnaire(checklist: Sample.members, round: round).asked(profile: profile).map(\.id)
  }

  @Test func `Everything is asked until something rules it out`() {
    #expect(asked(Sample.round()) == ["M-PHY-01", "M-PHY-02", "M-PHY-03", "M-CLD-01"])
  }

  @Test func `An item is not asked when any profile question that names it is answered no`() {
    #expect(asked(Sample.round(), profile: ["device": false]) == ["M-PHY-03", "M-CLD-01"])
    #expect(asked(Sample.round(), profile: ["device": true, "lent": false]) == ["M-PHY-01", "M-PHY-03", "M-CLD-01"])
  }

  @Test func `An item whose rule does not exist is asked of nobody`() {
    #expect(asked(Sample.round(rules: [])) == ["M-PHY-01", "M-PHY-02", "M-PHY-03"])
  }

  @Test func `The short form asks its own items`() {
    #expect(asked(Sample.round(form: .short)) == ["M-PHY-01", "M-CLD-01"])
  }

  @Test func `Where no devices are lent the question is not asked and taken as no`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round(lentDevices: .none))
    #expect(questionnaire.profileQuestions.map(\.id) == ["device"])
    #expect(questionnaire.asked(profile: [:]).map(\.id) == ["M-PHY-01", "M-PHY-03", "M-CLD-01"])
  }

  @Test func `A profile question that can rule nothing out is not asked`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round(form: .short))
    #expect(questionnaire.profileQuestions.map(\.id) == ["device"])
  }

  @Test func `A personal inspection asks as if every rule existed`() {
    let questionnaire = Questionnaire(personal: Sample.members, policy: Sample.policy)
    #expect(questionnaire.asked(profile: [:]).count == 4)
  }

  @Test func `Answers say who gave them: the person, a profile question, or a missing rule`() {
    var draft = Sample.draft()
    draft.profile = ["device": false]
    draft.responses = ["M-PHY-01": .init(choice: .no), "M-PHY-03": .init(choice: .yes)]
    let answers = Questionnaire(checklist: Sample.members, round: Sample.round(rules: [])).answers(of: draft)
    #expect(
      answers == [
        Answer(item: "M-PHY-01", revision: 1, choice: .notApplicable, source: .profile("device")),
        Answer(item: "M-PHY-02", revision: 1, choice: .notApplicable, source: .profile("device")),
        Answer(item: "M-PHY-03", revision: 1, choice: .yes, source: .respondent),
        Answer(item: "M-CLD-01", revision: 1, choice: .notApplicable, source: .rule("list")),
      ])
  }

  @Test func `An open item has no answer`() {
    let answers = Questionnaire(checklist: Sample.members, round: Sample.round()).answers(of: Sample.draft())
    #expect(answers.isEmpty)
  }
}
