import Aggregation
import Documents
import Inspection

/// The first page: who answered, how well each measure is kept, what to improve, what section 8 has to look at, and how
/// many sheets were left out.
extension SummaryReport {
  var highlights: Document.Chapter {
    var blocks: [Document.Block] = [.heading("1 だれが答えたか"), .list(whoAnswered)]
    blocks.append(.heading("2 どの程度実施されているか"))
    for role in summary.roles { blocks += howWellKept(role) }
    blocks += [.list(organisationInBrief), .list(changesInBrief)]
    for (index, part) in whatFollows.enumerated() {
      blocks += [.heading("\(index + 3) \(part.heading)"), .list(part.lines)]
    }
    blocks += [
      .paragraph("この点検は自己点検であり、監査ではない。個人の評価や順位付けには用いない。")
    ]
    return Document.Chapter(id: "highlights", heading: "要点", blocks: blocks.filter { $0 != .list([]) })
  }

  private var whoAnswered: [String] {
    var lines = summary.roles.map { role in
      let sheets = role.handIn.reconciliation.map { "回答票は\($0.sheets)票である。" } ?? ""
      let blanks = role.unanswered > 0 ? "未回答の項目が延べ\(role.unanswered)件ある。" : ""
      return "\(summary.policy.name(of: role.role))：\(role.handIn.sentence)\(sheets)\(blanks)"
    }
    if summary.organisation != nil { lines.append("組織：\(organisationSheet)") }
    return lines + cityInspection
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

  private func howWellKept(_ role: DisclosedRole) -> [Document.Block] {
    switch role.figures {
    case .tables(let tables):
      return [
        .paragraph("\(heading(of: role.role))：\(tables.sentence(of: .practice))である。"),
        .table(
          Document.Table(
            columns: Self.sectionColumns,
            rows: tables.sections.map {
              [
                .text($0.title), .count($0.items.count), .rate($0.figures.implementation),
                .bar($0.figures.implementation),
              ]
            })),
      ]
    case .sections(let sections):
      return [.paragraph("\(heading(of: role.role))："), .table(table(of: sections.shown))]
    case .concerns:
      return [
        .paragraph("\(heading(of: role.role))：回答票が\(Disclosure.tablesFrom)票に満たないため、率と件数は示さない。")
      ]
    case .withheld(let reason): return [.paragraph("\(heading(of: role.role))：\(reason.japanese)")]
    }
  }

  func table(of sections: [DisclosedSection]) -> Document.Table {
    Document.Table(
      columns: Self.sectionColumns,
      rows: sections.map { section in
        // Drawn from what is printed, for the counts behind it are not shown.
        [
          .text(section.title), .count(section.items), .whole(section.percent),
          .bar(Rate(section.percent, of: 100)),
        ]
      })
  }

  private static let sectionColumns: [Document.Table.Column] = [
    .init("分野"), .init("項目", isNumber: true), .init("実施率", isNumber: true), .init(""),
  ]

  private var organisationInBrief: [String] {
    guard let organisation = summary.organisation, organisation.hasSheet else { return [] }
    let tally = organisation.tally
    return [
      "組織：該当なしを除く\(tally.open)項目のうち、実施しているものは\(tally.kept)項目（根拠の記入がない「はい」は\(organisation.withoutEvidence)"
        + "項目）、未回答は\(tally.unanswered)項目である。"
    ]
  }

  /// What the result asks for, a heading and its lines each.
  private var whatFollows: [(heading: String, lines: [String])] {
    var parts = [(heading: "何を改善するか", lines: whatToImprove)]
    let told = proposals(.managingBody).map { "\(name(of: $0))：\($0.itemSentence)" }
    if !told.isEmpty { parts.append(("\(Proposal.Kind.managingBody.japanese)（基本方針9）", Self.brief(told, in: "第4"))) }
    if summary.audience == .office { parts.append(("方針の見直しで見ること（基本方針8）", Self.brief(reviewPoints, in: "第5"))) }
    if summary.status.closed != nil { parts.append(("集計から除いたもの", leftOutInBrief)) }
    return parts
  }

  /// The first of the members', the staff's, the rules' and the organisation's in turn, until there are five, so that none
  /// is hidden by the many of another; the rest stands in 第4.
  private var whatToImprove: [String] {
    guard summary.audience == .office else { return ["改善の候補は、公表用には示さない。"] }
    let all = proposals(.improvement)
    let roles: [Role?] = summary.roles.map { $0.role } + [nil, .organisation]
    let groups = roles.map { role in all.filter { $0.role == role }.byImportance }
    let shown = Self.inTurn(groups, most: 5)
    let lines = shown.map { $0.role == nil ? $0.sentence : "\(name(of: $0))：\($0.itemSentence)" } + unnumbered
    let rest = all.count - shown.count
    if lines.isEmpty { return ["示すことのできる改善の候補はない。"] }
    return lines + [(rest > 0 ? "ほか\(rest)件。" : "") + "候補は全て第4に示す。何をするかは、人が決める。"]
  }

  /// Of a role whose answers are shown without counts, how many items 第3 names.
  private var unnumbered: [String] {
    summary.roles.compactMap { role in
      guard case .concerns(let items, _) = role.figures, !items.isEmpty else { return nil }
      return "\(summary.policy.name(of: role.role))：半数以上が課題と答えた項目が\(items.count)項目ある（第3）。"
    }
  }

  private func name(of proposal: Proposal) -> String {
    (proposal.role.map(summary.policy.name) ?? "") + (proposal.isTraining ? "（周知と研修）" : "")
  }

  /// So many as are reached when one of each group is taken in turn, group by group.
  private static func inTurn(_ groups: [[Proposal]], most: Int) -> [Proposal] {
    let places = groups.enumerated().flatMap { group, list in list.indices.map { (group: group, rank: $0) } }
    let reached = places.sorted { ($0.rank, $0.group) < ($1.rank, $1.group) }.prefix(most)
    return reached.sorted { ($0.group, $0.rank) < ($1.group, $1.rank) }.map { groups[$0.group][$0.rank] }
  }

  /// The first three, and how many more stand in a chapter.
  private static func brief(_ lines: [String], in chapter: String) -> [String] {
    let shown = lines.prefix(3)
    return shown + (lines.count > shown.count ? ["ほか\(lines.count - shown.count)件（\(chapter)）。"] : [])
  }

  private var leftOutInBrief: [String] {
    summary.leftOut.isEmpty
      ? ["ない。"]
      : [
        "合わせて\(summary.leftOut.reduce(0) { $0 + $1.count })件（"
          + summary.leftOut.map { "\($0.kind.japanese)もの\($0.count)件" }.joined(separator: "、") + "）"
      ]
  }
}

extension DisclosedRole {
  /// Answers left open, over all items of which the counts are shown.
  var unanswered: Int {
    if case .tables(let tables) = figures { tables.items.sum.tally.unanswered } else { 0 }
  }
}
