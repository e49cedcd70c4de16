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
    blocks += [.list(organisationInBrief), .list(changesInBrief), .heading("3 何を改善するか"), .list(whatToImprove)]
    if summary.audience == .office { blocks += [.heading("4 方針の見直しで見ること（基本方針8）"), .list(reviewInBrief)] }
    if summary.status.closed != nil {
      let number = summary.audience == .office ? 5 : 4
      blocks += [.heading("\(number) 集計から除いたもの"), .list(leftOutInBrief)]
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

  /// Of each role the three lowest and the one least known; the rest stands in 第4.
  private var whatToImprove: [String] {
    guard summary.audience == .office else { return ["改善の候補は、公表用には示さない。"] }
    var lines: [String] = []
    for role in summary.roles {
      let ofRole = proposals(.improvement).filter { $0.role == role.role }
      lines += ofRole.filter(\.isSupport).prefix(3).map { "\(summary.policy.name(of: role.role))：\($0.itemSentence)" }
      lines += ofRole.filter(\.isTraining).prefix(1).map { "周知と研修の候補：\($0.itemSentence)" }
    }
    lines += proposals(.improvement).filter { $0.role == nil }.map(\.sentence)
    let open = summary.organisation?.concerns.count ?? 0
    if open > 0 { lines.append("組織：取り組みの途中又はこれからの項目が\(open)項目ある（第4）。") }
    return lines.isEmpty ? ["示すことのできる改善の候補はない。"] : lines + ["候補は全て第4に示す。何をするかは、人が決める。"]
  }

  /// The organisation's open items on one line, clause by clause; 第5 gives a sentence to each.
  private var reviewInBrief: [String] {
    let concerns = proposals(.review).filter(\.isOrganisationConcerns)
    guard concerns.count > 1 else { return reviewPoints }
    // Several clauses of the policy bear one number.
    var numbers: [(number: String, items: [String])] = []
    for proposal in concerns {
      let items = proposal.items.map(\.id.rawValue)
      if let index = numbers.firstIndex(where: { $0.number == proposal.clauseNumbers }) {
        numbers[index].items += items.filter { !numbers[index].items.contains($0) }
      } else {
        numbers.append((proposal.clauseNumbers, items))
      }
    }
    let brief =
      "組織の課題がある基本方針："
      + numbers.map { "\($0.number)（\($0.items.joined(separator: "、"))）" }.joined(separator: "、")
    return [brief] + summary.reviewQuestions { !$0.isOrganisationConcerns }
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
