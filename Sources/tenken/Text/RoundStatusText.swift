import Aggregation
import Inspection
import Storage
import TextLayout

/// 提出の状況: who has handed in, who is missing, who is exempt; nothing of the answers.
struct RoundStatusText {
  let folder: RoundFolder
  let roster: Roster
  let inbox: RoundInbox

  var text: String {
    let round = folder.round
    let status = folder.status
    var lines = ["\(folder.policy.assembly) \(round.title)  提出の状況", "期限 \(status.deadline.japanese)"]
    lines.append(Self.line(for: status))
    for role in Role.allCases where round.asks(role) { lines += section(role) }
    if let inspection = round.cityInspection, round.staffMode != .own {
      lines += ["", "職員は市の点検の結果を写します（\(inspection.date.japanese)、\(inspection.form)）。"]
    }
    lines += strangers
    if !inbox.unreadableSubmissions.isEmpty {
      lines += ["", "読めない提出の記録（そのまま残してあります）"] + inbox.unreadableSubmissions.map { "  \($0)" }
    }
    return lines.joined(separator: "\n").printableLines + "\n"
  }

  private static func line(for status: RoundStatus) -> String {
    if let closed = status.closed { return "締め切りました（\(closed.day.japanese)）。" }
    if let reopened = status.reopened {
      return "受け付けています（\(reopened.at.day.japanese)に再開。理由：\(reopened.reason.printable)）。"
    }
    return "受け付けています。"
  }

  private func section(_ role: Role) -> [String] {
    let asked = roster.asked(role, on: folder.round.referenceDay)
    let handedIn = Set(inbox.submissions.map(\.respondent))
    let missing = asked.filter { !handedIn.contains($0.id) }
    let exempt = roster.respondents.filter { $0.role == role && $0.exempt != nil }
    let late = inbox.submissions.filter { $0.role == role && folder.status.deadline < $0.day }
    let rate = Rate(asked.count - missing.count, of: asked.count)
    var lines = [
      "",
      "\(role.japanese)  対象 \(asked.count)人  提出 \(asked.count - missing.count)人"
        + "  提出率 \(rate.percent?.description ?? "−")  期限の後 \(late.count)人",
    ]
    if !missing.isEmpty { lines.append("  未提出") }
    lines += missing.map { "    \($0.id.rawValue.padded(to: 8))  \($0.name)" }
    if !exempt.isEmpty { lines.append("  対象外") }
    lines += exempt.map { "    \($0.id.rawValue.padded(to: 8))  \($0.name)（\($0.exempt ?? "")）" }
    return lines
  }

  /// Submissions of people who are not on the roster: a fault of the roster or of the folder.
  private var strangers: [String] {
    let unknown = inbox.submissions.filter { roster[$0.respondent] == nil }
    guard !unknown.isEmpty else { return [] }
    return ["", "名簿にない番号からの提出"] + unknown.map { "  \($0.respondent)（受付番号 \($0.receipt)）" }
  }
}
