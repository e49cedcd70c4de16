import Aggregation
import Documents
import Inspection
import TextLayout

/// 概要版: the one page that a chief signs. Who answered, how well, what changed, what to improve, what to tell the managing
/// body, what section 8 has to look at.
extension SummaryReport {
  /// The page with as much on it as fits.
  var brief: Document.Chapter {
    for limits in BriefLimits.all.dropLast() {
      let page = brief(within: limits)
      if document(of: [page]).text.split(separator: "\n", omittingEmptySubsequences: false).count <= Self.briefLines {
        return page
      }
    }
    return brief(within: BriefLimits.least)
  }

  /// Lines of the page as text, with the empty one that ends the last line.
  private static let briefLines = 61

  private func brief(within limits: BriefLimits) -> Document.Chapter {
    var parts: [(heading: String, blocks: [Document.Block])] = [
      ("だれが答えたか", [.list(whoAnswered(within: limits).map(limits.cut))]), ("どの程度実施されているか", howWell(within: limits)),
    ]
    if summary.status.closed != nil {
      let changes = whatChanged(within: limits)
      let improvements = whatToImprove(within: limits)
      let told = proposals(.managingBody).map { "\(briefName(of: $0))：\($0.itemSentence)。" }
      let review = reviewPoints
      parts += [
        ("何が変わったか" + changes.rest, [.list(changes.lines.map(limits.cut))]),
        (
          "何を改善するか" + Self.rest(improvements.rest, in: "第4"),
          [.list(improvements.lines.map(limits.cut))]
        ),
        (
          "執行機関に伝えること（基本方針9）" + (told.isEmpty ? "：ない" : Self.rest(told.count - limits.told, in: "第4")),
          told.isEmpty ? [] : [.list(told.prefix(limits.told).map(limits.cut))]
        ),
        (
          "方針の見直しで見ること（基本方針8）" + Self.rest(review.count - limits.review, in: "第5"),
          [.list(review.prefix(limits.review).map(limits.cutLong))]
        ),
      ]
    }
    return Document.Chapter(
      id: "brief", heading: "概要版",
      blocks: parts.enumerated().flatMap { index, part in
        [.heading("\(index + 1) \(part.heading)")] + part.blocks
      } + [.paragraph(Self.closingWords), .paragraph(Self.signature)], isOnePage: true)
  }

  /// The last words of the page but the place to sign.
  private static let closingWords = "自己点検であり監査ではない。個人の評価に用いない。何をするかは人が決める。"

  private static let signature = "確認　令和＿＿年＿＿月＿＿日　職名・氏名＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿"

  private static func rest(_ count: Int, in chapter: String) -> String {
    count > 0 ? "（ほか\(count)件は\(chapter)）" : ""
  }
}

/// How much of each kind the page has room for.
struct BriefLimits {
  var improvements = 5
  var told = 3
  var review = 3
  /// Falls, and as many rises.
  var moves = 3
  var sections = 12
  /// Why lines of the box were left out.
  var reasons = 2
  /// Lines that one entry may take.
  var lines = 2

  /// The first that fits is taken.
  static let all = [
    BriefLimits(), BriefLimits(sections: 9), BriefLimits(sections: 9, reasons: 0),
    BriefLimits(improvements: 4, sections: 8, reasons: 0),
    BriefLimits(improvements: 4, told: 2, moves: 2, sections: 8, reasons: 0),
    BriefLimits(improvements: 3, told: 2, review: 2, moves: 2, sections: 6, reasons: 0), least,
  ]

  /// What fits whatever there is to say.
  static let least = BriefLimits(improvements: 3, told: 1, review: 2, moves: 1, sections: 4, reasons: 0, lines: 1)

  /// An entry in its lines, and what is cut off told.
  func cut(_ words: String) -> String { Self.cut(words, to: lines) }

  /// The same of a sentence that is of little use in one line.
  func cutLong(_ words: String) -> String { Self.cut(words, to: 2) }

  private static func cut(_ words: String, to lines: Int) -> String {
    let (width, end) = (74, "（以下略）")
    guard words.wrapped(to: width).count > lines else { return words }
    var room = width * lines - end.displayWidth
    while true {
      let shorter = words.sanitized.clipped(to: room).droppingTrailingSpaces() + end
      if shorter.wrapped(to: width).count <= lines || room <= end.displayWidth { return shorter }
      room -= 2
    }
  }
}

// MARK: - Who answered

extension SummaryReport {
  private func whoAnswered(within limits: BriefLimits) -> [String] {
    var lines = summary.roles.map { role in
      let sheets = role.handIn.reconciliation.map { sheets in
        "回答票\(sheets.sheets)票" + (sheets.sheets == role.handIn.handedIn ? "" : "（人数との違いは第2）")
      }
      let blanks = role.unanswered > 0 ? "未回答延べ\(role.unanswered)件" : ""
      let beside = [sheets ?? "", blanks].filter { !$0.isEmpty }.joined(separator: "、")
      return "\(summary.policy.name(of: role.role))：\(role.handIn.sentence)" + (beside.isEmpty ? "" : beside + "。")
    }
    if summary.organisation != nil { lines.append("組織：\(organisationSheet)") }
    lines += cityInspection
    if let count = summary.leftOutLines { lines.append(leftOutSentence(count, telling: limits.reasons)) }
    return lines
  }

