import Inspection
import Testing

@Suite struct QuestionnaireTests {
  @Test func `What looks back on an earlier round is no part of the first`() {
    var checklist = Sample.members
    checklist.sections[0].items[0].needsPrevious = true
    var round = Sample.round()
    #expect(Questionnaire(checklist: checklist, round: round).items.map(\.id) == ["M-PHY-02", "M-PHY-03", "M-CLD-01"])
    #expect(Questionnaire(checklist: checklist, round: round).silence(of: checklist.items[0]) == .noPrevious)
    round.previous = "r7-1"
    #expect(Questionnaire(checklist: checklist, round: round).items.count == 4)
  }

  @Test func `What makes no figure says why`() {
    var checklist = Sample.members
    checklist.sections[0].items[2].about = .device
    func silences(_ round: Round) -> [Questionnaire.Silence?] {
      checklist.items.map { Questionnaire(checklist: checklist, round: round).silence(of: $0) }
    }
    #expect(silences(Sample.round()) == [nil, nil, nil, nil])
    #expect(silences(Sample.round(rules: [])) == [nil, nil, nil, .rule("list")])
    #expect(silences(Sample.round(lentDevices: .none)) == [nil, .nobody, nil, nil])
    #expect(silences(Sample.round(lentDevices: .executive)) == [nil, nil, .reference, nil])
    #expect(silences(Sample.round(length: .short)) == [nil, .form, .form, nil])
  }

  /// docs/design.md 7: the organisation's items are never 参考.
  @Test func `The organisation answers for itself whoever manages the devices`() {
    var item = Sample.item("O-PHY-01")
    item.about = .device
    for (role, isApart) in [(Role.member, true), (.organisation, false)] {
      let checklist = Sample.checklist(role: role, sections: [Section(id: "PHY", title: "物理", items: [item])])
      let questionnaire = Questionnaire(checklist: checklist, round: Sample.round(lentDevices: .executive))
      #expect(questionnaire.isReferenceOnly(item) == isApart)
    }
  }

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
    #expect(asked(Sample.round(length: .short)) == ["M-PHY-01", "M-CLD-01"])
  }

  @Test func `Where no devices are lent the question is not asked and taken as no`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round(lentDevices: .none))
    #expect(questionnaire.profileQuestions.map(\.id) == ["device"])
    #expect(questionnaire.asked(profile: [:]).map(\.id) == ["M-PHY-01", "M-PHY-03", "M-CLD-01"])
  }

  @Test func `A profile question that can rule nothing out is not asked`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round(length: .short))
    #expect(questionnaire.profileQuestions.map(\.id) == ["device"])
  }

  @Test func `A profile question is passed over when an earlier no has ruled out all that it could`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round())
    // Without a device it is pointless to ask whether the device is lent.
    #expect(questionnaire.profileQuestions(after: ["device": false]).map(\.id) == ["device"])
    #expect(questionnaire.profileQuestions(after: ["device": true]).map(\.id) == ["device", "lent"])
    // A question is not passed over for its own answer.
    #expect(questionnaire.profileQuestions(after: ["device": true, "lent": false]).map(\.id) == ["device", "lent"])
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

  @Test func `Another way is an answer only with the way, and the way goes with no other choice`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round())
    func answer(_ response: Draft.Response) -> Answer? {
      var draft = Sample.draft()
      draft.responses = ["M-PHY-01": response]
      return questionnaire.answers(of: draft).first
    }
    #expect(answer(.init(choice: .alternative)) == nil)
    #expect(answer(.init(choice: .alternative, reason: "当番が見る"))?.reason == "当番が見る")
    #expect(answer(.init(choice: .yes, reason: "当番が見る"))?.reason == nil)
  }

  @Test func `Evidence goes with what the organisation does, not with what it does not`() {
    var checklist = Sample.members
    checklist.role = .organisation
    let questionnaire = Questionnaire(checklist: checklist, round: Sample.round())
    for choice in Choice.allCases {
      var draft = Sample.draft(role: .organisation)
      draft.responses = ["M-PHY-01": .init(choice: choice, reason: "理由", evidence: "台帳")]
      let isShown = [.yes, .partial, .alternative].contains(choice)
      #expect(questionnaire.answers(of: draft).map(\.evidence) == [isShown ? "台帳" : nil], "\(choice)")
    }
  }

  @Test func `Notes and plans go with the items that are asked, plans with no and partly only`() {
    let questionnaire = Questionnaire(checklist: Sample.members, round: Sample.round())
    let plan = ImprovementPlan(action: "直す", due: nil)
    var draft = Sample.draft()
    draft.responses = [
      "M-PHY-01": .init(choice: .no), "M-PHY-03": .init(choice: .partial), "M-CLD-01": .init(choice: .yes),
    ]
    draft.plans = ["M-PHY-01": plan, "M-PHY-03": plan, "M-CLD-01": plan]
    draft.notes = ["M-PHY-01": "覚え", "M-PHY-03": "覚え"]
    #expect(questionnaire.plans(of: draft) == ["M-PHY-01": plan, "M-PHY-03": plan])
    #expect(questionnaire.notes(of: draft).count == 2)
    draft.profile = ["device": false]
    #expect(questionnaire.plans(of: draft) == ["M-PHY-03": plan])
    #expect(questionnaire.notes(of: draft) == ["M-PHY-03": "覚え"])
  }

  @Test func `An open item has no answer`() {
    let answers = Questionnaire(checklist: Sample.members, round: Sample.round()).answers(of: Sample.draft())
    #expect(answers.isEmpty)
  }
}
