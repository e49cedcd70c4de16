public import Inspection

/// The result of one round that section 7 of the policy asks for, with nothing hidden yet.
///
/// Every format prints what `Disclosure` lets through of this one value. It does not depend on the order of its input.
public struct Summary: Equatable, Sendable {
  /// A role whose sheets are counted: members or staff.
  public struct RolePart: Equatable, Sendable {
    public var role: Role
    public var handIn: HandInFigures
    /// 回答票数.
    public var sheets: Int
    public var tables: RoleTables
    /// What the tables propose.
    public var proposals: [Proposal]
  }

  /// A rule that does not exist yet, and the items that were asked of nobody for want of it.
  public struct MissingRule: Equatable, Sendable {
    public var id: RuleID
    public var title: String
    public var clause: ClauseID
    /// Across the roles, in the order members, staff, organisation.
    public var items: [Item]
  }

  /// Which checklist was answered.
  public struct AnsweredChecklist: Equatable, Sendable {
    public var role: Role
    public var id: ChecklistID
    public var version: String
    public var title: String
    /// Absent: 「案」.
    public var approved: Approval?
    /// The digests that sheets may name.
    public var digests: [String]
    /// Items of the round's length, whether asked or not.
    public var items: Int
  }

  public var round: Round
  public var status: RoundStatus
  public var policy: Policy
  /// Members and staff, as far as the round asks them.
  public var roles: [RolePart]
  /// 提出 of the organisation's sheet and its answers; nil where the round has no such checklist.
  public var organisationHandIn: HandInFigures?
  public var organisation: OrganisationSummary?
  /// In the order of the policy.
  public var missingRules: [MissingRule]
  /// What rests on no role's figures: rules to make, questions for the review.
  public var proposals: [Proposal]
  public var checklists: [AnsweredChecklist]
  public var leftOut: [LeftOut]

  /// Whether a checklist in it is not approved, so that everything says 「案」.
  public var isDraft: Bool { checklists.contains { $0.approved == nil } }

  /// - Parameters:
  ///   - checklists: the frozen checklists of the round, one per role at most.
  ///   - unread: whose submission is in the box and could not be decoded.
  ///   - admission: which sheets count, of those that could be decoded.
  ///   - counted: what was counted while the box was read, and is not among the others.
  public init(
    round: Round, status: RoundStatus, policy: Policy, checklists: [Checklist], roster: Standings,
    submissions: [Submission], unread: Set<RespondentID> = [], admission: SheetAdmission,
    beside counted: CountedLines = CountedLines()
  ) {
    let asked = checklists.filter { round.asks($0.role) }.sorted { $0.role < $1.role }
      .map { Questionnaire(checklist: $0, round: round) }
    let sheets = Dictionary(grouping: admission.counted, by: \.role)

    func count(_ role: Role) -> Int { sheets[role, default: []].count + counted.forms(of: role).sheets }

    func handIn(_ role: Role) -> HandInFigures {
      HandInFigures(
        of: role, status: status, roster: roster, submissions: submissions, unread: unread,
        beside: counted.handIns, sheets: count(role),
        leftOut: admission.leftOut.count { $0.subject == .sheet && $0.role == role })
    }

    self.round = round
    self.status = status
    self.policy = policy
    leftOut = admission.leftOut
    roles = asked.filter { $0.checklist.role != .organisation }.map { questionnaire in
      let role = questionnaire.checklist.role
      let own = sheets[role, default: []]
      let forms = counted.forms(of: role)
      let tables = RoleTables(
        of: own, beside: forms, to: questionnaire, policy: policy, isSigned: round.isSigned(for: role))
      let proposals = RoleProposals(
        role: role, tables: tables, chosen: Self.chosenNotApplicable(on: own, beside: forms), policy: policy,
        thresholds: round.thresholds)
      return RolePart(
        role: role, handIn: handIn(role), sheets: count(role), tables: tables, proposals: proposals.all)
    }
    let ofOrganisation = asked.first { $0.checklist.role == .organisation }
    organisationHandIn = ofOrganisation.map { _ in handIn(.organisation) }
    organisation = ofOrganisation.map { OrganisationSummary(of: sheets[.organisation]?.first, to: $0) }
    missingRules = Self.missingRules(of: asked, policy: policy)
    proposals = []
    self.checklists = asked.map { questionnaire in
      let checklist = questionnaire.checklist
      return AnsweredChecklist(
        role: checklist.role, id: checklist.id, version: checklist.version, title: checklist.title,
        approved: checklist.approved,
        digests: round.checklists.filter { $0.role == checklist.role }.flatMap(\.digests),
        items: questionnaire.items.count)
    }
    proposals = improvements + Unverified(in: self, asked: asked).proposals + ordinance
  }

