import Inspection

/// Adds the figures of items up by what the items name.
struct Grouping {
  private let rows: [ItemFigures]

  init(_ rows: [ItemFigures]) { self.rows = rows }

  /// One group per key that at least one item names, in the order of `keys`; an item counts once in each of its groups.
  func groups<Key: Hashable>(
    _ keys: [(key: Key, id: String, number: String?, title: String)], of groups: (Item) -> [Key]
  ) -> [GroupFigures] {
    let members = Dictionary(
      rows.flatMap { row in Set(groups(row.item)).map { ($0, [row]) } }, uniquingKeysWith: +)
    return keys.compactMap { key, id, number, title in
      members[key].map { rows in
        GroupFigures(id: id, number: number, title: title, items: rows.map(\.item.id), figures: rows.sum)
      }
    }
  }
}
