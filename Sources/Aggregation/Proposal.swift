public import Inspection

/// Something the tool puts before people, with the rule that fired and the counts it fired on; they decide (docs/design.md 7).
public struct Proposal: Equatable, Sendable {
  /// Three things that are kept apart: what to do, what to ask differently, and what section 8 of the policy looks at.
  public enum Kind: String, CaseIterable, Sendable { case improvement, checklist, review }

  public enum Rule: Equatable, Sendable {
    /// 実施率 of a practice item is below the threshold, in percent: support people.
    case support(Rate, below: Int)
    /// わからない率 of a practice or awareness item is at least the threshold: training and clear rules.
    case training(Rate, from: Int)
    /// At least half of all sheets report it; a role of 5 to 9 sheets, so no counts.
    case mostReport
    /// A rule that does not exist, so that items were put to nobody: make it.
    case missingRule(Inspection.Rule)
    /// 該当なし率 is at least the threshold, although the item neither looks back nor is ruled out by the round.
    case notApplicable(Rate, from: Int)
    /// Everybody to whom it applies, half of all sheets or more, gave the same answer.
    case noSpread(Choice, answers: Int)
    /// No item that was put to anybody of the role tests a clause the role answers for.
    case untested
    /// The organisation does its items of a clause partly, not, or does not know.
    case organisationConcerns
    /// The ordinance asks for something that the policy does not name.
    case notInPolicy(Ordinance.Entry, matter: String)
    /// The ordinance takes effect after the reference day.
    case ordinanceTakesEffect(CalendarDay)
    /// Something has changed, as people recorded it for the review.
    case changedCircumstances(String)
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
    case .support, .training, .mostReport, .missingRule: .improvement
    case .notApplicable, .noSpread: .checklist
    case .untested, .organisationConcerns, .notInPolicy, .ordinanceTakesEffect, .changedCircumstances: .review
    }
  }
}

extension Policy {
  /// The clauses that `items` name, in the order of the policy.
  func clauses(of items: [Item]) -> [Clause] {
    let named = Set(items.flatMap(\.clauses))
    return clauses.filter { named.contains($0.id) }
  }
}
