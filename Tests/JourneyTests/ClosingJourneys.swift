import Foundation
import Testing

extension CommandJourneys {
  /// The end of a round: closing, what was changed since, opening again.
  @Suite struct Closing {
    /// A round with broken sheets in it, closed as a secretariat closes it: it is closed, and ends with 65 for them.
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      let made = try await Program.run("round", "practice", "r", "--seed", "7", "--opens", "2026-10-01", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try #require(try await Program.run("round", "close", "r", "--early", in: folder).status == 65)
      return folder
    }

    private func digest(of file: String, in folder: Folder) async throws -> JSON {
      .text(String(try await Program.run("b2sum", ["-l", "256", file], in: folder).output.prefix(64)))
    }

    private func log(in folder: Folder) throws -> [[String: JSON]] {
      try folder.text("r/round.log").split(separator: "\n").map { try JSON.object(String($0)) }
    }

    @Test func `Closing writes down the digest of the box and leaves the box as it is`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--seed", "7", in: folder).status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.file("r").path).sorted()
      let box = try folder.text("r/box.ndjson")
      try #require(try await Program.run("round", "close", "r", "--early", in: folder).status == 65)
      #expect(try folder.text("r/box.ndjson") == box)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("r").path).sorted() == names)
      let closed = try #require(try log(in: folder).last)
      #expect(closed["event"] == .text("closed"))
      #expect(try await closed["digest"] == digest(of: "r/box.ndjson", in: folder))
    }

    @Test func `A box that was changed after closing gives no figures and no letter without a reason`() async throws {
      let folder = try await closedRound()
      let lost = try #require(try BoxFile(of: "r", in: folder).numbers.first)
      try await folder.changeSheets(
        of: "r", closingAnew: false, "return None if sheet['id'] == '\(lost)' else sheet")
      let letter = ["round", "letters", "r", "--kind", "report", "--format", "text", "--output", "-"]
      for command in [["aggregate", "r"], letter] {
        let refused = try await Program.run(Program.path, command, in: folder)
        #expect(refused.status == 75 && refused.output.isEmpty, "\(refused.output)")
        #expect(refused.errors.contains("箱（box.ndjson）が変わっています") && refused.errors.contains("--correction"))
      }
      #expect(try log(in: folder).last?["event"] == .text("closed"))
      let reasoned = try await Program.run("aggregate", "r", "--correction", "誤って消した", in: folder)
      #expect(reasoned.output.contains("第1版（訂正版：誤って消した）"), "\(reasoned.output.prefix(400))\(reasoned.errors)")
    }

    @Test func `A round that was closed by mistake is opened again with a reason, and closed again`() async throws {
      let folder = try await closedRound()
      let box = try folder.text("r/box.ndjson")
      let reopened = try await Program.run("round", "close", "r", "--reopen", "--why", "日付の誤り", in: folder)
      #expect(reopened.status == 65, "\(reopened.errors)")
      #expect(try folder.text("r/box.ndjson") == box)
      let status = try await Program.run("round", "status", "r", in: folder)
      #expect(status.output.contains("に再開。理由：日付の誤り）"))
      let visit = try await Program.run("inspect", "--round", "r", "--plain", input: "9\n", in: folder)
      #expect(visit.status == 0, "\(visit.errors)")
      #expect(try await Program.run("aggregate", "r", in: folder).status == 75)

      #expect(try await Program.run("round", "close", "r", "--early", in: folder).status == 65)
      #expect(try folder.text("r/box.ndjson") == box)
      #expect(
        try log(in: folder).map { $0["event"] }
          == [.text("opened"), .text("closed"), .text("reopened"), .text("closed")])
    }

    @Test(
      arguments: [
        (["--reopen"], 64, "--why"), (["--reopen", "--why", " "], 64, "--why"), (["--why", "誤り"], 64, "--reopen"),
        (["--reopen", "--early", "--why", "誤り"], 64, "--early"),
        (["--reopen", "--why", "誤り"], 75, "締め切られていない"),
      ] as [([String], Int, String)])
    func `Opening again needs a closed round and a reason`(options: [String], status: Int, words: String) async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let log = try folder.text("r/round.log")
      let refused = try await Program.run(Program.path, ["round", "close", "r"] + options, in: folder)
      #expect(refused.status == status)
      #expect(refused.errors.contains(words))
      #expect(try folder.text("r/round.log") == log)
    }
  }
}
