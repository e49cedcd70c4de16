import Aggregation
import Documents
import Inspection

/// 項目: one row for each item and role, also for what has no figures, with the reason.
extension SummarySheets {
  private struct Row {
    var item: Item
    var role: String
    var section: String
    var table: String
    var figures: Figures?
    /// Since the latest earlier round.
    var change: Comparison.Change?
    /// What else the report says of it, or why it has no figures.
    var remark: String
  }

  var items: Worksheet? {
    let rows = summary.roles.flatMap(rows) + unasked
    let hasFigures = rows.contains { $0.figures != nil }
    return Worksheet(
      "項目",
      [
        .words("番号") { $0.item.id.rawValue }, .words("名", limit: 28) { $0.item.label },
        .words("質問", limit: 63) { $0.item.question }, .words("重要度", limit: 4) { $0.item.importance.japanese },
        .words("区分", limit: 10) { $0.role }, .words("分野", limit: 20) { $0.section },
        .words("表", limit: 6) { $0.table },
        .number("実施率") { row in
          row.figures.map { .rate(Ratio($0.implementation, under: summary.round.thresholds)) }
        }, .number("前回") { $0.change.map { .rate($0.before.implementation) } },
        .number("変化") { $0.change?.tenths.map { .points(tenths: $0) } }, .count("違う人数") { $0.change?.people },
      ] + Field.moreFigures(\.figures) + [.words("備考", limit: 40) { $0.remark }],
      of: rows, frozen: 2, notes: hasFigures ? figureNotes : [],
      bars: [.init("実施率"), .init(Figures.notKnownName, isConcern: true)])
  }

  private var figureNotes: [String] {
    [
      "表が「周知」の項目の実施率は、周知率である。「参考」は、執行機関が管理する端末の設定で、ほかの率に含めない。",
      concernNote + "備考の「支援」「研修」「伝達」は、「見直し・改善の候補」に挙げたことを表す。",
    ] + changeNote
  }

  private var changeNote: [String] {
    guard let latest = summary.comparison?.names.last else { return [] }
    return [
      "前回は\(latest)の実施率、変化はその差（ポイント）、違う人数は、違いを説明できる最も少ない人数である。空欄は、同じ設問を尋ねていないか、示せないことを表す。"
    ]
  }

  private func rows(of role: DisclosedRole) -> [Row] {
    let name = summary.policy.name(of: role.role)
    func row(_ item: Item, _ remark: String) -> Row {
      Row(item: item, role: name, section: section(of: item), table: "", remark: remark)
    }
    let apart = (role.figures.apart?.items ?? []).map {
      row($0, "該当なしと未回答を除いた回答が\(role.figures.apart?.below ?? 0)人に満たないため、どの数にも入れない。")
    }
    switch role.figures {
    case .tables(let tables): return rows(of: tables, role.role) + apart
    case .concerns(let items, _):
      return items.map { row($0, "回答票の半数以上が「一部できている」「いいえ」又は「わからない」と答えた。") } + apart
    case .sections, .withheld: return []
    }
  }

  private func rows(of tables: RoleTables, _ role: Role) -> [Row] {
    let (name, marks) = (summary.policy.name(of: role), report.marks(of: role))
    let compared = summary.comparison?.roles.first { $0.role == role }?.items ?? []
    let changes = Dictionary(
      compared.compactMap { row in row.before.indices.last.flatMap(row.change).map { (row.item.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    return tables.items.map { row in
      Row(
        item: row.item, role: name, section: section(of: row.item), table: row.table.short, figures: row.figures,
        change: changes[row.item.id], remark: marks[row.item.id] ?? "")
    }
  }

  /// What was put to nobody, for the rule that it asks for does not exist.
  private var unasked: [Row] {
    summary.missingRules.flatMap { rule in
      rule.items.map { item in
        Row(
          item: item, role: item.id.role.map(summary.policy.name) ?? "", section: section(of: item), table: "",
          remark: "「\(rule.title)」がまだないため、尋ねていない。")
      }
    }
  }

  /// Its id where no practice item of the section has a figure, for then no table has its title.
  private func section(of item: Item) -> String {
    let own = roles.filter { $0.role == item.id.role }.flatMap(\.tables.sections) + roles.flatMap(\.tables.sections)
    let titles =
      own.map { ($0.id, $0.title) } + (summary.organisation?.sections ?? []).map { ($0.id.rawValue, $0.title) }
    return titles.first { $0.0 == item.id.section }?.1 ?? item.id.section ?? ""
  }
}
