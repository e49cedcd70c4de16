import Inspection

/// The clauses that nobody's answers could verify this time, a question for the review of policy 8.
struct Unverified {
  /// Clauses for which the organisation was to answer, and handed in nothing.
  private let waiting: [Clause]
  private let others: [Clause]

  init(in summary: Summary, asked: [Questionnaire]) {
    let verified = Self.verified(in: summary)
    let open = summary.policy.clauses.filter { clause in
      !verified.contains(clause.id) && asked.contains { clause.responsible.contains($0.checklist.role) }
        && Self.isQuestion(clause, in: summary.round, asked)
    }
    let ofOrganisation = asked.first { $0.checklist.role == .organisation && summary.organisation?.hasSheet == false }
    let isWaiting = { (clause: Clause) in ofOrganisation?.puts(clause.id) ?? false }
    (waiting, others) = (open.filter(isWaiting), open.filter { !isWaiting($0) })
  }

  var proposals: [Proposal] {
    (waiting.isEmpty ? [] : [Proposal(.organisationMissing, role: .organisation, clauses: waiting)])
      + (others.isEmpty ? [] : [Proposal(.unverified, clauses: others)])
  }

  /// Clauses with an item that makes a figure which the office is shown, or that the organisation's sheet answers.
  private static func verified(in summary: Summary) -> Set<ClauseID> {
    let ofPeople = summary.roles.filter { $0.sheets >= Disclosure.concernsFrom }
      .flatMap { $0.tables.items.filter { $0.table != .devices }.map(\.item) }
    let ofOrganisation = (summary.organisation.map { $0.hasSheet ? $0.rows : [] } ?? []).map(\.item)
    return Set((ofPeople + ofOrganisation).flatMap(\.clauses))
  }

  /// Whether it is a question that nothing verifies the clause.
  ///
  /// It is none where the round is not meant for the clause: an extraordinary one about something else, or a first one
  /// whose items for it look back.
  private static func isQuestion(_ clause: Clause, in round: Round, _ asked: [Questionnaire]) -> Bool {
    if asked.contains(where: { $0.puts(clause.id) }) { return true }
    let looksBack = asked.contains { questionnaire in
      !questionnaire.hasPrevious
        && questionnaire.checklist.items.contains { $0.needsPrevious && $0.clauses.contains(clause.id) }
    }
    return round.kind == .regular && !looksBack
  }
}

extension Questionnaire {
  /// Whether an item for the clause is put to anybody.
  fileprivate func puts(_ clause: ClauseID) -> Bool { askedOfSomebody.contains { $0.clauses.contains(clause) } }
}
