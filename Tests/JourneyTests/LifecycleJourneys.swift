import Foundation
import Testing

extension Journeys {
  /// Start and end, in every way a session may begin or be cut short; numbers are those of docs/terminal.md.
  @Suite struct Lifecycle {
    private let item = StartedInspection.firstItem

    private func started() async throws -> Folder {
      let folder = try Folder()
      try await StartedInspection.make(in: folder)
      return folder
    }

    @Test func `1: nothing is written before the alternate screen`() async throws {
      let folder = try await started()
      let seen = try await Recording.of(.see(item), term: "xterm-256color", in: folder)
      let before = try #require(seen.text.firstRange(of: "\u{1B}[?1049h")).lowerBound
      let printed = seen.text[..<before].replacing(/\u{1B}[\[()][?0-9;]*[@-~]?|[\u{00}-\u{1F}]/, with: "")
      #expect(printed == "")
    }

    @Test(arguments: [(15, 143), (2, 130), (1, 129)] as [(Int32, Int)])
    func `2 and 4: a signal keeps the answer, restores the terminal and is told by the status`(
      signal: Int32, status: Int
    ) async throws {
      let folder = try await started()
      let ended = try await Recording.of(
        .see(item), .send("3"), .see("回答： 3 いいえ"), .signal(signal), .end, in: folder)
      #expect(ended.status == status)
      #expect(ended.sameModes)
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
    }

    /// SIGILL is what a trap of Swift is on x86-64, SIGTRAP on arm64; SIGQUIT comes from outside.
    @Test(arguments: [SIGQUIT, 4, 5, 6, 11] as [Int32])
    func `3: a trap restores the terminal and says one sentence in Japanese`(signal: Int32) async throws {
      let folder = try await started()
      let ended = try await Recording.of(
        .see(item), .send("3"), .see("3 いいえ"), .signal(signal), .end, arguments: ["--role", "member", "--mouse"],
        term: "xterm-256color", in: folder)
      #expect(ended.status == -Int(signal))
      #expect(ended.sameModes)
      let last = try #require(ended.steps.last).text
      for sequence in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1000l"] { #expect(last.contains(sequence)) }
      #expect(last.contains("思いがけない誤りで終わりました"))
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
    }

    @Test func `5: a closed window ends the program and keeps the answers`() async throws {
      let folder = try await started()
      let ended = try await Recording.of(.see(item), .send("3"), .see("回答： 3 いいえ"), .hangUp, in: folder)
      #expect(ended.status == 129)
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
    }

    @Test func `6: killed at any moment the file is whole, old or new`() async throws {
      let folder = try await started()
      var random = SystemRandomNumberGenerator()
      for _ in 0..<100 {
        let before = try StartedInspection.answers(in: folder).count
        // Most kills strike while one answer is changed over and over, some while the session goes on.
        let keys = Int.random(in: 0..<10, using: &random) == 0 ? "3\r" : "1313131"
        _ = try await Recording.of(
          .see("問目"), .send(keys), .linger(seconds: .random(in: 0...0.05, using: &random)), .signal(9), .end, in: folder
        )
        #expect(try StartedInspection.answers(in: folder).count >= before)
      }
      // No half-written companion is taken for a draft, and the session still starts.
      _ = try await Recording.of(.see("問目"), in: folder)
    }

    @Test func `2 and 7: Ctrl-Z gives the shell back, fg the same question, a resize meanwhile is honoured`()
      async throws
    {
      let folder = try await started()
      let shell = try await Terminal("bash --norc --noprofile -i", in: folder, variables: ["PS1": "shell> "])
      try await shell.see("shell>")
      try await shell.enter("stty -a > before; \(Program.path) --role member")
      try await shell.see(item)
      try await shell.press("3")
      try await shell.see("回答： 3 いいえ")
      try await shell.press("C-z")
      try await shell.see("続けるときは、fg と打って Enter を押してください")
      try await shell.see("Stopped")
      try await shell.wait(for: "0 1", from: "#{alternate_on} #{cursor_flag}")
      try await shell.enter("echo $((40+2))")
      try await shell.see("42")
      try await shell.resize(columns: 100, rows: 20)
      try await shell.enter("fg")
      try await shell.see("回答： 3 いいえ")
      try await shell.wait(for: "1", from: "#{alternate_on}")
      #expect(try await shell.screen().count == 20)
      try await shell.press("9", "Enter")
      try await shell.see("ここまでの答えを保存しました")
      try await shell.wait(for: "0 1", from: "#{alternate_on} #{cursor_flag}")
      try await shell.enter("stty rows 24 columns 80; stty -a > after; echo done")
      try await shell.see("\ndone")
      #expect(try folder.text("before") == folder.text("after"))
      try await shell.close()
    }

    @Test func `8: Ctrl-C asks, and again leaves safely`() async throws {
      let folder = try await started()
      let ended = try await Recording.of(
        .see(item), .send("3"), .see("回答： 3 いいえ"), .send("\u{3}"), .see("保存して"), .send("\u{3}"), .end, in: folder)
      #expect(ended.status == 0)
      #expect(ended.sameModes)
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
    }

    @Test(arguments: ["bogus", "dumb", ""])
    func `9: a terminal that cannot draw is told so and gets lines without an escape`(term: String) async throws {
      let folder = try await started()
      let ended = try await Recording.of(
        .see("一行ずつ表示します"), .see(item), .send("\u{4}"), .end, term: term, in: folder)
      #expect(ended.status == 0)
      #expect(!ended.text.contains("\u{1B}"))
    }

    @Test func `9 and 34: the console of Linux is told what to use instead, in letters that it can show`() async throws
    {
      let folder = try await started()
      let refused = try await Recording.of(.see("kmscon ka fbterm"), .end, term: "linux", in: folder)
      #expect(refused.status == 69)
      #expect(!refused.text.contains("\u{1B}"))
      let plain = try await Recording.of(
        .see("kmscon ka fbterm"), .see(item), .send("\u{4}"), .end, arguments: ["--role", "member", "--plain"],
        term: "linux", in: folder)
      #expect(plain.status == 0)
    }

    @Test func `11: where nothing can be kept, that is said before the first question`() async throws {
      let folder = try Folder()
      try "".write(to: folder.file("data"), atomically: true, encoding: .utf8)
      let refused = try await Recording.of(.end, term: "xterm-256color", in: folder)
      #expect(refused.status == 73)
      #expect(refused.sameModes)
      #expect(refused.text.contains("tenken: "))
      #expect(!refused.text.contains("はじめに"))
      let missing = try await Program.run("inspect", "--round", "nashi", "--plain", in: folder)
      #expect(missing.status == 66)
    }

    @Test func `12: a second start on the same answers is told so and changes nothing`() async throws {
      let folder = try await started()
      let terminal = try await Terminal("\(Program.path) --role member", in: folder)
      try await terminal.see(item)
      try await terminal.press("3")
      try await terminal.see("回答： 3 いいえ")
      let second = try await Program.run("--role", "member", "--plain", input: "1\n", in: folder)
      #expect(second.status == 75)
      #expect(second.errors.contains("ほかの画面で同じ点検が開かれています"))
      #expect(try StartedInspection.answers(in: folder) == [StartedInspection.no(to: item)])
      try await terminal.close()
    }
  }
}
