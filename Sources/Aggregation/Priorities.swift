extension RoleTables {
  /// Up to `limit` practice items with the lowest 実施率 below 100 %, lowest first, equals in checklist order.
  public func lowest(_ limit: Int) -> [ItemFigures] {
    first(limit, ofLowest: items(in: .practice).filter { $0.figures.tally.concerns > 0 }) { $0.implementation }
  }

  /// Up to `limit` practice and awareness items with the highest わからない率 above 0 %, highest first.
  public func leastKnown(_ limit: Int) -> [ItemFigures] {
    let known = items.filter { $0.table != .devices && $0.figures.tally.unknown > 0 }
    return first(limit, ofLowest: known) { figures in
      Rate(figures.tally.applicable - figures.tally.unknown, of: figures.tally.applicable)
    }
  }

  private func first(
    _ limit: Int, ofLowest rows: [ItemFigures], by rate: (Figures) -> Rate
  ) -> [ItemFigures] {
    // The index keeps equals in checklist order; the standard library does not promise a stable sort.
    let ranked = rows.enumerated().sorted { a, b in
      let (left, right) = (rate(a.element.figures), rate(b.element.figures))
      return left.isLess(than: right) || (!right.isLess(than: left) && a.offset < b.offset)
    }
    return ranked.prefix(limit).map(\.element)
  }
}