  private static func missingRules(of asked: [Questionnaire], policy: Policy) -> [MissingRule] {
    let waiting = asked.flatMap { questionnaire in
      questionnaire.items.compactMap { item in questionnaire.missingRule(of: item).map { (rule: $0, item: item) } }
    }
    return policy.rules.compactMap { rule in
      let items = waiting.filter { $0.rule == rule.id }.map(\.item)
      return items.isEmpty
        ? nil : MissingRule(id: rule.id, title: rule.title, clause: rule.clause, items: items)
    }
  }
}

/// What a round proposes beside the figures of its roles: rules to make, the organisation's gaps, the ordinance.
extension Summary {
  /// By item, how many say 該当なし because the person chose it.
  private static func chosenNotApplicable(on sheets: [Sheet], beside counted: [FormCount]) -> [ItemID: Int] {
    var chosen = counted.reduce(into: [:]) { $0.merge($1.chosenNotApplicable, uniquingKeysWith: +) }
    for sheet in sheets {
      for answer in sheet.answers where answer.isChosenNotApplicable {
        chosen[answer.item, default: 0] += 1
      }
    }
    return chosen
  }

  private var improvements: [Proposal] {
    let rules = missingRules.map { missing in
      Proposal(
        .missingRule(Rule(id: missing.id, title: missing.title, clause: missing.clause)), items: missing.items,
        clauses: policy.clauses.filter { $0.id == missing.clause })
    }
    let gaps = (organisation?.concerns ?? []).map { row in
      Proposal(
        .organisationGap(row.choice, plan: row.plan), role: .organisation, items: [row.item],
        clauses: policy.clauses(of: [row.item]))
    }
    return rules.byImportance + gaps.byImportance
  }

  private var ordinance: [Proposal] {
    let gaps = policy.ordinance.items.compactMap { entry in
      entry.notInPolicy.map { matter in
        Proposal(.notInPolicy(entry, matter: matter), clauses: policy.clauses.filter { $0.ordinance == entry.number })
      }
    }
    guard round.referenceDay < policy.ordinance.effective else { return gaps }
    let serving = policy.clauses.filter { $0.ordinance != nil }
    return gaps + [Proposal(.ordinanceTakesEffect(policy.ordinance.effective), clauses: serving)]
  }
}

extension OrganisationSummary {
  /// The items that are partly kept, not kept, not known, or left blank; none where there is no sheet.
  public var concerns: [AnsweredItem] { hasSheet ? rows.filter { $0.choice?.needsAttention ?? true } : [] }
}

/// The organisation's single sheet, item by item and outside every rate (docs/design.md 7).
public struct OrganisationSummary: Equatable, Sendable {
  /// Whether a sheet of the organisation is counted.
  public var hasSheet: Bool
  /// Sections with at least one asked item, in checklist order.
  public var sections: [AnsweredSection]
  /// The titles of sections that have too few items for the public edition; they are in no count of it.
  public var leftOut: [String] = []
  /// Items that are answered はい and show nothing for it.
  public var withoutEvidence: Int

  /// The answers to all items of the sections.
  public var tally: Tally { sections.reduce(Tally()) { $0 + $1.tally } }

  public var rows: [AnsweredItem] { sections.flatMap(\.rows) }
}

extension OrganisationSummary {
  init(of sheet: Sheet?, to questionnaire: Questionnaire) {
    hasSheet = sheet != nil
    sections = questionnaire.sections(
      answered: sheet?.answers ?? [], notes: sheet?.signature?.notes ?? [:], plans: sheet?.signature?.plans ?? [:])
    withoutEvidence = sections.flatMap(\.rows).count(where: \.lacksEvidence)
  }
}

extension Answer {
  /// Whether the person chose 該当なし, rather than a question or a rule that ruled the item out.
  var isChosenNotApplicable: Bool { choice == .notApplicable && source == .respondent }
}
