import Aggregation
import Inspection

/// One of the ways in which a role's items are grouped across the sections.
struct GroupView {
  /// 「条項別」
  var title: String
  /// Heads the groups: 「基本方針」.
  var column: String
  var groups: [GroupFigures]
  /// A group's number as words that no spreadsheet takes for a date or a negative number: 「基本方針6(3)」, 「第3号」.
  var number: @Sendable (String) -> String
}

extension SummaryReport {
  /// The groups that an item may belong to several of (延べ).
  func groupViews(of tables: RoleTables) -> [GroupView] {
    let clause: @Sendable (String) -> String = { "基本方針\($0)" }
    return [
      GroupView(title: "条項別", column: "基本方針", groups: tables.clauses, number: clause),
      GroupView(title: "脅威別", column: "脅威", groups: tables.threats, number: clause),
      GroupView(title: "性質別", column: "性質", groups: tables.properties, number: clause),
      GroupView(title: "資産別", column: "情報資産", groups: tables.assets, number: clause),
      GroupView(title: ordinanceTitle, column: "号", groups: tables.ordinance, number: { "第\($0)号" }),
    ]
  }

  private var ordinanceTitle: String {
    let ordinance = summary.policy.ordinance
    let isProvisional = round.referenceDay < ordinance.effective
    return "\(isProvisional ? "参考：" : "")\(ordinance.title)の項目別"
  }
}
