import Aggregation
import ArgumentParser
import Formats
import Inspection
import Jobs
import Storage

/// `tenken verify`: whether a summary is still what the round's files make.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "点検結果（JSON）が、点検回のファイルから作ったものと同じかどうかを確かめます。",
    discussion: """
      同じなら 0、違えば違うところを示して 65 で終わります。
      前の点検回と比べた結果は、同じ --previous を付けて確かめてください。
      """)

  @Argument(help: ArgumentHelp("aggregate --format json で作ったファイル", valueName: "点検結果")) var summary: String
  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Option(name: .long, help: ArgumentHelp("比べた前の点検回のフォルダ（繰り返せます）", valueName: "点検回")) var previous: [String] = []

  func run() throws {
    let bytes = try Disk.read(summary, upTo: .table)
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    do {
      let verification = try Verification(of: bytes, with: reader)
      switch try verification.outcome(in: RoundResult(path, previous: previous, tell: Telling.tell)) {
      case .same(let digest): try Output.write(VerifyText.same(digest: digest))
      case .different(let differences): throw VerifyText.failure(for: differences, of: summary)
      }
    } catch let refusal as Verification.Refusal { throw VerifyText.failure(for: refusal, of: summary, in: path) }
  }
}
