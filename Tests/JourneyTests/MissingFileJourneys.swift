import Foundation
import Testing

extension CommandJourneys {
  /// A file that a round should have and has not is never taken for «none».
  @Suite struct MissingFiles {
    private static let commands = [
      "round status r8-1", "round close r8-1 --early", "round close r8-1 --reopen --why 誤り", "aggregate r8-1",
      "inspect --round r8-1 --plain", "round receipt r8-1 1234-5678-9014", "export --round r8-1",
    ]

    private func refused(_ command: String, in folder: Folder) async throws -> Finished {
      try await Program.run(
        Program.path, command.split(separator: " ").map(String.init), input: "1234-5678-9014\n1\n1\n", in: folder)
    }

    @Test(arguments: ["round.log", "box.ndjson", "checklists/policy.yaml", "codes.json"])
    func `A closed round that has lost a file refuses everything by the file's name, and nothing is made anew`(
      lost: String
    ) async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      try #require(try await Program.run("round", "close", "r8-1", "--early", in: folder).status == 0)
      try FileManager.default.removeItem(at: folder.file("r8-1/" + lost))
      let before = try await content(of: folder)
      for command in Self.commands + ["round repair r8-1", "round code r8-1 m01"] {
        let finished = try await refused(command, in: folder)
        #expect(finished.status == 66, "\(command)")
        #expect(finished.errors.contains("あるはずの r8-1/\(lost) がありません"), "\(command): \(finished.errors)")
        #expect(finished.errors.contains("バックアップから戻してください"), "\(command)")
      }
      #expect(try await content(of: folder) == before)
    }

    @Test func `Without the codes nobody comes in by a name, and without the setting nobody comes in either`()
      async throws
    {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let codes = try folder.text("r8-1/codes.json")
      try FileManager.default.removeItem(at: folder.file("r8-1/codes.json"))
      let visit = try await Program.run("inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n", in: folder)
      #expect(visit.status == 66 && !visit.output.contains("お名前"), "\(visit.output)")
      #expect(visit.errors.contains("r8-1/codes.json"))
      // An empty list lets nobody in by name either.
      try codes.replacing(/(?s)"codes" *: *\[.*\]/, with: "\"codes\":[]").write(
        to: folder.file("r8-1/codes.json"), atomically: true, encoding: .utf8)
      let empty = try await Program.run("inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n", in: folder)
      #expect(!empty.output.contains("お名前"), "\(empty.output)\(empty.errors)")
    }

    @Test(arguments: ["roster.csv", "checklists/members.yaml"])
    func `Neither a closing nor figures are made without the roster or a checklist`(lost: String) async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      try FileManager.default.removeItem(at: folder.file("r8-1/" + lost))
      for command in ["round close r8-1 --early", "aggregate r8-1", "inspect --round r8-1 --plain"] {
        let finished = try await Program.run(
          Program.path, command.split(separator: " ").map(String.init), input: "1\n1\n1\n", in: folder)
        #expect(finished.status == 66, "\(command)")
        #expect(finished.errors.contains("あるはずの r8-1/\(lost) がありません"), "\(command): \(finished.errors)")
      }
      #expect(try !folder.text("r8-1/round.log").contains("closed"))
    }

    private func content(of folder: Folder) async throws -> String {
      try await Program.run(
        "sh", ["-c", "find r8-1 | LC_ALL=C sort; find r8-1 -type f | LC_ALL=C sort | xargs -d '\\n' cksum"], in: folder
      ).output
    }
  }
}
