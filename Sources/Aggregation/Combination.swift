public import Inspection

/// The internal summaries of several assemblies together; members and staff apart, never added.
///
/// Nothing in it is finer than what each summary shows: an item that too few answer, and a role of fewer than 10 sheets, are
/// in no tables there and so not here. An item of fewer than three assemblies is in no figure; and because every group is
/// the sum of the items that are shown, nothing can be had back by subtraction. It does not depend on the order of its input.
public struct Combination: Equatable, Sendable {
  /// Assemblies from which anything is counted.
  public static let assembliesFrom = 3
  /// Assemblies from which the quartiles of their rates are told.
  public static let spreadFrom = 10

  /// Counts of several assemblies together.
  public struct Pooled: Equatable, Sendable {
    /// How many assemblies are in it, from 3.
    public var assemblies: Int
    public var figures: Figures
    /// Of their 実施率; nil under 10 assemblies.
    public var spread: Spread?
  }

  /// An item of one id, revision and table, and what the assemblies that ask it answer together.
  public struct Item: Equatable, Sendable {
    public var name: Name
    /// As most of the assemblies call it.
    public var label: String
    public var question: String
    public var pooled: Pooled
  }

  /// What makes an item the same one in two assemblies, beside its question.
  public struct Name: Hashable, Sendable, Comparable {
    public var id: ItemID
    public var revision: Int
    /// 参考 in one assembly and not in another is not added.
    public var table: ItemFigures.Table

    public init(id: ItemID, revision: Int, table: ItemFigures.Table) {
      (self.id, self.revision, self.table) = (id, revision, table)
    }

    public static func < (a: Self, b: Self) -> Bool {
      (a.id.rawValue, a.revision, a.table.rawValue) < (b.id.rawValue, b.revision, b.table.rawValue)
    }
  }

  /// A domain or an item of the ordinance: the sum of those of its items that are shown.
  public struct Group: Equatable, Sendable {
    public var id: String
    public var title: String
    public var items: [ItemID]
    public var pooled: Pooled
  }

  /// An item that assemblies ask in different words.
  public struct Differing: Equatable, Sendable {
    public var name: Name
    /// How many assemblies are left out of it: those whose words are not the most frequent, or all where none are.
    public var leftOut: Int

    public init(name: Name, leftOut: Int) { (self.name, self.leftOut) = (name, leftOut) }
  }

  /// What the assemblies together answer in one role; never added across roles.
  public struct RolePart: Equatable, Sendable {
    public var role: Role
    /// How many assemblies show tables of it.
    public var assemblies: Int
    /// 提出率 of all of them.
    public var handIn: Rate
    /// All items of a table together; none of a table without items.
    public var overall: [ItemFigures.Table: Pooled]
    /// By id, as all lists here.
    public var sections: [Group]
    public var ordinance: [Group]
    public var items: [Item]
    /// Items of fewer than three assemblies: named, and in no figure.
    public var few: [Name]
    public var differing: [Differing]
    /// Items that assemblies put into different domains or under different items of the ordinance; they stand where most
    /// put them.
    public var regrouped: [ItemID]
  }

  /// Who is in it, by code and name.
  public var assemblies: [AssemblySummary]
  /// Whose summaries show no tables, so that they are in no figure.
  public var withoutFigures: [AssemblySummary]
  public var roles: [RolePart]
  /// Roles of which fewer than three assemblies show tables.
  public var rolesLeftOut: [Role]

  /// nil where no role has three assemblies.
  ///
  /// - Parameter summaries: what `CombinationAdmission` counts.
  public init?(of summaries: [AssemblySummary]) {
    assemblies = summaries.filter { !$0.roles.isEmpty }
    withoutFigures = summaries.filter(\.roles.isEmpty)
    roles = []
    rolesLeftOut = []
    for role in [Role.member, .staff] {
      let parts = summaries.compactMap { $0.roles[role] }
      if parts.count >= Self.assembliesFrom {
        roles.append(RolePart(role, of: parts))
      } else if !parts.isEmpty {
        rolesLeftOut.append(role)
      }
    }
    if roles.isEmpty { return nil }
  }
}

extension Combination.RolePart {
  init(_ role: Role, of parts: [AssemblySummary.RolePart]) {
    let pool = Pool(of: parts)
    let counted = pool.items
    func group(_ groups: [GroupName: [CountedItem]]) -> [Combination.Group] {
      groups.sorted { $0.key < $1.key }.map { name, items in
        Combination.Group(
          id: name.id, title: name.title, items: items.map(\.name.id), pooled: Combination.Pooled(of: items))
      }
    }
    func by(_ names: (CountedItem) -> [GroupName]) -> [GroupName: [CountedItem]] {
      Dictionary(counted.flatMap { item in names(item).map { ($0, [item]) } }, uniquingKeysWith: +)
    }
    self.init(
      role: role, assemblies: parts.count, handIn: parts.reduce(Rate(0, of: 0)) { $0.pooled(with: $1.handIn) },
      overall: Dictionary(grouping: counted, by: \.name.table).mapValues { Combination.Pooled(of: $0) },
      sections: group(by { $0.section.map { [$0] } ?? [] }), ordinance: group(by(\.ordinance)),
      items: counted.map {
        Combination.Item(name: $0.name, label: $0.label, question: $0.question, pooled: Combination.Pooled(of: [$0]))
      }, few: pool.few, differing: pool.differing, regrouped: counted.filter(\.isRegrouped).map(\.name.id))
  }
}

extension Rate {
  fileprivate func pooled(with other: Rate) -> Rate {
    Rate(numerator + other.numerator, of: denominator + other.denominator)
  }
}

extension Combination.Pooled {
  /// The counts of an assembly are added before any rate of it is taken.
  fileprivate init(of items: [CountedItem]) {
    let byAssembly = Dictionary(items.flatMap(\.tallies), uniquingKeysWith: +).mapValues { Figures(tally: $0) }
    self.init(
      assemblies: byAssembly.count, figures: byAssembly.values.reduce(Figures(), +),
      spread: byAssembly.count < Combination.spreadFrom ? nil : Spread(of: byAssembly.values.map(\.implementation)))
  }
}
