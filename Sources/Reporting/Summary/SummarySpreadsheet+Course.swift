import Aggregation
import Documents
import Inspection

/// The comparison with earlier rounds, over all items that are the same and item by item.
extension SummarySpreadsheet {
  static func comparedRounds(_ summary: DisclosedSummary) -> Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    let numbers = ["同じ設問", "今回の設問", "同じ設問の割合", "前の実施率", "今回の実施率", "前の実施", "前の対象", "今回の実施", "今回の対象"]
    return worksheet(
      "前回比較", [.init("区分"), .init("番号"), .init("前の点検回")] + numbers.map { .init($0, isNumber: true) },
      comparison.roles.flatMap { part in
        zip(comparison.rounds, part.steps).map { earlier, step in
          [.text(summary.policy.name(of: part.role)), .text(earlier.id.rawValue), .text(earlier.title)]
            + (step.map(cells) ?? numbers.map { _ in .text("") })
        }
      }, notes: ["同じ設問だけの率である。空欄は、比べることができないことを表す。"])
  }

  private static func cells(of step: Comparison.Step) -> [Document.Table.Cell] {
    let (before, now) = (step.before.implementation, step.now.implementation)
    return [
      .count(step.comparable.numerator), .count(step.comparable.denominator), .rate(step.comparable), .rate(before),
      .rate(now), .count(before.numerator), .count(before.denominator), .count(now.numerator), .count(now.denominator),
    ]
  }

  static func comparedItems(_ summary: DisclosedSummary) -> Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    let ids = comparison.rounds.map(\.id.rawValue)
    return worksheet(
      "前回比較の項目別",
      [.init("区分"), .init("表", limit: 10), .init("番号"), .init("項目")]
        + (ids.flatMap { ["実施率 \($0)", "人数の違い \($0)"] } + ["今回の実施率"]).map { .init($0, isNumber: true) },
      comparison.roles.flatMap { part in
        part.items.map { row in
          [
            .text(summary.policy.name(of: part.role)), .text(row.table.japanese), .text(row.item.id.rawValue),
            .text(row.item.question),
          ] + row.before.flatMap { cells(of: $0, in: row) } + [.rate(row.now.implementation)]
        }
      },
      notes: [
        "空欄は、その点検回で同じ設問を尋ねていないか、示せないことを表す。人数の違いは、今回と違う答えをした人の、最も少ない場合の数である。",
        "表が「周知」の項目の実施率は、周知率である。",
      ])
  }

  private static func cells(of before: Figures?, in row: Comparison.Row) -> [Document.Table.Cell] {
    guard let before else { return [.text(""), .text("")] }
    return [.rate(before.implementation), .count(row.now.people(since: before))]
  }
}

/// What people plan, do, decide and say, as worksheets.
extension SummarySpreadsheet {
  static func audit(_ summary: DisclosedSummary) -> Worksheet? {
    let table = SummaryReport.table(of: summary.followUp.audit ?? [])
    return worksheet("監査の結果", table.columns, table.rows)
  }

  static func plans(_ tables: [(role: String, tables: RoleTables)]) -> Worksheet? {
    worksheet(
      "改善計画",
      [.init("区分"), .init("書いた票の割合", isNumber: true), .init("書いた票", isNumber: true), .init("課題のある票", isNumber: true)],
      tables.compactMap { role, tables in
        guard case .written(let rate) = tables.plans else { return nil }
        return [.text(role), .rate(rate), .count(rate.numerator), .count(rate.denominator)]
      }, notes: ["「一部できている」又は「いいえ」の項目がある回答票のうち、その項目の改善計画を書いたものである。"])
  }

  static func actions(_ summary: DisclosedSummary) -> Worksheet? {
    let table = SummaryReport.table(of: summary.followUp.actions ?? [])
    return worksheet("課題と対応", table.columns, table.rows)
  }

  static func decision(_ summary: DisclosedSummary) -> Worksheet? {
    guard let review = summary.followUp.review, !review.isBlank else { return nil }
    let table = SummaryReport.table(of: review)
    return worksheet("検討の結果", table.columns, table.rows, notes: review.sentences)
  }

  static func opinions(_ summary: DisclosedSummary) -> Worksheet? {
    worksheet(
      "ご意見", [.init("ご意見")], summary.followUp.opinions.shown.map { [.text($0)] },
      notes: ["\(summary.policy.office)が読み、載せることとしたものである。並びは提出の順ではない。"])
  }
}
