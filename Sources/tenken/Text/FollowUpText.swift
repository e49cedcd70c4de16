import Formats
import Inspection
import Jobs
import Storage
import TextLayout

/// What is said of the actions of a round.
enum FollowUpText {
  static func carried(_ count: Int, from previous: String, to list: String) -> String {
    count == 0
      ? "\(previous) から引き継ぐ対応はありません。" : "\(previous) の終わっていない対応 \(count)件を、\(list) に引き継ぎました。"
  }

  static func sentence(for proposed: RoundActions.Proposed) -> String {
    let (count, file) = (proposed.new, proposed.list)
    return switch (count, proposed.old) {
    case (0, nil): "改善の候補はありません。"
    case (0, let old?): "書き足す候補はありません。\(file) の\(old)件は変えていません。"
    case (_, nil): "改善の候補 \(count)件を \(file) に書きました。原因、対応、担当、期限、状況を Excel などで書いてください。"
    case (_, let old?): "改善の候補 \(count)件を \(file) に書き足しました。前からある\(old)件は変えていません。"
    }
  }

  static func sentence(for recorded: AuditDrawing.Recorded) -> String {
    recorded.new == 0
      ? "引いた項目は、全て \(recorded.list) にあります。何も変えていません。"
      : "引いた項目のうち \(recorded.new)件を \(recorded.list) に書きました。確認したこと、判定、所見などを Excel などで書いてください。"
  }

  static func progress(of actions: [Action], in folder: RoundFolder, on today: CalendarDay) -> String {
    let counts = Action.State.allCases.map { "\($0.japanese) \(actions.count($0))件" }.joined(separator: "  ")
    let overdue = actions.overdue(on: today)
    let lines =
      [
        "\(folder.policy.assembly) \(folder.round.title)  課題と対応", "全部で \(actions.count)件  \(counts)",
        "期限を過ぎたもの（\(today.japanese)現在） \(overdue.count)件",
      ]
      + overdue.map { action in
        "  \(action.id.rawValue.padded(to: 5))  期限 \(action.due?.japanese ?? "")  \(action.matter.subject)"
          + (action.owner.isEmpty ? "" : "（担当 \(action.owner)）")
      }
    return lines.map(\.printable).joined(separator: "\n") + "\n"
  }
}

/// What `review.yaml` records so far.
enum ReviewText {
  static func state(of review: Review, in folder: RoundFolder) -> String {
    var lines = [
      "\(folder.policy.assembly) \(folder.round.title)  方針の見直しの検討", line("点検の結果による見直し", review.results),
      line("状況の変化による見直し", review.circumstances),
    ]
    lines += review.changes.map { "  変わったこと：\($0)" }
    lines += review.lookedAt.map { "  見たもの：\($0)" }
    if let day = review.day { lines.append("決めた日  \(day.japanese)") }
    if let decidedBy = review.decidedBy { lines.append("決めた人  \(decidedBy)") }
    lines.append(review.blanks.isEmpty ? "全て書いてあります。" : "まだ書いていないところ")
    lines += review.blanks.map { "  \($0.rawValue)（\($0.japanese)）" }
    return lines.map(\.printable).joined(separator: "\n") + "\n"
  }

  private static func line(_ trigger: String, _ judgement: Review.Judgement) -> String {
    "\(trigger)  \(judgement.needed?.rawValue ?? "未記入")" + (judgement.reason.map { "（\($0)）" } ?? "")
  }
}
