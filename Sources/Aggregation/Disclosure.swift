public import Inspection

/// What may be shown of a round's result, the one place that decides it (docs/design.md 7).
///
/// The values it makes hold nothing that must not be printed, so no format has to check again.
public enum Disclosure {
  /// Sheets from which a role's tables are shown.
  public static let tablesFrom = 10
  /// Sheets from which the internal edition names the items that most people report.
  public static let concernsFrom = 5

  /// Sheets of a role from which an edition tells anything of its answers.
  static func answersFrom(for audience: Audience) -> Int { audience == .office ? concernsFrom : tablesFrom }

  /// Answers other than 該当なし from which an item, or whatever else has a base of its own, is counted at all.
  public static let basesFrom = 5

  /// The same for an item of a role with so many sheets.
  ///
  /// Of fewer than 10 sheets a named item tells that at least half report it. It takes two answers more than that half:
  /// with fewer, who knows to whom it applies and what they said themselves would know what all the others said.
  static func leastBase(ofSheets sheets: Int) -> Int {
    sheets >= tablesFrom ? basesFrom : max(basesFrom, (sheets + 1) / 2 + 2)
  }

  /// Items other than 該当なし from which the public edition counts a section of the organisation.
  public static let organisationItemsFrom = 3

  /// Why there is no public edition at all.
  public enum Refusal: Error, Equatable, Sendable {
    /// These checklists are 「案」.
    case notApproved([ChecklistID])
  }

  /// Throws `Refusal` where there may be no such edition.
  public static func disclosed(
    _ summary: Summary, after previous: PreviousRounds = .none, followUp: FollowUp = .none,
    on accompaniment: Accompaniment? = nil, madeOf inputs: InputDigest? = nil, to audience: Audience,
    as edition: Edition? = nil
  ) throws(Refusal) -> DisclosedSummary {
    let drafts = summary.checklists.filter { $0.approved == nil }.map(\.id)
    if audience == .everyone, !drafts.isEmpty { throw .notApproved(drafts) }
    let isClosed = summary.status.closed != nil
    // How many sheets lie there, and how few were late, says something of answers while the round is open, and to the
    // public always.
    let isReconciled = isClosed && audience == .office
    return DisclosedSummary(
      audience: audience, edition: isClosed ? edition : nil, accompaniment: isClosed ? accompaniment : nil,
      round: summary.round, status: summary.status,
      policy: summary.policy,
      isDraft: summary.isDraft,
      roles: summary.roles.map { part in
        DisclosedRole(
          role: part.role, handIn: isReconciled ? part.handIn : part.handIn.bare,
          figures: isClosed ? figures(of: part, to: audience) : .withheld(.notClosed))
      },
      organisationHandIn: summary.organisationHandIn.map { isReconciled ? $0 : $0.bare },
      organisation: isClosed ? summary.organisation.map { shown($0, to: audience) } : nil,
      missingRules: audience == .office ? summary.missingRules : [],
      proposals: isReconciled ? proposals(of: summary, followUp) : [],
      comparison: isReconciled && !previous.rounds.isEmpty ? Comparison(previous, of: summary) : nil,
      followUp: isReconciled ? shown(followUp) : .none,
      published: isClosed && audience == .everyone ? published(followUp) : [], checklists: summary.checklists,
      leftOut: isReconciled ? LeftOutCount.of(summary.leftOut) : [],
      leftOutLines: isClosed ? summary.leftOut.count : nil,
      inputs: isClosed ? inputs.map { InputDigest(digest: $0.digest, parts: isReconciled ? $0.parts : []) } : nil)
  }

  /// Without the opinions that are kept back or that nobody has decided about.
  private static func shown(_ followUp: FollowUp) -> FollowUp {
    var shown = followUp
    shown.opinions.removeAll { $0.decision != .shown }
    return shown
  }

  /// What the office marked; not what came up, which tells of answers, nor its cause.
  private static func published(_ followUp: FollowUp) -> [PublishedAction] {
    (followUp.actions ?? []).filter(\.isPublic).map {
      PublishedAction(measure: $0.measure, owner: $0.owner, due: $0.due, state: $0.state)
    }
  }

  private static func figures(of part: Summary.RolePart, to audience: Audience) -> DisclosedFigures {
    switch (audience, part.sheets) {
    case (.office, tablesFrom...): .tables(part.tables)
    case (.office, concernsFrom...): .concerns(concerns(in: part), apart: part.tables.apart)
    case (.office, _): .withheld(.fewerSheets(than: concernsFrom))
    case (.everyone, tablesFrom...): .sections(DisclosedSections(of: part.tables))
    case (.everyone, _): .withheld(.fewerSheets(than: tablesFrom))
    }
  }

  /// Items, of those that are counted, for which at least half of all sheets of the role say partly, no or not known:
  /// 2 × (b+c+d) ≥ sheets.
  private static func concerns(in part: Summary.RolePart) -> [Item] {
    part.tables.items.filter { 2 * $0.figures.tally.concerns >= part.sheets }.map(\.item)
  }

  /// The tables that the office sees; a comparison is made only of those.
  static func shownTables(of part: Summary.RolePart) -> RoleTables? {
    if case .tables(let tables) = figures(of: part, to: .office) { tables } else { nil }
  }

