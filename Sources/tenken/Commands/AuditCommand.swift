import ArgumentParser
import Documents
import Jobs
import Reporting
import Storage

/// `tenken audit`: aids for the audit that policy 7 asks for beside self-inspection.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "監査で確かめる項目を選び、確認票を作ります。", subcommands: [AuditSampleCommand.self])
}

/// `tenken audit sample`: items of the organisation's sheet, drawn so that anybody can draw them again.
struct AuditSampleCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.text, .html, .docx]

  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "組織の点検票から項目を引き、確認票を作ります。",
    discussion: """
      行っていると答えた項目から、重要度の高いものと根拠の記入がないものを先に引きます。
      同じ点検回と同じ種からは、いつも同じ項目が引かれます。自己点検は監査ではありません。
      --record は、引いた項目を audit.csv に書きます。すでにある行は変えません。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("引く項目の数", valueName: "数")) var size: Int
  @Option(name: .long, help: ArgumentHelp("くじの種にする言葉か数", valueName: "種")) var seed: String
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.text)
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル"), completion: .file()) var output:
    String?

  @Flag(name: .long, help: "引いた項目を点検回の audit.csv に書き足します。") var record = false

  func run() throws {
    guard size > 0 else { throw UsageText.sampleSize }
    let drawn = try AuditDrawing.form(of: path, size: size, seed: seed, tell: Telling.tell)
    let bytes =
      switch format.value {
      case .html: Array(drawn.form.html(by: try HTMLTemplate(Bundled.paperHTML.text)).utf8)
      case .docx: try drawn.form.word()
      default: Array(drawn.form.text.utf8)
      }
    try Output.write(bytes, to: output)
    if record { Output.say(FollowUpText.sentence(for: try AuditDrawing.record(drawn, in: path))) }
    try BoxLook.end(path)
  }
}
