import Aggregation
import Documents
import Inspection

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

extension DisclosedRole {
  /// Answers left open, over all items of which the counts are shown.
  var unanswered: Int {
    if case .tables(let tables) = figures { tables.items.sum.tally.unanswered } else { 0 }
  }
}
