import Foundation
import Testing
import TextSamples

extension CommandJourneys {
  /// Files and names that nobody makes by mistake, and names that some do.
  @Suite struct BadInput {
    /// Names that a folder can have, each of something that goes wrong in quoting.
    private var names: [String] {
      HostileTexts(seed: 4, count: 20).map { $0.replacingOccurrences(of: "/", with: "") }
        .filter { !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasPrefix(".") && $0.utf8.count < 200 }
        + ["か\u{3099}'\u{3099};x", "'\u{FF9E}$(touch owned)'", "a b", "r8\u{200B}", "\u{1B}[2J", "一\n二"]
    }

    @Test func `The word of a command that is told leads a shell to the very folder, whatever its name`() async throws {
      let folder = try Folder()
      for name in names {
        let path = "\(folder.path)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let made = try await Program.run("round", "practice", "\(name)/r", "--members", "1", "--staff", "0", in: folder)
        try #require(made.status == 0, "\(made.errors)")
        let line = try #require(made.errors.split(separator: "\n").last { $0.contains("--round ") })
        let word = try #require(line.firstRange(of: "--round ").map { String(line[$0.upperBound...]) })
        // `$'…'` is younger than Debian's sh.
        let shell = word.hasPrefix("$") ? "bash" : "sh"
        let read = try await Program.run(shell, ["-c", "printf %s \(word)"], in: folder)
        #expect(read.output.utf8.elementsEqual("\(name)/r".utf8), "\(name.debugDescription): \(word)")
        #expect(!made.errors.contains("\u{1B}") && !made.errors.contains("\u{200B}"))
        let advised = try await Program.run("round", "review", "\(name)/r", in: folder)
        #expect(advised.status == 75 && advised.errors.contains("round close \(word) で"), "\(advised.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.file("owned").path))
    }

    @Test(arguments: ["r8\u{200B}-1", "r8\u{202E}", "r8\u{1B}[2J", "r8\n1", "r8\u{E0041}"])
    func `A round whose name holds what nobody sees is not made, and the name is shown`(name: String) async throws {
      let folder = try Folder()
      let refused = try await Program.run("round", "create", name, "--roster", "none.csv", in: folder)
      #expect(refused.status == 65, "\(refused.errors)")
      #expect(refused.errors.contains("ファイルの名前に使えません"))
      #expect(!refused.errors.contains(name))
      if let hidden = name.unicodeScalars.first(where: { $0.properties.isDefaultIgnorableCodePoint }) {
        #expect(refused.errors.contains("<U+\(String(hidden.value, radix: 16, uppercase: true))>"))
      }
      #expect(try folder.names(in: "").isEmpty)
    }

    @Test func `A command that is typed with the input method on is told as it should be`() async throws {
      let folder = try Folder()
      for (words, meant) in [
        (["ーーround", "r8-1"], "--round"), (["inspect", "－－plain"], "--plain"), (["ｉｎｓｐｅｃｔ"], "inspect"),
        (["inspect", "--round", "r8－1"], "r8-1"), (["round", "status", "ｒ８ー１"], "r8-1"),
      ] {
        let refused = try await Program.run(Program.path, words, in: folder)
        #expect(refused.status != 0 && refused.errors.contains("日本語入力がオンのまま"), "\(words): \(refused.errors)")
        #expect(refused.errors.contains("、\(meant) と打ってください"), "\(words): \(refused.errors)")
      }
      let japanese = try await Program.run("round", "status", "データ", in: folder)
      #expect(!japanese.errors.contains("日本語入力"))
    }

    @Test func `Without a home the program says so, and puts answers nowhere`() async throws {
      let folder = try Folder()
      for home in ["env -u HOME", "env HOME=", "env HOME=here"] {
        let refused = try await Program.run(
          "sh", ["-c", "exec \(home) XDG_DATA_HOME= \(Program.path) --role member --plain"], in: folder)
        #expect(refused.status == 64 && refused.errors.contains("HOME"), "\(home): \(refused.errors)")
      }
      #expect(try folder.names(in: "").isEmpty)
      let told = try await Program.run(
        "sh", ["-c", "exec env -u HOME \(Program.path) --role member --plain"], in: folder)
      #expect(told.status == 0, "\(told.errors)")
    }

    @Test func `A closed input has ended, and a closed output is an error`() async throws {
      let folder = try Folder()
      let ended = try await Program.run(
        "sh", ["-c", "exec \(Program.path) --role member --plain <&-"], in: folder)
      #expect(ended.status == 0 && ended.errors.contains("まだ何も答えていません"), "\(ended.errors)")
      let unseen = try await Program.run("sh", ["-c", "exec \(Program.path) --version >&-"], in: folder)
      #expect(unseen.output.isEmpty)
      let unwritten = try await Program.run(
        "sh", ["-c", "exec \(Program.path) template show report.html >&-"], in: folder)
      #expect(unwritten.status == 74, "\(unwritten.errors)")
    }

    @Test func `A name that is not UTF-8 is refused as that`() async throws {
      let folder = try Folder()
      for command in ["round create", "round status", "inspect --round", "checklist validate"] {
        let refused = try await Program.run(
          "sh", ["-c", "exec \(Program.path) \(command) \"$(printf 'r8\\377')\""], in: folder)
        #expect(refused.status == 64, "\(command): \(refused.errors)")
        #expect(refused.errors.contains("UTF-8"))
      }
      #expect(try folder.names(in: "").isEmpty)
    }

    @Test func `Ten thousand unknown keys are told by the first hundred and the number of the others`() async throws {
      let folder = try Folder()
      let text = "format: tenken.policy/1\n" + (0..<10_000).map { "key\($0): x\n" }.joined()
      try text.write(to: folder.file("policy.yaml"), atomically: true, encoding: .utf8)
      let validated = try await Program.run("checklist", "validate", "policy.yaml", in: folder)
      #expect(validated.status == 65)
      let lines = validated.output.split(separator: "\n")
      #expect(lines.count == 101)
      #expect(lines.last?.hasPrefix("ほか") == true)
      #expect(lines.contains { $0.hasPrefix("policy.yaml:2:1: key0 ") })
    }

    @Test func `Five thousand sections in one another end no program`() async throws {
      let folder = try Folder()
      _ = try await Program.run("round", "practice", "r", "--members", "6", "--staff", "0", "--closed", in: folder)
      let text = String(repeating: "{{#a}}", count: 5_000) + String(repeating: "{{/a}}", count: 5_000)
      try text.write(to: folder.file("t.html"), atomically: true, encoding: .utf8)
      let refused = try await Program.run("aggregate", "r", "--format", "html", "--template", "t.html", in: folder)
      #expect(refused.status == 65, "\(refused.errors)")
      #expect(refused.errors.contains("t.html:1:1: "))
    }

    @Test func `Python reads a table as the names that were written`() async throws {
      let folder = try Folder()
      let name = "議\"\u{FF9E}員,\"\u{3099}\"01"
      let field = name.replacingOccurrences(of: "\"", with: "\"\"", options: .literal)
      _ = try await TestRound(in: folder, roster: "番号,氏名,役割\r\nm01,\"\(field)\",議員\r\n")
      let read = try await Program.run(
        "python3",
        [
          "-c",
          """
          import csv
          rows = list(csv.reader(open('r8-1-codes.csv', encoding='utf-8-sig', newline=''), strict=True))
          print(rows[1][1])
          """,
        ], in: folder)
      #expect(read.output.utf8.elementsEqual("\(name)\n".utf8), "\(read.errors)")
    }
  }
}
