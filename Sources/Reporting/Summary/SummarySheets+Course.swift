import Aggregation
import Documents
import Inspection

/// 推移: every earlier round beside this one, over all items, by section and item by item, and the lines over time.
extension SummarySheets {
  private struct Row {
    var role: String
    var table: String
    var number = ""
    var title = ""
    /// The earlier round, or a point of a line.
    var round: String
    var shared: Int?
    /// Of all practice items that have a figure now.
    var comparable: Rate?
    var change: Comparison.Change?
    /// Whether one can tell of how many people it is.
    var isOfOneItem = false
    /// A point of a line, in the place of a change.
    var point: Ratio?
    var answers: (before: String, now: String)?
    var remark = ""
  }

  private static let line = "移り変わり"
  private static let incomparable = "比べることができない（同じ設問を尋ねていないか、示せない。）。"

  var rounds: Worksheet? {
    guard let comparison = summary.comparison else { return nil }
    let (changes, lines) = (changes(in: comparison), lines(in: comparison))
    return Worksheet(
      "推移",
      [
        .words("区分", limit: 10) { $0.role }, .words("表", limit: 10) { $0.table }, .words("番号", limit: 10) { $0.number },
        .words("名", limit: 24) { $0.title }, .words("点検回", limit: 22) { $0.round },
        .count("同じ設問") { $0.shared }, .count("今回の設問") { $0.comparable?.denominator },
        .number("同じ設問の割合") { $0.comparable.map { .rate($0) } },
        .number("その回の実施率") { row in
          row.point.map { .rate($0) } ?? row.change.map { .rate($0.before.implementation) }
        },
        .number("今回の実施率") { $0.change.map { .rate($0.now.implementation) } },
        .number("変化") { $0.change?.tenths.map { .points(tenths: $0) } },
        .count("違う人数") { $0.isOfOneItem ? $0.change?.people : nil },
        .count("その回の実施") { $0.change?.before.implementation.numerator },
        .count("その回の対象") { $0.change?.before.implementation.denominator },
        .count("今回の実施") { $0.change?.now.implementation.numerator },
        .count("今回の対象") { $0.change?.now.implementation.denominator },
        .words("その回の回答", limit: 14) { $0.answers?.before }, .words("今回の回答", limit: 14) { $0.answers?.now },
        .words("備考", limit: 16) { $0.remark },
      ], of: changes + lines.flatMap(\.rows), frozen: 5,
      notes: Self.notes + (lines.isEmpty ? [] : [Self.lineNote]) + report.aboutRounds(in: comparison),
      bars: [.init("その回の実施率"), .init("今回の実施率")],
      charts: Self.charts(of: lines, after: changes.count))
  }

  private static let notes = [
    "「全体」と「分野別」の率は、どちらも同じ設問だけのものである。変化は、率の差（ポイント）である。違う人数は、その項目の違いを説明できる最も少ない人数である。",
    "表が「周知」の項目の実施率は、周知率である。",
  ]

  private static let lineNote =
    "「移り変わり」は、その点検回と今回とで同じ設問の率である。空欄は、点検のなかった年度か、比べることのできない点検回を表す。"

  private func changes(in comparison: Comparison) -> [Row] {
    let ofRoles = comparison.roles.flatMap { part in
      zip(comparison.names, part.steps).flatMap { rows(of: $1, in: $0, summary.policy.name(of: part.role)) }
        + zip(comparison.names, comparison.rounds.indices).flatMap { rows(of: part, at: $1, in: $0) }
    }
    return ofRoles + answers(in: comparison)
  }

  private func rows(of step: Comparison.Step?, in round: String, _ role: String) -> [Row] {
    guard let step else { return [Row(role: role, table: "全体", round: round, remark: Self.incomparable)] }
    func remark(_ change: Comparison.Change) -> String { change.people == 1 ? "1人の違いである。" : "" }
    return [
      Row(
        role: role, table: "全体", round: round, shared: step.comparable.numerator, comparable: step.comparable,
        change: step.change, remark: remark(step.change))
    ]
      + step.sections.map {
        Row(
          role: role, table: "分野別", number: $0.id, title: $0.title, round: round, shared: $0.items.count,
          change: $0.change, remark: remark($0.change))
      }
  }

  private func rows(of part: Comparison.RolePart, at index: Int, in round: String) -> [Row] {
    part.items.map { row in
      let change = row.change(since: index)
      return Row(
        role: summary.policy.name(of: part.role), table: row.table.short, number: row.item.id.rawValue,
        title: row.item.label, round: round, change: change, isOfOneItem: true,
        remark: change == nil ? Self.incomparable : "")
    }
  }

  /// The organisation's.
  private func answers(in comparison: Comparison) -> [Row] {
    let name = Role.organisation.japanese
    return zip(comparison.names, comparison.rounds.indices).flatMap { round, index in
      comparison.organisation.map { row in
        let before = row.before[index].map { $0.choice.words }
        return Row(
          role: name, table: name, number: row.item.id.rawValue, title: row.item.label, round: round,
          answers: before.map { ($0, row.now.words) }, remark: before == nil ? Self.incomparable : "")
      }
    }
  }

  private func lines(in comparison: Comparison) -> [(trend: Document.Trend, rows: [Row])] {
    comparison.roles.flatMap { part in
      report.trends(of: part, in: comparison).map { trend in
        (
          trend,
          trend.points.map {
            Row(
              role: summary.policy.name(of: part.role), table: Self.line, title: trend.title, round: $0.label,
              point: $0.ratio)
          }
        )
      }
    }
  }

  /// - Parameter start: the row where the first line begins.
  private static func charts(of lines: [(trend: Document.Trend, rows: [Row])], after start: Int) -> [Worksheet.Chart] {
    var first = start
    return lines.map { trend, rows in
      defer { first += rows.count }
      return Worksheet.Chart(
        .line, title: trend.title, names: "点検回", rates: "その回の実施率", rows: first...first + rows.count - 1,
        description: "折れ線グラフ。\(trend.text)。")
    }
  }
}
