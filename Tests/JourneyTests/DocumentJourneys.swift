import Foundation
import Testing

extension CommandJourneys {
  /// What the program says of itself, and the documents that are made of it.
  @Suite struct Documents {
    private static let commands: [[String]] = [
      [], ["inspect"], ["export"], ["aggregate"], ["round"], ["round", "create"], ["round", "status"],
      ["round", "extend"], ["round", "close"], ["round", "practice"], ["round", "receipt"], ["round", "actions"],
      ["round", "review"], ["round", "letters"], ["round", "opinions"], ["round", "code"],
      ["template"], ["template", "list"], ["template", "show"], ["checklist"],
      ["checklist", "list"],
      ["checklist", "show"], ["checklist", "validate"], ["checklist", "coverage"],
    ]

    @Test(arguments: commands) func `Help answers in Japanese and fits 80 cells`(command: [String]) async throws {
      let folder = try Folder()
      let help = try await Program.run(Program.path, command + ["--help"], in: folder)
      #expect(help.status == 0)
      #expect(help.output.contains("使い方："))
      #expect(!help.output.contains("OPTIONS"))
      for line in help.output.split(separator: "\n") { #expect(cells(line) <= 80, "\(line)") }
    }

    @Test func `Help marks what may be given more than once, and nothing else`() async throws {
      let help = try await Program.run("aggregate", "--help", in: Folder()).output
      #expect(help.contains("--previous <点検回>…") && help.contains("--audience <相手> "))
    }

    @Test func `A wrong command line is told in Japanese with the word that is wrong`() async throws {
      let folder = try Folder()
      let unknown = try await Program.run("aggregate", "r8-1", "--fromat", "text", in: folder)
      #expect(unknown.status == 64)
      #expect(unknown.errors.contains("--fromat"))
      #expect(unknown.errors.contains("--format"))
      #expect(try await Program.run("round", "extend", in: folder).status == 64)
    }

    @Test func `The manual page and the completions are made from the same commands`() async throws {
      let folder = try Folder()
      let manual = try await Program.run("--generate-manual", in: folder)
      for command in Self.commands {
        let name = ["tenken"] + command
        #expect(manual.output.contains(".SH \(name.joined(separator: " "))\n"))
      }
      try Data(manual.output.utf8).write(to: folder.file("tenken.1"))
      // What troff cannot break or adjust it warns of.
      let page = try await Program.run(
        "bash", ["-c", "groff -man -Tutf8 -P-cbou -ww -K utf8 -rLL=78n tenken.1"], in: folder)
      #expect(page.errors == "")
      let lines = page.output.split(separator: "\n").map(String.init)
      for line in lines where cells(line[...]) > 80 || line.hasSuffix("‐") { Issue.record("\(line)") }
      // An example stands as it is.
      let example = lines.contains { $0.contains("tenken aggregate r8-1                        締め切った点検回を集計する") }
      #expect(example)
      for heading in ["名前", "ファイル", "環境変数", "終了コード"] where !lines.contains(heading) { Issue.record("\(heading)") }
      for shell in ["bash", "zsh", "fish"] {
        let script = try await Program.run("--generate-completion-script", shell, in: folder)
        #expect(script.status == 0)
        #expect(script.output.contains("practice"))
      }
    }

    @Test func `docs/coverage.md is what the program prints now, and nothing is missing`() async throws {
      let folder = try Folder()
      let coverage = try await Program.run("checklist", "coverage", in: folder)
      let stored = try String(contentsOf: Program.root.appendingPathComponent("docs/coverage.md"), encoding: .utf8)
      #expect(coverage.status == 0)
      #expect(coverage.output == stored, "run `make docs`")
    }

    @Test func `docs/terminal.md has a row for each of the 42 behaviours, and the tests it names are there`() throws {
      let table = try String(contentsOf: Program.root.appendingPathComponent("docs/terminal.md"), encoding: .utf8)
      let folder = Program.root.appendingPathComponent("Tests/JourneyTests")
      let sources = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "swift" }.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
      let rows = table.matches(of: /(?m)^\| (\d+) \| .+ \| (.+) \|$/)
      #expect(rows.compactMap { Int($0.1) } == Array(1...42))
      for name in rows.flatMap({ $0.2.split(separator: " ／ ") }) {
        #expect(sources.contains("func `\(name)`"), "\(name)")
      }
    }

