import ArgumentParser
import Formats
import Jobs
import Storage
import TextLayout

/// `tenken round code`: a new slip code for one person, instead of a lost one or for somebody who came later.
struct RoundCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "一人の点検コードを作り直します（紙をなくした方、途中から加わった方）。",
    discussion: """
      前の点検コードは使えなくなります。途中までの答えと、提出したものはそのままです。
      途中から加わった方は、先に点検回の roster.csv に書いてください。監督用は * と指定します。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Argument(help: ArgumentHelp("名簿の番号", valueName: "番号")) var respondent: String
  @Option(name: .long, help: ArgumentHelp("点検コードを書き出す CSV（配付表を作るとき）", valueName: "ファイル")) var output: String?

  func run() throws {
    var generator = SystemRandomNumberGenerator()
    let slip = try SlipRenewal.renew(
      respondent, in: path, list: output, using: &generator, clock: ProcessEnvironment.now, tell: Telling.tell)
    if output == nil {
      let fields = zip(SlipsFormat.headings, SlipsFormat.fields(of: slip.respondent, code: slip.code))
      try Output.write(fields.map { "\($0.padded(to: 12))\($1)".printable + "\n" }.joined())
    }
    Output.say("前の点検コードは、もう使えません。")
  }
}
