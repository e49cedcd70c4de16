import Foundation
import Testing

extension LongJourneys {
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

    /// With everything printed, the roster, who handed in, and one sheet of one's own; docs/figures.md 5.1.
    @Test func `Nobody's answer can be told but where everybody of ten or more agrees`() async throws {
      let folder = try Folder()
      let attack = try await python("attacker.py", Program.path, "14", in: folder)
      #expect(attack.status == 0, "\(attack.output)\(attack.errors)")
      // It does find what may be told, so it looks at all.
      #expect(attack.output.contains("no concern: "), "\(attack.output)")
    }

    @Test func `Two years of a council: report, follow-up, audit, disposal, next round and comparison hold together`()
      async throws
    {
      let folder = try Folder()
      let clock = try await Clock(in: folder)
      let years = try await python("two_years.py", Program.path, clock.library, in: folder)
      #expect(years.status == 0, "\(years.output)\(years.errors)")
    }

    @Test func `A small assembly learns who handed in, what to work on, and all of the organisation's answers`()
      async throws
    {
      let folder = try Folder()
      try #require(try await python("small_assembly.py", "r", in: folder).status == 0)
      let text = try await Program.run("aggregate", "r", in: folder)
      try #require(text.status == 0, "\(text.errors)")
      #expect(text.output.contains("議員：対象8人のうち8人が提出した（提出率100.0%）。回答票8票。"))
      #expect(text.output.contains("議会局職員：対象2人のうち2人が提出した（提出率100.0%）。回答票2票。"))
      // Four of eight report these, three of eight the others.
      for item in ["M-DUT-01", "M-PHY-01", "M-TEC-01"] {
        #expect(text.output.contains("- \(item) 会議の資料を守っていますか。\n"), "\(item)")
      }
      for item in ["M-PHY-02", "M-PHY-03", "M-TEC-02", "M-TEC-03", "M-TEC-04", "S-"] {
        #expect(!text.output.contains(item), "\(item)")
      }
      for item in ["O-PHY-01", "O-PHY-02", "O-PHY-03", "O-PHY-04", "O-TEC-01", "O-DUT-01", "O-DUT-04"] {
        #expect(text.output.contains("\n\(item) "), "\(item)")
      }

      let open = try await Program.run("aggregate", "r", "--audience", "public", in: folder)
      #expect(open.status == 0, "\(open.errors)")
      #expect(open.output.contains(/議員 +8 +0 +8 +100.0%/))
      #expect(!open.output.contains("M-DUT-01"))
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
