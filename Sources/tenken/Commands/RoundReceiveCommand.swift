import ArgumentParser
import Jobs

/// `tenken round receive`: takes in the forms that came back from Excel, as many as there are.
struct RoundReceiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receive", abstract: "記入された点検票の用紙（xlsx、CSV）を、まとめて受領します。",
    discussion: """
      用紙は tenken checklist print --format xlsx --round で作ります。フォルダを指定すると、中のファイルを全て読みます。
      誤りのあるファイルは、欄（C15 など）と理由を示し、何も書きません。ほかのファイルは受領します。
      受領した用紙は、差し替えも取消しもできません。先に --dry-run で確かめられます。
      受領しなかったものがあれば、65 で終わります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Argument(help: ArgumentHelp("記入された用紙か、そのフォルダ", valueName: "ファイル"), completion: .file()) var files: [String]
  @Flag(name: .long, help: "確かめるだけで、何も書きません。") var dryRun = false

  func run() throws {
    let receiving = try RoundReceiving(path, in: try ProcessEnvironment.surroundings)
    let outcomes = try receiving.receive(files, isRehearsal: dryRun, tell: Telling.tell)
    try Output.write(ReceivingText.table(of: outcomes, isRehearsal: dryRun))
    let left = ReceivingText.failure(for: outcomes)
    do { try BoxLook.end(path) } catch let unread as Failure {
      throw Failure(unread.status, lines: (left?.lines ?? []) + unread.lines)
    }
    if let left { throw left }
  }
}
