import Aggregation
import Documents
import Inspection

/// The comparison with earlier rounds, over all items that are the same and item by item.
extension SummarySpreadsheet {
  static func comparedRounds(_ summary: DisclosedSummary) -> Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    let numbers = ["同じ設問", "今回の設問", "同じ設問の割合", "前の実施率", "今回の実施率", "前の実施", "前の対象", "今回の実施", "今回の対象"]
    return worksheet(
      "前回比較", [.init("区分"), .init("前の点検回"), .init("分野")] + numbers.map { .init($0, isNumber: true) },
      comparison.roles.flatMap { part in
        zip(comparison.names, part.steps).flatMap { name, step -> [[Document.Table.Cell]] in
          let head: [Document.Table.Cell] = [.text(summary.policy.name(of: part.role)), .text(name)]
          guard let step else { return [head + [.text("全体")] + numbers.map { _ in .text("") }] }
          return [head + [.text("全体")] + cells(of: step)]
            + step.sections.map { section in
              head + [.text(section.title), .count(section.items.count), .text(""), .text("")]
                + cells(of: section.change)
            }
        }
      }, notes: ["同じ設問だけの率である。空欄は、比べることができないことを表す。"])
  }

  private static func cells(of step: Comparison.Step) -> [Document.Table.Cell] {
    [.count(step.comparable.numerator), .count(step.comparable.denominator), .rate(step.comparable)]
      + cells(of: step.change)
  }

  private static func cells(of change: Comparison.Change) -> [Document.Table.Cell] {
    let (before, now) = (change.before.implementation, change.now.implementation)
    return [
      .rate(before), .rate(now), .count(before.numerator), .count(before.denominator), .count(now.numerator),
      .count(now.denominator),
    ]
  }

  static func comparedItems(_ summary: DisclosedSummary) -> Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    return worksheet(
      "前回比較の項目別",
      [.init("区分"), .init("表", limit: 10), .init("番号"), .init("項目")]
        + (comparison.names.flatMap { ["実施率 \($0)", "人数の違い \($0)"] } + ["今回の実施率"]).map { .init($0, isNumber: true) },
      comparison.roles.flatMap { part in
        part.items.map { row in
          [
            .text(summary.policy.name(of: part.role)), .text(row.table.japanese), .text(row.item.id.rawValue),
            .text(row.item.question),
          ] + comparison.names.indices.flatMap { itemCells(row.change(since: $0)) } + [.rate(row.now.implementation)]
        }
      },
      notes: [
        "空欄は、その点検回で同じ設問を尋ねていないか、示せないことを表す。人数の違いは、今回と違う答えをした人の、最も少ない場合の数である。",
        "表が「周知」の項目の実施率は、周知率である。",
      ])
  }

  private static func itemCells(_ change: Comparison.Change?) -> [Document.Table.Cell] {
    guard let change else { return [.text(""), .text("")] }
    return [.rate(change.before.implementation), .count(change.people)]
  }

  static func comparedOrganisation(_ summary: DisclosedSummary) -> Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    return worksheet(
      "前回比較の組織", [.init("番号"), .init("項目")] + comparison.names.map { .init($0) } + [.init("今回")],
      comparison.organisation.map { row in
        [.text(row.item.id.rawValue), .text(row.item.question)]
          + row.before.map { .text($0.map { $0.choice?.japanese ?? "未回答" } ?? "") }
          + [.text(row.now?.japanese ?? "未回答")]
      }, notes: ["空欄は、その点検回で同じ設問を尋ねていないことを表す。"])
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

  static func published(_ summary: DisclosedSummary) -> Worksheet? {
    let table = SummaryReport.table(of: summary.published)
    return worksheet("これからすること", table.columns, table.rows)
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