  private func leftOutSentence(_ count: Int, telling most: Int) -> String {
    guard count > 0 else { return "集計から除いたものはない。" }
    let reasons = summary.leftOut.map { "\($0.kind.japanese)もの\($0.count)件" }
    let rest = summary.leftOut.dropFirst(most).reduce(0) { $0 + $1.count }
    let told = reasons.prefix(most).joined(separator: "、") + (rest > 0 ? "、ほか\(rest)件" : "")
    return "集計から除いたもの：\(count)件" + (most == 0 ? "（理由は第2）。" : "（\(told)）。")
  }

  /// Whether there is a sheet of the organisation that counts, and if not, why.
  var organisationSheet: String {
    if summary.organisation?.hasSheet == true { return "回答票は提出された。" }
    return (summary.organisationHandIn?.handedIn ?? 0) > 0 ? "回答票は提出されたが、集計から除いた。" : "回答票は提出されていない。"
  }

  /// The city's inspection of the staff, where the round records it.
  var cityInspection: [String] {
    guard round.staffMode != .own, let inspection = round.cityInspection else { return [] }
    let alone = round.staffMode == .copy ? "この点検回では回答を求めず、" : ""
    return ["\(summary.policy.staff)：\(alone)執行機関の点検（\(inspection.date.japanese)実施、\(inspection.form)）の結果によることを記録する。"]
  }
}

// MARK: - How well

extension SummaryReport {
  private func howWell(within limits: BriefLimits) -> [Document.Block] {
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

// MARK: - What changed, what to improve

extension SummaryReport {
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

  /// Up to three falls and three rises since the latest round, and how many more there are.
  private func whatChanged(within limits: BriefLimits) -> (lines: [String], rest: String) {
    let election = round.electionBetween ? ["前回の点検の後に改選があったため、前回とは人が同じではない。"] : []
    guard let comparison = summary.comparison, !comparison.rounds.isEmpty else {
      return (election + ["比べた前の点検回はない。"], "")
    }
    let (falls, rises) = (comparison.falls, comparison.rises)
    let rest = [("下がったもの", falls.count - limits.moves), ("上がったもの", rises.count - limits.moves)]
      .filter { $0.1 > 0 }.map { "\($0.0)\($0.1)項目" }.joined(separator: "、")
    if comparison.roles.allSatisfy({ $0.items.isEmpty }) {
      return (["率を比べられる区分はない。"] + organisationChanges(in: comparison) + election, "")
    }
    let none = falls.isEmpty && rises.isEmpty ? "2人以上の答えの違いで率の変わった項目はない。" : "2人以上の答えの違いで率の下がった項目はない。"
    let moves = falls.prefix(limits.moves) + rises.prefix(limits.moves)
    return (
      (falls.isEmpty ? [none] : []) + moves.map(words) + organisationChanges(in: comparison) + election,
      rest.isEmpty ? "" : "（ほか\(rest)は第3の2）"
    )
  }

  private func words(for move: Comparison.Move) -> String {
    let (before, now) = (move.change.before.implementation, move.change.now.implementation)
    return "\(move.change.points)（\(move.change.people)人）\(summary.policy.name(of: move.role))「\(move.row.item.label)」"
      + "\(before.text) → \(now.text)"
  }

  private func organisationChanges(in comparison: Comparison) -> [String] {
    let latest = comparison.rounds.count - 1
    let changed = comparison.organisation.filter { row in row.before[latest].map { $0.choice != row.now } ?? false }
    return changed.isEmpty ? [] : ["組織：回答の変わった項目が\(changed.count)項目ある（第3の2）。"]
  }

  /// The first of the members', the staff's, the rules' and the organisation's in turn, so that none is hidden by the many
  /// of another; and how many more stand in 第4.
  private func whatToImprove(within limits: BriefLimits) -> (lines: [String], rest: Int) {
    let all = proposals(.improvement)
    let roles: [Role?] = summary.roles.map { $0.role } + [nil, .organisation]
    let shown = Self.inTurn(
      roles.map { role in all.filter { $0.role == role }.byImportance }, most: limits.improvements)
    let lines = shown.map { proposal in
      proposal.role == nil ? proposal.reason + "。" : "\(briefName(of: proposal))：\(proposal.itemSentence)。"
    }
    return (lines.isEmpty ? ["示すことのできる改善の候補はない。"] : lines, all.count - shown.count)
  }

  private func briefName(of proposal: Proposal) -> String {
    (proposal.role.map(summary.policy.name) ?? "") + (proposal.isTraining ? "（周知と研修）" : "")
  }

  /// So many as are reached when one of each group is taken in turn, the most important of all first.
  private static func inTurn(_ groups: [[Proposal]], most: Int) -> [Proposal] {
    let places = groups.enumerated().flatMap { group, list in list.indices.map { (group: group, rank: $0) } }
    let reached = places.sorted { ($0.rank, $0.group) < ($1.rank, $1.group) }.prefix(most)
    return reached.sorted { ($0.group, $0.rank) < ($1.group, $1.rank) }.map { groups[$0.group][$0.rank] }.byImportance
  }
}

extension DisclosedRole {
  /// Answers left open, over all items of which the counts are shown.
  var unanswered: Int {
    if case .tables(let tables) = figures { tables.items.sum.tally.unanswered } else { 0 }
  }
}
