import ArgumentParser
import Characters
import Documents
import Inspection
import Reporting
import Storage

/// `tenken round status`: who has handed in, who is missing, who is exempt, and what is wrong with the roster.
struct RoundStatusCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.html, .text]

  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "提出の状況と名簿の誤りを示します。答えの内容は示しません。",
    discussion: "html はブラウザーから A4 で印刷できます。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Flag(name: .long, help: "提出した方の受付番号と日も示します。") var receipts = false
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.text)
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル")) var output: String?

  func run() throws {
    let folder = try RoundFolder(path)
    let inbox = try RoundInbox(folder)
    let report = StatusReport(
      of: folder.round, under: folder.policy, status: folder.status, roster: try folder.roster(),
      submissions: inbox.submissions, unreadable: inbox.unreadableSubmissions, on: ProcessEnvironment.now().day,
      listsReceipts: receipts
    ).document
    let text = format.value == .html ? report.html(by: try TemplateSource(file: nil).html()) : report.text
    try Output.write(Array(text.utf8), to: output)
  }
}

/// `tenken round extend`: a later deadline, written down with its reason.
struct RoundExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extend", abstract: "提出の期限を延ばします。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("新しい期限（例：令和9年3月31日、2027-03-31）", valueName: "日付")) var until: CalendarDay
  @Option(name: .long, help: ArgumentHelp("延ばす理由", valueName: "理由")) var why: String

  func run() throws {
    let folder = try RoundFolder(path)
    if folder.status.closed != nil { throw Failure(.notYet, "締め切った点検回の期限は延ばせません。") }
    guard until > folder.status.deadline else {
      throw Failure(.usage, "新しい期限は、今の期限（\(folder.status.deadline.japanese)）より後の日にしてください。")
    }
    try folder.append(RoundEvent(.extended(deadline: until, reason: why), at: ProcessEnvironment.now()))
    Output.say("期限を\(until.japanese)まで延ばしました。")
  }
}

/// `tenken round close`: nothing is taken any more, and the figures may be made; with `--reopen` the reverse.
struct RoundCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "点検回を締め切ります。締め切ると提出できなくなり、集計できるようになります。",
    discussion: "誤って締め切ったときは、--reopen と --why で理由を書いて、受付けを再開できます。")

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Flag(name: .long, help: "期限の前でも、確かめずに締め切ります。") var early = false
  @Flag(name: .long, help: "締め切った点検回の受付けを再開します。") var reopen = false
  @Option(name: .long, help: ArgumentHelp("再開する理由", valueName: "理由")) var why: String?

  func validate() throws {
    if reopen, early { throw ValidationError("--reopen と --early は、同時に指定できません。") }
    if !reopen, why != nil { throw ValidationError("--why は、--reopen と一緒に指定してください。") }
    if reopen, (why ?? "").isBlank {
      throw ValidationError("再開する理由を、--why で書いてください。理由は記録に残ります。")
    }
  }

  func run() throws {
    try RoundFolder.locked(path) { folder in
      if let why, reopen { try open(folder, why) } else { try close(folder) }
    }
  }

  private func close(_ folder: RoundFolder) throws {
    let now = ProcessEnvironment.now()
    if let closed = folder.status.closed {
      throw Failure(.notYet, "この点検回は\(closed.day.japanese)に締め切られています。")
    }
    if now.day <= folder.status.deadline, !early {
      throw Failure(
        .notYet, "期限（\(folder.status.deadline.japanese)）がまだ過ぎていません。", "今すぐ締め切るときは --early を付けてください。")
    }
    try folder.append(RoundEvent(.closed, at: now))
    Output.say("締め切りました。tenken aggregate \(ShellWord.quoted(path)) で集計できます。")
    try folder.packSheets()
  }

  /// The sheets are files again before anybody may replace one.
  private func open(_ folder: RoundFolder, _ why: String) throws {
    guard folder.status.closed != nil else {
      throw Failure(.notYet, "この点検回は締め切られていないので、再開は要りません。今も受け付けています。")
    }
    try folder.unpackSheets()
    try folder.append(RoundEvent(.reopened(reason: why), at: ProcessEnvironment.now()))
    Output.say("受付けを再開しました。終わったら、もう一度締め切ってください。")
  }
}
