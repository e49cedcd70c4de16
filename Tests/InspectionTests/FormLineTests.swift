import Inspection
import Testing

@Suite("A form filled in away from the screen") struct FormLineTests {
  /// Two profile questions, four items, one of which waits for a rule.
  private let lines = FormLines(
    of: Questionnaire(checklist: Self.checklist, length: .full, rules: [], lentDevices: .council))

  private static let checklist = Sample.checklist(
    profile: [
      ProfileQuestion(id: "device", question: "端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-01"]),
      ProfileQuestion(id: "paper", question: "紙を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-02"]),
    ],
    sections: [
      Section(
        id: "PHY", title: "物理",
        items: [Sample.item("M-PHY-01"), Sample.item("M-PHY-02"), Sample.item("M-PHY-03", requires: "list")]),
      Section(id: "TEC", title: "技術", items: [Sample.item("M-TEC-01")]),
    ])

  @Test func `Its lines are consent, the profile questions and the items that a rule lets be asked`() {
    #expect(lines.all.map { lines.code(of: $0) } == ["P0", "P1", "P2", "M-PHY-01", "M-PHY-02", "M-TEC-01"])
  }

  @Test(
    arguments: [
      "M-PHY-01", "m-phy-01", "PHY01", "phy01", "mphy01", "Ｍ－ＰＨＹ－０１", "ＰＨＹ０１", "PHYー01", " M-PHY-01 ",
    ]) func `A code is understood however it is typed`(code: String)
  {
    #expect(lines.line(written: code) == .item("M-PHY-01"))
  }

  @Test(arguments: [("P0", FormLine.consent), ("ｐ１", .profile("device")), ("paper", .profile("paper"))])
  func `Consent and the profile questions have codes of their own`(code: String, line: FormLine) {
    #expect(lines.line(written: code) == line)
  }

  @Test(arguments: [
    ("1", Choice.yes), ("1.0", .yes), ("３．００", .no), ("○", .yes), ("×", .no), ("1.5", nil), ("1.0.0", nil),
  ])
  func `An answer is read also as a spreadsheet or a pencil writes it`(written: String, choice: Choice?) {
    #expect(FormLines.choice(written: written) == choice)
  }

  @Test(arguments: ["", "-", "P3", "M-PHY-03", "S-PHY-01", "PHY1", "1"])
  func `What stands nowhere on the form has no line`(code: String) { #expect(lines.line(written: code) == nil) }

  @Test func `A no to a profile question takes its items off`() {
    let asked = lines.asked(profile: ["device": false, "paper": true])
    #expect(asked.map { lines.code(of: $0) } == ["P0", "P1", "P2", "M-PHY-02", "M-TEC-01"])
  }

  @Test func `A profile question that rules nothing more out need not be filled in`() {
    var checklist = Self.checklist
    checklist.profile[1].whenNo = ["M-PHY-01"]
    let lines = FormLines(of: Questionnaire(checklist: checklist, length: .full, rules: [], lentDevices: .council))
    #expect(lines.asked(profile: ["device": false]).map { lines.code(of: $0) } == ["P0", "P1", "M-PHY-02", "M-TEC-01"])
  }

  @Test func `Consent and profile questions are answered by yes and no, and can be taken back`() {
    var answers = FormAnswers()
    for line in [FormLine.consent, .profile("device"), .item("M-PHY-01")] {
      for choice in [Choice.yes, .no] {
        answers[line] = .init(choice: choice)
        #expect(answers[line]?.choice == choice)
      }
    }
    #expect(
      answers == FormAnswers(consent: false, profile: ["device": false], responses: ["M-PHY-01": .init(choice: .no)]))
    for line in [FormLine.consent, .profile("device"), .item("M-PHY-01")] { answers[line] = nil }
    #expect(answers == FormAnswers())
  }

  @Test func `A profile question is explained by its own words`() {
    var checklist = Self.checklist
    checklist.profile[0].guidance = "端末の説明"
    checklist.profile[1].guidance = "紙の説明"
    let lines = FormLines(of: Questionnaire(checklist: checklist, length: .full, rules: [], lentDevices: .council))
    #expect(lines.guidance(of: .profile("device")) == "端末の説明")
    #expect(lines.guidance(of: .profile("paper")) == "紙の説明")
    #expect(lines.guidance(of: .profile("else")) == nil)
  }

  @Test(arguments: [RoundID?.none, "r8-1", "令和8年度 第1回", "two  spaces"])
  func `The line that names a form is read as it was written`(round: RoundID?) {
    let identity = FormIdentity(checklist: "mihon", digest: "00ff", round: round)
    #expect(FormIdentity(written: identity.line) == identity)
  }

  @Test func `The line that names a form is in plain words, and no other line is one`() {
    #expect(FormIdentity(checklist: "mihon", digest: "00ff", round: "r8-1").line == "FORM 1 00ff mihon r8-1")
    for wrong in ["", "FORM 1 00ff", "FORM 2 00ff mihon", "form 1 00ff mihon", "SHEET 1 00ff mihon r8-1"] {
      #expect(FormIdentity(written: wrong) == nil, "\(wrong)")
    }
  }

  @Test(
    arguments: [
      ("1", Choice.yes), ("３", .no), ("はい", .yes), ("いいえ", .no), ("yes", .yes), ("not_applicable", .notApplicable),
      ("一部", .partial), ("一部できている（忘れることがある）", .partial), ("2 一部できている（忘れることがある）", .partial), ("分からない", .unknown),
      (" 該当なし ", .notApplicable), ("6 別の方法で対応", .alternative), ("4わからない", .unknown),
    ]) func `A choice is read as people write it`(text: String, choice: Choice)
  { #expect(Choice(written: text) == choice) }

  @Test(arguments: ["", "7", "0", "11", "はいいいえ", "1 いいえ", "たぶん", "-1"])
  func `Anything else is no choice`(text: String) { #expect(Choice(written: text) == nil) }
}

@Suite("How the answers of a draft are entered") struct DraftEntryTests {
  private func draft(_ entry: Draft.Entry, consent: Bool? = nil) -> Draft {
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon", version: "1", digest: "00"), role: .member,
      respondent: "m01", entry: entry, started: Timestamp(secondsSinceEpoch: 0))
    draft.consent = consent
    return draft
  }

  @Test func `A draft begun alone becomes an assisted one, and consent is still to be asked`() {
    var draft = draft(.init(mode: .me))
    draft.goOn(as: .init(mode: .assisted, by: "s01"))
    #expect(draft.entry == .init(mode: .assisted, by: "s01"))
    #expect(draft.consent == nil)
  }

  @Test func `An assisted draft stays one when the person goes on alone, for the answers are known`() {
    var draft = draft(.init(mode: .assisted, by: "s01"), consent: true)
    draft.goOn(as: .init(mode: .me))
    #expect(draft.entry == .init(mode: .assisted, by: "s01"))
    #expect(draft.consent == true)
  }

  @Test func `Consent to one person is none to another`() {
    var draft = draft(.init(mode: .assisted, by: "s01"), consent: true)
    draft.goOn(as: .init(mode: .paper, by: "s02"))
    #expect(draft.entry == .init(mode: .paper, by: "s02"))
    #expect(draft.consent == nil)
  }

  @Test
  func `Of an earlier sheet it takes what the person answered to the same item, where it can still be answered so`() {
    let items = [
      Sample.item("M-PHY-01", notApplicable: nil), Sample.item("M-PHY-02"), Sample.item("M-PHY-03"),
      Sample.item("M-PHY-04"),
    ]
    let checklist = Sample.checklist(sections: [Section(id: "PHY", title: "物理", items: items)])
    var draft = draft(.init(mode: .me))
    draft.begin(
      from: [
        Answer(item: "M-PHY-01", revision: 1, choice: .notApplicable, source: .respondent),
        Answer(item: "M-PHY-02", revision: 1, choice: .notApplicable, source: .respondent),
        Answer(item: "M-PHY-03", revision: 2, choice: .yes, source: .respondent),
        Answer(item: "M-PHY-04", revision: 1, choice: .notApplicable, source: .profile("device")),
      ], of: Questionnaire(checklist: checklist, length: .full, rules: [], lentDevices: .council))
    #expect(draft.responses == ["M-PHY-02": .init(choice: .notApplicable)])
  }

  @Test func `A form's answers replace those it gives and leave the others`() {
    var draft = draft(.init(mode: .me))
    draft.responses = ["M-PHY-01": .init(choice: .no), "M-PHY-02": .init(choice: .unknown)]
    draft.plans = ["M-PHY-01": ImprovementPlan(action: "しまう", due: nil)]
    draft.take(FormAnswers(profile: ["device": true], responses: ["M-PHY-01": .init(choice: .yes)]))
    #expect(draft.profile == ["device": true])
    #expect(draft.responses == ["M-PHY-01": .init(choice: .yes), "M-PHY-02": .init(choice: .unknown)])
    #expect(draft.plans.isEmpty)
  }
}
