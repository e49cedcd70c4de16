public import Inspection

/// The same items in earlier rounds and in this one (docs/design.md 7.3); a figure that is missing leaves a gap.
public struct Comparison: Equatable, Sendable {
  public struct Earlier: Equatable, Sendable {
    public var id: RoundID
    public var title: String
    public var fiscalYear: Int
    /// Whether members were elected between the round before it and it.
    public var hadElectionBefore: Bool
  }

  public struct RolePart: Equatable, Sendable {
    public var role: Role
    /// One per earlier round; nil where the role's figures are not shown of both rounds, or no item is comparable.
    public var steps: [Step?]
    /// Items with a figure in at least one earlier round, in checklist order.
    public var items: [Row]
  }

  /// An earlier round against this one, over the items that are comparable between the two.
  public struct Step: Equatable, Sendable {
    /// Comparable items ÷ items asked now.
    public var comparable: Rate
    /// The practice items among them, added; `now` is of the same items.
    public var before: Figures
    public var now: Figures
  }

  public struct Row: Equatable, Sendable {
    public var item: Item
    public var table: ItemFigures.Table
    /// One per earlier round; nil where that round did not ask the item in this revision.
    public var before: [Figures?]
    public var now: Figures
  }

  /// Oldest first.
  public var rounds: [Earlier]
  /// Members and staff, as far as their figures are shown now.
  public var roles: [RolePart]
}

extension Comparison {
  init(_ previous: PreviousRounds, tables: (Summary.RolePart) -> RoleTables?, of summary: Summary) {
    rounds = previous.summaries.map { earlier in
      Earlier(
        id: earlier.round.id, title: earlier.round.title, fiscalYear: earlier.round.fiscalYear,
        hadElectionBefore: earlier.round.electionBetween)
    }
    roles = summary.roles.compactMap { part in
      tables(part).map { now in
        let before = previous.summaries.map { $0.roles.first { $0.role == part.role }.flatMap(tables) }
        return RolePart(role: part.role, now: now, before: before)
      }
    }
  }
}

extension Comparison.RolePart {
  fileprivate init(role: Role, now: RoleTables, before: [RoleTables?]) {
    let figures = before.map { tables in
      now.items.map { row in
        // An item that moved between the tables, as when another body took the devices over, is another figure.
        tables?.items.first {
          $0.item.id == row.item.id && $0.item.revision == row.item.revision && $0.table == row.table
        }?.figures
      }
    }
    self.role = role
    steps = figures.map { Comparison.Step(before: $0, now: now.items) }
    items = now.items.enumerated().compactMap { index, row in
      let earlier = figures.map { $0[index] }
      guard earlier.contains(where: { $0 != nil }) else { return nil }
      return Comparison.Row(item: row.item, table: row.table, before: earlier, now: row.figures)
    }
  }
}

extension Comparison.Step {
  fileprivate init?(before: [Figures?], now: [ItemFigures]) {
    let pairs = zip(before, now).compactMap { before, now in before.map { (before: $0, now: now) } }
    guard !pairs.isEmpty else { return nil }
    let practice = pairs.filter { $0.now.table == .practice }
    comparable = Rate(pairs.count, of: now.count)
    self.before = practice.reduce(Figures()) { $0 + $1.before }
    self.now = practice.reduce(Figures()) { $0 + $1.now.figures }
  }
}

extension Figures {
  /// The least number of people by whose answers the two 実施率 differ; one is called one person, not a trend.
  ///
  /// Whoever does what is asked, does not, or is outside the rate may have come from either of the other two.
  public func people(since before: Figures) -> Int {
    let changes = [
      tally.kept - before.tally.kept, tally.concerns - before.tally.concerns,
    ]
    return max(changes.reduce(0) { $0 + max($1, 0) }, changes.reduce(0) { $0 - min($1, 0) })
  }
}

/// Earlier rounds that a round may be compared with, oldest first.
public struct PreviousRounds: Equatable, Sendable {
  /// Why a round cannot be compared with another.
  public enum Refusal: Error, Equatable, Sendable {
    /// 定期 and 臨時 are never mixed.
    case otherKind(RoundID)
    case otherPolicy(RoundID)
    case notClosed(RoundID)
    /// It does not open before the round at hand.
    case notEarlier(RoundID)
    case namedTwice(RoundID)
  }

  let summaries: [Summary]

  public static let none = PreviousRounds(unchecked: [])

  private init(unchecked summaries: [Summary]) { self.summaries = summaries }

  /// Throws the first `Refusal` in the order in which they are named.
  public init(_ summaries: [Summary], before summary: Summary) throws(Refusal) {
    var seen: Set<RoundID> = []
    for earlier in summaries {
      let id = earlier.round.id
      guard seen.insert(id).inserted else { throw .namedTwice(id) }
      guard earlier.policy.id == summary.policy.id else { throw .otherPolicy(id) }
      guard earlier.round.isRegular == summary.round.isRegular else { throw .otherKind(id) }
      guard id != summary.round.id, earlier.round.opens < summary.round.opens else { throw .notEarlier(id) }
      guard earlier.status.closed != nil else { throw .notClosed(id) }
    }
    self.summaries = summaries.sorted { a, b in
      a.round.opens != b.round.opens ? a.round.opens < b.round.opens : a.round.id.rawValue < b.round.id.rawValue
    }
  }
}

extension Round {
  /// Whether it is 定期 rather than 臨時.
  public var isRegular: Bool { kind == .regular }
}
