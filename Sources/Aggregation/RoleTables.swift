public import Inspection

/// One item and its figures over the sheets of a role.
public struct ItemFigures: Equatable, Sendable {
  /// The one table an item stands in.
  public enum Table: String, CaseIterable, Sendable {
    /// Makes 実施率, and the sections, clauses and other groups.
    case practice
    /// 知っていますか: a figure of its own (周知).
    case awareness
    /// About devices that an executive body manages: 参考 (policy 9), outside every other rate.
    case devices
  }

  public var item: Item
  public var table: Table
  public var figures: Figures

  public init(item: Item, table: Table, figures: Figures) {
    (self.item, self.table, self.figures) = (item, table, figures)
  }
}

/// A section, clause, threat, property, asset or ordinance item, and the added figures of its items.
///
/// A clause that the role answers for and a threat stand in their table even without any item that makes a figure.
public struct GroupFigures: Equatable, Sendable {
  public var id: String
  /// As printed, such as `6(3)`; sections have none.
  public var number: String?
  public var title: String
  /// Its practice items, of which its figures are.
  public var items: [ItemID]
  public var figures: Figures
  /// Sheets on which at least one of the items is answered and not 該当なし; counted of sections only.
  public var respondents: Int
  /// Its awareness items, whose 周知 stands beside; only clauses and threats have them.
  public var awareness: [ItemID]
  public var awarenessFigures: Figures
  /// Why the checklist's items for it make no practice figure; empty where one does, where only awareness items do, and
  /// where there is no other item.
  public var silences: [Questionnaire.Silence]

  public init(
    id: String, number: String? = nil, title: String, items: [ItemID], figures: Figures, respondents: Int = 0,
    awareness: [ItemID] = [], awarenessFigures: Figures = Figures(), silences: [Questionnaire.Silence] = []
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.items = items
    self.figures = figures
    self.respondents = respondents
    self.awareness = awareness
    self.awarenessFigures = awarenessFigures
    self.silences = silences
  }
}

/// All tables of one role.
///
/// Only practice items make the groups; there an item counts under each group it names (延べ).
public struct RoleTables: Equatable, Sendable {
  /// Every item that was put to anybody and that enough sheets answer, in checklist order.
  public var items: [ItemFigures]
  /// The other items that were put to anybody.
  public var apart: SmallBases
  public var sections: [GroupFigures]
  public var clauses: [GroupFigures]
  public var threats: [GroupFigures]
  public var properties: [GroupFigures]
  public var assets: [GroupFigures]
  /// The eight items of the ordinance, by way of the clauses.
  public var ordinance: [GroupFigures]
  public var plans: Plans

  /// Of the sheets with an item that calls for a plan, those with a plan for one.
  public enum Plans: Equatable, Sendable {
    /// The round is unsigned, and its sheets carry no plans.
    case none
    /// Fewer than 5 sheets call for a plan.
    case apart
    case written(Rate)
  }

  /// The items of one table, in the order of the checklist.
  public func items(in table: ItemFigures.Table) -> [ItemFigures] { items.filter { $0.table == table } }

  /// All items of a table together; of the practice items it is the role's 実施率.
  public func overall(_ table: ItemFigures.Table) -> Figures { items(in: table).sum }
}

/// Items that too few sheets answer (a+v+b+c+d): named, and in no figure at all (docs/design.md 7).
///
/// In an office everybody knows to whom an item applies, so its few answers would be those of known people. What is in no
/// sum cannot be had back by subtraction either.
public struct SmallBases: Equatable, Sendable {
  /// In checklist order.
  public var items: [Item]
  /// The answers they would need.
  public var below: Int

  public init(_ items: [Item], below: Int) { (self.items, self.below) = (items, below) }
}

extension [ItemFigures] {
  /// Counts added, before any rate is taken.
  public var sum: Figures { reduce(Figures()) { $0 + $1.figures } }
}

