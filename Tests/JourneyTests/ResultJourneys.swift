import Foundation
import Testing

extension LongJourneys {
  /// What becomes of answers: a person's own result, and the round's summary.
  @Suite struct Results {
    private static let practice = ["round", "practice", "r", "--members", "48", "--staff", "12", "--seed", "7"]

    /// A closed practice round with broken sheets in it.
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      let made = try await Program.run(Program.path, Self.practice + ["--closed"], in: folder)
      try #require(made.status == 0, "\(made.errors)")
      return folder
    }

    @Test func `A handed-in sheet is exported as text, Markdown and JSON, with remedies and the telephone`()
      async throws
    {
      let folder = try await closedRound()
      let number = try #require(try BoxFile(of: "r", in: folder).numbers(of: "member").first)
      for format in ["text", "markdown", "json"] {
        let exported = try await Program.run(
          "export", "--round", "r", "--format", format, input: number + "\n", in: folder)
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(exported.output.contains("00-0000-0000"), "\(format)")
        #expect(exported.output.contains("物理的セキュリティ"), "\(format)")
        // The 回答番号 stands beside no result.
        #expect(!exported.output.contains(number))
      }
    }

    @Test func `An open draft is exported to a file of one's own`() async throws {
      let folder = try await closedRound()
      let draft = try #require(try folder.names(in: "r/drafts").first)
      let exported = try await Program.run(
        "export", "r/drafts/\(draft)", "--round", "r", "--output", "hikae.txt", in: folder)
      #expect(exported.status == 0, "\(exported.errors)")
      #expect(exported.output.isEmpty)
      #expect(try folder.text("hikae.txt").contains("改善"))
      let mode = try await Program.run("stat", ["-c", "%a", "hikae.txt"], in: folder)
      #expect(mode.output == "600\n")
    }

    @Test func `A sheet is exported to Excel and to a table in UTF-8 and CP932, with no formula in them`() async throws
    {
      let folder = try await closedRound()
      try await folder.changeSheets(
        of: "r",
        """
        for answer in sheet["answers"]:
            if answer["choice"] == "yes" and answer["source"] == "self":
                answer["choice"], answer["reason"] = "alternative", "=HYPERLINK(1)"
                break
        return sheet
        """)
      let number = try #require(try BoxFile(of: "r", in: folder).numbers(of: "member").first)
      for options in [
        ["xlsx", "--output", "e.xlsx"], ["csv", "--output", "u.csv"],
        ["csv", "--encoding", "cp932", "--output", "s.csv"],
      ] {
        let exported = try await Program.run(
          Program.path, ["export", "--round", "r", "--format"] + options, input: number + "\n", in: folder)
        #expect(exported.status == 0, "\(exported.errors)")
      }
      let read = try await Program.run(
        "/usr/bin/python3",
        [
          "-c",
          """
          import csv, openpyxl
          u, s = [list(csv.reader(open(f, encoding=e, newline=''))) for f, e in (('u.csv', 'utf-8-sig'), ('s.csv', 'cp932'))]
          assert u == s and {len(row) for row in u} == {9}
          assert "'=HYPERLINK(1)" in [row[4] for row in u]
          book = openpyxl.load_workbook('e.xlsx')
          assert not any(c.data_type == 'f' for sheet in book for row in sheet.iter_rows() for c in row)
          table, = book['回答'].tables.values()
          heading, *cells = [[c.value or '' for c in row] for row in book['回答'][table.ref]]
          for name in u[0][:4]:
              place = u[0].index(name)
              assert [row[heading.index(name)] for row in cells] == [row[place] for row in u[1:]], name
          assert '=HYPERLINK(1)' in [row[heading.index('理由')] for row in cells]
          print(len(u))
          """,
        ], in: folder)
      #expect(read.errors.isEmpty)
      #expect((Int(read.output.dropLast()) ?? 0) > 10)
      let made = try await Program.run(
        "/usr/bin/python3", [Program.root.appendingPathComponent("Tests/Oracle/sheets.py").path, "e.xlsx"], in: folder)
      #expect(made.output == "2\n", "\(made.errors)")
    }

