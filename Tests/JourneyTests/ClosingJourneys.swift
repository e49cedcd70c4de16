import Foundation
import Testing

extension Journeys {
  /// The end of a round: closing, packing, opening again.
  @Suite struct Closing {
    /// A round with broken sheets in it, closed as a secretariat closes it.
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      let made = try await Program.run("round", "practice", "r", "--seed", "7", "--opens", "2026-10-01", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try #require(try await Program.run("round", "close", "r", "--early", in: folder).status == 0)
      return folder
    }

    private func json(_ round: String, in folder: Folder) async throws -> String {
      try await Program.run("aggregate", round, "--format", "json", in: folder).output
    }

    /// The sheets lie in files again, as before the closing.
    private func unpacked(_ round: String, in folder: Folder) async throws {
      let script = """
        import json, pathlib
        r = pathlib.Path('\(round)')
        for line in (r / 'sheets.ndjson').read_text('utf-8').splitlines(keepends=True):
            (r / 'sheets' / (json.loads(line)['id'] + '.json')).write_text(line, 'utf-8')
        """
      let done = try await Program.run("/usr/bin/python3", ["-c", script], in: folder)
      try #require(done.status == 0, "\(done.errors)")
    }

    @Test func `Closing puts the sheets into one file, and every reader finds them as before`() async throws {
      let folder = try await closedRound()
      try FileManager.default.copyItem(at: folder.file("r"), to: folder.file("u"))
      try await unpacked("u", in: folder)
      try FileManager.default.removeItem(at: folder.file("u/sheets.ndjson"))
      let lines = try folder.text("r/sheets.ndjson").split(separator: "\n")
      #expect(lines.count > 50)
      #expect(try folder.names(in: "u/sheets").count == lines.count + folder.names(in: "r/sheets").count)

      let packed = try await json("r", in: folder)
      #expect(!packed.isEmpty)
      #expect(try await json("u", in: folder) == packed)
      #expect(try folder.text("r/summary/left-out.csv") == folder.text("u/summary/left-out.csv"))
      try packed.write(to: folder.file("s.json"), atomically: true, encoding: .utf8)
      for round in ["r", "u"] {
        #expect(try await Program.run("verify", "s.json", round, in: folder).status == 0)
      }
      let oracle = Program.root.appendingPathComponent("Tests/Oracle/oracle.py").path
      let verdict = try await Program.run("/usr/bin/python3", [oracle, "r", "s.json"], in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
      let names = try folder.names(in: "u/sheets")
      let leftOut = try folder.text("r/summary/left-out.csv")
      let counted = try #require(names.first { !leftOut.contains($0.prefix(12)) })
      let receipt = try await Program.run("round", "receipt", "r", String(counted.prefix(12)), in: folder)
      #expect(receipt.status == 0 && receipt.output.contains("集計に入ります"))
      let exported = try await Program.run("export", "r/sheets/\(counted)", in: folder)
      #expect(exported.status == 0, "\(exported.errors)")
      #expect(try await Program.run("export", "u/sheets/\(counted)", in: folder).output == exported.output)
      let draw = ["audit", "sample", "--size", "3", "--seed", "1"]
      let drawn = try await Program.run(Program.path, draw + ["r"], in: folder)
      #expect(drawn.status == 0, "\(drawn.errors)")
      #expect(try await Program.run(Program.path, draw + ["u"], in: folder).output == drawn.output)
    }

    @Test func `Packing that was cut short leaves each sheet to be counted once`() async throws {
      let folder = try await closedRound()
      try FileManager.default.copyItem(at: folder.file("r"), to: folder.file("half"))
      try await unpacked("half", in: folder)
      for name in try folder.names(in: "half/sheets").prefix(20) where !name.contains(" ") {
        if try folder.text("half/sheets.ndjson").contains("\"\(name.prefix(12))\"") {
          try FileManager.default.removeItem(at: folder.file("half/sheets/" + name))
        }
      }
      #expect(try await json("half", in: folder) == json("r", in: folder))
    }

    @Test func `A round that was closed by mistake is opened again with a reason, and closed again`() async throws {
      let folder = try await closedRound()
      let packed = try folder.text("r/sheets.ndjson")
      let files = try folder.names(in: "r/sheets")
      let reopened = try await Program.run("round", "close", "r", "--reopen", "--why", "日付の誤り", in: folder)
      #expect(reopened.status == 0, "\(reopened.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.file("r/sheets.ndjson").path))
      #expect(try folder.names(in: "r/sheets").count == files.count + packed.split(separator: "\n").count)
      let status = try await Program.run("round", "status", "r", in: folder)
      #expect(status.output.contains("に再開。理由：日付の誤り）"))
      let visit = try await Program.run("inspect", "--round", "r", "--plain", input: "9\n", in: folder)
      #expect(visit.status == 0, "\(visit.errors)")
      #expect(try await Program.run("aggregate", "r", in: folder).status == 75)

      #expect(try await Program.run("round", "close", "r", "--early", in: folder).status == 0)
      #expect(try folder.text("r/sheets.ndjson") == packed)
      #expect(try folder.names(in: "r/sheets") == files)
      let log = try folder.text("r/round.log").split(separator: "\n").map { try JSON.object(String($0))["event"] }
      #expect(log == [.text("opened"), .text("closed"), .text("reopened"), .text("closed")])
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

    @Test func `The digest of a packed round is that of b2sum over its files and the lines of its sheets`() async throws
    {
      let folder = try await closedRound()
      try await json("r", in: folder).write(to: folder.file("s.json"), atomically: true, encoding: .utf8)
      let verified = try await Program.run("verify", "s.json", "r", in: folder)
      let stated = try #require(verified.output.firstMatch(of: /[0-9a-f]{64}/)).output
      // As docs/figures.md says it; a line of round.log after the closing does not count.
      let list = try await Program.run(
        "sh",
        [
          "-c",
          """
          cd r
          {
            b2sum -l 256 round.yaml roster.csv checklists/*.yaml sheets/*.json submissions/*.json
            sed '/"event":"closed"/q' round.log | b2sum -l 256 | sed 's/-$/round.log/'
            while IFS= read -r sheet; do
              number=$(printf '%s' "$sheet" | sed 's/.*"id":"\\([0-9]\\{12\\}\\)".*/\\1/')
              printf '%s\\n' "$sheet" | b2sum -l 256 | sed "s|-\\$|sheets/$number.json|"
            done < sheets.ndjson
          } | LC_ALL=C sort -k2 | b2sum -l 256
          """,
        ], in: folder)
      #expect(list.output.prefix(64) == stated, "\(list.errors)")
    }
  }
}
