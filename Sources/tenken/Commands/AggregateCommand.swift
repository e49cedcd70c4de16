public import Aggregation
public import ArgumentParser
import Formats
import Inspection
import Reporting
import Storage

extension Audience: ExpressibleByArgument {}

/// `tenken aggregate`: all sheets of a closed round into the section-7 inspection summary.
struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate", abstract: "締め切った点検回を集計し、点検結果をまとめます。",
    discussion: """
      締め切る前は、提出の状況だけを示し、75 で終わります。
      読めない回答票などは集計から除いて一覧（summary/left-out.csv）にし、65 で終わります。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("だれに見せるか（internal 内部用、public 公表用）", valueName: "相手")) var audience = Audience
    .office
  @Option(name: .long, help: ArgumentHelp("比べる前の点検回のフォルダ（繰り返せます）", valueName: "点検回")) var previous: [String] = []
  @Option(name: .long, help: ArgumentHelp("書き出す形", valueName: "形")) var format = ResultFormat.text
  @Option(name: .long, help: ArgumentHelp("書き出すファイル（- は標準出力）", valueName: "ファイル")) var output: String?

  func run() throws {
    let result = try RoundResult(path, previous: previous)
    let disclosed = try result.disclosed(to: audience)
    try Output.write(Array(render(disclosed).utf8), to: output)
    if result.folder.status.closed == nil {
      throw Failure(.notYet, "締め切る前なので、提出の状況だけを示しました。", "tenken round close \(path) で締め切ると集計できます。")
    }
    try tellLeftOut(result.summary.leftOut)
  }

  private func render(_ summary: DisclosedSummary) throws -> String {
    switch format {
    case .text: SummaryText.render(summary)
    case .markdown: SummaryMarkdown.render(summary, template: try ReportTemplate(Bundled.summaryMarkdown.text))
    case .json: SummaryJSON.render(summary)
    }
  }

  private func tellLeftOut(_ leftOut: [LeftOut]) throws {
    guard !leftOut.isEmpty else { return }
    let list = path + "/summary/left-out.csv"
    try Disk.makeFolder(path + "/summary")
    try Disk.write(CSVWriter.bytes(LeftOutTable.rows(of: leftOut)), to: list)
    throw Failure(
      .badData, "\(leftOut.count)件の回答票を集計から除きました。結果は残りの回答票によるものです。", "除いた回答票と理由の一覧： \(list)")
  }
}
