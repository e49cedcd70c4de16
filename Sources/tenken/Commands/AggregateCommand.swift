import Aggregation
public import ArgumentParser
import Characters
import Documents
import Formats
public import Inspection
import Jobs
import Reporting
import Storage
import Workbook

extension Audience: ExpressibleByArgument {}
extension CSVEncoding: ExpressibleByArgument {}

/// `tenken aggregate`: all sheets of a closed round into the section-7 inspection summary.
struct AggregateCommand: ParsableCommand, OffersFormats {
  static let formats = DocumentFormat.allCases

  static let configuration = CommandConfiguration(
    commandName: "aggregate", abstract: "締め切った点検回を集計し、点検結果をまとめます。",
    discussion: """
      締め切る前は、提出の状況だけを示し、75 で終わります。
      初めて集計すると第1版として記録し、ファイルが変わらない限り、いつも同じ結果になります。
      ファイルが変わった後は、--correction で理由を書くと、訂正版（第2版など）になります。
      前の版と違う票が1票から4票のときは、前の版を回収してから --recalled を付けてください。
      箱の読めない行などは集計から除いて一覧（summary/left-out.csv）にし、65 で終わります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("だれに見せるか（internal 内部用、public 公表用）", valueName: "相手")) var audience = Audience
    .office
  @Option(name: .long, help: ArgumentHelp("比べる前の点検回のフォルダか、その内部用の JSON（繰り返せます）", valueName: "点検回"), completion: .file())
  var previous: [String] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形（繰り返せます）", valueName: "形")) var format = [
    Offered<Self>(.text)
  ]
  @Option(
    name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）。形が二つ以上のときは、書き出すフォルダ", valueName: "場所"), completion: .file())
  var output: String?
  @Option(name: .long, help: ArgumentHelp("csv の文字コード", valueName: "文字コード")) var encoding = CSVEncoding.utf8
  @Option(
    name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形（html か markdown だけのとき）", valueName: "ファイル"), completion: .file())
  var template: String?

  @Flag(name: .long, help: "概要版（A4 1枚）だけを書き出します（text、markdown、html、docx の内部用）。") var brief = false
  @Option(name: .long, help: ArgumentHelp("訂正版にする理由", valueName: "理由")) var correction: String?
  @Flag(name: .long, help: "前の内部用の版を、渡した方の全員から回収しました（--correction と一緒に）。") var recalled = false

  private var wanted: Set<DocumentFormat> { Set(format.map(\.value)) }
  private var hasSeveralFormats: Bool { wanted.count > 1 }
  private var templateSource: TemplateSource { TemplateSource(file: template) }

  func validate() throws {
    if let correction, Correction(because: correction) == nil { throw ValidationError(UsageText.correction) }
    if brief, audience == .everyone { throw ValidationError(UsageText.publicBrief) }
    if brief, !wanted.isSubset(of: [.text, .markdown, .html, .docx]) { throw ValidationError(UsageText.briefFormat) }
    if recalled, correction == nil || audience == .everyone { throw ValidationError(UsageText.recalled) }
  }

  func run() throws {
    if hasSeveralFormats, output == nil || output == "-" { throw UsageText.folderNeeded }
    try templateSource.check(isUsable: [[.html], [.markdown]].contains(wanted))
    let job = AggregateJob(
      path, previous: previous, to: audience,
      correction: correction.flatMap { Correction(because: $0, isRecalling: recalled) })
    switch try job.run(clock: ProcessEnvironment.now, tell: Telling.tell, make: files, give: write) {
    case .notClosed(let unreadable):
      if let failure = RoundRefusalText.failure(unreadable: unreadable) { Output.complain(failure.lines) }
      throw RoundRefusalText.noFigures(of: path)
    case .complete: break
    case .leftOut(let lines, let list): throw DisclosureText.failure(leftOut: lines, list: list)
    }
  }

  /// Every format, with the name of its file where there are several.
  private func files(of summary: DisclosedSummary) throws -> [(name: String, bytes: [UInt8])] {
    try DocumentFormat.allCases.filter(wanted.contains).map { format in
      (summary.fileName(ending: format.fileExtension), try bytes(of: summary, as: format))
    }
  }

  private func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    guard hasSeveralFormats, let output else {
      for file in files { try Output.write(file.bytes, to: output) }
      return
    }
    try Disk.makeFolder(output)
    for file in files { try Output.write(file.bytes, to: output + "/" + file.name) }
  }

  private func bytes(of summary: DisclosedSummary, as format: DocumentFormat) throws -> [UInt8] {
    switch format {
    case .text: Array(document(of: summary).text.utf8)
    case .markdown:
      Array(document(of: summary).markdown(by: try templateSource.markdown(orBuiltIn: .summaryMarkdown)).utf8)
    case .html: Array(document(of: summary).html(by: try templateSource.html()).utf8)
    case .docx: try document(of: summary).word()
    case .xlsx: try WorkbookWriter.bytes(of: SummarySpreadsheet.spreadsheet(of: summary))
    case .csv: try CSVWriter.bytes(SummaryCSV.rows(of: summary), in: encoding)
    case .json: SummaryFormat.encode(summary)
    }
  }
}

extension AggregateCommand {
  private func document(of summary: DisclosedSummary) -> Document {
    let report = SummaryReport(of: summary)
    return (brief ? report.briefDocument : nil) ?? report.document
  }
}

/// `tenken verify`: whether a summary is still what the round's files make.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "点検結果（JSON）が、点検回のファイルから作ったものと同じかどうかを確かめます。",
    discussion: """
      同じなら 0、違えば違うところを示して 65 で終わります。
      前の点検回と比べた結果は、同じ --previous を付けて確かめてください。
      廃棄した点検回では、記録と同じかどうかだけを確かめます。
      """)

  @Argument(help: ArgumentHelp("aggregate --format json で作ったファイル", valueName: "点検結果"), completion: .file())
  var summary: String
  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回"), completion: .directory) var path: String
  @Option(name: .long, help: ArgumentHelp("比べた前の点検回のフォルダか、その内部用の JSON（繰り返せます）", valueName: "点検回"), completion: .file())
  var previous: [String] = []

  func run() throws {
    let bytes = try Disk.read(summary, upTo: .json)
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    do {
      let verification = try Verification(of: bytes, with: reader)
      switch try verification.outcome(of: path, previous: previous, tell: Telling.tell) {
      case .same(let digest): try Output.write(VerifyText.same(digest: digest))
      case .asRecorded(let edition, let day, let isWhole):
        try Output.write(VerifyText.asRecorded(edition, purged: day, isWhole: isWhole))
      case .different(let differences): throw VerifyText.failure(for: differences, of: summary)
      }
    } catch let refusal as Verification.Refusal { throw VerifyText.failure(for: refusal, of: summary, in: path) }
  }
}
