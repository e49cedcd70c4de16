import Inspection
import Testing

@Suite struct AnsweredItemTests {
  private func sections(_ round: Round, _ answers: [Answer]) -> [AnsweredSection] {
    Questionnaire(checklist: Sample.members, round: round)
      .sections(answered: answers, notes: ["M-PHY-01": "鍵"], plans: [:])
  }

  private let answers = [
    Answer(item: "M-PHY-01", revision: 1, choice: .no, source: .respondent),
    Answer(item: "M-PHY-02", revision: 1, choice: .notApplicable, source: .profile("lent")),
  ]

  @Test func `Every item that was put to somebody stands in its section, answered or open`() {
    let sections = sections(Sample.round(), answers)
    #expect(sections.map(\.id) == ["PHY", "CLD"])
    #expect(sections[0].rows.map(\.choice) == [.no, .notApplicable, nil])
    #expect(sections[0].rows.map(\.note) == ["鍵", nil, nil])
    #expect(sections[0].tally == Tally(no: 1, notApplicable: 1, unanswered: 1))
  }

  @Test func `An item whose rule does not exist stands nowhere, nor does a section without any other`() {
    #expect(sections(Sample.round(rules: []), answers).map(\.id) == ["PHY"])
  }

  @Test func `An item is set apart where another body manages the devices it is about`() {
    var checklist = Sample.members
    checklist.sections[0].items[0].about = .device
    for lent in Round.LentDevices.allCases {
      let questionnaire = Questionnaire(checklist: checklist, round: Sample.round(lentDevices: lent))
      #expect(questionnaire.items.map(questionnaire.isReferenceOnly) == [lent == .executive, false, false, false])
    }
  }

  @Test func `Each answer is kept, a concern or not applicable, and rates are of the first two`() {
    #expect(Choice.allCases.filter(\.isKept) == [.yes, .alternative])
    #expect(Choice.allCases.filter(\.needsAttention) == [.partial, .no, .unknown])
    #expect(Choice.allCases.filter { !$0.applies } == [.notApplicable])
    let tally = Tally(yes: 1, alternative: 2, partial: 4, no: 8, unknown: 16, notApplicable: 32, unanswered: 64)
    #expect((tally.kept, tally.concerns, tally.applicable, tally.total) == (3, 28, 31, 127))
  }
}
