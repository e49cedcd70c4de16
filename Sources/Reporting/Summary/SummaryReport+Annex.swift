import Aggregation
import Documents
import Inspection

/// 別記: the cross-reference, formulas, what is shown and what is not, and which checklists were answered.
extension SummaryReport {
  var annex: Document.Chapter {
    let tables = crossReference + moreRates
    let rest: [(heading: String, blocks: [Document.Block])] = [
      ("率の算式", [.list(formulas)]), ("示す範囲", [.list(disclosure)]),
      ("点検票と版", [.list(versions)]),
    ]
    let parts = tables + rest
    return Document.Chapter(
      id: "annex", heading: "別記",
      blocks: parts.enumerated().flatMap { index, part in
        [.heading("\(index + 1) \(part.heading)")] + part.blocks
      })
  }

  private var rolesWithTables: [(name: String, tables: RoleTables)] {
    summary.roles.compactMap { role in
      guard case .tables(let tables) = role.figures else { return nil }
      return (summary.policy.name(of: role.role), tables)
    }
  }

  /// Every clause, threat, property, asset and item of the ordinance in one table, the roles side by side.
  private var crossReference: [(heading: String, blocks: [Document.Block])] {
    let roles = rolesWithTables
    guard !roles.isEmpty else { return [] }
    let views = roles.map { groupViews(of: $0.tables) }
    let hasAwareness = roles.map { !$0.tables.items(in: .awareness).isEmpty }
    var rows: [[Document.Table.Cell]] = []
    for (index, view) in (views.first ?? []).enumerated() {
      for id in orders[index] {
        let groups = views.map { $0[index].groups.first { $0.id == id } }
        guard let known = groups.compactMap({ $0 }).first else { continue }
        rows.append(
          [.text(view.label(of: known))]
            + zip(groups, hasAwareness).flatMap { cells(of: $0, knowing: view.showsAwareness, hasAwareness: $1) })
      }
    }
    let columns = zip(roles, hasAwareness).flatMap { role, hasAwareness -> [Document.Table.Column] in
      [.init("\(role.name) 項目", isNumber: true), .init("\(role.name) 実施率", isNumber: true)]
        + (hasAwareness ? [.init("\(role.name) 周知率（項目）", isNumber: true)] : [])
    }
    let provisional =
      round.referenceDay < summary.policy.ordinance.effective
      ? ["\(summary.policy.ordinance.title)の号は、施行の前であるため、参考である。"] : []
    return [
      (
        "条項、脅威、性質、情報資産、省令との対応（延べ）",
        [
          .table(
            Document.Table(
              columns: [.init("対応するもの")] + columns, rows: rows,
              notes: ["一つの項目が複数に当たることがある。"] + provisional + absences))
        ]
      )
    ]
  }

  /// The ids of each view's groups in the order of the policy.
  private var orders: [[String]] {
    let policy = summary.policy
    return [
      policy.clauses.map(\.id.rawValue), policy.threats.map(\.id.rawValue), policy.properties.map(\.id.rawValue),
      policy.assets.map(\.id.rawValue), policy.ordinance.items.map { "\($0.number)" },
    ]
  }

  private func cells(
    of group: GroupFigures?, knowing showsAwareness: Bool, hasAwareness: Bool
  ) -> [Document.Table.Cell] {
    guard let group else { return (hasAwareness ? 0..<3 : 0..<2).map { _ in .text("") } }
    let known = group.awareness.isEmpty ? "" : "\(group.awarenessFigures.implementation.text)（\(group.awareness.count)）"
    return [.count(group.items.count), .rate(Ratio(group.figures.implementation, under: round.thresholds))]
      + (hasAwareness ? [.text(showsAwareness ? known : "")] : [])
  }

  /// Why rows have no 実施率, those of one reason together.
  private var absences: [String] {
    rolesWithTables.flatMap { name, tables in
      let silent = groupViews(of: tables).flatMap { view in
        view.groups.compactMap { group in group.absence.map { (reason: $0, row: view.number(group)) } }
      }
      let reasons = silent.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return reasons.map { reason in
        let rows = silent.filter { $0.reason == reason }.map(\.row).joined(separator: "、")
        return "\(name)の\(rows)：\(reason)"
      }
    }
  }

