public import Inspection

/// What a round proposes beside the figures of its roles: rules to make, and questions for the review of section 8.
extension Summary {
  static func proposals(
    round: Round, policy: Policy, asked: [Questionnaire], organisation: OrganisationSummary?,
    missingRules: [MissingRule]
  ) -> [Proposal] {
    missingRules.map { missing in
      let rule = Rule(id: missing.id, title: missing.title, clause: missing.clause)
      return Proposal(
        .missingRule(rule), items: missing.items, clauses: policy.clauses.filter { $0.id == missing.clause })
    } + untested(policy, asked) + concerns(of: organisation, policy) + ordinance(policy, on: round.referenceDay)
  }

  private static func untested(_ policy: Policy, _ asked: [Questionnaire]) -> [Proposal] {
    policy.clauses.flatMap { clause in
      asked.filter { questionnaire in
        clause.responsible.contains(questionnaire.checklist.role)
          && !questionnaire.askedOfSomebody.contains { $0.clauses.contains(clause.id) }
      }.map { Proposal(.untested, role: $0.checklist.role, clauses: [clause]) }
    }
  }

  private static func concerns(of organisation: OrganisationSummary?, _ policy: Policy) -> [Proposal] {
    let open = organisation?.concerns.map(\.item) ?? []
    return policy.clauses.compactMap { clause in
      let items = open.filter { $0.clauses.contains(clause.id) }
      return items.isEmpty
        ? nil : Proposal(.organisationConcerns, role: .organisation, items: items, clauses: [clause])
    }
  }

  private static func ordinance(_ policy: Policy, on day: CalendarDay) -> [Proposal] {
    let gaps = policy.ordinance.items.compactMap { entry in
      entry.notInPolicy.map { matter in
        Proposal(.notInPolicy(entry, matter: matter), clauses: policy.clauses.filter { $0.ordinance == entry.number })
      }
    }
    guard day < policy.ordinance.effective else { return gaps }
    let serving = policy.clauses.filter { $0.ordinance != nil }
    return gaps + [Proposal(.ordinanceTakesEffect(policy.ordinance.effective), clauses: serving)]
  }
}

extension OrganisationSummary {
  /// The items that are partly kept, not kept or not known, those that are only 参考 left aside.
  public var concerns: [AnsweredItem] { rows.filter { !$0.isReferenceOnly && ($0.choice?.needsAttention ?? false) } }
}
