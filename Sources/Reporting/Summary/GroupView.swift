import Aggregation
import Documents
import Inspection

/// One of the ways in which a role's items are grouped across the sections.
struct GroupView {
  /// 「条項別」, as the tidy table names it.
  var table: String
  /// Leads a group where those of all views stand in one table: 「脅威：」.
  var prefix = ""
  var groups: [GroupFigures]
  /// Whether 周知 stands beside 実施率.
  var showsAwareness = false
  /// A group's number as words that no spreadsheet takes for a date or a negative number: 「基本方針6(3)」, 「第3号」.
  var number: @Sendable (String) -> String
}

extension SummaryReport {
  /// The groups that an item may belong to several of (延べ).
  func groupViews(of tables: RoleTables) -> [GroupView] {
    let clause: @Sendable (String) -> String = { "基本方針\($0)" }
    return [
      GroupView(table: "条項別", groups: tables.clauses, showsAwareness: true, number: clause),
      GroupView(table: "脅威別", prefix: "脅威：", groups: tables.threats, showsAwareness: true, number: clause),
      GroupView(table: "性質別", prefix: "性質：", groups: tables.properties, number: clause),
      GroupView(table: "資産別", prefix: "資産：", groups: tables.assets, number: clause),
      GroupView(table: ordinanceTable, prefix: "省令", groups: tables.ordinance, number: { "第\($0)号" }),
    ]
  }

  private var ordinanceTable: String {
    (round.referenceDay < summary.policy.ordinance.effective ? "参考：" : "") + "省令の項目別"
  }
}

extension Figures {
  static let notKnownName = "わからない率"

  /// Every rate with its name, the headline first; of awareness items that is 周知率.
  func named(headline: String = "実施率") -> [(name: String, rate: Rate)] {
    [
      (headline, implementation), ("未回答を含めた率", withUnanswered), ("一部を含む率", atLeastPartly),
      (Self.notKnownName, notKnown), ("該当なし率", notApplicable),
    ]
  }
}

extension Tally {
  /// Every count with the answer's name; together they are all sheets.
  var named: [(name: String, count: Int)] {
    [
      (Choice.yes.japanese, yes), (Choice.alternative.japanese, alternative), (Choice.partial.japanese, partial),
      (Choice.no.japanese, no), (Choice.unknown.japanese, unknown), (Choice.notApplicable.japanese, notApplicable),
      ("未回答", unanswered),
    ]
  }
}

extension HandInFigures {
  /// People and sheets with their names and units; the reconciliation as far as it is shown.
  var named: [(name: String, count: Int, unit: String)] {
    [("対象者", asked, "人"), ("対象外", exempt, "人"), ("提出者", handedIn, "人")]
      + (reconciliation.map {
        [
          ("提出の記録", $0.submissions, "件"), ("うち対象外", $0.fromExempt, "件"), ("うち名簿外", $0.fromOthers, "件"),
          ("うち期限後", $0.late, "件"), ("回答票数", $0.sheets, "票"), ("除いた票", $0.leftOut, "票"), ("別の区分で提出", $0.elsewhere, "人"),
        ]
      } ?? [])
  }
}

extension RoleTables {
  /// 「実施率は70.1%（34項目、延べ906／1293）」
  func sentence(of table: ItemFigures.Table) -> String {
    let rate = overall(table).implementation
    let base = "\(items(in: table).count)項目"
    return "\(table.headline)は\(rate.text)（\(base)、延べ\(rate.numerator)／\(rate.denominator)）"
  }
}

extension GroupFigures {
  /// Why there is no 実施率, in である体; nil where there is an item for it.
  var absence: String? {
    guard items.isEmpty else { return nil }
    let reasons = silences.map(\.japanese) + (awareness.isEmpty ? [] : ["知っているかを尋ねた項目"])
    return reasons.isEmpty
      ? "点検票に項目がないため、数値がない。" : "\(reasons.joined(separator: "と、"))しかないため、実施率がない。"
  }
}

extension ItemFigures.Table {
  /// What heads the table of items; the report says more where there is room.
  var japanese: String {
    switch self {
    case .practice: "項目別"
    case .awareness: "周知"
    case .devices: "参考：執行機関が管理する端末"
    }
  }

  /// The name of (a+v) ÷ (a+v+b+c+d) there.
  var headline: String { self == .awareness ? "周知率" : "実施率" }
}

/// The tables that show figures, the same for every role.
enum FigureTables {
  /// Domains with the rates of the main text.
  static func groups(_ groups: [GroupFigures], under thresholds: Round.Thresholds) -> Document.Table {
    Document.Table(
      columns: [.init("分野")]
        + ["項目", "実施／対象", "実施率", "未回答を含めた率", "わからない率"].map { .init($0, isNumber: true) },
      rows: groups.map { group in
        let rate = group.figures.implementation
        return [
          .text(group.title), .count(group.items.count), .text("\(rate.numerator)／\(rate.denominator)"),
          .rate(Ratio(rate, under: thresholds)), .rate(group.figures.withUnanswered), .rate(group.figures.notKnown),
        ]
      })
  }

  /// Items with 実施率 and the counts of every answer, of which the concerns are shaded.
  static func items(
    _ items: [ItemFigures], rate: String, marks: [ItemID: String], under thresholds: Round.Thresholds,
    notes: [String] = []
  ) -> Document.Table {
    Document.Table(
      columns: [.init("番号"), .init("項目"), .init(rate, isNumber: true)] + countColumns + [.init("印")],
      rows: items.map { row in
        [
          .text(row.item.id.rawValue), .text(row.item.label),
          .rate(Ratio(row.figures.implementation, under: thresholds)),
        ]
          + counts(row.figures.tally) + [.marked(marks[row.item.id] ?? "")]
      }, notes: notes)
  }

  private static var countColumns: [Document.Table.Column] {
    zip(["は", "別", "一", "い", "わ", "該", "未"], Tally().named).map { short, answer in
      .init(short, isNumber: true, longTitle: answer.name)
    }
  }

  private static func counts(_ tally: Tally) -> [Document.Table.Cell] {
    let sheets = tally.named.reduce(0) { $0 + $1.count }
    return [.count(tally.yes), .count(tally.alternative)]
      + [tally.partial, tally.no, tally.unknown].map { .share($0, of: sheets) }
      + [.count(tally.notApplicable), .count(tally.unanswered)]
  }
}
