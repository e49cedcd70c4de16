/// One person's own result, computed once for every format; it is the person's and goes into no report.
///
/// It holds the 回答番号 or names the person, never both, because the two must never be seen together (docs/design.md 4.4).
public struct PersonalResult: Equatable, Sendable {
  public var role: Role
  public var assembly: String
  public var checklist: ChecklistReference
  public var checklistTitle: String
  /// Whether the checklist is not approved: 「案」.
  public var isDraft: Bool
  /// nil for a personal inspection.
  public var roundTitle: String?
  /// The day of the answers; a sheet holds none.
  public var day: CalendarDay?
  /// With the items that were put to the person or ruled out by the profile.
  public var sections: [AnsweredSection]
  /// The number of each item's main clause as printed.
  public var clauses: [ItemID: String]
  /// Whether somebody else entered the answers, so that the person has to confirm them; a sheet does not tell.
  public var needsConfirmation = false
  /// Of the sheet that was handed in; nil where nothing was, and where the person is named.
  public var number: CheckedNumber?
  /// Who confirms answers that somebody else entered; nil on every other copy.
  public var person: String?
  /// Whom to ask; nil for a personal inspection.
  public var contact: Round.Contact?

  public var rows: [AnsweredItem] { sections.flatMap(\.rows) }
  /// Partly, no, or not known, in checklist order.
  public var attention: [AnsweredItem] { rows.filter { $0.choice?.needsAttention ?? false } }
  public var unanswered: [AnsweredItem] { rows.filter { $0.choice == nil } }

  /// From a draft, with the notes and plans that stay with the person.
  public init(_ draft: Draft, of questionnaire: Questionnaire, policy: Policy, round: Round?) {
    self.init(
      answers: questionnaire.answers(of: draft), notes: questionnaire.notes(of: draft),
      plans: questionnaire.plans(of: draft), checklist: draft.checklist, questionnaire: questionnaire, policy: policy,
      round: round, day: draft.updated.day)
    needsConfirmation = draft.entry.mode != .me
  }

  /// From a handed-in sheet; an unsigned one has no notes and plans.
  public init(_ sheet: Sheet, of questionnaire: Questionnaire, policy: Policy, round: Round?, day: CalendarDay? = nil) {
    self.init(
      answers: sheet.answers, notes: sheet.signature?.notes ?? [:], plans: sheet.signature?.plans ?? [:],
      checklist: sheet.checklist, questionnaire: questionnaire, policy: policy, round: round, day: day)
    number = sheet.id
  }

  private init(
    answers: [Answer], notes: [ItemID: String], plans: [ItemID: ImprovementPlan], checklist: ChecklistReference,
    questionnaire: Questionnaire, policy: Policy, round: Round?, day: CalendarDay?
  ) {
    role = questionnaire.checklist.role
    assembly = policy.assembly
    self.checklist = checklist
    checklistTitle = questionnaire.checklist.title
    isDraft = questionnaire.checklist.approved == nil
    roundTitle = round?.title
    self.day = day
    contact = round?.contact
    sections = questionnaire.sections(answered: answers, notes: notes, plans: plans)
    clauses = Dictionary(
      questionnaire.items.compactMap { item in
        item.clauses.first.flatMap(policy.clause).map { (item.id, $0.number) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
