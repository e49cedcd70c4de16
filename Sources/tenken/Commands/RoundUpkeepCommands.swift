import ArgumentParser
import Formats
import Inspection
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

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Argument(help: ArgumentHelp("名簿の番号", valueName: "番号")) var respondent: String
  @Option(name: .long, help: ArgumentHelp("点検コードを書き出す CSV（配付表を作るとき）", valueName: "ファイル"), completion: .file())
  var output: String?

  func run() throws {
    var generator = SystemRandomNumberGenerator()
    do {
      let slip = try SlipRenewal.renew(
        respondent, in: path, list: output, using: &generator, clock: ProcessEnvironment.now, tell: Telling.tell)
      if output == nil { try show(slip) }
    } catch let unwritten as SlipRenewal.Unwritten {
      try show(unwritten.slip)
      Output.say(Self.replaced)
      throw unwritten.failure
    }
    Output.say(Self.replaced)
    try BoxLook.end(path)
  }

  private static let replaced = "前の点検コードは、もう使えません。"

  private func show(_ slip: SlipCodes.Slip) throws {
    let fields = zip(SlipsFormat.headings, SlipsFormat.fields(of: slip.respondent, code: slip.code))
    try Output.write(fields.map { "\($0.padded(to: 12))\($1)".printable + "\n" }.joined())
  }
}

/// `tenken round receipt`: whether the sheet of a 回答番号 is counted; nothing of its answers.
struct RoundReceiptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt", abstract: "回答番号の回答票が集計に入るかどうかを確かめます。答えの内容は示しません。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Argument(help: ArgumentHelp("提出したときに表示された12けたの番号", valueName: "回答番号")) var number: String

  func run() throws {
    guard let number = CheckedNumber(written: number) else { throw UsageText.sheetNumber }
    let receipt = try RoundReceipt(of: number, in: path, tell: Telling.tell)
    if let failure = RoundRefusalText.failure(for: receipt) {
      // One of them may be the sheet that was asked for.
      let unreadable = try RoundInbox.unreadable(in: path)
      throw Failure(failure.status, lines: failure.lines + unreadable.map(RoundRefusalText.line))
    }
    try Output.write("この回答票は受け取っています。集計に入ります。\n")
    try BoxLook.end(path)
  }
}

/// `tenken round withdraw`: a hand-in that was a mistake is taken out again.
struct RoundWithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "誤った提出を取り消します。本人の回答番号が要ります。",
    discussion: """
      提出と回答票を一度に取り消します。取り消した方は、もう一度提出できます。
      回答番号は、お尋ねに答えて入れます。ご意見は、だれのものか分からないため残ります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Argument(help: ArgumentHelp("名簿の番号", valueName: "番号")) var respondent: String

  func run() throws {
    try RoundWithdrawal.withdraw(
      respondent, SheetNumberPrompt.number(), from: path, at: ProcessEnvironment.now())
    Output.say(RepairText.withdrawn(respondent))
    try BoxLook.end(path)
  }
}

/// `tenken round repair`: what is broken in the log or the box, and mending it.
struct RoundRepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "壊れた記録（round.log）や箱（box.ndjson）を確かめ、直します。",
    discussion: """
      何も付けないと、直すところを示すだけで、何も変えません。
      バックアップがあるときは、先にそれを戻してください。直しても、失われた行は戻りません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Flag(name: .long, help: "示したとおりに直します。前のファイルは別の名前で残します。") var write = false

  func run() throws {
    if write {
      guard let (repair, kept) = try RoundRepair.perform(at: path, now: ProcessEnvironment.now()) else {
        return Output.say(RepairText.nothing)
      }
      return RepairText.lines(for: repair, kept: kept).forEach(Output.say)
    }
    guard let repair = try RoundRepair.needed(at: path) else { return Output.say(RepairText.nothing) }
    throw RepairText.failure(for: repair)
  }
}

/// `tenken round purge`: what was handed in is destroyed after the day of disposal; what is told of the round stays.
struct RoundPurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "保存期間が過ぎた点検回の、回答票、名簿、点検コード、ご意見を廃棄します。",
    discussion: """
      廃棄するものと、廃棄できないもの（写しと紙）を示し、お尋ねしてから廃棄します。
      集計した内部用の版（summary/internal-1.json など）は残り、次の点検回と比べることができます。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String

  func run() throws {
    let purge = try RoundPurge(path, on: ProcessEnvironment.now().day)
    PurgeText.lines(of: purge).forEach(Output.say)
    guard try Prompter.line(PurgeText.question) == PurgeText.word else { throw PurgeText.kept }
    try purge.perform(clock: ProcessEnvironment.now)
    Output.say(PurgeText.done(purge))
  }
}
