import ArgumentParser
import Inspection
import Jobs

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
    if propose {
      return Output.say(FollowUpText.sentence(for: try RoundActions.propose(in: path, tell: Telling.tell)))
    }
    let (folder, actions) = try RoundActions.listed(in: path)
    try Output.write(FollowUpText.progress(of: actions, in: folder, on: ProcessEnvironment.now().day))
  }
}
