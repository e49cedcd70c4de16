/// One person's answers as handed in.
///
/// An unsigned sheet (無記名) holds nothing but the answers; `signature` is what a signed one adds.
public struct Sheet: Equatable, Sendable {
  /// What travels only with a name: who, and the notes and plans.
  public struct Signature: Equatable, Sendable {
    public var respondent: RespondentID
    public var notes: [ItemID: String]
    public var plans: [ItemID: ImprovementPlan]
    public init(respondent: RespondentID, notes: [ItemID: String], plans: [ItemID: ImprovementPlan]) {
      (self.respondent, self.notes, self.plans) = (respondent, notes, plans)
    }
  }

  /// The 回答番号.
  public var id: CheckedNumber
  public var round: RoundID
  public var checklist: ChecklistReference
  public var role: Role
  /// In checklist order; an unanswered item is absent.
  public var answers: [Answer]
  public var signature: Signature?

  public init(
    id: CheckedNumber, round: RoundID, checklist: ChecklistReference, role: Role, answers: [Answer],
    signature: Signature?
  ) {
    self.id = id
    self.round = round
    self.checklist = checklist
    self.role = role
    self.answers = answers
    self.signature = signature
  }
}

extension Sheet {
  /// Whether it can be this person's, as far as it tells: of the same role and, where it is signed, by the same name.
  public func mayBelong(to respondent: Respondent) -> Bool {
    role == respondent.role && (signature.map { $0.respondent == respondent.id } ?? true)
  }

  /// The sheet that a draft becomes when it is handed in.
  ///
  /// An unsigned sheet keeps the answers only: no name, time, profile, note, plan or opinion (docs/design.md 4).
  public init(
    _ draft: Draft, of questionnaire: Questionnaire, as id: CheckedNumber, respondent: RespondentID, in round: Round
  ) {
    self.init(
      id: id, round: round.id, checklist: draft.checklist, role: draft.role,
      answers: questionnaire.answers(of: draft),
      signature: round.isSigned(for: draft.role)
        ? Signature(
          respondent: respondent, notes: questionnaire.notes(of: draft), plans: questionnaire.plans(of: draft)) : nil)
  }
}

/// That a person has handed in, and nothing of the answers.
public struct Submission: Equatable, Sendable {
  public var respondent: RespondentID
  public var role: Role
  /// 受付番号: six digits, unique in the round, and not in the order of hand-in.
  public var receipt: String
  /// The day of hand-in; a later replacement keeps the first day.
  public var day: CalendarDay
  public var entry: Draft.Entry
  /// Whether the person agreed that staff would know the answers (assisted entry only).
  public var consent: Bool?
  /// How often the person has replaced the sheet.
  public var timesReplaced = 0

  public init(
    respondent: RespondentID, role: Role, receipt: String, day: CalendarDay, entry: Draft.Entry, consent: Bool?
  ) {
    self.respondent = respondent
    self.role = role
    self.receipt = receipt
    self.day = day
    self.entry = entry
    self.consent = consent
  }
}

/// A free opinion that was handed in, and what the office decided after reading it (`opinions.csv`).
public struct Opinion: Equatable, Sendable {
  /// Whether it goes into the internal edition; an opinion can tell who wrote it by how it is written (docs/design.md 7).
  public enum Decision: String, CaseIterable, Sendable { case shown, kept }

  /// Of its file in `opinions/`; leads to no sheet.
  public var number: CheckedNumber
  /// As it was written, or as the office reworded it.
  public var text: String
  /// nil: nobody has decided yet.
  public var decision: Decision?

  public init(number: CheckedNumber, text: String, decision: Decision? = nil) {
    (self.number, self.text, self.decision) = (number, text, decision)
  }
}

extension [Opinion] {
  /// Those to be shown, in the order of their random numbers, which is not that of the hand-ins.
  public var shown: [String] { filter { $0.decision == .shown }.sorted { $0.number < $1.number }.map(\.text) }

  /// How many were decided so; nil counts those not decided yet.
  public func count(_ decision: Opinion.Decision?) -> Int { count { $0.decision == decision } }
}
