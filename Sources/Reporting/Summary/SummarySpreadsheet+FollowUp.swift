import Aggregation
import Documents
import Inspection

/// What people plan, do, decide and say, as worksheets.
extension SummarySpreadsheet {
  static func plans(_ tables: [(role: String, tables: RoleTables)]) -> Worksheet? {
    worksheet(
      "改善計画",
      [.init("区分"), .init("書いた票の割合", isNumber: true), .init("書いた票", isNumber: true), .init("課題のある票", isNumber: true)],
      tables.compactMap { role, tables in
        tables.plans.map { [.text(role), .rate($0), .count($0.numerator), .count($0.denominator)] }
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
      notes: ["議会局が読み、載せることとしたものである。並びは提出の順ではない。"])
  }
}
