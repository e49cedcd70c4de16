public import Inspection

/// Something the tool puts before people, with the rule that fired and the counts it fired on; they decide (docs/design.md
/// 7.6).
public struct Proposal: Equatable, Sendable {
  /// Four things that are kept apart: what to do, what to tell the body that manages lent devices (policy 9), what to ask
  /// differently, and what section 8 of the policy looks at.
  public enum Kind: String, CaseIterable, Sendable { case improvement, managingBody, checklist, review }

  /// The rule by which a proposal came up, with the figures that it saw (docs/figures.md 6).
  public enum Rule: Equatable, Sendable {
    /// 実施率 of a practice item is below the threshold, in percent: support people.
    case support(Rate, below: Int)
    /// わからない率 of a practice or awareness item is at least the threshold: training and clear rules.
    case training(Rate, from: Int)
    /// A rule that does not exist, so that items were put to nobody: make it.
    case missingRule(Inspection.Rule)
    /// The organisation does the item partly, not, or does not know, or left it blank (nil); with its own plan.
    case organisationGap(Choice?, plan: ImprovementPlan?)
    /// 実施率 of how lent devices are set up, which another body decides, is below the threshold.
    case deviceSetUp(Rate, below: Int)
    /// Of those who chose 該当なし themselves or answered, the share of the former is at least the threshold.
    case notApplicable(Rate, from: Int)
    /// Everybody to whom it applies gave the same answer, and it is not はい.
    case noSpread(Choice, answers: Int)
    /// An audit saw what the organisation claimed in part or not at all.
    case auditFinding(AuditRecord)
    /// Something has changed, as people recorded it for the review.
    case changedCircumstances(String)
    /// Clauses that the organisation's sheet would have verified, and nobody else's answers did.
    case organisationMissing
    /// Other clauses that nobody's answers could verify this time.
    case unverified
    /// The ordinance asks for something that the policy does not name.
    case notInPolicy(Ordinance.Entry, matter: String)
    /// The ordinance takes effect after the reference day.
    case ordinanceTakesEffect(CalendarDay)
  }

  public var rule: Rule
  /// Whose sheets or items it rests on; nil where it rests on none.
  public var role: Role?
  /// In checklist order.
  public var items: [Item]
  /// In the order of the policy.
  public var clauses: [Clause]

  public init(_ rule: Rule, role: Role? = nil, items: [Item] = [], clauses: [Clause]) {
    (self.rule, self.role, self.items, self.clauses) = (rule, role, items, clauses)
  }

  public var kind: Kind {
    switch rule {
    case .support, .training, .missingRule, .organisationGap: .improvement
    case .deviceSetUp: .managingBody
    case .notApplicable, .noSpread: .checklist
    case .auditFinding, .changedCircumstances, .organisationMissing, .unverified, .notInPolicy, .ordinanceTakesEffect:
      .review
    }
  }

  /// `Item.Importance.rank` of the most important of its items; behind all where it names none.
  public var importance: Int { items.map(\.importance.rank).min() ?? Item.Importance.allCases.count }
}

extension [Proposal] {
  /// The most important first, equals as they are.
  public var byImportance: [Proposal] {
    (0...Item.Importance.allCases.count).flatMap { rank in filter { $0.importance == rank } }
  }
}

extension Policy {
  /// The clauses that `items` name, in the order of the policy.
  func clauses(of items: [Item]) -> [Clause] {
    let named = Set(items.flatMap(\.clauses))
    return clauses.filter { named.contains($0.id) }
  }
}

/// What the tables of one role propose, each item once.
struct RoleProposals {
  let role: Role
  let tables: RoleTables
  /// How many people chose 該当なし of an item themselves, rather than by a profile question.
  let chosen: [ItemID: Int]
  let policy: Policy
  let thresholds: Round.Thresholds

  /// Answers on which a proposal rests at least.
  static let basesFrom = 10
  /// So many answers may be better without a proposal falling away, for at these sizes two people are soon found.
  private static let margin = 2

  /// Support, training, what to tell the managing body, changes to the checklist; of each the most important first, then
  /// the worst rate, equals in checklist order.
  var all: [Proposal] {
    let fired = tables.items.compactMap { row in rule(for: row).map { Fired(item: row.item, rule: $0) } }
    // The index keeps equals in order; the standard library does not promise a stable sort.
    return fired.enumerated().sorted { a, b in
      a.element.isBefore(b.element) || (!b.element.isBefore(a.element) && a.offset < b.offset)
    }.map { _, fired in
      Proposal(fired.rule, role: role, items: [fired.item], clauses: policy.clauses(of: [fired.item]))
    }
  }

  /// The one rule that fires; what people can do comes before what could be asked differently.
  private func rule(for row: ItemFigures) -> Proposal.Rule? {
    let tally = row.figures.tally
    let isLow =
      tally.applicable >= Self.basesFrom
      && Rate(tally.kept + Self.margin, of: tally.applicable).isBelow(percent: thresholds.support)
    switch row.table {
    case .devices:
      if isLow { return .deviceSetUp(row.figures.implementation, below: thresholds.support) }
    case .practice, .awareness:
      // Where people do not know rather than do not do it, they have to be told.
      let isMostlyUnknown = row.table == .awareness || !isLow || 2 * tally.unknown >= tally.concerns
      if isMostlyUnknown, reaches(tally.unknown, of: tally.applicable, percent: thresholds.training) {
        return .training(row.figures.notKnown, from: thresholds.training)
      }
      if isLow, row.table == .practice { return .support(row.figures.implementation, below: thresholds.support) }
    }
    return ruleOfChecklist(for: row)
  }

  private func ruleOfChecklist(for row: ItemFigures) -> Proposal.Rule? {
    let tally = row.figures.tally
    let chosen = chosen[row.item.id, default: 0]
    // Of an item that looks back it says that somebody is new, and nothing of its words.
    if !row.item.needsPrevious, reaches(chosen, of: tally.applicable + chosen, percent: thresholds.revision) {
      return .notApplicable(Rate(chosen, of: tally.applicable + chosen), from: thresholds.revision)
    }
    guard tally.applicable >= Self.basesFrom else { return nil }
    return Choice.allCases.first { $0 != .yes && $0.applies && tally[$0] == tally.applicable }
      .map { .noSpread($0, answers: tally.applicable) }
  }

  /// Whether the share reaches the threshold on a base that is large enough, and would with two answers less.
  private func reaches(_ count: Int, of base: Int, percent: Int) -> Bool {
    base >= Self.basesFrom && Rate(max(0, count - Self.margin), of: base).reaches(percent: percent)
  }
}

/// An item of a role, and the rule that fired.
private struct Fired {
  var item: Item
  var rule: Proposal.Rule

  func isBefore(_ other: Fired) -> Bool {
    let (mine, others) = ([group, item.importance.rank], [other.group, other.item.importance.rank])
    return mine == others ? rate.isLess(than: other.rate) : mine.lexicographicallyPrecedes(others)
  }

  private var group: Int {
    switch rule {
    case .support: 0
    case .training: 1
    case .deviceSetUp: 2
    default: 3
    }
  }

  /// The share of answers that are as they should be.
  private var rate: Rate {
    switch rule {
    case .support(let rate, _), .deviceSetUp(let rate, _): rate
    case .training(let rate, _), .notApplicable(let rate, _):
      Rate(rate.denominator - rate.numerator, of: rate.denominator)
    default: Rate(0, of: 1)
    }
  }
}
