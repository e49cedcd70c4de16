import ArgumentParser
import Formats
import Inspection
import Storage
import TextLayout

/// `tenken round code`: a new slip code for one person, instead of a lost one or for somebody who came later.
struct RoundCodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "一人の点検コードを作り直します（紙をなくした方、途中から加わった方）。",
    discussion: """
      前の点検コードは使えなくなります。途中までの答えと、提出したものはそのままです。
      途中から加わった方は、先に点検回の roster.csv に書いてください。監督用は * と指定します。
      """)

  @Argument(help: ArgumentHelp("点検回のフォルダ", valueName: "点検回")) var path: String
  @Argument(help: ArgumentHelp("名簿の番号", valueName: "番号")) var respondent: String
  @Option(name: .long, help: ArgumentHelp("点検コードを書き出す CSV（配付表を作るとき）", valueName: "ファイル")) var output: String?

  func run() throws {
    if let output, Disk.exists(output) { throw StorageError.alreadyExists(path: output) }
    let slip = try RoundFolder.locked(path) { folder in try renew(in: folder) }
    if let output {
      try Output.writeNew(CSVWriter.bytes([SlipsFormat.headings, slip.fields]), to: output)
    } else {
      let lines = zip(SlipsFormat.headings, slip.fields).map { "\($0.padded(to: 12))\($1)".printable + "\n" }
      try Output.write(lines.joined())
    }
    Output.say("前の点検コードは、もう使えません。")
  }

  /// The hash is in the folder before the code is told: a code that lets nobody in is worse than one nobody knows.
  private func renew(in folder: RoundFolder) throws -> SlipCodes.Slip {
    let entries = try folder.codes()
    guard !entries.isEmpty else { throw Failure(.usage, "この点検回には点検コードがありません。名前を選んで始めます。") }
    guard folder.status.closed == nil else { throw Failure(.notYet, "締め切った点検回の点検コードは作れません。") }
    var generator = SystemRandomNumberGenerator()
    let new = try SlipCodes.renew(for: person(in: folder), among: entries, using: &generator)
    try folder.write(new.entries)
    try folder.append(RoundEvent(.codeIssued(to: new.slip.respondent.id), at: ProcessEnvironment.now()))
    return new.slip
  }

  private func person(in folder: RoundFolder) throws -> Respondent {
    if respondent == SlipCodes.supervisor.id.rawValue { return SlipCodes.supervisor }
    guard let person = try folder.roster()[RespondentID(respondent)] else {
      throw Failure(.usage, "番号「\(respondent)」は名簿にありません。", "途中から加わった方は、先に \(path)/roster.csv に書いてください。")
    }
    if let reason = person.exempt { throw Failure(.usage, "番号「\(respondent)」の方は対象外です（\(reason)）。") }
    return person
  }
}

extension SlipCodes.Slip {
  /// As a row of the list.
  var fields: [String] { [respondent.id.rawValue, respondent.name, respondent.role.japanese, code.grouped] }
}
