import Foundation
import Testing

extension CommandJourneys {
  /// Whether a summary is still what the round's files make.
  @Suite struct Verifying {
    private func summary(_ more: String...) async throws -> Folder {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      let made = try await Program.run(
        Program.path, ["aggregate", "r", "--format", "json", "--output", "s.json"] + more, in: folder)
      try #require(made.status == 65, "\(made.errors)")
      return folder
    }

    private func verify(_ folder: Folder) async throws -> Finished {
      try await Program.run("verify", "s.json", "r", in: folder)
    }

    @Test func `The same files make the same summary, whoever checks in which locale`() async throws {
      let folder = try await summary()
      let same = try await verify(folder)
      #expect(same.status == 0, "\(same.errors)")
      #expect(same.output.hasPrefix("同じです。\n"))
    }

    @Test func `The digest is that of b2sum over the files`() async throws {
      let folder = try await summary()
      let stated = try #require(try await verify(folder).output.firstMatch(of: /[0-9a-f]{64}/)).output
      // As docs/figures.md says it; a line of round.log after the closing does not count.
      let list = try await Program.run(
        "sh",
        [
          "-c",
          """
          cd r
          {
            b2sum -l 256 round.yaml *.csv box.ndjson checklists/*.yaml
            sed '/"event":"closed"/q' round.log | b2sum -l 256 | sed 's/-$/round.log/'
          } | LC_ALL=C sort -k2 | b2sum -l 256
          """,
        ], in: folder)
      #expect(list.output.prefix(64) == stated)
    }

    @Test func `A changed roster and a lost sheet are named`() async throws {
      let folder = try await summary()
      let lost = try #require(try BoxFile(of: "r", in: folder).numbers.first)
      try await folder.changeSheets(
        of: "r", closingAnew: false, "return None if sheet['id'] == '\(lost)' else sheet")
      try (folder.text("r/roster.csv") + "x9,見本,みほん,member,,,\n").write(
        to: folder.file("r/roster.csv"), atomically: true, encoding: .utf8)
      let differs = try await verify(folder)
      #expect(differs.status == 65)
      #expect(differs.errors.contains("box.ndjson：中身が変わりました。"))
      #expect(differs.errors.contains("box.ndjson：数えた回答票のうち1票がありません。"))
      #expect(!differs.errors.contains("行目"))
      #expect(differs.errors.contains("roster.csv：中身が変わりました。"))
      #expect(!differs.errors.contains("checklists"))
    }

    @Test func `A figure changed by hand is found out`() async throws {
      let folder = try await summary()
      let text = try folder.text("s.json")
      let digits = try #require(text.firstMatch(of: /"yes" : (\d+)/)).output.1
      try text.replacingCharacters(in: digits.startIndex..<digits.endIndex, with: "4711").write(
        to: folder.file("s.json"), atomically: true, encoding: .utf8)
      let differs = try await verify(folder)
      #expect(differs.status == 65)
      let line = text[..<digits.startIndex].count { $0 == "\n" } + 1
      #expect(differs.errors.contains("s.json の\(line)行目"))
    }

    @Test func `What is no summary, and a summary of another round, are refused`() async throws {
      let folder = try await summary()
      let text = try folder.text("s.json")
      try text.replacing("\"r\"", with: "\"yoso\"").write(
        to: folder.file("s.json"), atomically: true, encoding: .utf8)
      #expect(try await verify(folder).errors.contains("点検回 yoso のもの"))
      try "{}".write(to: folder.file("s.json"), atomically: true, encoding: .utf8)
      let refused = try await verify(folder)
      #expect(refused.status == 65)
      #expect(refused.errors.contains("点検結果ではないようです"))
    }
  }
}
