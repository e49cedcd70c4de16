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

/// What the tables of one role propose: support, training, and other questions.
struct RoleProposals {
  let role: Role
  let tables: RoleTables
  let questionnaire: Questionnaire
  let sheets: Int
  let policy: Policy
  let thresholds: Round.Thresholds

  var all: [Proposal] { support + training + notApplicable + noSpread }

  /// Lowest 実施率 first.
  private var support: [Proposal] {
    let low = tables.items(in: .practice).filter { $0.figures.implementation.isBelow(percent: thresholds.support) }
    return ascending(low, by: \.implementation).map { row in
      proposal(.support(row.figures.implementation, below: thresholds.support), row)
    }
  }

  /// Highest わからない率 first.
  private var training: [Proposal] {
    let unknown = tables.items.filter { row in
      row.table != .devices && row.figures.notKnown.reaches(percent: thresholds.training)
    }
    return ascending(unknown) { Rate($0.tally.applicable - $0.tally.unknown, of: $0.tally.applicable) }.map { row in
      proposal(.training(row.figures.notKnown, from: thresholds.training), row)
    }
  }

  /// In checklist order; without items whose 該当なし says nothing about their words.
  private var notApplicable: [Proposal] {
    tables.items.filter { row in
      !row.item.needsPrevious && questionnaire.exclusion(of: row.item, profile: [:]) == nil
        && row.figures.notApplicable.reaches(percent: thresholds.revision)
    }.map { proposal(.notApplicable($0.figures.notApplicable, from: thresholds.revision), $0) }
  }

  private var noSpread: [Proposal] {
    tables.items.compactMap { row in
      let tally = row.figures.tally
      guard 2 * tally.applicable >= sheets, tally.applicable > 0 else { return nil }
      return Choice.allCases.first { $0.applies && tally[$0] == tally.applicable }.map { choice in
        proposal(.noSpread(choice, answers: tally.applicable), row)
      }
    }
  }

  private func proposal(_ rule: Proposal.Rule, _ row: ItemFigures) -> Proposal {
    Proposal(rule, role: role, items: [row.item], clauses: policy.clauses(of: [row.item]))
  }

  /// The index keeps equals in checklist order; the standard library does not promise a stable sort.
  private func ascending(_ rows: [ItemFigures], by rate: (Figures) -> Rate) -> [ItemFigures] {
    rows.enumerated().sorted { a, b in
      let (left, right) = (rate(a.element.figures), rate(b.element.figures))
      return left.isLess(than: right) || (!right.isLess(than: left) && a.offset < b.offset)
    }.map(\.element)
  }
}
