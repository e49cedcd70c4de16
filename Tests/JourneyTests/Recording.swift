import Foundation
import Testing

/// What a program wrote to a terminal that counts bytes (`Scripts/pty.py`), step by step.
struct Recording: Decodable {
  struct Step: Decodable {
    let bytes: Data
    /// How often the program went to sleep by itself: 0 if it was not woken.
    let switches: Int
    /// Kept for `TERM=vt100` only.
    let screen: [String]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
  }

  let steps: [Step]
  /// Negative for a signal; nil if the program still ran at the end.
  let status: Int?
  /// Whether the terminal's modes were at the end as they were at the start.
  let sameModes: Bool
  /// Whether a row was written beyond the right edge.
  let overflowed: Bool

  var text: String { steps.map(\.text).joined() }

  /// What a person does at this terminal, or waits for.
  enum Act {
    case see(String), send(String), slowly(String), signal(Int32), resize(rows: Int, columns: Int)
    /// Reads until nothing has come for so long.
    case quiet(seconds: Double)
    /// Lets time pass, for what has to happen at any moment.
    case linger(seconds: Double)
    case hangUp, end

    fileprivate var words: [String] {
      switch self {
      case .see(let text): ["see", text]
      case .send(let text): ["send", text]
      case .slowly(let text): ["slowly", text]
      case .signal(let number): ["signal", "\(number)"]
      case .resize(let rows, let columns): ["resize", "\(rows)x\(columns)"]
      case .quiet(let seconds): ["quiet", "\(seconds)"]
      case .linger(let seconds): ["linger", "\(seconds)"]
      case .hangUp: ["hang-up", ""]
      case .end: ["end", ""]
      }
    }
  }

  private struct Plan: Encodable {
    let command: [String]
    let environment: [String: String]
    let rows = 24
    let columns = 80
    let ambiguous: Int
    let steps: [[String]]
  }

  /// Runs tenken through the acts.
  ///
  /// - Parameters:
  ///   - variables: over the folder's environment; an empty value takes a variable away.
  ///   - ambiguous: the cells this terminal gives ambiguous characters; 0 if it answers no question.
  static func of(
    _ acts: Act..., arguments: [String] = ["--role", "member"], term: String = "vt100",
    ambiguous: Int = 1,
    variables: [String: String] = [:], in folder: Folder
  ) async throws -> Recording {
    var environment = Dictionary(uniqueKeysWithValues: folder.environment.map { ("\($0.key)", $0.value) })
    environment["TERM"] = term
    environment.merge(variables) { $1 }
    let plan = Plan(
      command: [Program.path] + arguments, environment: environment.filter { !$0.value.isEmpty }, ambiguous: ambiguous,
      steps: acts.map(\.words))
    let script = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/pty.py").path
    let done = try await Program.run(
      "/usr/bin/python3", [script], input: String(decoding: JSONEncoder().encode(plan), as: UTF8.self), in: folder)
    try #require(done.status == 0, "\(done.errors)")
    return try JSONDecoder().decode(Recording.self, from: Data(done.output.utf8))
  }
}

/// A member's own inspection that has come to its first item.
enum StartedInspection {
  static let firstItem = "M-DUT-01"

  /// Answers the profile questions line by line; the end of the input then saves and leaves.
  static func make(in folder: Folder) async throws {
    let lines = [""] + Array(repeating: "1", count: try BundledChecklist.memberProfileQuestions())
    let done = try await Program.run(
      "--role", "member", "--plain", input: lines.joined(separator: "\n") + "\n", in: folder)
    try #require(done.output.contains(firstItem), "\(done.output)\(done.errors)")
  }

  /// The answers on disk, which have to be whole JSON; one object each.
  static func answers(in folder: Folder) throws -> [JSON] {
    let draft = try JSON.object(folder.text("data/tenken/personal/member.json"))
    guard case .list(let answers)? = draft["answers"] else { throw NotSeen(what: "answers") }
    return answers
  }

  static func no(to item: String) -> JSON { .object(["item": .text(item), "choice": .text("no")]) }
}
