public import Inspection

/// What may be shown of a round's result, the one place that decides it (docs/design.md 7).
///
/// The values it makes hold nothing that must not be printed, so no format has to check again.
public enum Disclosure {
  /// Sheets from which a role's tables are shown.
  public static let tablesFrom = 10
  /// Sheets from which the internal edition names the items that most people report.
  public static let concernsFrom = 5

  /// Why there is no public edition at all.
  public enum Refusal: Error, Equatable, Sendable {
    /// These checklists are 「案」.
    case notApproved([ChecklistID])
  }

  /// Throws `Refusal` where there may be no such edition.
  public static func disclosed(
    _ summary: Summary, after previous: PreviousRounds = .none, followUp: FollowUp = .none,
    madeOf inputs: InputDigest? = nil, to audience: Audience, as edition: Edition? = nil
  ) throws(Refusal) -> DisclosedSummary {
    let drafts = summary.checklists.filter { $0.approved == nil }.map(\.id)
    if audience == .everyone, !drafts.isEmpty { throw .notApproved(drafts) }
    let isClosed = summary.status.closed != nil
    // How many sheets lie there, and how few were late, says something of answers while the round is open, and to the
    // public always.
    let isReconciled = isClosed && audience == .office
    return DisclosedSummary(
      audience: audience, edition: isClosed ? edition : nil, round: summary.round, status: summary.status,
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
      proposals: isReconciled ? proposals(of: summary, followUp.review?.changes ?? []) : [],
      comparison: isReconciled && !previous.summaries.isEmpty
        ? Comparison(previous, tables: shownTables, of: summary) : nil,
      followUp: isReconciled ? shown(followUp) : .none, checklists: summary.checklists,
      leftOut: isClosed ? LeftOutCount.of(summary.leftOut) : [],
      inputs: isClosed ? inputs.map { InputDigest(digest: $0.digest, parts: isReconciled ? $0.parts : []) } : nil)
  }

  /// Without the opinions that are kept back or that nobody has decided about.
  private static func shown(_ followUp: FollowUp) -> FollowUp {
    var shown = followUp
    shown.opinions.removeAll { $0.decision != .shown }
    return shown
  }

  private static func figures(of part: Summary.RolePart, to audience: Audience) -> DisclosedFigures {
    switch (audience, part.sheets) {
    case (.office, tablesFrom...): .tables(part.tables)
    case (.office, concernsFrom...): .concerns(concerns(in: part))
    case (.office, _): .withheld(.fewerSheets(than: concernsFrom))
    case (.everyone, tablesFrom...): .sections(part.tables.sections.map(shown))
    case (.everyone, _): .withheld(.fewerSheets(than: tablesFrom))
    }
  }

  /// Items for which at least half of all sheets of the role say partly, no or not known: 2 × (b+c+d) ≥ sheets.
  private static func concerns(in part: Summary.RolePart) -> [Item] {
    part.tables.items.filter { 2 * $0.figures.tally.concerns >= part.sheets }.map(\.item)
  }

  /// The tables that the office sees; a comparison is made only of those.
  private static func shownTables(of part: Summary.RolePart) -> RoleTables? {
    if case .tables(let tables) = figures(of: part, to: .office) { tables } else { nil }
  }

  /// A role whose tables are not shown proposes nothing but the items that are named without counts.
  private static func proposals(of summary: Summary, _ changes: [String]) -> [Proposal] {
    let ofRoles = summary.roles.flatMap { part -> [Proposal] in
      switch figures(of: part, to: .office) {
      case .tables: part.proposals
      case .concerns(let items):
        items.map { Proposal(.mostReport, role: part.role, items: [$0], clauses: summary.policy.clauses(of: [$0])) }
      case .sections, .withheld: []
      }
    }
    let all = ofRoles + summary.proposals + changes.map { Proposal(.changedCircumstances($0), clauses: []) }
    return Proposal.Kind.allCases.flatMap { kind in all.filter { $0.kind == kind } }
  }

  private static func shown(_ section: GroupFigures) -> DisclosedSection {
    DisclosedSection(id: section.id, title: section.title, percent: section.figures.implementation.wholePercent)
  }

  private static func shown(_ organisation: OrganisationSummary, to audience: Audience) -> OrganisationSummary {
    guard audience == .everyone else { return organisation }
    var shown = organisation
    for index in shown.sections.indices { shown.sections[index].rows = [] }
    return shown
  }
}

extension HandInFigures {
  /// The two numbers of 提出率 alone.
  fileprivate var bare: HandInFigures { HandInFigures(asked: asked, handedIn: handedIn, reconciliation: nil) }
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
  case concerns([Item])
  /// Sections in whole percent.
  case sections([DisclosedSection])
  case withheld(WithheldReason)
}

/// A section's 実施率 in whole percent, without the counts behind it.
public struct DisclosedSection: Equatable, Sendable {
  public var id: String
  public var title: String
  /// nil: nobody to whom it applies answered.
  public var percent: Int?

  public init(id: String, title: String, percent: Int?) { (self.id, self.title, self.percent) = (id, title, percent) }
}

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
  public var checklists: [Summary.AnsweredChecklist]
  public var leftOut: [LeftOutCount]
  /// nil before closing, when nobody has read the sheets.
  public var inputs: InputDigest?
}
