public import Inspection

/// The same items in earlier rounds and in this one (docs/design.md 7.3); a figure that is missing leaves a gap.
public struct Comparison: Equatable, Sendable {
  /// The round that is compared with.
  public struct Earlier: Equatable, Sendable {
    public var id: RoundID
    public var title: String
    public var fiscalYear: Int
    public var opens: CalendarDay
    /// Whether members were elected between the round before it and it.
    public var hadElectionBefore: Bool
    /// The number of its internal edition; nil where there is none.
    public var edition: Int?
    /// Of the summary that it was taken from, where that was given by name.
    public var file: String?
  }

  /// What changed in one role, over the items that both rounds asked alike.
  public struct RolePart: Equatable, Sendable {
    public var role: Role
    /// One per earlier round; nil where the role's figures are not shown of both rounds, or no practice item is comparable.
    public var steps: [Step?]
    /// Items with a figure in at least one earlier round, in checklist order.
    public var items: [Row]
  }

  /// An earlier round against this one, over the practice items that are comparable between the two.
  public struct Step: Equatable, Sendable {
    /// Comparable practice items ÷ practice items that have a figure now.
    public var comparable: Rate
    public var change: Change
    /// Sections with at least one of the items, in checklist order.
    public var sections: [Section]
  }

  /// What changed in one 分野, over its comparable items.
  public struct Section: Equatable, Sendable {
    public var id: String
    public var title: String
    /// The comparable ones, of which both figures are.
    public var items: [ItemID]
    public var change: Change
  }

  /// Two figures of the very same items.
  public struct Change: Equatable, Sendable {
    public var before: Figures
    public var now: Figures
    /// The least number of people by whose answers they differ.
    public var people: Int
  }

  /// What changed in one item.
  public struct Row: Equatable, Sendable {
    public var item: Item
    public var table: ItemFigures.Table
    /// One per earlier round; nil where that round did not ask the item in this revision.
    public var before: [Figures?]
    public var now: Figures

    /// Against the earlier round of an index.
    public func change(since index: Int) -> Change? {
      before[index].map { Change(before: $0, now: now, people: now.people(since: $0)) }
    }
  }

  /// An item of the organisation's sheet.
  public struct AnsweredRow: Equatable, Sendable {
    public var item: Item
    /// One per earlier round; nil where that round did not ask the item in this revision.
    public var before: [EarlierRound.Answered?]
    /// nil: 未回答.
    public var now: Choice?
  }

  /// Oldest first.
  public var rounds: [Earlier]
  /// Members and staff, as far as their figures are shown now.
  public var roles: [RolePart]
  /// Items that an earlier round's sheet of the organisation has too, in checklist order; empty without a sheet now.
  public var organisation: [AnsweredRow]
}

extension Comparison {
  init(_ previous: PreviousRounds, of summary: Summary) {
    rounds = previous.rounds.map { earlier in
      Earlier(
        id: earlier.id, title: earlier.title, fiscalYear: earlier.fiscalYear, opens: earlier.opens,
        hadElectionBefore: earlier.hadElectionBefore, edition: earlier.edition, file: earlier.file)
    }
    roles = summary.roles.compactMap { part in
      Disclosure.shownTables(of: part).map { now in
        RolePart(role: part.role, now: now, before: previous.rounds.map { $0.roles[part.role] ?? [] })
      }
    }
    let answered = summary.organisation.map { $0.hasSheet ? $0.rows : [] } ?? []
    organisation = answered.compactMap { row in
      let before = previous.rounds.map { earlier in
        earlier.organisation?.first { $0.id == row.item.id && $0.revision == row.item.revision }
      }
      return before.contains { $0 != nil } ? AnsweredRow(item: row.item, before: before, now: row.choice) : nil
    }
  }
}

extension Comparison {
  /// A practice or awareness item whose rate is another than in the latest earlier round.
  public struct Move: Equatable, Sendable {
    public var role: Role
    public var row: Row
    public var change: Change
    /// In tenths of a percent point, as printed: 44 for 「＋4.4ポイント」.
    public var tenths: Int
  }

  /// What fell since the latest earlier round by more than one person's answer: the largest first, then the most people,
  /// equals by role and in checklist order.
  public var falls: [Move] { Self.largestFirst(moves.filter { $0.tenths < 0 }) }

  /// The same of what rose.
  public var rises: [Move] { Self.largestFirst(moves.filter { $0.tenths > 0 }) }

  private static func largestFirst(_ moves: [Move]) -> [Move] {
    // The index keeps equals in order; the standard library does not promise a stable sort.
    moves.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      return (-abs(first.tenths), -first.change.people, a.offset) < (
        -abs(second.tenths), -second.change.people, b.offset
      )
    }.map(\.element)
  }

  /// In order of role and checklist.
  private var moves: [Move] {
    guard let latest = rounds.indices.last else { return [] }
    return roles.flatMap { part in
      part.items.filter { $0.table != .devices }.compactMap { row in
        guard let change = row.change(since: latest), change.isOfSeveral, let tenths = change.tenths else { return nil }
        return Move(role: part.role, row: row, change: change, tenths: tenths)
      }
    }
  }
}

extension Comparison.RolePart {
  fileprivate init(role: Role, now: RoleTables, before: [[EarlierRound.Item]]) {
    let figures = before.map { items in
      now.items.map { row in
        // An item that moved between the tables, as when another body took the devices over, is another figure.
        items.first { $0.id == row.item.id && $0.revision == row.item.revision && $0.table == row.table }
          .map { Figures(tally: $0.tally) }
      }
    }
    self.role = role
    steps = figures.map { Comparison.Step(before: $0, now: now) }
    items = now.items.enumerated().compactMap { index, row in
      let earlier = figures.map { $0[index] }
      guard earlier.contains(where: { $0 != nil }) else { return nil }
      return Comparison.Row(item: row.item, table: row.table, before: earlier, now: row.figures)
    }
  }
}

extension Comparison.Step {
  fileprivate init?(before: [Figures?], now: RoleTables) {
    let pairs = zip(before, now.items).filter { $0.1.table == .practice }
    let compared = pairs.compactMap { before, now in before.map { (before: $0, now: now) } }
    guard !compared.isEmpty else { return nil }
    comparable = Rate(compared.count, of: pairs.count)
    change = Comparison.Change(of: compared.map { ($0.before, $0.now.figures) })
    sections = now.sections.compactMap { section in
      let own = compared.filter { section.items.contains($0.now.item.id) }
      return own.isEmpty
        ? nil
        : Comparison.Section(
          id: section.id, title: section.title, items: own.map(\.now.item.id),
          change: Comparison.Change(of: own.map { ($0.before, $0.now.figures) }))
    }
  }
}

extension Comparison.Change {
  /// Of several items, added; one person may have answered each of them in another way.
  fileprivate init(of items: [(before: Figures, now: Figures)]) {
    before = items.reduce(Figures()) { $0 + $1.before }
    now = items.reduce(Figures()) { $0 + $1.now }
    people = items.map { $0.now.people(since: $0.before) }.max() ?? 0
  }

  /// By how many tenths of a percent point the printed rates differ; nil where one is of nothing.
  public var tenths: Int? {
    guard let earlier = before.implementation.percent, let latest = now.implementation.percent else { return nil }
    return latest.tenths - earlier.tenths
  }

  /// Whether more than one person's answer makes it: what one alone can explain is no change that anybody has to hear of.
  public var isOfSeveral: Bool { people > 1 }

  /// Whether both rates are of as many answers.
  public var hasOneBase: Bool { before.implementation.denominator == now.implementation.denominator }
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
