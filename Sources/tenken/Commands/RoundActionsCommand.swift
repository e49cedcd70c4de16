import Aggregation
import ArgumentParser
import Formats
import Inspection
import Reporting
import Storage

/// `tenken round actions`: the council's list of actions; the tool proposes lines and counts, people fill them in.
struct RoundActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions", abstract: "課題と対応の一覧（actions.csv）の進み具合を示します。",
    discussion: """
      一覧は Excel で直せます。原因、対応、担当、期限、状況は人が書きます。
      --propose は、すでにある行を変えず、まだない候補だけを後ろに書き足します。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Flag(name: .long, help: "締め切った点検回の改善の候補を actions.csv に書きます。") var propose = false

  func run() throws {
    if propose { return try writeProposals() }
    let folder = try RoundFolder(path)
    guard let list = try folder.actions() else {
      throw Failure(
        .noInput, "\(folder.actionsPath) は、まだありません。", "締め切った後に tenken round actions \(path) --propose で候補を書けます。")
    }
    try Output.write(FollowUpText.progress(of: list.rows, in: folder, on: ProcessEnvironment.now().day))
  }

  private func writeProposals() throws {
    let folder = try RoundFolder(path)
    guard folder.status.closed != nil else {
      throw Failure(.notYet, "締め切る前なので、候補はまだありません。", "tenken round close \(path) で締め切ると書けます。")
    }
    // Read first, so that a list with faults is told before anything is counted.
    let list = try folder.actions()
    let matters = try RoundResult(path, previous: []).disclosed(to: .office).proposals.compactMap(\.matter)
    let new = (list?.rows ?? []).additions(for: matters, of: folder.round.id)
    if !new.isEmpty {
      if let list {
        try Disk.write(list.appending(new), to: folder.actionsPath)
      } else {
        try Disk.write(ActionsFormat.encode(new), to: folder.actionsPath, replacing: .refused)
      }
    }
    Output.say(FollowUpText.proposed(new.count, beside: list?.rows.count, in: folder.actionsPath))
  }
}
