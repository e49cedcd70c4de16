import Aggregation
import Documents
import Inspection

/// 組織: the one sheet item by item for the office, by section for the public.
extension SummarySheets {
  private typealias Row = (section: String, answered: AnsweredItem)

  var organisation: Worksheet? {
    guard let organisation = summary.organisation, organisation.hasSheet else { return nil }
    return summary.audience == .office ? items(of: organisation) : sections(of: organisation)
  }

  private func items(of organisation: OrganisationSummary) -> Worksheet? {
    let before = Dictionary(
      (summary.comparison?.organisation ?? []).compactMap { row in
        row.before.last.flatMap { $0 }.map { (row.item.id, $0.choice.words) }
      }, uniquingKeysWith: { first, _ in first })
    let rows: [Row] = organisation.sections.flatMap { section in section.rows.map { (section.title, $0) } }
    let latest = summary.comparison?.names.last
    return Worksheet(
      "組織",
      [
        .words("番号") { $0.answered.item.id.rawValue }, .words("名", limit: 20) { $0.answered.item.label },
        .words("質問", limit: 44) { $0.answered.item.question },
        .words("重要度", limit: 4) { $0.answered.item.importance.japanese },
        .words("分野", limit: 16) { $0.section }, .cell("回答", limit: 14) { $0.answered.choice.marked },
        .words("前回の回答", limit: 14) { before[$0.answered.item.id] },
        .cell("根拠", limit: 26) { $0.answered.lacksEvidence ? .marked("記入がない") : .text($0.answered.evidence ?? "") },
        .words("方法", limit: 26) { $0.answered.reason }, .words("メモ", limit: 26) { $0.answered.note },
        .words("改善計画", limit: 26) { $0.answered.plan?.action },
        .words("期限") { $0.answered.plan?.due?.japanese },
      ], of: rows, frozen: 2,
      notes: [
        "色を付けた回答は課題であり、色を付けた根拠は「はい」であるのに記入がないものである。",
        latest.map { "前回の回答は、\($0)のものである。" },
      ].compactMap { $0 })
  }

  private func sections(of organisation: OrganisationSummary) -> Worksheet? {
    typealias Line = (title: String, counts: [Int], reason: String)
    let shown: [Line] = organisation.sections.map { ($0.title, $0.counts, "") }
    let hidden: [Line] = organisation.leftOut.map {
      ($0, [], "該当なしを除く項目が\(Disclosure.organisationItemsFrom)に満たないため、示さない。")
    }
    let counts = OrganisationSummary.countTitles.enumerated().map { index, title in
      Field<Line>.count(title) { $0.counts.isEmpty ? nil : $0.counts[index] }
    }
    return Worksheet(
      "組織", [.words("分野", limit: 40) { $0.title }] + counts + [.words("示さない理由", limit: 60) { $0.reason }],
      of: shown + hidden, frozen: 1, notes: organisation.note.map { [$0] } ?? [])
  }
}
