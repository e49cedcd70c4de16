import Aggregation
import Documents
import Inspection

/// How well, on the first page.
extension SummaryReport {
  /// The rates of the roles by domain, with those of the round before beside them, and what takes their place.
  func howWell(within limits: BriefLimits) -> [Document.Block] {
    let shown = summary.roles.compactMap { role -> BriefRole? in
      guard case .tables(let tables) = role.figures else { return nil }
      return BriefRole(
        name: summary.policy.name(of: role.role), isReference: role.role == .staff, tables: tables,
        step: latestStep(of: role.role),
        thresholds: round.thresholds)
    }
    let table = shown.isEmpty ? [] : [Document.Block.table(self.table(of: shown, within: limits))]
    let others = summary.roles.compactMap(withoutTables) + organisationInBrief
    return table + [.list(others.map(limits.cut))].filter { $0 != .list([]) }
  }

  /// Domains below one another, the roles side by side: they are never added.
  private func table(of roles: [BriefRole], within limits: BriefLimits) -> Document.Table {
    let hasBefore = roles.contains { $0.step != nil }
    let titles = roles.flatMap { $0.tables.sections.map(\.title) }.reduce(into: [String]()) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
    let kept = Self.lowest(limits.sections, of: titles, in: roles)
    var rows = [[.text("全体")] + roles.flatMap { $0.overall(hasBefore: hasBefore) }]
    rows += kept.map { title in [.text(title)] + roles.flatMap { $0.cells(of: title, hasBefore: hasBefore) } }
    var notes = hasBefore ? [beforeNote] : []
    if rows.joined().contains(where: \.isConcern) { notes.append("*：\(round.thresholds.support)%に満たない。") }
    if roles.contains(where: \.isReference) { notes.append("\(summary.policy.staff)は参考。") }
    if kept.count < titles.count { notes.append("ほか\(titles.count - kept.count)分野は第3。") }
    return Document.Table(
      columns: [.init("分野")]
        + roles.flatMap { role -> [Document.Table.Column] in
          [.init(role.name, isNumber: true)] + (hasBefore ? [.init("前回", isNumber: true)] : []) + [.init("")]
        }, rows: rows, notes: notes.isEmpty ? [] : [notes.joined()])
  }

  /// Those with the lowest rates, in the order of the checklist.
  private static func lowest(_ most: Int, of titles: [String], in roles: [BriefRole]) -> [String] {
    guard titles.count > most else { return titles }
    let rates = titles.map { title in
      roles.compactMap { $0.section(title)?.figures.implementation.percent?.tenths }.min() ?? 1_000
    }
    let chosen = titles.indices.sorted { (rates[$0], $0) < (rates[$1], $1) }.prefix(most)
    return chosen.sorted().map { titles[$0] }
  }

  private func withoutTables(_ role: DisclosedRole) -> String? {
    let name = summary.policy.name(of: role.role)
    switch role.figures {
    case .tables, .sections: return nil
    case .concerns(let items, _):
      let labels = items.map { "「\($0.label)」" }.joined(separator: "、")
      return "\(name)：回答票が\(Disclosure.tablesFrom)票に満たないため、率と件数は示さない。半数以上が課題と答えた項目は"
        + (items.isEmpty ? "ない。" : "\(items.count)項目ある（\(labels)）。")
    case .withheld(let reason): return "\(name)：\(reason.japanese)"
    }
  }

  private func latestStep(of role: Role) -> Comparison.Step? {
    summary.comparison?.roles.first { $0.role == role }?.steps.last.flatMap { $0 }
  }

  /// Which round 前回 is, and on how many of the items its rates rest.
  private var beforeNote: String {
    guard let comparison = summary.comparison, let name = comparison.names.last else { return "" }
    let shares = comparison.roles.compactMap { part in
      part.steps.last.flatMap { $0 }.map {
        "\(summary.policy.name(of: part.role))\($0.comparable.numerator)／\($0.comparable.denominator)項目"
      }
    }
    return "前回：\(name)、同じ設問だけの率（\(shares.joined(separator: "、"))）。"
  }

  private var organisationInBrief: [String] {
    guard let organisation = summary.organisation, organisation.hasSheet else { return [] }
    let tally = organisation.tally
    return [
      "組織：該当なしを除く\(tally.open)項目のうち\(tally.kept)項目を実施（根拠の記入がない「はい」\(organisation.withoutEvidence)"
        + "項目）、未回答\(tally.unanswered)項目。"
    ]
  }
}

/// One role's columns of the table.
private struct BriefRole {
  var name: String
  /// Bound by another standard.
  var isReference: Bool
  var tables: RoleTables
  /// Since the latest earlier round; nil where nothing can be compared.
  var step: Comparison.Step?
  var thresholds: Round.Thresholds

  func section(_ title: String) -> GroupFigures? { tables.sections.first { $0.title == title } }

  func overall(hasBefore: Bool) -> [Document.Table.Cell] {
    cells(tables.overall(.practice).implementation, step?.change.before.implementation, hasBefore)
  }

  func cells(of title: String, hasBefore: Bool) -> [Document.Table.Cell] {
    guard let section = section(title) else { return (hasBefore ? 0..<3 : 0..<2).map { _ in .text("") } }
    let before = step?.sections.first { $0.id == section.id }?.change.before.implementation
    return cells(section.figures.implementation, before, hasBefore)
  }

  private func cells(_ now: Rate, _ before: Rate?, _ hasBefore: Bool) -> [Document.Table.Cell] {
    let ratio = Ratio(now, under: thresholds)
    return [.rate(ratio)] + (hasBefore ? [before.map { .rate($0) } ?? .text("")] : []) + [.bar(ratio)]
  }
}

extension Ratio {
  /// Marked where it is below what the round aims at.
  init(_ rate: Rate, under thresholds: Round.Thresholds) {
    self.init(rate)
    isConcern = rate.isConcern(under: thresholds)
  }
}

extension Document.Table.Cell {
  fileprivate var isConcern: Bool { if case .rate(let ratio) = self { ratio.isConcern } else { false } }
}
