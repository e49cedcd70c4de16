public import Inspection

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
