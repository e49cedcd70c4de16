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

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Flag(name: .long, help: "締め切った点検回の改善の候補を actions.csv に書きます。") var propose = false

  func run() throws {
    if propose {
      Output.say(FollowUpText.sentence(for: try RoundActions.propose(in: path, tell: Telling.tell)))
      return try BoxLook.end(path)
    }
    let (folder, actions) = try RoundActions.listed(in: path)
    try Output.write(FollowUpText.progress(of: actions, in: folder, on: ProcessEnvironment.now().day))
  }
}

/// `tenken round opinions`: the free opinions as a list in which the office decides what the report shows.
struct RoundOpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions", abstract: "寄せられたご意見の一覧（opinions.csv）を作り、何件決めたかを示します。",
    discussion: """
      一覧は Excel で直せます。載せる意見の「扱い」に 載せる、載せない意見に 載せない と書きます。
      人が分かる書きぶりは、一覧の「ご意見」を直してから載せます。元の文は box.ndjson に残ります。
      載せる意見だけが、内部用の報告に載ります。公表用には載りません。
      """)

  @Argument(help: ArgumentHelp("締め切った点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String

  func run() throws {
    let gathered = try RoundOpinions.gathered(in: path)
    if gathered.new > 0 {
      Output.say("ご意見 \(gathered.new)件を \(gathered.list) に書きました。読んで、「扱い」に 載せる か 載せない と書いてください。")
    }
    let all = gathered.opinions
    try Output.write(
      all.isEmpty
        ? "ご意見はありません。\n"
        : "ご意見 \(all.count)件  載せる \(all.count(.shown))件  載せない \(all.count(.kept))件  まだ決めていない \(all.count(nil))件\n")
    try BoxLook.end(path)
  }
}

/// `tenken round review`: a form for the review of section 8, then what has been decided; the decision is people's.
struct RoundReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "方針の見直しの検討の記録（review.yaml）を作り、確かめます。",
    discussion: """
      記録がなければ、検討することの候補を注に並べた、空の用紙を作ります。
      記録があれば、決まったことと、まだ書いていないところを示します。何も書き換えません。
      """)

  @Argument(help: ArgumentHelp("締め切った点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String

  func run() throws {
    switch try RoundReview.state(of: path, tell: Telling.tell) {
    case .written(let review, let folder): try Output.write(ReviewText.state(of: review, in: folder))
    case .blank(let form, let questions):
      Output.say("検討の用紙 \(form) を作りました（候補 \(questions)件）。決定は何も書いていません。")
      try BoxLook.end(path)
    }
  }
}
