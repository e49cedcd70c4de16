import Foundation
import Testing

extension Journeys {
  /// The window, its size, its kind and its mouse; numbers are those of docs/terminal.md.
  @Suite struct Windows {
    private let item = StartedInspection.firstItem

    private func opened(
      _ options: String = "", in folder: Folder, variables: [String: String] = [:]
    ) async throws -> Terminal {
      let terminal = try await Terminal("\(Program.path) --role member \(options)", in: folder, variables: variables)
      try await terminal.see(item)
      return terminal
    }

    private func started() async throws -> Folder {
      let folder = try Folder()
      try await StartedInspection.make(in: folder)
      return folder
    }

    @Test func `24: Ctrl-L repaints what something else has written over`() async throws {
      let folder = try await started()
      let terminal = try await opened(in: folder)
      let before = try await terminal.see("? 説明")
      let tty = try await terminal.ask("#{pane_tty}")
      _ = try await Program.run("sh", ["-c", "printf '\\033[5;1Hgarbage' > \(tty)"], in: folder)
      try await terminal.see("garbage")
      try await terminal.press("C-l")
      #expect(try await terminal.seeNo("garbage") == before)
      try await terminal.close()
    }

    @Test func `26: fifty sizes later the state is the same and nothing is stale`() async throws {
      let folder = try await started()
      let terminal = try await opened(in: folder)
      try await terminal.press("3", "Up")
      let before = try await terminal.see("> 2  一部できている")
      var random = SystemRandomNumberGenerator()
      for _ in 0..<50 {
        try await terminal.resize(
          columns: .random(in: 20...200, using: &random), rows: .random(in: 5...60, using: &random))
      }
      try await terminal.resize(columns: 79, rows: 24)
      try await terminal.see("> 2  一部できている")
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.see(before)
      try await terminal.close()
    }

    @Test(arguments: ["vt100", "xterm", "screen-256color", "tmux-256color", "rxvt"])
    func `34: every kind of terminal shows the same text`(term: String) async throws {
      let folder = try await started()
      let usual = try await opened(in: folder)
      let expected = try await usual.see("? 説明")
      try await usual.press("9", "Enter")
      try await usual.see("［終了 0］")
      try await usual.close()
      let other = try await opened(in: folder, variables: ["TERM": term])
      #expect(try await other.see("? 説明") == expected)
      try await other.close()
    }

    @Test func `39: exported LINES and COLUMNS do not freeze the size`() async throws {
      let folder = try await started()
      let terminal = try await opened(in: folder, variables: ["LINES": "14", "COLUMNS": "60"])
      #expect(try await terminal.see("? 説明").count == 24)
      try await terminal.resize(columns: 100, rows: 20)
      try await terminal.see(rows: 20)
      try await terminal.close()
    }

    @Test func `40: the mouse is the terminal's own unless it is asked for`() async throws {
      let folder = try await started()
      let terminal = try await opened(in: folder)
      #expect(try await terminal.ask("#{mouse_any_flag}") == "0")
      try await terminal.close()
    }

    @Test func `40: with --mouse a click chooses, the wheel moves, and the end gives the mouse back`() async throws {
      let folder = try await started()
      let terminal = try await opened("--mouse", in: folder, variables: ["TERM": "xterm-256color"])
      try await terminal.wait(for: "1", from: "#{mouse_any_flag}")
      let screen = try await terminal.see("3  いいえ")
      try await terminal.click(row: try #require(screen.firstIndex { $0.contains("3  いいえ") }), column: 8)
      try await terminal.see("回答： 3 いいえ")
      // SGR mouse (xterm): 64 is the wheel up.
      try await terminal.type("\u{1B}[<64;9;9M")
      try await terminal.see("> 2  一部できている")
      try await terminal.click(row: 0, column: 0)
      try await terminal.press("8", "Enter")
      let list = try await terminal.see("質問の一覧")
      try await terminal.click(row: try #require(list.firstIndex { $0.contains("  2  未回答") }), column: 8)
      try await terminal.see(">  2")
      try await terminal.press("Enter")
      try await terminal.see("2問目（全")
      try await terminal.press("9", "Enter")
      try await terminal.see("［終了 0］")
      #expect(try await terminal.ask("#{mouse_any_flag}") == "0")
      try await terminal.close()
    }
  }
}