    @Test func `The bundled checklists have no faults`() async throws {
      let folder = try Folder()
      let files = ["policy", "members", "staff", "organisation"].map { name in
        Program.root.appendingPathComponent("Checklists/kumamoto/\(name).yaml").path
      }
      let validated = try await Program.run(Program.path, ["checklist", "validate"] + files, in: folder)
      #expect(validated.status == 0, "\(validated.output)")
    }

    @Test func `What validate refuses is refused by round create too, and what it takes is taken`() async throws {
      let folder = try Folder()
      let source = Program.root.appendingPathComponent("Checklists/kumamoto")
      try FileManager.default.copyItem(at: source, to: folder.file("hyo"))
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      func statuses(_ file: String) async throws -> [Int] {
        let validated = try await Program.run("checklist", "validate", "hyo/\(file)", in: folder)
        let made = try await Program.run(
          "round", "create", "r", "--checklists", "hyo", "--roster", "meibo.csv", "--deadline", "2099-01-29",
          "--office",
          "総務課", "--telephone", "0", "--lent-devices", "none", "--no-codes", in: folder)
        return [validated.status, made.status]
      }
      #expect(try await statuses("members.yaml") == [0, 0])
      try FileManager.default.removeItem(at: folder.file("r"))
      // Staff's questions under the members' name.
      try FileManager.default.removeItem(at: folder.file("hyo/members.yaml"))
      try FileManager.default.copyItem(at: folder.file("hyo/staff.yaml"), to: folder.file("hyo/members.yaml"))
      #expect(try await statuses("members.yaml") == [65, 65])
      try FileManager.default.removeItem(at: folder.file("hyo/policy.yaml"))
      #expect(try await statuses("staff.yaml") == [66, 66])
    }

    @Test func `All faults of a checklist are told at once, each at its line and column`() async throws {
      let folder = try Folder()
      let source = Program.root.appendingPathComponent("Checklists/kumamoto")
      for name in ["policy.yaml", "members.yaml"] {
        try FileManager.default.copyItem(at: source.appendingPathComponent(name), to: folder.file(name))
      }
      var lines = try folder.text("members.yaml").split(separator: "\n", omittingEmptySubsequences: false)
      let question = try #require(lines.firstIndex { $0.contains("question:") && $0.hasPrefix("        ") })
      lines[question] = "        question: 会議用の端末及び紙を守っていますか。"
      let importance = try #require(lines.firstIndex { $0.contains("importance:") })
      lines[importance] = "        importance: highest"
      lines.insert("        colour: red", at: importance)
      try lines.joined(separator: "\n").write(to: folder.file("members.yaml"), atomically: true, encoding: .utf8)

      let validated = try await Program.run("checklist", "validate", "members.yaml", in: folder)
      #expect(validated.status == 65)
      let faults = validated.output.split(separator: "\n")
      #expect(faults.count == 3, "\(validated.output)")
      #expect(faults.contains { $0.hasPrefix("members.yaml:\(question + 1):19: ") && $0.contains("及び") })
      #expect(faults.contains { $0.hasPrefix("members.yaml:\(importance + 1):9: ") && $0.contains("colour") })
      #expect(faults.contains { $0.hasPrefix("members.yaml:\(importance + 2):21: ") && $0.contains("highest") })
    }

    @Test func `What stands in a file cannot move the terminal when it is complained about`() async throws {
      let folder = try Folder()
      try "format: \"tenken.policy/1\"\nid: \"a\\e[2J\\u202Eb\"\n".write(
        to: folder.file("policy.yaml"), atomically: true, encoding: .utf8)
      let validated = try await Program.run("checklist", "validate", "policy.yaml", in: folder)
      #expect(validated.status == 65)
      let list = try await Program.run("checklist", "list", "--checklists", ".", in: folder)
      #expect(list.status == 65)
      for text in [validated.output, list.errors] {
        #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
      }
      let word = try await Program.run("checklist", "show", "\u{1B}[31m", in: folder)
      #expect(word.status == 64)
      #expect(!word.errors.contains("\u{1B}"))
    }

    /// Cells by the simple rule that wide scripts and full-width forms take two (UAX #11, W and F).
    private func cells(_ line: Substring) -> Int {
      line.unicodeScalars.reduce(0) { count, scalar in
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
          0xFFE0...0xFFE6, 0x20000...0x3FFFD:
          count + 2
        default: count + 1
        }
      }
    }
  }
}
