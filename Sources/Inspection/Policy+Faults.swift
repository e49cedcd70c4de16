extension Policy {
  /// All faults of meaning at once, in the order of the document.
  public func faults() -> [Fault] {
    let root = DocumentPath()
    var faults: [Fault] = []
    if effective < enacted {
      faults.append(Fault(.daysOutOfOrder(earlier: "enacted", later: "effective"), at: root.key("effective")))
    }
    faults += Self.duplicates(clauses.map(\.id.rawValue), under: root.key("clauses"))
    faults += Self.duplicates(threats.map(\.id.rawValue), under: root.key("threats"))
    faults += Self.duplicates(assets.map(\.id.rawValue), under: root.key("assets"))
    faults += Self.duplicates(properties.map(\.id.rawValue), under: root.key("properties"))
    faults += Self.duplicates(rules.map(\.id.rawValue), under: root.key("rules"))
    let numbers = Set(ordinance.items.map(\.number))
    for (index, clause) in clauses.enumerated() {
      if let number = clause.ordinance, !numbers.contains(number) {
        faults.append(
          Fault(.unknownOrdinanceItem(number), at: root.key("clauses").index(index).key("ordinance")))
      }
    }
    for (index, rule) in rules.enumerated() where clause(rule.clause) == nil {
      faults.append(Fault(.unknownClause(rule.clause.rawValue), at: root.key("rules").index(index).key("clause")))
    }
    return faults
  }

  private static func duplicates(_ ids: [String], under list: DocumentPath) -> [Fault] {
    var seen: Set<String> = []
    return ids.enumerated().compactMap { index, id in
      seen.insert(id).inserted ? nil : Fault(.duplicateID(id), at: list.index(index).key("id"))
    }
  }
}
