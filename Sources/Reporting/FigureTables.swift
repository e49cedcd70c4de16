import Aggregation
import Inspection

/// The tables that show figures, the same for every role.
enum FigureTables {
  /// Groups with the rates of the main text.
  static func groups(_ groups: [GroupFigures], named name: String, notes: [String] = []) -> ReportTable {
    ReportTable(
      columns: [.init(name)] + rateTitles.map { .init($0, isNumber: true) },
      rows: groups.map { [.text(label(of: $0))] + rates($0.figures) }, notes: notes)
  }

  /// Items with 実施率 and the counts of every answer.
  static func items(_ items: [ItemFigures], rate: String) -> ReportTable {
    ReportTable(
      columns: [.init("番号"), .init("項目")] + ([rate] + countTitles).map { .init($0, isNumber: true) },
      rows: items.map { row in
        [.text(row.item.id.rawValue), .text(row.item.question), .rate(row.figures.implementation)]
          + counts(row.figures.tally)
      }, notes: [legend])
  }

  /// 一部を含む率 and 該当なし率 per item, for the annex.
  static func annexRates(_ items: [ItemFigures]) -> ReportTable {
    ReportTable(
      columns: [
        .init("番号"), .init("一部を含む率", isNumber: true), .init("わからない率", isNumber: true), .init("該当なし率", isNumber: true),
      ],
      rows: items.map { row in
        [
          .text(row.item.id.rawValue), .rate(row.figures.atLeastPartly), .rate(row.figures.notKnown),
          .rate(row.figures.notApplicable),
        ]
      })
  }

  static let legend = "は：はい、別：別の方法で対応、一：一部できている、い：いいえ、わ：わからない、該：該当なし、未：未回答"

  private static let countTitles = ["は", "別", "一", "い", "わ", "該", "未"]

  private static let rateTitles = ["実施／対象", "実施率", "未回答を含めた率", "対象者全員比", "わからない率"]

  private static func label(of group: GroupFigures) -> String {
    group.number.map { "\($0) \(group.title)" } ?? group.title
  }

  private static func rates(_ figures: Figures) -> [ReportTable.Cell] {
    [
      .text("\(figures.implementation.numerator)／\(figures.implementation.denominator)"),
      .rate(figures.implementation), .rate(figures.withUnanswered), .rate(figures.amongAllAsked),
      .rate(figures.notKnown),
    ]
  }

  private static func counts(_ tally: Tally) -> [ReportTable.Cell] {
    [tally.yes, tally.alternative, tally.partial, tally.no, tally.unknown, tally.notApplicable, tally.unanswered]
      .map { .count($0) }
  }
}
