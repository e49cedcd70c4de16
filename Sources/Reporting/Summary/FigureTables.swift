import Aggregation
import Documents
import Inspection

/// The tables that show figures, the same for every role.
enum FigureTables {
  /// Groups with the rates of the main text.
  static func groups(_ groups: [GroupFigures], named name: String, notes: [String] = []) -> Document.Table {
    Document.Table(
      columns: [.init(name)] + rateTitles.map { .init($0, isNumber: true) },
      rows: groups.map { [.text(label(of: $0))] + rates($0.figures) }, notes: notes)
  }

  /// Items with 実施率 and the counts of every answer.
  static func items(_ items: [ItemFigures], rate: String) -> Document.Table {
    Document.Table(
      columns: [.init("番号"), .init("項目"), .init(rate, isNumber: true)] + countColumns,
      rows: items.map { row in
        [.text(row.item.id.rawValue), .text(row.item.question), .rate(row.figures.implementation)]
          + counts(row.figures.tally)
      })
  }

  /// 一部を含む率 and 該当なし率 per item, for the annex.
  static func annexRates(_ items: [ItemFigures]) -> Document.Table {
    Document.Table(
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

  private static var countColumns: [Document.Table.Column] {
    zip(["は", "別", "一", "い", "わ", "該", "未"], Tally().named).map { short, answer in
      .init(short, isNumber: true, longTitle: answer.name)
    }
  }

  private static let rateTitles = ["実施／対象", "実施率", "未回答を含めた率", "対象者全員比", "わからない率"]

  private static func label(of group: GroupFigures) -> String {
    group.number.map { "\($0) \(group.title)" } ?? group.title
  }

  private static func rates(_ figures: Figures) -> [Document.Table.Cell] {
    [
      .text("\(figures.implementation.numerator)／\(figures.implementation.denominator)"),
      .rate(figures.implementation), .rate(figures.withUnanswered), .rate(figures.amongAllAsked),
      .rate(figures.notKnown),
    ]
  }

  private static func counts(_ tally: Tally) -> [Document.Table.Cell] {
    let sheets = tally.named.reduce(0) { $0 + $1.count }
    return tally.named.map { .share($0.count, of: sheets) }
  }
}
