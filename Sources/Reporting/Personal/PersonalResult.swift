public import Inspection

/// One person's own result, computed once for every format; it is the person's and goes into no report.
///
/// It names nobody: neither a respondent nor a 控え番号 stands in it, because the two must never be seen together
/// (docs/design.md 4.4).
public struct PersonalResult: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    public var item: Item
    /// The number of the item's main clause as printed.
    public var clause: String
    /// nil: left open.
    public var choice: Choice?
    public var reason: String?
    public var evidence: String?
    public var note: String?
    public var plan: ImprovementPlan?
    /// About devices that an executive body manages: 参考 (policy 9).
    public var isReferenceOnly: Bool
  }

  /// A domain and its items that were put to the person or ruled out by the profile.
  public struct Domain: Equatable, Sendable {
    public var title: String
    public var rows: [Row]

    /// はい and 別の方法で対応.
    public var kept: Int { rows.count { $0.choice == .yes || $0.choice == .alternative } }
    /// Answered, and applicable.
    public var applicable: Int { rows.count { $0.choice != nil && $0.choice != .notApplicable } }
    public var unanswered: Int { rows.count { $0.choice == nil } }
  }

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
  public var domains: [Domain]
  /// Whether somebody else entered the answers, so that the person has to confirm them; a sheet does not tell.
  public var needsConfirmation = false
  /// Whom to ask; nil for a personal inspection.
  public var contact: Round.Contact?

  public var rows: [Row] { domains.flatMap(\.rows) }
  /// Partly, no, or not known, in checklist order.
  public var attention: [Row] { rows.filter { $0.choice?.needsAttention ?? false } }
  public var unanswered: [Row] { rows.filter { $0.choice == nil } }

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
  }

  private init(
    answers: [Answer], notes: [ItemID: String], plans: [ItemID: ImprovementPlan], checklist: ChecklistReference,
    questionnaire: Questionnaire, policy: Policy, round: Round?, day: CalendarDay?
  ) {
    let given = Dictionary(answers.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    // Without an answer a missing rule still shows, so that the item is not taken for one left open.
    let asked = Set(questionnaire.items.filter { !questionnaire.isForWantOfRule($0) }.map(\.id))
    role = questionnaire.checklist.role
    assembly = policy.assembly
    self.checklist = checklist
    checklistTitle = questionnaire.checklist.title
    isDraft = questionnaire.checklist.approved == nil
    roundTitle = round?.title
    self.day = day
    contact = round?.contact
    domains = questionnaire.checklist.sections.compactMap { section in
      let rows = section.items.filter { asked.contains($0.id) }.map { item in
        Row(
          item: item, clause: item.clauses.first.flatMap { policy.clause($0)?.number } ?? "",
          choice: given[item.id]?.choice, reason: given[item.id]?.reason, evidence: given[item.id]?.evidence,
          note: notes[item.id], plan: plans[item.id],
          isReferenceOnly: item.about == .device && questionnaire.lentDevices == .executive)
      }
      return rows.isEmpty ? nil : Domain(title: section.title, rows: rows)
    }
  }
}

extension Questionnaire {
  fileprivate func isForWantOfRule(_ item: Item) -> Bool {
    if case .rule = exclusion(of: item, profile: [:]) { true } else { false }
  }
}
