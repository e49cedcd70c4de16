import Aggregation
import ArgumentParser
import Documents
import Formats
import Jobs
import Reporting
import Workbook

/// `tenken combine`: the internal summaries of several assemblies together.
struct CombineCommand: ParsableCommand, OffersFormats {
  static let formats: [DocumentFormat] = [.text, .docx, .xlsx, .csv, .json]

  static let configuration = CommandConfiguration(
    commandName: "combine", abstract: "三つ以上の議会の点検結果（内部用の JSON）を合わせます。",
    discussion: """
      設問と版が同じ項目だけを、議員と職員を分けて合わせます。10議会からは、率の中央値と四分位も示します。
      議会の名は一覧にだけあり、数とは並びません。3議会に満たない項目は、名だけを挙げます。
      案による結果、公表用、同じ議会の二つ目、読めないファイルは、除いて名を挙げ、65 で終わります。
      三つの議会がそろわないときは、何も書き出しません。
      """)

  @Argument(
    help: ArgumentHelp("aggregate --format json で作ったファイル", valueName: "点検結果"), completion: .file())
  var summaries: [String]
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = Offered<Self>(.text)
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル"), completion: .file()) var output:
    String?
  @Option(name: .long, help: ArgumentHelp("csv の文字コード", valueName: "文字コード")) var encoding = CSVEncoding.utf8

  func run() throws {
    let (combination, leftOut) = try CombineJob.run(summaries, tell: Telling.tell)
    try Output.write(try bytes(of: combination), to: output)
    if !leftOut.isEmpty { throw CombineText.failure(leftOut: leftOut) }
  }

  private func bytes(of combination: Combination) throws -> [UInt8] {
    switch format.value {
    case .docx: try CombinedReport(of: combination).document.word()
    case .xlsx: try WorkbookWriter.bytes(of: CombinedTables.spreadsheet(of: combination))
    case .csv: try CSVWriter.bytes(CombinedTables.rows(of: combination), in: encoding)
    case .json: CombinationFormat.encode(combination)
    case .text, .markdown, .html: Array(CombinedReport(of: combination).document.text.utf8)
    }
  }
}
