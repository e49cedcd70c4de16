import Foundation
import Testing

/// All that was handed in to a round (docs/formats.md), read without the product's code.
struct BoxFile {
  /// One line: where it stands in the file, from 1, and its object.
  private struct Line {
    let place: Int
    let object: [String: JSON]
  }

  private let lines: [Line]
  /// What the last line states.
  let counts: [String: JSON]

  /// Lines that are no JSON are passed over.
  init(of round: String, in folder: Folder) throws {
    let rows = try folder.text(round + "/box.ndjson").components(separatedBy: "\n").dropLast()
    lines = rows.dropLast().enumerated().compactMap { index, row in
      (try? JSON.object(row)).map { Line(place: index + 1, object: $0) }
    }
    counts = try JSON.object(try #require(rows.last))
  }

  var submissions: [[String: JSON]] { objects("tenken.submission/1") }
  var sheets: [[String: JSON]] { objects("tenken.sheet/1") }
  var opinions: [[String: JSON]] { objects("tenken.opinion/1") }

  func submission(of respondent: String) -> [String: JSON]? {
    submissions.first { $0["respondent"] == .text(respondent) }
  }

  /// The 回答番号 of all sheets, or of those of a role.
  var numbers: [String] { sheets.compactMap(\.number) }

  func numbers(of role: String) -> [String] { sheets.filter { $0["role"] == .text(role) }.compactMap(\.number) }

  /// Where the sheet of a 回答番号 stands in the file, from 1.
  func place(of number: String) -> Int? { lines.first { $0.object.number == number }?.place }

  private func objects(_ format: String) -> [[String: JSON]] {
    lines.map(\.object).filter { $0["format"] == .text(format) }
  }
}

extension [String: JSON] {
  fileprivate var number: String? { if case .text(let id)? = self["id"] { id } else { nil } }
}

extension Folder {
  /// The numbers of the box's lines that a round's list of what was left out names; none where there is no list.
  func leftOut(of round: String) throws -> Set<Int> {
    guard FileManager.default.fileExists(atPath: file(round + "/summary/left-out.csv").path) else { return [] }
    let rows = try text(round + "/summary/left-out.csv").split(separator: "\r\n").dropFirst()
    return Set(rows.compactMap { $0.firstMatch(of: /\d+/).flatMap { Int($0.0) } })
  }

  /// Gives each sheet of a round's box to the body of a Python function, which returns the sheet that stands there
  /// afterwards, or None for none; digests and counts fit again, as in a box that was made so.
  ///
  /// - Parameter closingAnew: whether the log, too, says that the round was closed with the box as it is now.
  func changeSheets(of round: String, closingAnew: Bool = true, _ body: String) async throws {
    let lines = body.split(separator: "\n").map { "    " + $0 }
    try await python(
      (["def change(sheet):"] + lines + ["box.rewrite(folder, change)"]).joined(separator: "\n"), on: round)
    if closingAnew { try await python("box.close_anew(folder)", on: round) }
  }

  /// Lets Python change the list `rows`, the box's lines without the last, and writes the box with counts that fit.
  func changeLines(of round: String, closingAnew: Bool = true, _ script: String) async throws {
    let (before, after) = (
      "rows = (folder / 'box.ndjson').read_bytes().split(b'\\n')[:-2]",
      "(folder / 'box.ndjson').write_bytes(box.whole(rows, folder.name))"
    )
    try await python([before, script, after].joined(separator: "\n"), on: round)
    if closingAnew { try await python("box.close_anew(folder)", on: round) }
  }

  /// The same round under another id.
  func copyRound(_ round: String, to copy: String, id: String, replacing changes: [(String, String)]) async throws {
    try FileManager.default.copyItem(at: file(round), to: file(copy))
    let settings = changes.reduce(try text("\(copy)/round.yaml")) { $0.replacing($1.0, with: $1.1) }
    try settings.replacing(/(?m)^id: .*$/, with: "id: \"\(id)\"").write(
      to: file("\(copy)/round.yaml"), atomically: true, encoding: .utf8)
    try await python("box.rewrite(folder, lambda sheet: sheet | {'round': '\(id)'}, '\(id)')", on: copy)
    try await python("box.close_anew(folder)", on: copy)
  }

  /// Runs Python that knows boxes (Tests/Oracle/box.py) with `folder` as the round's.
  private func python(_ script: String, on round: String) async throws {
    let head =
      "import json, pathlib, sys\nsys.path.insert(0, sys.argv[1])\nimport box\nfolder = pathlib.Path(sys.argv[2])\n"
    let oracle = Program.root.appendingPathComponent("Tests/Oracle").path
    let done = try await Program.run("/usr/bin/python3", ["-c", head + script, oracle, round], in: self)
    try #require(done.status == 0, "\(done.errors)")
  }
}
