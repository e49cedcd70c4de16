import Foundation
import Testing

/// A round as a secretariat makes it, in a journey's own folder.
struct TestRound {
  let folder: Folder
  let name: String
  /// Slip codes by respondent id, as printed; empty for a round without codes.
  let codes: [String: String]

  static let roster = """
    id,name,kana,role,from,to,exempt
    m01,議員01,ぎいん01,議員,令和5年5月1日,,
    m02,議員02,ぎいん02,議員,2023-05-01,,
    m03,議員03,ぎいん03,議員,2023-05-01,,病気療養のため
    s01,職員01,しょくいん01,職員,2024-04-01,,
    o01,点検担当,てんけんたんとう,組織,,,

    """

  /// Makes the round by the command, as typed.
  init(
    _ name: String = "r8-1", in folder: Folder, roster: String = Self.roster, deadline: String = "2099-01-29",
    _ options: String...
  ) async throws {
    self.folder = folder
    self.name = name
    try roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
    let arguments =
      [
        "round", "create", name, "--roster", "meibo.csv", "--title", "令和8年度 第1回", "--opens", "2026-11-01",
        "--deadline", deadline, "--office", "議会局総務課", "--telephone", "096-000-0000",
      ] + (options.contains("--lent-devices") ? [] : ["--lent-devices", "executive"]) + options
    let made = try await Program.run(Program.path, arguments, in: folder)
    try #require(made.status == 0, "\(made.errors)")
    codes = options.contains("--no-codes") ? [:] : try Self.codes(in: folder.text(name + "-codes.csv"))
  }

  /// A member's form of a round without codes, filled in with the answer of one digit on every line, as Excel saves it.
  func form(_ digit: Character, file: String = "form.csv") async throws {
    let blank = try await Program.run(
      "checklist", "print", "member", "--round", name, "--format", "csv", "--output", file, in: folder)
    try #require(blank.status == 0, "\(blank.errors)")
    // Not the person, the opinion and what says which form it is.
    let filled = try folder.text(file).replacing(/("(?:P|M-)[^"]*",)""/) { "\($0.1)\"\(digit)\"" }
    try filled.write(to: folder.file(file), atomically: true, encoding: .utf8)
  }

  /// The nth member who is asked hands in such a form, by a round without codes; `through` is what starts tenken.
  func handIn(_ member: Int, through starter: [String] = ["env"]) async throws {
    try await form("1", file: "form\(member).csv")
    // Role, name, yes; review, plans (none), opinion, hand-in, receipt, 控え.
    let done = try await Program.run(
      starter[0],
      starter.dropFirst() + [Program.path, "inspect", "--round", name, "--plain", "--answers", "form\(member).csv"],
      input: "1\n\(member)\n1\n1\n2\n1\n1\n2\n", in: folder)
    try #require(done.errors.contains("提出しました"), "\(done.output)\(done.errors)")
  }

  func box() throws -> BoxFile { try BoxFile(of: name, in: folder) }

  private static func codes(in table: String) throws -> [String: String] {
    var codes: [String: String] = [:]
    for line in table.split(separator: "\r\n").dropFirst() {
      let fields = line.split(separator: ",").map { $0.trimmingCharacters(in: ["\""]) }
      codes[fields[0]] = fields[3]
    }
    return codes
  }
}

/// The bundled checklists, read without the product's code.
enum BundledChecklist {
  /// The members' items that are asked in a first round when every profile question is answered yes and no rule exists.
  static func memberItemsWithoutRules() throws -> Int {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("Checklists/kumamoto/members.yaml"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return lines.count { $0.hasPrefix("- id: M-") } - lines.count { $0.hasPrefix("requires:") }
      - lines.count { $0 == "needsPrevious: true" }
  }

  static func memberProfileQuestions() throws -> Int {
    let text = try String(
      contentsOf: Program.root.appendingPathComponent("Checklists/kumamoto/members.yaml"), encoding: .utf8)
    return text.split(separator: "\n").count { $0.contains("whenNo:") }
  }
}

/// JSON as a test reads it.
indirect enum JSON: Decodable, Equatable {
  case text(String), number(Int), truth(Bool), list([JSON]), object([String: JSON]), null

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  static func object(_ text: String) throws -> [String: JSON] {
    try JSONDecoder().decode([String: JSON].self, from: Data(text.utf8))
  }
}
