import Foundation
import Testing

extension Journeys {
  /// Places that take no more while a person answers. A limit of the shell on the size of files stands in for a disk that
  /// is full, which only root can make.
  @Suite struct FullDisk {
    private let folder: Folder
    private let round: TestRound

    init() async throws {
      folder = try Folder()
      round = try await TestRound(in: folder)
    }

    /// A member in plain mode at the first question of the profile; `limit` in KiB.
    private func member(limit: Int) async throws -> Terminal {
      // The signal that comes with the limit is the shell's own way; a full disk sends none.
      let script =
        "trap '' XFSZ; ulimit -S -f \(limit); echo $$ > pid; exec '\(Program.path)' inspect --round r8-1 --plain\n"
      try script.write(to: folder.file("start.sh"), atomically: true, encoding: .utf8)
      let terminal = try await Terminal("bash start.sh", rows: 60, in: folder)
      try await terminal.see("点検コード（12けた）：")
      try await terminal.enter(try #require(round.codes["m01"]))
      try await terminal.see("さんの点検を始めます")
      try await terminal.enter("1")
      try await terminal.see("Enter を押してください：")
      try await terminal.press("Enter")
      try await terminal.see("前提の質問 1問目")
      return terminal
    }

    private func allow(_ bytes: String) async throws {
      let id = try folder.text("pid").trimmingCharacters(in: .newlines)
      try #require(
        try await Program.run("prlimit", ["--pid", id, "--fsize=\(bytes):unlimited"], in: folder).status == 0)
    }

    @Test func `11: an answer that finds no room is said to be unsaved, what was saved stays, and it goes on`()
      async throws
    {
      let terminal = try await member(limit: 64)
      try await terminal.enter("1")
      try await terminal.see("前提の質問 2問目")
      let saved = try folder.text("data/tenken/r8-1/m01.json")
      try await allow("100")
      try await terminal.enter("3")
      try await terminal.see("まだ保存されていません")
      #expect(try folder.text("data/tenken/r8-1/m01.json") == saved)
      try await allow("unlimited")
      try await terminal.enter("3")
      try await terminal.see("前提の質問 3問目")
      #expect(try folder.text("data/tenken/r8-1/m01.json") != saved)
      try await terminal.close()
    }

    /// The sheet, which names each item that a profile question has ruled out, is longer than the draft.
    @Test func `11: a hand-in that finds no room leaves nothing in the box, and goes on under the same number`()
      async throws
    {
      let terminal = try await member(limit: 1)
      for number in 2...5 {
        try await terminal.enter("3")
        try await terminal.see("前提の質問 \(number)問目")
      }
      try await terminal.enter("3")
      try await terminal.see("M-DUT-01")
      try await terminal.enter("一覧")
      let list = try await terminal.see("回答の見直しへ進む").joined(separator: "\n")
      try await terminal.enter(String(try #require(list.firstMatch(of: /(\d+)　回答の見直しへ進む/)).1))
      try await terminal.see("この内容で先へ進む")
      try await terminal.enter("1")
      try await terminal.see("書かない")
      try await terminal.enter("2")
      let page = try await terminal.see("まだ提出しない").joined(separator: "\n")
      let number = try #require(page.firstMatch(of: /回答番号\D*(\d{4})-(\d{4})-(\d{4})/))
      let before = try folder.text("r8-1/box.ndjson")
      try await terminal.enter("1")
      try await terminal.see("もう一度同じ操作をすると")
      #expect(try folder.text("r8-1/box.ndjson") == before)
      #expect(try folder.names(in: "data/tenken/r8-1") == ["m01.json"])
      try await allow("unlimited")
      try await terminal.enter("1")
      try await terminal.see("受付番号")
      #expect(try round.box().numbers == ["\(number.1)\(number.2)\(number.3)"])
      #expect(try round.box().submissions.map { $0["respondent"] } == [.text("m01")])
      try await terminal.close()
    }

    /// The list of codes is shorter than the checklists that are written after it; its limit is between the two.
    @Test func `A new round that finds no room leaves neither a list of codes nor half a folder`() async throws {
      let create = [
        "round", "create", "r8-2", "--roster", "meibo.csv", "--title", "令和8年度 第2回", "--opens", "2026-11-01",
        "--deadline", "2099-01-29", "--office", "議会局総務課", "--telephone", "096-000-0000", "--lent-devices", "none",
      ]
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let full = try await Program.run(
        "bash", ["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"", Program.path] + create, in: folder)
      #expect(full.status == 74, "\(full.errors)")
      // Hidden ones too.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
      let again = try await Program.run(Program.path, create, in: folder)
      #expect(again.status == 0, "\(again.errors)")
      #expect(try folder.names(in: ".").contains("r8-2-codes.csv"))
    }
  }
}
