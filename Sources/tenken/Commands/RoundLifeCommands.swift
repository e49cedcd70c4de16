import ArgumentParser
import Characters
import Documents
import Inspection
import Jobs
import Reporting
import Storage

/// `tenken round …`: the life of a round.
struct RoundCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "点検回を作り、状況を見て、締め切ります（担当の方）。",
    subcommands: [
      RoundCreateCommand.self, RoundStatusCommand.self, RoundExtendCommand.self, RoundReceiveCommand.self,
      RoundCodeCommand.self,
      RoundReceiptCommand.self, RoundWithdrawCommand.self, RoundCloseCommand.self, RoundLettersCommand.self,
      RoundOpinionsCommand.self, RoundActionsCommand.self, RoundReviewCommand.self, RoundRepairCommand.self,
      RoundPurgeCommand.self, RoundPracticeCommand.self,
    ])
}

/// `tenken round status`: who has handed in, who is missing, who is exempt, and what is wrong with the roster.
struct RoundStatusCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .docx, .text]

  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "提出の状況、これからすること、名簿の誤りを示します。答えの内容は示しません。",
    discussion: "html はブラウザーから A4 で印刷できます。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Flag(name: .long, help: "提出した方の受付番号と日も示します。") var receipts = false
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.text)
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル"), completion: .file()) var output:
    String?

  func run() throws {
    let report = try StatusReport(
      ofRound: path, on: ProcessEnvironment.now().day, listsReceipts: receipts, words: RoundRefusalText.line
    )
    let page = report.document
    let bytes =
      switch format.value {
      case .html: Array(page.html(by: try TemplateSource(file: nil).html()).utf8)
      case .docx: try page.word()
      default: Array(page.text.utf8)
      }
    try Output.write(bytes, to: output)
    if report.status.purged == nil { try BoxLook.end(path) }
  }
}

/// How a command of the office ends when it has done its work in a round.
enum BoxLook {
  /// Throws where the round's box has lines that nobody can read, and where nobody may count it at all.
  static func end(_ path: String) throws {
    if let failure = RoundRefusalText.failure(unreadable: try RoundInbox.unreadable(in: path)) { throw failure }
  }
}

/// `tenken round extend`: a later deadline, written down with its reason.
struct RoundExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extend", abstract: "提出の期限を延ばします。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("新しい期限（例：令和9年3月31日、2027-03-31）", valueName: "日付")) var until: CalendarDay
  @Option(name: .long, help: ArgumentHelp("延ばす理由", valueName: "理由")) var why: String

  func run() throws {
    try RoundExtension.extend(path, until: until, because: why, at: ProcessEnvironment.now())
    Output.say("期限を\(until.japanese)まで延ばしました。")
    try BoxLook.end(path)
  }
}

/// `tenken round close`: nothing is taken any more, and the figures may be made; with `--reopen` the reverse.
struct RoundCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "点検回を締め切ります。締め切ると提出できなくなり、集計できるようになります。",
    discussion: "誤って締め切ったときは、--reopen と --why で理由を書いて、受付けを再開できます。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Flag(name: .long, help: "期限の前でも、確かめずに締め切ります。") var early = false
  @Flag(name: .long, help: "締め切った点検回の受付けを再開します。") var reopen = false
  @Option(name: .long, help: ArgumentHelp("再開する理由", valueName: "理由")) var why: String?

  func validate() throws {
    if reopen, early { throw ValidationError(UsageText.reopenOrEarly) }
    if !reopen, why != nil { throw ValidationError(UsageText.whyWithoutReopen) }
  }

  func run() throws {
    if reopen {
      try RoundClosing.reopen(path, because: why ?? "", clock: ProcessEnvironment.now)
      Output.say("受付けを再開しました。終わったら、もう一度締め切ってください。")
    } else {
      try RoundClosing.close(
        path, early: early, drafts: DraftStore(root: try ProcessEnvironment.dataFolder), clock: ProcessEnvironment.now,
        tell: Telling.tell)
    }
    try BoxLook.end(path)
  }
}
