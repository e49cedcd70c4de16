import Aggregation
import Documents
import Inspection

/// What changed and what to improve, on the first page.
extension SummaryReport {
  /// Up to three falls and three rises since the latest round, and how many more there are.
  func whatChanged(within limits: BriefLimits) -> (lines: [String], rest: String) {
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
  func whatToImprove(within limits: BriefLimits) -> (lines: [String], rest: Int) {
    let all = proposals(.improvement)
    let roles: [Role?] = summary.roles.map { $0.role } + [nil, .organisation]
    let shown = Self.inTurn(
      roles.map { role in all.filter { $0.role == role }.byImportance }, most: limits.improvements)
    let lines = shown.map { proposal in
      proposal.role == nil ? proposal.reason + "。" : "\(briefName(of: proposal))：\(proposal.itemSentence)。"
    }
    return (lines.isEmpty ? ["示すことのできる改善の候補はない。"] : lines, all.count - shown.count)
  }

  func briefName(of proposal: Proposal) -> String {
    (proposal.role.map(summary.policy.name) ?? "") + (proposal.isTraining ? "（周知と研修）" : "")
  }

  /// So many as are reached when one of each group is taken in turn, the most important of all first.
  private static func inTurn(_ groups: [[Proposal]], most: Int) -> [Proposal] {
    let places = groups.enumerated().flatMap { group, list in list.indices.map { (group: group, rank: $0) } }
    let reached = places.sorted { ($0.rank, $0.group) < ($1.rank, $1.group) }.prefix(most)
    return reached.sorted { ($0.group, $0.rank) < ($1.group, $1.rank) }.map { groups[$0.group][$0.rank] }.byImportance
  }
}
