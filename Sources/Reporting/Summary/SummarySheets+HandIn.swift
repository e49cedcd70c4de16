import Aggregation
import Documents
import Inspection

/// 提出: who handed in, and what is shown of their answers.
extension SummarySheets {
  private struct Row {
    var role: String
    var handIn: HandInFigures
    var plans: Rate?
    /// Which of the answers are shown, and if not all, why.
    var shown: String
  }

  var handIn: Worksheet? {
    let rows = handInRows
    let names = rows.first.map { $0.handIn.named.map(\.name) } ?? []
    let counts = names.map { name in
      Field<Row>.count(name) { row in row.handIn.named.first { $0.name == name }?.count }
    }
    return Worksheet(
      "提出",
      [.words("区分") { $0.role }, .number("提出率") { .rate($0.handIn.rate) }] + counts + [
        .number("改善計画を書いた票の割合") { $0.plans.map(Document.Table.Cell.rate) },
        .count("改善計画を書いた票") { $0.plans?.numerator }, .count("課題のある票") { $0.plans?.denominator },
        .words("回答の集計", limit: 44) { $0.shown },
        .words("記録との一致", limit: 44) { $0.handIn.reconciliation?.sentence },
      ], of: rows, frozen: 1, notes: report.unplaced + report.cityInspection + planNote(rows),
      bars: [.init("提出率")])
  }

  private var handInRows: [Row] {
    summary.roles.map { role in
      let tables = roles.first { $0.role == role.role }?.tables
      let plans: Rate? = if case .written(let rate) = tables?.plans { rate } else { nil }
      return Row(
        role: summary.policy.name(of: role.role), handIn: role.handIn, plans: plans, shown: words(of: role.figures))
    }
      + (summary.organisationHandIn.map {
        let shown = summary.organisation == nil ? "" : report.organisationSheet
        return [Row(role: Role.organisation.japanese, handIn: $0, plans: nil, shown: shown)]
      } ?? [])
  }

  private func planNote(_ rows: [Row]) -> [String] {
    rows.contains { $0.plans != nil } ? ["課題のある票は、「一部できている」又は「いいえ」の項目がある回答票で、改善計画は、その項目のものである。"] : []
  }

  private func words(of figures: DisclosedFigures) -> String {
    switch figures {
    case .tables(let tables):
      "全ての表を示す。" + (tables.plans == .apart ? "改善計画：\(SummaryReport.plansApart)" : "")
    case .sections(let sections): (["分野の率だけを示す。"] + SummaryReport.notes(on: sections)).joined()
    case .concerns(let items, _):
      SummaryReport.noRates + (items.isEmpty ? "半数以上が課題と答えた項目はない。" : "半数以上が課題と答えた項目は、「項目」のシートに挙げる。")
    case .withheld(let reason): reason.japanese
    }
  }
}
