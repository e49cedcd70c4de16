import ArgumentParser
import Inspection
import Jobs

/// `tenken round opinions`: the free opinions as a list in which the office decides what the report shows.
struct RoundOpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions", abstract: "寄せられたご意見の一覧（opinions.csv）を作り、何件決めたかを示します。",
    discussion: """
      一覧は Excel で直せます。載せる意見の「扱い」に 載せる、載せない意見に 載せない と書きます。
      人が分かる書きぶりは、一覧の「ご意見」を直してから載せます。元の文は opinions/ に残ります。
      載せる意見だけが、内部用の報告に載ります。公表用には載りません。
      """)

  @Argument(help: ArgumentHelp("締め切った点検回のフォルダ", valueName: "点検回")) var path: String

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
  }
}
