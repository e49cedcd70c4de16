import Inspection

/// A domain or an item of the ordinance by what tells it from others: two policies may use one id for different things.
struct GroupName: Hashable, Comparable {
  var id: String
  var title: String

  static func < (a: Self, b: Self) -> Bool { (a.id, a.title) < (b.id, b.title) }
}

/// An item that at least three assemblies ask in the same words.
struct CountedItem {
  var name: Combination.Name
  var label: String
  var question: String
  /// The place of an assembly, and its counts.
  var tallies: [(Int, Tally)]
  /// Where most of the assemblies put it; nil of an item that is not of practice.
  var section: GroupName?
  var ordinance: [GroupName]
  /// Whether not all put it there.
  var isRegrouped: Bool
}

/// The items of one role over all assemblies, each where it belongs.
struct Pool {
  private(set) var items: [CountedItem] = []
  private(set) var few: [Combination.Name] = []
  private(set) var differing: [Combination.Differing] = []

  init(of parts: [AssemblySummary.RolePart]) {
    let places = parts.map(Places.init)
    let titles = Self.ordinanceTitles(of: parts)
    var asked: [Combination.Name: [(place: Int, item: AssemblySummary.Item)]] = [:]
    for (place, part) in parts.enumerated() {
      for item in part.items {
        asked[.init(id: item.id, revision: item.revision, table: item.table), default: []].append((place, item))
      }
    }
    for (name, entries) in asked.sorted(by: { $0.key < $1.key }) {
      let (question, isShared) = Self.wording(of: entries.map(\.item.question))
      let kept = entries.filter { $0.item.question == question }
      if !isShared { differing.append(.init(name: name, leftOut: entries.count - kept.count)) }
      guard let question else { continue }
      guard kept.count >= Combination.assembliesFrom else {
        few.append(name)
        continue
      }
      let sections = kept.compactMap { places[$0.place].sections[name.id] }
      let ordinance = kept.map { places[$0.place].ordinance[name.id, default: []] }
      items.append(
        CountedItem(
          name: name, label: Self.mostFrequent(kept.map(\.item.label)) ?? "", question: question,
          tallies: kept.map { ($0.place, $0.item.tally) },
          section: Self.mostFrequent(sections),
          ordinance: (Self.mostFrequent(ordinance.map(Numbers.init))?.numbers ?? [])
            .map { GroupName(id: $0, title: titles[$0] ?? "") },
          isRegrouped: Set(sections).count > 1 || Set(ordinance).count > 1))
    }
  }

  /// The words of more assemblies than any other words; nil where no words are.
  private static func wording(of questions: [String]) -> (words: String?, isShared: Bool) {
    let counts = Dictionary(questions.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    let candidates = counts.filter { $0.value == most }.map(\.key)
    return (candidates.count == 1 ? candidates.first : nil, counts.count == 1)
  }

  private static func ordinanceTitles(of parts: [AssemblySummary.RolePart]) -> [String: String] {
    Dictionary(grouping: parts.flatMap(\.ordinance), by: \.id).compactMapValues { mostFrequent($0.map(\.title)) }
  }

  /// Of several that are as frequent, the first in their order.
  private static func mostFrequent<Value: Hashable & Comparable>(_ values: [Value]) -> Value? {
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}

/// Where one assembly puts its practice items.
private struct Places {
  var sections: [ItemID: GroupName] = [:]
  /// The numbers, in order.
  var ordinance: [ItemID: [String]] = [:]

  init(of part: AssemblySummary.RolePart) {
    for group in part.sections {
      for item in group.items { sections[item] = GroupName(id: group.id, title: group.title) }
    }
    for group in part.ordinance {
      for item in group.items { ordinance[item, default: []].append(group.id) }
    }
    ordinance = ordinance.mapValues { $0.sorted() }
  }
}

/// Numbers that compare as a list.
private struct Numbers: Hashable, Comparable {
  var numbers: [String]

  init(_ numbers: [String]) { self.numbers = numbers }

  static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
}
