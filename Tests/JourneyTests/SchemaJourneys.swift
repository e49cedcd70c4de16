import Foundation
import Testing

extension LongJourneys {
  /// The schemas in docs/schemas against files that the program really wrote.
  @Suite struct Schemas {
    @Test(arguments: ["unsigned", "signed"])
    func `Everything in a round folder is as its schema says`(handIn: String) async throws {
      let folder = try Folder()
      let made = try await Program.run(
        "round", "practice", "r", "--members", "20", "--staff", "12", "--seed", "3", "--hand-in", handIn, "--closed",
        in: folder)
      try #require(made.status == 0, "\(made.errors)")
      let aggregated = try await Program.run(
        "aggregate", "r", "--format", "json", "--output", "summary.json", in: folder)
      #expect(aggregated.status == 65)
      // What the program leaves out is no such document.
      let leftOut = try folder.leftOut(of: "r")
      let lines = try folder.text("r/box.ndjson").split(separator: "\n").enumerated()
        .filter { !leftOut.contains($0.offset + 1) }.map(\.element)
      try (lines.joined(separator: "\n") + "\n").write(
        to: folder.file("whole.ndjson"), atomically: true, encoding: .utf8)
      for schema in ["submission", "sheet", "opinion", "box"] {
        #expect(lines.contains { $0.contains("\"format\":\"tenken.\(schema)/1\"") })
        try await expectValid(schema, ["whole.ndjson"], in: folder)
      }
      try await expectValid("draft", folder.names(in: "r/drafts").map { "r/drafts/\($0)" }, in: folder)
      try await expectValid("event", ["r/round.log"], in: folder)
      try await expectValid("round", ["r/round.yaml"], in: folder)
      try await expectValid("policy", ["r/checklists/policy.yaml"], in: folder)
      try await expectValid(
        "checklist", ["members", "staff", "organisation"].map { "r/checklists/\($0).yaml" }, in: folder)
      try await expectValid("summary", ["summary.json"], in: folder)
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let next = try await Program.run(
        "round", "create", "r9", "--roster", "meibo.csv", "--deadline", "2099-01-29", "--office", "議会局", "--telephone",
        "0", "--previous", "r", "--lent-devices", "none", "--no-codes", in: folder)
      try #require(next.status == 0, "\(next.errors)")
      try await expectValid("evidence", ["r9/evidence.json"], in: folder)
    }

    @Test func `A round that the secretariat made, and a draft that a person left, are valid too`() async throws {
      let folder = try Folder()
      _ = try await TestRound(
        in: folder, "--extraordinary", "新しいサービスの導入", "--city-date", "2026-10-01", "--city-form", "様式第1号")
      try await expectValid("codes", ["r8-1/codes.json"], in: folder)
      try await expectValid("round", ["r8-1/round.yaml"], in: folder)
      let left = try await Program.run("--role", "staff", "--plain", input: "\n1\n1\n9\n", in: folder)
      #expect(left.status == 0, "\(left.errors)")
      try await expectValid("draft", ["data/tenken/personal/staff.json"], in: folder)
    }

    @Test func `The validator finds what is wrong`() async throws {
      let folder = try Folder()
      try #"{"format": "tenken.opinion/1", "text": "意見", "name": "議員01"}"#
        .write(to: folder.file("box.ndjson"), atomically: true, encoding: .utf8)
      #expect(try await validate("opinion", ["box.ndjson"], in: folder).status == 1)
    }

    private func expectValid(_ schema: String, _ files: [String], in folder: Folder) async throws {
      let verdict = try await validate(schema, files, in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }

    private func validate(_ schema: String, _ files: [String], in folder: Folder) async throws -> Finished {
      let script = Program.root.appendingPathComponent("Tests/Oracle/validate.py").path
      let file = Program.root.appendingPathComponent("docs/schemas/\(schema).schema.json").path
      return try await Program.run("/usr/bin/python3", [script, file] + files, in: folder)
    }
  }
}
