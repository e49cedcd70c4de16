import ArgumentParser
import Jobs

/// `tenken round withdraw`: a hand-in that was a mistake is taken out again.
struct RoundWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "誤った提出を取り消します。本人の回答番号が要ります。",
    discussion: """
      提出と回答票を一度に取り消します。取り消した方は、もう一度提出できます。
      回答番号は、お尋ねに答えて入れます。ご意見は、だれのものか分からないため残ります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Argument(help: ArgumentHelp("名簿の番号", valueName: "番号")) var respondent: String

  func run() throws {
    try RoundWithdrawal.withdraw(
      respondent, SheetNumberPrompt.number(), from: path, at: ProcessEnvironment.now())
    Output.say(RepairText.withdrawn(respondent))
  }
}