extension RoleTables {
  /// Counts `sheets`, all of the role of `questionnaire`, beside those that are counted already.
  init(
    of sheets: [Sheet], beside counted: [FormCount], to questionnaire: Questionnaire, policy: Policy, isSigned: Bool
  ) {
    let asked = questionnaire.askedOfSomebody
    let tallies = Self.tallies(of: sheets, beside: counted, items: asked)
    let rows = asked.map { item in
      ItemFigures(
        item: item, table: questionnaire.table(of: item), figures: Figures(tally: tallies[item.id] ?? Tally()))
    }
    let least = Disclosure.leastBase(ofSheets: sheets.count + counted.sheets)
    items = rows.filter { $0.figures.tally.applicable >= least }
    apart = SmallBases(rows.filter { $0.figures.tally.applicable < least }.map(\.item), below: least)

    let few = rows.filter { $0.table == .practice && $0.figures.tally.applicable < least }.map(\.item)
    let grouping = Grouping(
      rows: items.filter { $0.table == .practice }, apart: few, questionnaire: questionnaire)
    let sectionOf = questionnaire.sectionOfItem
    sections = grouping.groups(
      questionnaire.checklist.sections.map { ($0.id, $0.id.rawValue, nil, $0.title) },
      of: { sectionOf[$0.id].map { [$0] } ?? [] })
    // Of the sections alone, for it takes another walk through all answers.
    for index in sections.indices {
      let items = sections[index].items
      sections[index].respondents =
        Self.respondents(to: items, sheets) + counted.reduce(0) { $0 + $1.respondents(to: items) }
    }
    let known = items.filter { $0.table == .awareness }
    let role = questionnaire.checklist.role
    clauses = grouping.groups(
      policy.clauses.map { ($0.id, $0.id.rawValue, $0.number, $0.title) }, of: \.clauses, beside: known,
      always: Set(policy.clauses.filter { $0.responsible.contains(role) }.map(\.id)))
    threats = grouping.groups(
      policy.threats.map { ($0.id, $0.id.rawValue, $0.number, $0.title) }, of: \.threats, beside: known,
      always: Set(policy.threats.map(\.id)))
    properties = grouping.groups(
      policy.properties.map { ($0.id, $0.id.rawValue, $0.number, $0.title) }, of: \.properties)
    assets = grouping.groups(policy.assets.map { ($0.id, $0.id.rawValue, $0.number, $0.title) }, of: \.assets)
    ordinance = grouping.groups(
      policy.ordinance.items.map { ($0.number, "\($0.number)", "\($0.number)", $0.title) },
      of: { item in item.clauses.compactMap { policy.clause($0)?.ordinance } })
    plans = isSigned ? Self.plans(in: sheets, for: Set(items.map(\.item.id))) : .none
  }

  private static func respondents(to items: [ItemID], _ sheets: [Sheet]) -> Int {
    let items = Set(items)
    return sheets.count { sheet in sheet.answers.contains { $0.choice.applies && items.contains($0.item) } }
  }

  private static func plans(in sheets: [Sheet], for items: Set<ItemID>) -> Plans {
    func callsForPlan(_ answer: Answer) -> Bool { answer.choice.invitesPlan && items.contains(answer.item) }
    let open = sheets.filter { $0.answers.contains(where: callsForPlan) }
    let planned = open.filter { sheet in
      sheet.answers.contains { callsForPlan($0) && sheet.signature?.plans[$0.item] != nil }
    }
    return open.count < Disclosure.basesFrom ? .apart : .written(Rate(planned.count, of: open.count))
  }

  private static func tallies(
    of sheets: [Sheet], beside counted: [FormCount], items: [Item]
  ) -> [ItemID: Tally] {
    var tallies = Dictionary(items.map { ($0.id, Tally()) }, uniquingKeysWith: { first, _ in first })
    for sheet in sheets {
      for answer in sheet.answers { tallies[answer.item]?.count(answer.choice) }
    }
    for (item, answered) in tallies {
      tallies[item]?.unanswered = sheets.count - answered.total
      for form in counted { tallies[item]? += form.tally(of: item) }
    }
    return tallies
  }
}

extension Questionnaire {
  /// The one table in which `item` is counted.
  func table(of item: Item) -> ItemFigures.Table {
    if isReferenceOnly(item) { return .devices }
    return switch item.kind {
    case .practice: .practice
    case .awareness: .awareness
    }
  }

  var sectionOfItem: [ItemID: SectionID] {
    Dictionary(
      checklist.sections.flatMap { section in section.items.map { ($0.id, section.id) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Adds the figures of items up by what the items name.
private struct Grouping {
  let rows: [ItemFigures]
  /// Practice items that too few answer.
  let apart: [Item]
  let questionnaire: Questionnaire

  /// One group per key that an item names, here or of `known`, or that is one of `always`, in the order of `keys`; an item
  /// counts once in each of its groups.
  func groups<Key: Hashable>(
    _ keys: [(key: Key, id: String, number: String?, title: String)], of groups: (Item) -> [Key],
    beside known: [ItemFigures] = [], always: Set<Key> = []
  ) -> [GroupFigures] {
    let (members, others) = (Self.members(of: rows, by: groups), Self.members(of: known, by: groups))
    return keys.compactMap { key, id, number, title in
      let (rows, awareness) = (members[key] ?? [], others[key] ?? [])
      guard !rows.isEmpty || !awareness.isEmpty || always.contains(key) else { return nil }
      return GroupFigures(
        id: id, number: number, title: title, items: rows.map(\.item.id), figures: rows.sum,
        awareness: awareness.map(\.item.id), awarenessFigures: awareness.sum,
        silences: rows.isEmpty ? silences { groups($0).contains(key) } : [])
    }
  }

  /// What the round rules out, and at last that too few answer what it does not.
  private func silences(of isMeant: (Item) -> Bool) -> [Questionnaire.Silence] {
    questionnaire.silences(of: isMeant) + (apart.contains(where: isMeant) ? [.few] : [])
  }

  private static func members<Key: Hashable>(
    of rows: [ItemFigures], by groups: (Item) -> [Key]
  ) -> [Key: [ItemFigures]] {
    Dictionary(rows.flatMap { row in Set(groups(row.item)).map { ($0, [row]) } }, uniquingKeysWith: +)
  }
}