  /// A role whose tables are not shown proposes nothing.
  private static func proposals(of summary: Summary, _ followUp: FollowUp) -> [Proposal] {
    let ofRoles = summary.roles.flatMap { shownTables(of: $0) == nil ? [] : $0.proposals }
    let findings = (followUp.audit ?? []).filter { $0.judgement?.isFinding ?? false }.map { record in
      let items = (summary.organisation?.rows ?? []).map(\.item).filter { $0.id == record.item }
      return Proposal(
        .auditFinding(record), role: .organisation, items: items, clauses: summary.policy.clauses(of: items))
    }
    let changes = (followUp.review?.changes ?? []).map { Proposal(.changedCircumstances($0), clauses: []) }
    let all = ofRoles + findings.byImportance + changes + summary.proposals
    return Proposal.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  private static func shown(_ organisation: OrganisationSummary, to audience: Audience) -> OrganisationSummary {
    guard audience == .everyone else { return organisation }
    var shown = organisation
    shown.sections.removeAll { $0.tally.open < organisationItemsFrom }
    shown.leftOut = organisation.sections.filter { $0.tally.open < organisationItemsFrom }.map(\.title)
    shown.withoutEvidence = shown.rows.count(where: \.lacksEvidence)
    for index in shown.sections.indices { shown.sections[index].rows = [] }
    return shown
  }
}

extension HandInFigures {
  /// The two numbers of 提出率 and the number exempt alone.
  fileprivate var bare: HandInFigures {
    HandInFigures(asked: asked, exempt: exempt, handedIn: handedIn, reconciliation: nil)
  }
}

/// Why figures are not shown; text is made elsewhere.
public enum WithheldReason: Equatable, Sendable {
  case notClosed
  /// The role has fewer sheets than its figures need.
  case fewerSheets(than: Int)
}

/// What is shown of one role's answers.
public enum DisclosedFigures: Equatable, Sendable {
  /// All tables, with exact counts.
  case tables(RoleTables)
  /// Items that at least half of the sheets report as 課題, named without counts, in checklist order.
  ///
  /// What too few sheets answer stands beside them, and is no concern.
  case concerns([Item], apart: SmallBases)
  /// Sections in whole percent.
  case sections(DisclosedSections)
  case withheld(WithheldReason)
}

extension DisclosedFigures {
  /// The items that are named and in no figure; nil where they are not named.
  public var apart: SmallBases? {
    switch self {
    case .tables(let tables): tables.apart
    case .concerns(_, let apart): apart
    case .sections, .withheld: nil
    }
  }
}

/// A section's 実施率 in whole percent, without the counts behind it.
public struct DisclosedSection: Equatable, Sendable {
  public var id: String
  public var title: String
  /// How many items the rate rests on, from 1.
  public var items: Int
  /// 実施率, half up.
  public var percent: Int

  public init(id: String, title: String, items: Int, percent: Int) {
    (self.id, self.title, self.items, self.percent) = (id, title, items, percent)
  }
}

/// The sections of a role as the public sees them.
public struct DisclosedSections: Equatable, Sendable {
  /// Those in which at least 10 sheets answered, in checklist order.
  public var shown: [DisclosedSection]
  /// The titles of the others, in checklist order.
  public var leftOut: [String]
  /// How many items fewer than 5 sheets answered; they are in no figure.
  public var apart: Int

  public init(shown: [DisclosedSection], leftOut: [String] = [], apart: Int = 0) {
    (self.shown, self.leftOut, self.apart) = (shown, leftOut, apart)
  }

  init(of tables: RoleTables) {
    self.init(shown: [], apart: tables.apart.items.count)
    for section in tables.sections {
      if section.respondents >= Disclosure.tablesFrom, let percent = section.figures.implementation.wholePercent {
        shown.append(
          DisclosedSection(id: section.id, title: section.title, items: section.items.count, percent: percent))
      } else {
        leftOut.append(section.title)
      }
    }
  }
}

/// An action that the office marked 公表, as far as the public is told of it.
public struct PublishedAction: Equatable, Sendable {
  public var measure: String
  public var owner: String
  public var due: CalendarDay?
  public var state: Action.State

  public init(measure: String, owner: String, due: CalendarDay?, state: Action.State) {
    (self.measure, self.owner, self.due, self.state) = (measure, owner, due, state)
  }
}

/// What may be shown of one role (docs/figures.md 5).
public struct DisclosedRole: Equatable, Sendable {
  public var role: Role
  public var handIn: HandInFigures
  public var figures: DisclosedFigures
}

/// What may be shown of a `Summary` to one audience; formats print this and hold nothing else.
public struct DisclosedSummary: Equatable, Sendable {
  public var audience: Audience
  /// nil before closing.
  public var edition: Edition?
  /// The day of follow-up, opinions and comparison; nil where none of them stands in it, or nobody wrote it down yet.
  public var accompaniment: Accompaniment?
  public var round: Round
  public var status: RoundStatus
  public var policy: Policy
  /// Whether everything says 「案」.
  public var isDraft: Bool
  public var roles: [DisclosedRole]
  public var organisationHandIn: HandInFigures?
  /// nil where there is no such checklist or the round is not closed; without rows in the public edition.
  public var organisation: OrganisationSummary?
  /// Empty in the public edition.
  public var missingRules: [Summary.MissingRule]
  /// By kind, and within a kind by role; empty before closing and in the public edition.
  public var proposals: [Proposal]
  /// nil without earlier rounds, before closing and in the public edition.
  public var comparison: Comparison?
  /// Empty before closing and in the public edition; of the opinions only those that the office shows.
  public var followUp: FollowUp
  /// What the council will do, in the order of its list; only in the public edition.
  public var published: [PublishedAction]
  public var checklists: [Summary.AnsweredChecklist]
  /// By reason; empty in the public edition.
  public var leftOut: [LeftOutCount]
  /// How many lines of the box are not counted; nil before closing.
  public var leftOutLines: Int?
  /// nil before closing, when nobody has read the sheets.
  public var inputs: InputDigest?
}
