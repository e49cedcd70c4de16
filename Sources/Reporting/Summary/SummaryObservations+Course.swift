import Aggregation
import Inspection

/// The comparison with earlier rounds as rows of the tidy table: the same numbers as the JSON.
extension SummaryReport {
  var comparisonObservations: [Observation] {
    guard let comparison = summary.comparison else { return [] }
    let names = comparison.names
    let ofRoles = comparison.roles.flatMap { part -> [Observation] in
      let steps = zip(names, part.steps).flatMap { observations(of: $1, since: $0, part.role) }
      return part.items.reduce(into: steps) { rows, row in
        for (index, name) in names.enumerated() {
          rows += observations(of: row, since: name, row.change(since: index), part.role)
        }
      }
    }
    return comparison.organisation.reduce(into: ofRoles) { rows, row in
      for (name, before) in zip(names, row.before) {
        guard let before else { continue }
        let subject = Observation.Subject(
          table: "前回比較：組織", role: Role.organisation.japanese, row.item, earlier: name)
        rows += [Observation.text(subject, "前回の回答", before.choice?.japanese ?? "未回答")].compactMap { $0 }
      }
    }
  }

  private func observations(
    of step: Comparison.Step?, since earlier: String, _ role: Role
  ) -> [Observation] {
    func subject(_ table: String) -> Observation.Subject {
      .init(table: table, role: summary.policy.name(of: role), earlier: earlier)
    }
    guard let step else { return [.text(subject("前回比較"), "同じ設問", "比べることができない")].compactMap { $0 } }
    var rows: [Observation] = [.rate(subject("前回比較"), "同じ設問の割合", step.comparable)]
    rows += Observation.figures(subject("前回比較：前の点検回"), step.change.before)
    rows += Observation.figures(subject("前回比較：今回"), step.change.now)
    for section in step.sections {
      let subject = Observation.Subject(
        table: "前回比較：分野別", role: summary.policy.name(of: role), number: section.id, title: section.title,
        earlier: earlier)
      rows.append(.rate(subject, "前回の実施率", section.change.before.implementation))
      rows.append(.rate(subject, "今回の実施率", section.change.now.implementation))
    }
    return rows
  }

  private func observations(
    of row: Comparison.Row, since earlier: String, _ change: Comparison.Change?, _ role: Role
  ) -> [Observation] {
    guard let change else { return [] }
    let subject = Observation.Subject(
      table: "前回比較：項目別", role: summary.policy.name(of: role), row.item, earlier: earlier)
    return [
      .rate(subject, "前回の\(row.table.headline)", change.before.implementation),
      .count(subject, "人数の違い", change.people, unit: "人"),
    ]
  }
}

/// What people do, decided and say, one observation after another.
extension SummaryReport {
  var followUpObservations: [Observation] {
    (summary.followUp.actions ?? []).flatMap(observations) + (summary.followUp.audit ?? []).flatMap(observations)
      + (summary.followUp.review.map(observations) ?? [])
      + summary.followUp.opinions.shown.compactMap { .text(.init(table: "寄せられたご意見", role: ""), "ご意見", $0) }
  }

  private func observations(of action: Action) -> [Observation] {
    let subject = Observation.Subject(
      table: "課題と対応", role: "", number: action.id.rawValue, title: action.matter.subject)
    let rows: [Observation?] = [
      .text(subject, "挙がった点検回", action.round.rawValue), .text(subject, "対応", action.measure),
      .text(subject, "担当", action.owner), .day(subject, "期限", action.due),
      .text(subject, "状況", action.state.japanese),
    ]
    return rows.compactMap { $0 }.filter { !$0.text.isEmpty || $0.day != nil }
  }

  func observations(of action: PublishedAction) -> [Observation] {
    let subject = Observation.Subject(table: "これからすること", role: "", title: action.measure)
    let rows: [Observation?] = [
      .text(subject, "担当", action.owner), .day(subject, "期限", action.due),
      .text(subject, "状況", action.state.japanese),
    ]
    return rows.compactMap { $0 }.filter { !$0.text.isEmpty || $0.day != nil }
  }

  private func observations(of record: AuditRecord) -> [Observation] {
    let subject = Observation.Subject(
      table: "監査の結果", role: Role.organisation.japanese, number: record.item.rawValue, title: record.question)
    let rows: [Observation?] = [
      .text(subject, "回答", record.claim), .text(subject, "根拠", record.evidence), .text(subject, "確認したこと", record.seen),
      .text(subject, "判定", record.judgement?.japanese), .text(subject, "所見", record.finding),
      .day(subject, "確認日", record.day), .text(subject, "確認者", record.auditor),
    ]
    return rows.compactMap { $0 }.filter { !$0.text.isEmpty || $0.day != nil }
  }

  private func observations(of review: Review) -> [Observation] {
    let triggers = [("点検の結果による見直し", review.results), ("状況の変化による見直し", review.circumstances)]
    return triggers.flatMap { name, judgement in
      let subject = Observation.Subject(table: "見直しの検討の結果", role: "", title: name)
      let rows: [Observation?] = [
        .text(subject, "要否", judgement.needed?.rawValue ?? "未記入"), .text(subject, "理由", judgement.reason),
      ]
      return rows.compactMap { $0 }
    }
  }
}
