import Inspection

/// What the tables of one role propose: support, training, and other questions.
struct RoleProposals {
  let role: Role
  let tables: RoleTables
  let questionnaire: Questionnaire
  let sheets: Int
  let policy: Policy
  let thresholds: Round.Thresholds

  var all: [Proposal] { support + training + notApplicable + noSpread }

  /// Lowest 実施率 first.
  private var support: [Proposal] {
    let low = tables.items(in: .practice).filter { $0.figures.implementation.isBelow(percent: thresholds.support) }
    return ascending(low, by: \.implementation).map { row in
      proposal(.support(row.figures.implementation, below: thresholds.support), row)
    }
  }

  /// Highest わからない率 first.
  private var training: [Proposal] {
    let unknown = tables.items.filter { row in
      row.table != .devices && row.figures.notKnown.reaches(percent: thresholds.training)
    }
    return ascending(unknown) { Rate($0.tally.applicable - $0.tally.unknown, of: $0.tally.applicable) }.map { row in
      proposal(.training(row.figures.notKnown, from: thresholds.training), row)
    }
  }

  /// In checklist order; without items whose 該当なし says nothing about their words.
  private var notApplicable: [Proposal] {
    tables.items.filter { row in
      !row.item.needsPrevious && questionnaire.exclusion(of: row.item, profile: [:]) == nil
        && row.figures.notApplicable.reaches(percent: thresholds.revision)
    }.map { proposal(.notApplicable($0.figures.notApplicable, from: thresholds.revision), $0) }
  }

  private var noSpread: [Proposal] {
    tables.items.compactMap { row in
      let tally = row.figures.tally
      guard 2 * tally.applicable >= sheets, tally.applicable > 0 else { return nil }
      return Choice.allCases.first { $0.applies && tally[$0] == tally.applicable }.map { choice in
        proposal(.noSpread(choice, answers: tally.applicable), row)
      }
    }
  }

  private func proposal(_ rule: Proposal.Rule, _ row: ItemFigures) -> Proposal {
    Proposal(rule, role: role, items: [row.item], clauses: policy.clauses(of: [row.item]))
  }

  /// The index keeps equals in checklist order; the standard library does not promise a stable sort.
  private func ascending(_ rows: [ItemFigures], by rate: (Figures) -> Rate) -> [ItemFigures] {
    rows.enumerated().sorted { a, b in
      let (left, right) = (rate(a.element.figures), rate(b.element.figures))
      return left.isLess(than: right) || (!right.isLess(than: left) && a.offset < b.offset)
    }.map(\.element)
  }
}