  /// 一部を含む率 and 該当なし率, which stand nowhere else in the report; the roles side by side.
  private var moreRates: [(heading: String, blocks: [Document.Block])] {
    let roles = rolesWithTables
    let titles = roles.flatMap { $0.tables.sections.map(\.title) }.reduce(into: [String]()) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
    guard !titles.isEmpty else { return [] }
    let rows = titles.map { title -> [Document.Table.Cell] in
      [.text(title)]
        + roles.flatMap { _, tables -> [Document.Table.Cell] in
          guard let section = tables.sections.first(where: { $0.title == title }) else {
            return [.text(""), .text("")]
          }
          return [.rate(section.figures.atLeastPartly), .rate(section.figures.notApplicable)]
        }
    }
    let columns = roles.flatMap { name, _ in
      ["一部を含む率", "該当なし率"].map { Document.Table.Column("\(name) \($0)", isNumber: true) }
    }
    return [
      ("一部を含む率と該当なし率", [.table(Document.Table(columns: [.init("分野")] + columns, rows: rows))])
    ]
  }

  var versions: [String] { summary.checklists.map(line) + inputs }

  /// Made again by `tenken verify`.
  var inputs: [String] {
    (summary.inputs.map { ["この結果を作った全てのファイルの要約値 BLAKE2b-256 \($0.digest)"] } ?? [])
      + (summary.edition.map { ["この版を作ったプログラム tenken \($0.program)"] } ?? [])
  }

  /// Its digest is in that of all files, and in the JSON.
  private func line(of checklist: Summary.AnsweredChecklist) -> String {
    let approval = checklist.approved.map { "\($0.date.japanese) \($0.by) \($0.document)" } ?? "案：決裁を経ていない"
    return "\(checklist.title) 第\(checklist.version)版（\(approval)）"
  }

  /// Those that occur.
  var formulas: [String] {
    let handIn = "提出率＝提出者÷対象者"
    let roles = rolesWithTables.map(\.tables)
    guard !roles.isEmpty else { return [handIn] }
    let knows = roles.contains { !$0.items(in: .awareness).isEmpty }
    return [
      "a はい、v 別の方法で対応、b 一部できている、c いいえ、d わからない、e 該当なし、f 未回答（いずれも票数）とする。", handIn,
      "実施率＝（a＋v）÷（a＋v＋b＋c＋d）", "未回答を含めた率＝（a＋v）÷（a＋v＋b＋c＋d＋f）",
      "一部を含む率＝（a＋v＋b）÷（a＋v＋b＋c＋d）", "わからない率＝d÷（a＋v＋b＋c＋d）", "該当なし率＝e÷（a＋v＋b＋c＋d＋e）",
    ] + (knows ? ["周知率は、知っているかを尋ねた項目について、実施率と同じ算式による。"] : [])
      + ["分野などの率は、項目の票数を足してから割る。割合は小数第2位を四捨五入した。割る数が0のときは「−」とする。"]
  }

  /// What holds of the sizes that occur.
  var disclosure: [String] {
    let sheets = summary.roles.map(\.figures)
    let all = sheets.contains { if case .tables = $0 { true } else { false } }
    let some = sheets.contains { if case .concerns = $0 { true } else { false } }
    let none = sheets.contains { if case .withheld(.fewerSheets) = $0 { true } else { false } }
    return ["区分ごとに示し、議員と職員を足した数は示さない。会派などの内訳は作らない。"]
      + (all ? ["回答票が10票以上の区分は、全ての表を示す。"] : [])
      + (some ? ["回答票が5票から9票までの区分は、半数以上が課題と答えた項目の名だけを示す。"] : [])
      + (none ? ["回答票が5票に満たない区分は、提出の状況だけを示す。"] : [])
      + (summary.organisation == nil ? [] : ["組織の回答票は、全てを示す。"])
      + ["ご意見は、\(summary.policy.office)が読み、載せることとしたものだけを示す。"]
  }
}

extension GroupView {
  /// 「基本方針6(3) 物理的対策」、「省令第3号 …」、「性質2(4) 機密性」.
  func label(of group: GroupFigures) -> String { "\(number(group)) \(group.title)" }

  func number(_ group: GroupFigures) -> String { group.number.map { prefix + number($0) } ?? prefix + group.title }
}
