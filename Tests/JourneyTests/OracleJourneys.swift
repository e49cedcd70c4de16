import Foundation
import Testing

extension Journeys {
  /// The figures of the real program against an oracle in Python that shares nothing with it.
  @Suite struct Oracle {
    @Test(arguments: ["internal", "public"])
    func `What aggregate prints of random rounds is what the oracle works out`(audience: String) async throws {
      let folder = try Folder()
      let rounds = try await python("random_rounds.py", "rounds", "40", audience == "public" ? "2" : "1", in: folder)
      try #require(rounds.status == 0, "\(rounds.errors)")
      var checked = 0
      for round in try folder.names(in: "rounds").filter({ $0.hasPrefix("round-") }) {
        let summary = "rounds/\(round)/\(audience).json"
        let before = "rounds/" + round.replacing("round-", with: "before-")
        // A round that is still open is refused as an earlier one.
        let isClosed = try folder.text("\(before)/round.log").contains("closed")
        let done = try await Program.run(
          Program.path,
          ["aggregate", "rounds/\(round)", "--audience", audience, "--format", "json", "--output", summary]
            + (isClosed ? ["--previous", before] : []), in: folder)
        // 0, 65 for sheets left out, 75 before closing or where only 案 was answered.
        #expect([0, 65, 75].contains(done.status), "\(round): \(done.errors)")
        guard FileManager.default.fileExists(atPath: folder.file(summary).path) else {
          #expect(audience == "public" && done.status == 75, "\(round): \(done.errors)")
          continue
        }
        let verdict = try await python(
          "oracle.py", ["rounds/\(round)", summary] + (isClosed ? [before] : []), in: folder)
        #expect(verdict.status == 0, "\(round):\n\(verdict.output)\(verdict.errors)")
        checked += 1
      }
      #expect(checked >= 10)
    }

    @Test func `A practice round is one of them, and a changed figure is found out`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "renshu", "--closed", in: folder).status == 0)
      let done = try await Program.run(
        "aggregate", "renshu", "--format", "json", "--output", "summary.json", in: folder)
      #expect(done.status == 65)
      #expect(try await python("oracle.py", "renshu", "summary.json", in: folder).status == 0)

      let text = try folder.text("summary.json")
      let digits = try #require(text.firstMatch(of: /"yes" : (\d+)/))
      let changed = text.replacingCharacters(in: digits.1.startIndex..<digits.1.endIndex, with: "4711")
      try changed.write(to: folder.file("changed.json"), atomically: true, encoding: .utf8)
      let verdict = try await python("oracle.py", "renshu", "changed.json", in: folder)
      #expect(verdict.status == 1)
      #expect(verdict.output.contains("4711 found"))
    }

    private func python(_ script: String, _ arguments: String..., in folder: Folder) async throws -> Finished {
      try await python(script, arguments, in: folder)
    }

    private func python(_ script: String, _ arguments: [String], in folder: Folder) async throws -> Finished {
      let path = Program.root.appendingPathComponent("Tests/Oracle/\(script)").path
      return try await Program.run("/usr/bin/python3", [path] + arguments, in: folder)
    }
  }
}