    @Test func `A draft that answers another checklist is not exported`() async throws {
      let folder = try Folder()
      try FileManager.default.copyItem(
        at: Program.root.appendingPathComponent("Checklists/kumamoto"), to: folder.file("betsu"))
      try (folder.text("betsu/members.yaml") + "\n# 直した\n").write(
        to: folder.file("betsu/members.yaml"), atomically: true, encoding: .utf8)
      try await StartedInspection.make(in: folder)
      let file = "data/tenken/personal/member.json"
      let before = try folder.text(file)
      let own = try await Program.run("export", file, in: folder)
      #expect(own.status == 0 && own.output.contains("物理的セキュリティ"), "\(own.errors)")
      let refused = try await Program.run("export", file, "--output", "hikae.txt", "--checklists", "betsu", in: folder)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("別の点検票"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("hikae.txt").path))
      #expect(try folder.text(file) == before)
    }

    @Test func `A sheet is exported by its own number only, and only where it answers the round's checklist`()
      async throws
    {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      try await round.handIn(1)
      let number = try #require(try round.box().numbers.first)
      func export(_ line: String) async throws -> Finished {
        try await Program.run("export", "--round", "r8-1", input: line, in: folder)
      }
      let own = try await export(number + "\n")
      #expect(own.status == 0 && own.output.contains("物理的セキュリティ"), "\(own.errors)")
      #expect(try await export("1234-5678-9014\n").status == 66)
      #expect(try await export("123456789012\n").status == 64)
      #expect(try await export("").status != 0)
      // A line without end is not kept in memory, and is no number.
      #expect(try await export(number + String(repeating: " ", count: 1 << 20) + "\n").status == 64)
      try await folder.changeSheets(
        of: "r8-1", closingAnew: false, "sheet['checklist']['digest'] = '0' * 64\nreturn sheet")
      let refused = try await export(number + "\n")
      #expect(refused.status == 65 && refused.output.isEmpty)
      #expect(refused.errors.contains("別の点検票"))
    }

    @Test func `The first page of the text is one sheet of A4`() async throws {
      let folder = try Folder()
      let made = try await Program.run(
        "round", "practice", "r", "--members", "48", "--staff", "8", "--seed", "1", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      let lines = try await Program.run("aggregate", "r", in: folder).output.components(separatedBy: "\n")
      let overview = try #require(lines.firstIndex { $0.hasPrefix("第1 ") })
      // Up to the empty line and the rule above the next part.
      #expect(overview - 2 <= 60)
    }

    @Test func `A list of sheets left out goes with them, a file that tenken did not write stays`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("aggregate", "r", in: folder)
      let places = try folder.leftOut(of: "r")
      try await folder.changeLines(
        of: "r", closingAnew: false, "rows = [row for n, row in enumerate(rows, 1) if n not in \(places.sorted())]")
      let mended = try await Program.run("aggregate", "r", "--correction", "読めない票を除いた", in: folder)
      #expect(mended.status == 0, "\(mended.errors)")
      #expect(mended.errors.contains("前の一覧 r/summary/left-out.csv を消しました"))
      #expect(try !folder.names(in: "r/summary").contains("left-out.csv"))

      try "私の一覧".write(to: folder.file("r/summary/left-out.csv"), atomically: true, encoding: .utf8)
      let foreign = try await Program.run("aggregate", "r", in: folder)
      #expect(foreign.status == 0 && foreign.errors.contains("残しました"))
      #expect(try folder.text("r/summary/left-out.csv") == "私の一覧")
    }

    @Test func `A pipe that is named as the output is written to and not replaced`() async throws {
      let folder = try await closedRound()
      let piped = try await Program.run(
        "sh",
        [
          "-c", "mkfifo p; cat p & '\(Program.path)' aggregate r --output p 2>/dev/null; wait; test -p p && echo still",
        ],
        in: folder)
      #expect(piped.output.contains("分野別"))
      #expect(piped.output.hasSuffix("still\n"))
    }

    @Test func `A regular round is compared with an earlier one, and not with an extraordinary one`() async throws {
      let folder = try await closedRound()
      // Practice rounds open today; the policy is in force since April 2026.
      let opens = try #require(try folder.text("r/round.yaml").firstMatch(of: /opens: .*/)).output
      try await folder.copyRound("r", to: "r0", id: "mae", replacing: [(String(opens), "opens: \"2026-04-02\"")])
      let compared = try await Program.run("aggregate", "r", "--previous", "r0", in: folder)
      #expect(compared.output.contains("前回までとの比較"), "\(compared.errors)")

      try await folder.copyRound(
        "r0", to: "rinji", id: "rinji", replacing: [("kind: regular", "kind: extraordinary\nreason: 試し")])
      let refused = try await Program.run("aggregate", "r", "--previous", "rinji", in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("定期の点検と臨時の点検は、比べないことになっています"))
      #expect(refused.output.isEmpty)
    }

    @Test func `No answer figure is given before closing`() async throws {
      let folder = try Folder()
      _ = try await Program.run(Program.path, Self.practice, in: folder)
      let early = try await Program.run("aggregate", "r", in: folder)
      #expect(early.status == 75)
      #expect(early.output.contains("提出率"))
      #expect(!early.output.contains("実施率7") && !early.output.contains("(2) 項目別"))
    }

    @Test func `The first page alone is one page of text, and no other format or reader has it`() async throws {
      let folder = try await closedRound()
      let brief = try await Program.run("aggregate", "r", "--brief", in: folder)
      #expect(brief.status == 65)
      let whole = try await Program.run("aggregate", "r", in: folder)
      #expect(whole.output.hasPrefix(brief.output.dropLast()) && !brief.output.contains("第1 点検の概要"))
      #expect(brief.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 61)
      for words in [["--format", "xlsx"], ["--format", "json"], ["--audience", "public"]] {
        let refused = try await Program.run(Program.path, ["aggregate", "r", "--brief"] + words, in: folder)
        #expect(refused.status == 64 && refused.errors.contains("--brief"), "\(words)")
      }
    }

    @Test func `Broken sheets are left out, counted by reason and listed, and the rest is aggregated`() async throws {
      let folder = try await closedRound()
      let result = try await Program.run("aggregate", "r", in: folder)
      #expect(result.status == 65)
      #expect(result.output.contains("分野別"))
      let listed = try folder.text("r/summary/left-out.csv").split(separator: "\r\n").dropFirst()
      #expect(result.errors.contains("箱の\(listed.count)行を集計から除きました（回答票 "))
      #expect(listed.contains { $0.contains("M-ZZZ-99") })
      for line in result.output.split(separator: "\n") { #expect(line.count <= 80) }
    }

    @Test(arguments: ["text", "markdown", "json"])
    func `The same folder gives the same bytes, in any locale and time zone`(format: String) async throws {
      let folder = try await closedRound()
      let first = try await Program.run("aggregate", "r", "--format", format, in: folder)
      let second = try await Program.run(
        "env", ["LC_ALL=tr_TR.UTF-8", "TZ=America/New_York", Program.path, "aggregate", "r", "--format", format],
        in: folder)
      #expect(first.output == second.output)
      #expect(!first.output.isEmpty)
    }

    @Test func `A 回答番号 tells whether the sheet is counted, and nothing of it`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("aggregate", "r", in: folder)
      // A line end of two scalars is one Character, which [^\n] would match.
      let list = try folder.text("r/summary/left-out.csv").replacing("\r\n", with: "\n")
      let box = try BoxFile(of: "r", in: folder)
      let places = try folder.leftOut(of: "r")
      let counted = try #require(
        box.numbers.first { number in box.place(of: number).map { !places.contains($0) } == true })
      // A sheet that is whole and answers an item that the checklist has not.
      let place = try #require(list.firstMatch(of: /"(\d+)",[^\n]*M-ZZZ-99/)).1
      let broken = try #require(box.numbers.first { box.place(of: $0) == Int(place) })
      let yes = try await Program.run("round", "receipt", "r", counted, in: folder)
      #expect(yes.status == 65 && yes.output.contains("集計に入ります"))
      let no = try await Program.run("round", "receipt", "r", broken, in: folder)
      #expect(no.status == 65 && no.errors.contains("集計に入りません"))
      let wrong = try await Program.run("round", "receipt", "r", "123456789012", in: folder)
      #expect(wrong.status == 64)
      let absent = try await Program.run("round", "receipt", "r", "1234-5678-9014", in: folder)
      #expect(absent.status == 66)
    }

    @Test func `A draft checklist gives no public edition`() async throws {
      let folder = try await closedRound()
      let edition = try await Program.run("aggregate", "r", "--audience", "public", in: folder)
      #expect(edition.status == 75)
      #expect(edition.output.isEmpty)
      #expect(edition.errors.contains("決裁"))
    }

    @Test func `The same seed and name make the same practice round`() async throws {
      let folder = try Folder()
      for place in ["a", "b"] {
        try FileManager.default.createDirectory(at: folder.file(place), withIntermediateDirectories: true)
        let made = try await Program.run(
          "round", "practice", place + "/r", "--members", "12", "--staff", "3", "--seed", "5", "--opens", "2026-11-01",
          in: folder)
        #expect(made.status == 0, "\(made.errors)")
      }
      let difference = try await Program.run("diff", ["-r", "a", "b"], in: folder)
      #expect(difference.output.isEmpty)
    }
  }
}
