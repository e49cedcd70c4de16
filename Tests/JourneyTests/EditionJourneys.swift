import Foundation
import Testing

extension LongJourneys {
  /// Figures are given once per edition; a correction is a new one with a reason.
  @Suite struct Editions {
    /// A closed practice round of checklists that were approved, so that there is a public edition too.
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent("Checklists/kumamoto"), to: folder.file("hyou"))
      for name in ["members", "staff", "organisation"] {
        let approved = "approved: {by: 議長, date: \"2026-10-01\", document: 見本第1号}"
        let text = try folder.text("hyou/\(name).yaml").replacing(
          "\nrole: ", with: "\n\(approved)\nrole: ", maxReplacements: 1)
        try text.write(to: folder.file("hyou/\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let made = try await Program.run(
        "round", "practice", "r", "--seed", "7", "--checklists", "hyou", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      return folder
    }

    private func aggregate(_ options: String..., in folder: Folder) async throws -> Finished {
      try await Program.run(Program.path, ["aggregate", "r"] + options, in: folder)
    }

    private func editions(in folder: Folder) throws -> [[String: JSON]] {
      try folder.text("r/round.log").split(separator: "\n").map { try JSON.object(String($0)) }
        .filter { $0["event"] == .text("edition") }
    }

    /// Takes members' sheets away that the last figures counted.
    private func lose(_ count: Int, in folder: Folder) async throws {
      let box = try BoxFile(of: "r", in: folder)
      let leftOut = try folder.leftOut(of: "r")
      let lost = box.numbers(of: "member").filter { number in
        box.place(of: number).map { !leftOut.contains($0) } == true
      }
      try await folder.changeSheets(
        of: "r", closingAnew: false, "return None if sheet['id'] in \(lost.prefix(count)) else sheet")
    }

    /// Names, times and bytes of everything in the round.
    private func state(of folder: Folder) async throws -> String {
      try await Program.run(
        "sh",
        ["-c", "find r -printf '%p %T@\\n' | LC_ALL=C sort; find r -type f | LC_ALL=C sort | xargs -d '\\n' cksum"],
        in: folder
      ).output
    }

    @Test func `The first is written down once, and the same files give the same bytes without a write`() async throws {
      let folder = try await closedRound()
      let first = try await aggregate(in: folder)
      #expect(first.output.contains(/（報告）\n +第1版\n/))
      let before = try await state(of: folder)
      let again = try await aggregate(in: folder)
      #expect(again.output == first.output)
      #expect(again.status == first.status)
      #expect(try await state(of: folder) == before)
      let recorded = try editions(in: folder)
      #expect(recorded.map { $0["number"] } == [.number(1)])
      #expect(recorded.map { $0["audience"] } == [.text("internal")])
      // docs/formats.md: of the list as far as the empty line; below it stands the line of the log.
      let digest = try await Program.run(
        "sh", ["-c", "sed '/^$/,$d' r/summary/internal-1.manifest | b2sum -l 256"], in: folder)
      #expect(recorded[0]["digest"] == .text(String(digest.output.prefix(64))))
    }

    @Test func `Changed files give nothing without a reason, and with one the second edition`() async throws {
      let folder = try await closedRound()
      _ = try await aggregate("--format", "json", "--output", "first.json", in: folder)
      try await lose(1, in: folder)
      let refused = try await aggregate("--output", "x.txt", in: folder)
      #expect(refused.status == 75)
      #expect(refused.errors.contains("締め切った後に、箱（box.ndjson）が変わっています") && refused.errors.contains("--correction"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("x.txt").path))

      // One taken from the other would be that one sheet.
      let alike = try await aggregate("--correction", "重なった票を除いた", in: folder)
      #expect(alike.status == 75 && alike.output.isEmpty)
      #expect(alike.errors.contains("第1版と違うものが1票") && alike.errors.contains("--recalled"))
      let corrected = try await aggregate("--correction", "重なった票を除いた", "--recalled", in: folder)
      #expect(corrected.output.contains("第2版（訂正版：重なった票を除いた）。回収した第1版に替わる。"), "\(corrected.errors)")
      #expect(try await aggregate("--correction", "重なった票を除いた", in: folder).output == corrected.output)
      #expect(try await aggregate(in: folder).output == corrected.output)
      #expect(try editions(in: folder).map { $0["number"] } == [.number(1), .number(2)])
      #expect(try editions(in: folder).map { $0["recalled"] } == [nil, .list([.number(1)])])

      // The older one is not what the files are any more, and verify says what it knows of it.
      let older = try await Program.run("verify", "first.json", "r", in: folder)
      #expect(older.status == 65)
      #expect(older.errors.contains("第1版を作ったときの記録とは、要約値が同じです"))
      #expect(older.errors.contains("第2版（訂正版：重なった票を除いた）が作られています"))
      #expect(older.errors.contains("box.ndjson："))
      _ = try await aggregate("--format", "json", "--output", "second.json", in: folder)
      #expect(try await Program.run("verify", "second.json", "r", in: folder).status == 0)
      let oracle = Program.root.appendingPathComponent("Tests/Oracle/oracle.py").path
      let verdict = try await Program.run("/usr/bin/python3", [oracle, "r", "second.json"], in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }

    @Test func `What people keep beside the figures makes no new edition, and verify tells the two apart`() async throws
    {
      let folder = try await closedRound()
      _ = try await aggregate("--format", "json", "--output", "first.json", in: folder)
      try #require(try await Program.run("round", "actions", "r", "--propose", in: folder).status == 65)
      #expect(try await aggregate(in: folder).output.contains(/（報告）\n +第1版\n/))
      let kept = try await Program.run("verify", "first.json", "r", in: folder)
      #expect(kept.status == 65)
      #expect(kept.errors.contains("actions.csv：点検結果を作ったときにはありませんでした。"))
      #expect(!kept.errors.contains("作ったときの記録"))

      try await lose(1, in: folder)
      _ = try await aggregate("--correction", "重なった票を除いた", "--recalled", in: folder)
      let older = try await Program.run("verify", "first.json", "r", in: folder)
      #expect(older.errors.contains("第1版を作ったときの記録とは、要約値が同じです"))
      #expect(older.errors.contains("actions.csv：") && older.errors.contains("box.ndjson："))
    }

    @Test func `A public edition of the same sheets may be corrected`() async throws {
      let folder = try await closedRound()
      _ = try await aggregate("--audience", "public", in: folder)
      let roster = try folder.text("r/roster.csv")
      try (roster + "m99,議員99,ぎいん99,member,,,\n").write(
        to: folder.file("r/roster.csv"), atomically: true, encoding: .utf8)
      let refused = try await aggregate("--audience", "public", in: folder)
      #expect(refused.status == 75 && refused.output.isEmpty)
      #expect(refused.errors.contains("第1版") && refused.errors.contains("--correction"))
      let made = try await aggregate("--audience", "public", "--correction", "名簿の誤り", in: folder)
      #expect(made.output.contains("第2版（訂正版：名簿の誤り）"), "\(made.errors)")
    }

    @Test func `A line that is taken out of the log is found by its number, and figures wait for it to be told`()
      async throws
    {
      let folder = try await closedRound()
      _ = try await aggregate("--format", "json", "--output", "s.json", in: folder)
      let log = try folder.text("r/round.log").split(separator: "\n")
      for (left, found) in [
        (log[1...], "round.log:1: この行は前の行に続いていません"), (log.dropLast(), "round.log:\(log.count): 内部用の第1版を記録した行が"),
      ] {
        try (left.joined(separator: "\n") + "\n").write(
          to: folder.file("r/round.log"), atomically: true, encoding: .utf8)
        let refused = try await aggregate(in: folder)
        #expect(refused.status == 65 && refused.output.isEmpty && refused.errors.contains(found), "\(refused.errors)")
        #expect(try await Program.run("verify", "s.json", "r", in: folder).errors.contains(found))
      }
      let told = try await Program.run("round", "repair", "r", "--write", in: folder)
      #expect(told.status == 0 && told.errors.contains("内部用の第1版を記録した行が"), "\(told.errors)")
      // It still is an edition that another can be taken from.
      #expect(try await aggregate(in: folder).status == 75)
    }

    @Test func `A letter with figures is of an edition too, and waits for the correction`() async throws {
      let folder = try await closedRound()
      func letter() async throws -> Finished {
        try await Program.run(
          "round", "letters", "r", "--kind", "report", "--format", "text", "--output", "-", in: folder)
      }
      #expect(try await letter().output.contains("内部用　第1版"))
      #expect(try editions(in: folder).map { $0["number"] } == [.number(1)])
      try await lose(1, in: folder)
      let refused = try await letter()
      #expect(refused.status == 75 && refused.output.isEmpty)
      #expect(refused.errors.contains("--correction"))
      _ = try await aggregate("--correction", "重なった票を除いた", "--recalled", in: folder)
      #expect(try await letter().output.contains("内部用　第2版"))
    }

    @Test func `An edition that is not in the log, or bears another number, is found out`() async throws {
      let folder = try await closedRound()
      _ = try await aggregate("--format", "json", "--output", "s.json", in: folder)
      let text = try folder.text("s.json")
      for (found, put) in [("\"number\" : 1,\n", "\"number\" : 2,\n"), ("\"edition\" : {", "\"draft2\" : {")] {
        try text.replacing(found, with: put).write(to: folder.file("s.json"), atomically: true, encoding: .utf8)
        let verified = try await Program.run("verify", "s.json", "r", in: folder)
        #expect(verified.status == 65)
        #expect(verified.errors.contains("記録（round.log）にありません"))
      }
    }

    @Test func `A public edition that differs in four sheets of a role is refused, and in five is made`() async throws {
      let folder = try await closedRound()
      #expect(try await aggregate("--audience", "public", in: folder).output.contains(/（公表）\n +第1版\n/))
      try await lose(4, in: folder)
      let refused = try await aggregate("--audience", "public", "--correction", "誤り", in: folder)
      #expect(refused.status == 75)
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("議員の回答票のうち、第1版と違うものが4票") && refused.errors.contains("引き算で個人の回答がわかるおそれ"))
      #expect(try editions(in: folder).count == 1)
      // The editions of the two audiences are counted each by itself.
      #expect(try await aggregate("--correction", "誤り", in: folder).output.contains("第1版（訂正版：誤り）"))

      try await lose(1, in: folder)
      let made = try await aggregate("--audience", "public", "--correction", "誤り", in: folder)
      #expect(made.output.contains(/（公表）\n +第2版\n/) && made.output.contains("第2版（訂正版：誤り）"), "\(made.errors)")
      #expect(
        try folder.names(in: "r/summary").filter { $0.hasPrefix("public") }
          == ["public-1.manifest", "public-1.sheets", "public-2.manifest", "public-2.sheets"])
    }

    @Test func `A round that is opened and closed again needs a correction`() async throws {
      let folder = try await closedRound()
      _ = try await aggregate(in: folder)
      for options in [["--reopen", "--why", "受け付け直す"], ["--early"]] {
        #expect(try await Program.run(Program.path, ["round", "close", "r"] + options, in: folder).status == 65)
      }
      #expect(try await aggregate(in: folder).status == 75)
      #expect(try await aggregate("--correction", "再開した", in: folder).output.contains("第2版（訂正版：再開した）"))
    }

    @Test func `Before closing there is no edition, and a correction of nothing is refused`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let log = try folder.text("r/round.log")
      let early = try await aggregate(in: folder)
      #expect(early.status == 75)
      #expect(!early.output.contains("第1版\n"))
      #expect(try folder.text("r/round.log") == log)
      try #require(try await Program.run("round", "close", "r", "--early", in: folder).status == 65)
      let refused = try await aggregate("--correction", "誤り", in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("まだ版がない"))
      #expect(try await aggregate("--correction", " ", in: folder).status == 64)
      for options in [["--recalled"], ["--recalled", "--correction", "誤り", "--audience", "public"]] {
        #expect(try await Program.run(Program.path, ["aggregate", "r"] + options, in: folder).status == 64)
      }
      #expect(try editions(in: folder).isEmpty)
    }

    @Test func `What is recorded is as its schema says`() async throws {
      let folder = try await closedRound()
      _ = try await aggregate(in: folder)
      try await lose(5, in: folder)
      _ = try await aggregate("--correction", "誤り", "--format", "json", "--output", "s.json", in: folder)
      let script = Program.root.appendingPathComponent("Tests/Oracle/validate.py").path
      for (schema, file) in [("event", "r/round.log"), ("summary", "s.json")] {
        let path = Program.root.appendingPathComponent("docs/schemas/\(schema).schema.json").path
        let verdict = try await Program.run("/usr/bin/python3", [script, path, file], in: folder)
        #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
      }
    }
  }
}
