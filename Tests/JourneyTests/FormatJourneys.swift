import Foundation
import Testing

extension LongJourneys {
  /// The round's summary in the formats that an office hands on.
  @Suite struct Formats {
    /// A closed practice round.
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      let made = try await Program.run(
        "round", "practice", "r", "--members", "48", "--staff", "12", "--seed", "7", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      return folder
    }

    @Test func `A table for Excel has the same words in UTF-8 and in CP932`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("aggregate", "r", "--format", "csv", "--output", "u.csv", in: folder)
      _ = try await Program.run(
        "aggregate", "r", "--format", "csv", "--encoding", "cp932", "--output", "s.csv", in: folder)
      let read = try await Program.run(
        "/usr/bin/python3",
        [
          "-c",
          """
          import csv
          rows = [list(csv.reader(open(f, encoding=e, newline=''))) for f, e in (('u.csv', 'utf-8-sig'), ('s.csv', 'cp932'))]
          assert rows[0] == rows[1]
          assert {len(row) for row in rows[0]} == {25}
          print(len(rows[0]))
          """,
        ], in: folder)
      #expect(read.errors.isEmpty)
      #expect((Int(read.output.dropLast()) ?? 0) > 1000)
    }

    @Test func `A character that CP932 lacks is named with its field, and nothing is written`() async throws {
      let folder = try await closedRound()
      try await folder.changeSheets(
        of: "r", "return json.loads(json.dumps(sheet, ensure_ascii=False).replace('架空', '𠮷'))")
      let refused = try await Program.run(
        "aggregate", "r", "--format", "csv", "--format", "json", "--encoding", "cp932", "--output", "d", in: folder)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("「内容」の欄（") && refused.errors.contains("行目）にある「𠮷」"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("d").path))
      // What nobody was given is no edition.
      #expect(!(try folder.text("r/round.log").contains("edition")))
    }

    @Test func `The pages for reading and printing are valid HTML`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("aggregate", "r", "--format", "html", "--output", "s.html", in: folder)
      let number = try #require(try BoxFile(of: "r", in: folder).numbers(of: "member").first)
      let export = try await Program.run(
        "export", "--round", "r", "--format", "html", "--output", "e.html", input: number + "\n", in: folder)
      #expect(export.status == 0, "\(export.errors)")
      for page in ["s.html", "e.html"] {
        let checked = try await Program.run("tidy", ["-quiet", "-errors", "-utf8", page], in: folder)
        #expect(checked.status == 0, "\(checked.errors)")
      }
    }

    @Test func `Every number of the workbook is the number of the JSON, and none is a formula`() async throws {
      let folder = try await closedRound()
      try await folder.changeSheets(
        of: "r", "return json.loads(json.dumps(sheet, ensure_ascii=False).replace('起案文書', '=HYPERLINK(1)'))")
      let made = try await Program.run(
        "aggregate", "r", "--format", "xlsx", "--format", "json", "--output", "d", in: folder)
      #expect(made.status == 65, "\(made.errors)")
      let read = try await Program.run(
        "/usr/bin/python3",
        [
          Program.root.appendingPathComponent("Tests/Oracle/workbook.py").path, "d/r-internal.xlsx",
          "d/r-internal.json",
        ], in: folder)
      #expect(read.errors.isEmpty)
      #expect((Int(read.output.dropLast()) ?? 0) > 1000)
    }

    @Test func `Every number of the comparison is the same in the workbook, the table and the JSON`() async throws {
      let folder = try await closedRound()
      let made = try await Program.run(
        "round", "practice", "q", "--members", "40", "--staff", "12", "--seed", "4", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      // Practice rounds open today; the policy is in force since April 2026.
      let opens = try #require(try folder.text("q/round.yaml").firstMatch(of: /opens: .*/)).output
      try await folder.copyRound("q", to: "mae", id: "r7-1", replacing: [(String(opens), "opens: \"2026-04-02\"")])
      let compared = try await Program.run(
        "aggregate", "r", "--previous", "mae", "--format", "xlsx", "--format", "csv", "--format", "json", "--output",
        "d", in: folder)
      #expect(compared.status == 65, "\(compared.errors)")
      for (script, file, least) in [("workbook.py", "xlsx", 1000), ("table.py", "csv", 100)] {
        let read = try await Program.run(
          "/usr/bin/python3",
          [
            Program.root.appendingPathComponent("Tests/Oracle/\(script)").path, "d/r-internal.\(file)",
            "d/r-internal.json",
          ], in: folder)
        #expect(read.errors.isEmpty)
        #expect((Int(read.output.dropLast()) ?? 0) > least, "\(script)")
      }
    }

    @Test func `The same folder gives the same workbook, in any locale and time zone`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("aggregate", "r", "--format", "xlsx", "--output", "a.xlsx", in: folder)
      _ = try await Program.run(
        "env",
        [
          "LC_ALL=tr_TR.UTF-8", "TZ=America/New_York", Program.path, "aggregate", "r", "--format", "xlsx", "--output",
          "b.xlsx",
        ], in: folder)
      #expect(try await Program.run("cmp", ["a.xlsx", "b.xlsx"], in: folder).status == 0)
    }

    @Test func `Several formats are written into one folder, each as it is alone`() async throws {
      let folder = try await closedRound()
      let all = try await Program.run(
        "aggregate", "r", "--format", "text", "--format", "json", "--output", "d", in: folder)
      #expect(all.status == 65, "\(all.errors)")
      #expect(try folder.names(in: "d") == ["r-internal.json", "r-internal.txt"])
      for (format, name) in [("text", "txt"), ("json", "json")] {
        let alone = try await Program.run("aggregate", "r", "--format", format, in: folder)
        #expect(try folder.text("d/r-internal.\(name)") == alone.output)
      }
    }

    @Test func `Several formats without a folder are refused in words`() async throws {
      let folder = try await closedRound()
      let refused = try await Program.run("aggregate", "r", "--format", "text", "--format", "json", in: folder)
      #expect(refused.status == 64)
      #expect(refused.output.isEmpty && refused.errors.contains("--output"))
    }
  }
}
