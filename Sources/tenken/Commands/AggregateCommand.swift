import Aggregation
public import ArgumentParser
import Characters
import Documents
import Formats
public import Inspection
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
      読めない回答票などは集計から除いて一覧（summary/left-out.csv）にし、65 で終わります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("だれに見せるか（internal 内部用、public 公表用）", valueName: "相手")) var audience = Audience
    .office
  @Option(name: .long, help: ArgumentHelp("比べる前の点検回のフォルダ（繰り返せます）", valueName: "点検回")) var previous: [String] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形（繰り返せます）", valueName: "形")) var format = [
    Offered<Self>(.text)
  ]
  @Option(
    name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）。形が二つ以上のときは、書き出すフォルダ", valueName: "場所"))
  var output: String?
  @Option(name: .long, help: ArgumentHelp("csv の文字コード", valueName: "文字コード")) var encoding = CSVEncoding.utf8
  @Option(name: .long, help: ArgumentHelp("組み込みの代わりに使うひな形（html か markdown だけのとき）", valueName: "ファイル"))
  var template: String?

  @Option(name: .long, help: ArgumentHelp("訂正版にする理由", valueName: "理由")) var correction: String?

  private var wanted: Set<DocumentFormat> { Set(format.map(\.value)) }
  private var hasSeveralFormats: Bool { wanted.count > 1 }
  private var templateSource: TemplateSource { TemplateSource(file: template) }

  func validate() throws {
    if let correction, correction.isBlank || correction.count > 100 {
      throw ValidationError("--correction には、訂正の理由を100字までで書いてください。")
    }
  }

  func run() throws {
    if hasSeveralFormats, output == nil || output == "-" {
      throw Failure(.usage, "形を二つ以上指定するときは、書き出すフォルダを --output で指定してください。")
    }
    try templateSource.check(isUsable: [[.html], [.markdown]].contains(wanted))
    let result = try RoundResult(path, previous: previous)
    guard let manifest = result.manifest else {
      try write(files(of: result.disclosed(to: audience)), of: result.folder.round)
      throw Failure(.notYet, "締め切る前なので、提出の状況だけを示しました。", "tenken round close \(path) で締め切ると集計できます。")
    }
    let edition = try RoundEdition(of: result, madeOf: manifest, to: audience, because: correction)
    let files = try files(of: result.disclosed(to: audience, as: edition.edition))
    try edition.record()
    edition.tellUnused(correction)
    try write(files, of: result.folder.round)
    try tellOpinions(in: result.folder)
    try tellLeftOut(result.summary.leftOut)
  }

  /// Every format, made before anything is written.
  private func files(of summary: DisclosedSummary) throws -> [(format: DocumentFormat, bytes: [UInt8])] {
    try DocumentFormat.allCases.filter(wanted.contains).map { ($0, try bytes(of: summary, as: $0)) }
  }

  private func write(_ files: [(format: DocumentFormat, bytes: [UInt8])], of round: Round) throws {
    guard hasSeveralFormats, let output else {
      for file in files { try Output.write(file.bytes, to: output) }
      return
    }
    try Disk.makeFolder(output)
    for file in files {
      // The audience is in the name, so that one edition never replaces the other.
      let name = "\(round.id)-\(audience.rawValue).\(file.format.fileExtension)"
      try Output.write(file.bytes, to: output + "/" + name)
    }
  }

  private func bytes(of summary: DisclosedSummary, as format: DocumentFormat) throws -> [UInt8] {
    switch format {
    case .text: Array(SummaryReport(of: summary).document.text.utf8)
    case .markdown:
      Array(
        SummaryReport(of: summary).document
          .markdown(by: try templateSource.markdown(orBuiltIn: .summaryMarkdown)).utf8)
    case .html: Array(SummaryReport(of: summary).document.html(by: try templateSource.html()).utf8)
    case .xlsx: try WorkbookWriter.bytes(of: SummarySpreadsheet.spreadsheet(of: summary))
    case .csv: try CSVWriter.bytes(SummaryCSV.rows(of: summary), in: encoding)
    case .json: SummaryFormat.encode(summary)
    }
  }

  private func tellOpinions(in folder: RoundFolder) throws {
    let count = try folder.files(in: .opinions).count
    guard audience == .office, count > 0, !Disk.exists(folder.opinionsPath) else { return }
    Output.say("まだ読んでいないご意見が\(count)件あります。 tenken round opinions \(path)")
  }

  private func tellLeftOut(_ leftOut: [LeftOut]) throws {
    let list = path + "/summary/left-out.csv"
    guard !leftOut.isEmpty else { return try removeEarlier(list) }
    let table = CSVWriter.bytes(LeftOutTable.rows(of: leftOut))
    // Somebody who may only read the round gets the list that is there.
    if (try? Disk.read(list)) != table {
      try Disk.makeFolder(path + "/summary")
      try Disk.write(table, to: list)
    }
    throw Failure(
      .badData, "\(leftOut.count)件の回答票を集計から除きました。結果は残りの回答票によるものです。", "除いた回答票と理由の一覧： \(list)")
  }

  /// Now that nothing is left out, an earlier list would be wrong; a file that tenken did not write stays.
  private func removeEarlier(_ list: String) throws {
    guard Disk.exists(list) else { return }
    guard try Disk.read(list).starts(with: CSVWriter.bytes(LeftOutTable.rows(of: []))) else {
      return Output.say("\(list) は tenken が書いた一覧ではないようなので、残しました。今回除いた回答票はありません。")
    }
    try Disk.remove(list)
    Output.say("除いた回答票がなくなったので、前の一覧 \(list) を消しました。")
  }
}
