import Aggregation
import Inspection

/// What people do, decided and say, one observation after another.
extension SummaryReport {
  var followUpObservations: [Observation] {
    (summary.followUp.actions ?? []).flatMap(observations) + (summary.followUp.review.map(observations) ?? [])
      + summary.followUp.opinions.shown.compactMap { .text(.init(table: "寄せられたご意見", role: ""), "ご意見", $0) }
  }

  private func observations(of action: Action) -> [Observation] {
    let subject = Observation.Subject(
      table: "課題と対応", role: "", number: action.id.rawValue, title: action.matter.subject)
    let rows: [Observation?] = [
      .text(subject, "挙がった点検回", action.round.rawValue), .text(subject, "対応", action.measure),
      .text(subject, "担当", action.owner), .text(subject, "期限", action.due?.japanese),
      .text(subject, "状況", action.state.japanese),
    ]
    return rows.compactMap { $0 }.filter { !$0.text.isEmpty }
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
