import Aggregation
import Inspection

/// 第4 and 第5: what to do next, and what the review of the policy has to look at. The tool names, people decide.
extension SummaryReport {
  /// nil in the public edition, which holds no items.
  var issues: Report.Part? {
    guard summary.audience == .office else { return nil }
    var blocks: [Report.Block] = []
    for role in summary.roles {
      guard case .tables(let tables) = role.figures else { continue }
      blocks += table(
        of: tables.lowest(5), rate: "実施率", value: \.implementation, heading: "\(role.role.japanese)：実施率の低い項目")
      blocks += table(
        of: tables.leastKnown(5), rate: "わからない率", value: \.notKnown,
        heading: "\(role.role.japanese)：「わからない」の多い項目（周知と研修は組織の課題である。）")
    }
    if !summary.missingRules.isEmpty {
      blocks += [
        .heading("まだ定めのない決まり（組織の課題）"),
        .table(
          ReportTable(
            columns: [.init("決まり"), .init("そのため尋ねなかった項目")],
            rows: summary.missingRules.map { rule in
              [.text(rule.title), .text(rule.items.map(\.id.rawValue).joined(separator: "、"))]
            }, notes: ["これらの項目は、どの率にも含めない。"])),
      ]
    }
    if !organisationConcerns.isEmpty {
      blocks += [
        .heading("組織の課題"),
        .table(
          ReportTable(
            columns: [.init("番号"), .init("回答"), .init("次にすること"), .init("改善計画")],
            rows: organisationConcerns.map { row in
              [
                .text(row.item.id.rawValue), .text(row.choice?.japanese ?? ""), .text(row.item.remedy),
                .text(row.plan?.text ?? ""),
              ]
            })),
      ]
    }
    if blocks.isEmpty { blocks = [.paragraph("示すことのできる課題はない。")] }
    return Report.Part(id: "issues", heading: "第4 課題と対応", blocks: blocks)
  }

  private func table(
    of rows: [ItemFigures], rate: String, value: (Figures) -> Rate, heading: String
  ) -> [Report.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .heading(heading),
      .table(
        ReportTable(
          columns: [.init("番号"), .init("重要度"), .init(rate, isNumber: true), .init("項目"), .init("次にすること")],
          rows: rows.map { row in
            [
              .text(row.item.id.rawValue), .text(row.item.importance.japanese), .rate(value(row.figures)),
              .text(row.item.question), .text(row.item.remedy),
            ]
          })),
    ]
  }

  var review: Report.Part? {
    guard summary.audience == .office else { return nil }
    return Report.Part(
      id: "review", heading: "第5 方針の見直しの検討（基本方針8）",
      blocks: [
        .list(reviewPoints),
        .paragraph("見直しの要否は、点検の結果と状況の変化の両方を踏まえて、議会が判断する。ここに挙げたものは判断の材料である。"),
      ])
  }

  /// What the result itself puts before the review.
  var reviewPoints: [String] {
    var points = summary.missingRules.map { "「\($0.title)」がまだなく、\($0.items.count)項目を尋ねることができなかった。" }
    let clauses = Set(organisationConcerns.flatMap(\.item.clauses))
    let numbers = summary.policy.clauses.filter { clauses.contains($0.id) }.map(\.number)
    let distinct = numbers.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !distinct.isEmpty { points.append("組織の課題が、基本方針\(distinct.joined(separator: "、"))にある。") }
    if round.referenceDay < summary.policy.ordinance.effective {
      points.append("\(summary.policy.ordinance.title)が\(summary.policy.ordinance.effective.japanese)に施行される。")
    }
    if round.electionBetween { points.append("前回の点検の後に改選があった。") }
    return points.isEmpty ? ["点検の結果からは、特に挙げるものはない。"] : points
  }
}
