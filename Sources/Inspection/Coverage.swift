/// Which items test which clause for whom, and which threat at all, as they are put to people.
///
/// An item counts that can yield a figure: 実施率, or 周知率 of an awareness item; before anybody has answered.
public struct Coverage: Equatable, Sendable {
  /// A clause and the items that test it.
  public struct ClauseRow: Equatable, Sendable {
    public var clause: Clause
    /// Items per role, in checklist order; a role without a checklist has none.
    public var items: [Role: [ItemID]]
    /// Roles that answer for the clause and have no item for it, and why their items for it make no figure; no reason
    /// where the checklist has no such item.
    public var missing: [Gap]
  }

  /// A clause that a role answers for and no item of its checklist covers.
  public struct Gap: Equatable, Sendable {
    public var role: Role
    public var silences: [Questionnaire.Silence]
  }

  /// A threat and the items that meet it.
  public struct ThreatRow: Equatable, Sendable {
    public var threat: Threat
    public var items: [Role: [ItemID]]
    public var isMissing: Bool { items.values.allSatisfy(\.isEmpty) }
  }

  public var clauses: [ClauseRow]
  public var threats: [ThreatRow]

  /// No responsible role lacks an item, and no threat lacks one altogether.
  public var isComplete: Bool { clauses.allSatisfy(\.missing.isEmpty) && !threats.contains(where: \.isMissing) }

  /// - Parameter questionnaires: one for each role that is asked; a role that is not asked has no gap.
  public init(of questionnaires: [Questionnaire], policy: Policy) {
    func byRole(_ isMeant: (Item) -> Bool) -> [Role: [ItemID]] {
      Dictionary(
        questionnaires.map { questionnaire in
          let items = questionnaire.checklist.items.filter { isMeant($0) && questionnaire.silence(of: $0) == nil }
          return (questionnaire.checklist.role, items.map(\.id))
        }, uniquingKeysWith: +)
    }
    let asked = Dictionary(questionnaires.map { ($0.checklist.role, $0) }, uniquingKeysWith: { first, _ in first })
    clauses = policy.clauses.map { clause in
      let found = byRole { $0.clauses.contains(clause.id) }
      let missing = clause.responsible.sorted().filter { found[$0, default: []].isEmpty }
      return ClauseRow(
        clause: clause, items: found,
        missing: missing.map { role in
          Gap(role: role, silences: asked[role]?.silences { $0.clauses.contains(clause.id) } ?? [])
        })
    }
    threats = policy.threats.map { threat in
      ThreatRow(threat: threat, items: byRole { $0.threats.contains(threat.id) })
    }
  }
}

extension Questionnaire {
  /// Why items of the checklist make no figure, each reason once, in the order of the checklist.
  public func silences(of isMeant: (Item) -> Bool) -> [Silence] {
    checklist.items.filter(isMeant).compactMap(silence).reduce(into: []) { found, silence in
      if !found.contains(silence) { found.append(silence) }
    }
  }
}
