import Foundation
import Testing

extension LongJourneys {
  /// Something other than a file stands where a file is wanted: refused at once, by its name.
  @Suite struct HostileFiles {
    enum Kind: String, CaseIterable {
      case pipe, socket, folder, danglingLink, link, huge

      /// What makes it at `$1`.
      var command: String {
        switch self {
        case .pipe: "mkfifo \"$1\""
        case .socket:
          "cd \"$(dirname \"$1\")\" && /usr/bin/python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' \"$(basename \"$1\")\""
        case .folder: "mkdir \"$1\""
        case .danglingLink: "ln -s nashi \"$1\""
        case .link: "echo nani > \"$PWD/mono\" && ln -s \"$PWD/mono\" \"$1\""
        case .huge: "truncate -s 1G \"$1\""
        }
      }
    }

    private func put(_ kind: Kind, at path: String, in folder: Folder) async throws {
      try? FileManager.default.removeItem(at: folder.file(path))
      let made = try await Program.run("sh", ["-c", kind.command, "sh", path], in: folder)
      try #require(made.status == 0, "\(made.errors)")
    }

    /// Ends by itself or is stopped, which is 124.
    private func tenken(_ words: String, in folder: Folder) async throws -> Finished {
      try await Program.run(
        "timeout", ["60", Program.path] + words.split(separator: " ").map(String.init), input: "1\n1\n1\n", in: folder)
    }

    private static let files = [
      "box.ndjson", "round.log", "codes.json", "roster.csv", "round.yaml", "checklists/members.yaml",
    ]

    @Test(arguments: Kind.allCases)
    func `In a round it is refused by name`(kind: Kind) async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      for file in Self.files {
        let whole = try Data(contentsOf: folder.file("r8-1/" + file))
        try await put(kind, at: "r8-1/" + file, in: folder)
        // The codes are read by who comes in, the checklists by who closes.
        let command = file == "codes.json" ? "inspect --round r8-1 --plain" : "round close r8-1 --early"
        let refused = try await tenken(command, in: folder)
        #expect([65, 66].contains(refused.status), "\(file): \(refused.status)")
        #expect(refused.errors.contains("r8-1/\(file)"), "\(refused.errors)")
        try FileManager.default.removeItem(at: folder.file("r8-1/" + file))
        try whole.write(to: folder.file("r8-1/" + file))
      }
      #expect(try await tenken("round close r8-1 --early", in: folder).status == 0)
    }

    /// A link that leads to a file is followed where a person names it.
    @Test(arguments: Kind.allCases.filter { $0 != .link })
    func `As a file that a person names it is refused by name`(kind: Kind) async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      try await put(kind, at: "x", in: folder)
      for command in [
        "round create q --roster x --deadline 2099-01-29 --office 総務課 --telephone 0",
        "inspect --round r8-1 --plain --answers x", "aggregate r --format html --template x", "verify x r", "export x",
        "checklist validate x",
      ] {
        let refused = try await tenken(command, in: folder)
        #expect([64, 65, 66].contains(refused.status), "\(command): \(refused.status)")
        #expect((refused.errors + refused.output).contains("x "), "\(command): \(refused.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.file("q").path))
    }

    @Test(arguments: Kind.allCases)
    func `As a draft it is refused by name, and is still there`(kind: Kind) async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let begun = try await Program.run("inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n\n1\n9\n", in: folder)
      try #require(begun.status == 0, "\(begun.errors)")
      try await put(kind, at: "data/tenken/r8-1/m01.json", in: folder)
      let refused = try await tenken("inspect --round r8-1 --plain", in: folder)
      #expect([65, 66].contains(refused.status), "\(refused.status)")
      #expect(refused.errors.contains("m01.json"), "\(refused.errors)")
      #expect(try folder.names(in: "data/tenken/r8-1") == ["m01.json"])
    }
  }
}
