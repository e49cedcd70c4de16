import Inspection
import Storage
import TextLayout

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
