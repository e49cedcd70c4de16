/// Which items test which clause for whom, and which threat at all, at one length of the checklists.
public struct Coverage: Equatable, Sendable {
  /// A clause and the items that test it.
  public struct ClauseRow: Equatable, Sendable {
    public var clause: Clause
    /// Items per role, in checklist order; a role without a checklist has none.
    public var items: [Role: [ItemID]]
    /// Roles that answer for the clause and have no item for it.
    public var missing: [Role]
  }

  /// A threat and the items that meet it.
  public struct ThreatRow: Equatable, Sendable {
    public var threat: Threat
    public var items: [Role: [ItemID]]
    public var isMissing: Bool { items.values.allSatisfy(\.isEmpty) }
  }

  public var length: ChecklistLength
  public var clauses: [ClauseRow]
  public var threats: [ThreatRow]

  /// No responsible role lacks an item, and no threat lacks one altogether.
  public var isComplete: Bool { clauses.allSatisfy(\.missing.isEmpty) && !threats.contains(where: \.isMissing) }

  public init(of checklists: [Checklist], policy: Policy, length: ChecklistLength) {
    let items = checklists.map { (role: $0.role, items: $0.items(in: length)) }
    func byRole(_ isIncluded: (Item) -> Bool) -> [Role: [ItemID]] {
      Dictionary(items.map { ($0.role, $0.items.filter(isIncluded).map(\.id)) }, uniquingKeysWith: +)
    }
    self.length = length
    clauses = policy.clauses.map { clause in
      let found = byRole { $0.clauses.contains(clause.id) }
      return ClauseRow(
        clause: clause, items: found, missing: clause.responsible.sorted().filter { found[$0, default: []].isEmpty })
    }
    threats = policy.threats.map { threat in
      ThreatRow(threat: threat, items: byRole { $0.threats.contains(threat.id) })
    }
  }
}
