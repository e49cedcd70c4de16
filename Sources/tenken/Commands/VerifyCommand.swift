import Aggregation
import ArgumentParser
import Foundation
import Inspection
import Jobs
import Reporting
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
    let bytes = try Disk.read(summary)
    let stated = try StatedSummary(bytes, file: summary)
    let result = try RoundResult(path, previous: previous, tell: Telling.tell)
    let id = result.folder.round.id.rawValue
    guard stated.round.id == id else {
      throw Failure(.badData, "違います。\(summary) は点検回 \(stated.round.id) のもので、\(path) は点検回 \(id) です。")
    }
    guard let inputs = stated.inputs, let audience = Audience(rawValue: stated.audience) else {
      throw Failure(.notYet, "\(summary) には、確かめるための要約値がありません。", "締め切った後に tenken aggregate で作ったものを指定してください。")
    }
    let editions = result.folder.editions(to: audience)
    let recorded = editions.first { $0.edition.number == stated.edition?.number }
    let made = try result.disclosed(to: audience, as: recorded?.edition)
    var differences = inputs.differences(from: made.inputs)
    if !differences.isEmpty, let recorded { differences = try history(of: recorded, in: result, inputs) + differences }
    if recorded == nil { differences.append("\(summary) の版は、点検回の記録（round.log）にありません。") }
    if differences.isEmpty, let line = Self.firstDifference(bytes, Array(SummaryJSON.render(made).utf8)) {
      differences = ["入力は同じですが、\(summary) の\(line)行目が、作り直したものと違います。"]
    }
    guard differences.isEmpty else { throw Failure(.badData, lines: ["違います。"] + differences) }
    try Output.write("同じです。\n要約値（BLAKE2b-256） \(inputs.digest)\n")
  }

  /// What is known of an edition whose files have changed since: that it was right then, and what came after it.
  private func history(of recorded: RecordedEdition, in result: RoundResult, _ inputs: StatedSummary.Inputs) throws
    -> [String]
  {
    // Only what people keep beside the figures has changed, or an earlier round.
    guard recorded.digest != result.manifest?.digest else { return [] }
    let edition = recorded.edition
    let last = result.folder.editions(to: edition.audience).last?.edition
    let later = last.map { $0 == edition ? [] : ["この後に、\($0.japanese)が作られています。"] } ?? []
    guard let kept = try? result.folder.manifest(of: edition), kept.digest == recorded.digest else {
      return ["\(edition.japanese)を作ったときのファイルの一覧が、残っていないか、変わっています。"] + later
    }
    return [
      inputs.cover(try result.inputs(of: kept))
        ? "\(edition.japanese)を作ったときの記録とは、要約値が同じです。その後に、次のところが変わりました。"
        : "\(edition.japanese)を作ったときの記録とも、要約値が違います。"
    ] + later
  }

  /// The first line, from 1, in which two texts differ.
  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
    guard a != b else { return nil }
    let lines = [a, b].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
    return zip(lines[0], lines[1]).prefix { $0 == $1 }.reduce(1) { count, _ in count + 1 }
  }
}

/// What a summary says of itself.
private struct StatedSummary: Decodable {
  struct Round: Decodable { var id: String }
  struct Edition: Decodable { var number: Int }

  struct Part: Decodable {
    var name: String
    var files: Int
    var digest: String
  }

  struct Inputs: Decodable {
    var digest: String
    var parts: [Part]?

    /// Whether they are these and, in the internal edition, perhaps what people keep beside the figures.
    func cover(_ made: InputDigest) -> Bool {
      guard let parts else { return digest == made.digest }
      return made.parts.allSatisfy { part in parts.contains { $0.name == part.name && $0.digest == part.digest } }
    }

    func differences(from made: InputDigest?) -> [String] {
      guard let made, digest != made.digest else { return [] }
      let now = Dictionary(made.parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      let then = Dictionary((parts ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      let lines = Set(now.keys).union(then.keys).sorted().compactMap { name -> String? in
        switch (then[name], now[name]) {
        case (let then?, let now?) where then.digest == now.digest: nil
        case (let then?, let now?) where then.files != now.files: "\(name)：\(then.files)件から\(now.files)件に変わりました。"
        case (_?, _?): "\(name)：中身が変わりました。"
        case (nil, _): "\(name)：点検結果を作ったときにはありませんでした。"
        case (_, nil): "\(name)：今はありません。"
        }
      }
      return lines.isEmpty ? ["入力の要約値が違います。"] : lines
    }
  }

  var audience: String
  var edition: Edition?
  var round: Round
  var inputs: Inputs?

  init(_ bytes: [UInt8], file: String) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch {
      throw Failure(.badData, "\(file) は、tenken aggregate --format json で作った点検結果ではないようです。")
    }
  }
}
