import Foundation
import Testing

extension Journeys {
  /// A shared PC, one person after another.
  @Suite struct SharedScreen {
    @Test func `One person after another comes in by code, and only the supervisor's code ends it`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1 --kiosk", in: folder)
      try await terminal.see("点検コード（12けた）")
      for way in ["Escape", "C-c"] {
        try await terminal.press(way)
        try await terminal.see("このパソコンは皆さんで使っています")
      }
      for person in ["m01", "m02"] {
        try await enter(try #require(round.codes[person]), at: terminal)
        try await terminal.see("さんの点検を始めます")
        try await terminal.press("1", "Enter")
        try await terminal.see("はじめに")
        try await terminal.press("9", "Enter")
        // Left with a good-bye, covered, and ready for the next.
        try await terminal.see("お疲れさまでした")
        try await terminal.press("Enter")
        try await terminal.see("点検コード（12けた）")
        try await terminal.seeNo("はじめに")
      }
      try await enter(try #require(round.codes["*"]), at: terminal)
      try await terminal.see("［終了 0］")
      // Nothing was answered, so nothing is kept.
      #expect(try folder.names(in: "data/tenken/r8-1").isEmpty)
      // Nothing is left to scroll back to.
      #expect(try await terminal.ask("#{history_size}") == "0")
      try await terminal.close()
    }

    @Test func `No key gives the shell back, not even where the screen was begun from one`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let shell = try await Terminal("bash --norc --noprofile -i", in: folder, variables: ["PS1": "shell> "])
      try await shell.see("shell>")
      try await shell.enter("\(Program.path) inspect --round r8-1 --kiosk")
      try await shell.see("点検コード（12けた）")
      // Text that was typed after the key shows that the screen still takes it.
      for (key, text) in [("C-z", "11"), ("C-\\", "22"), ("C-d", "33"), ("C-c", "44")] {
        try await shell.press(key)
        try await shell.type(text)
        try await shell.see(text)
        try await shell.wait(for: "1", from: "#{alternate_on}")
      }
      try await shell.close()
    }

    @Test func `The supervisor's code opens no inspection on a screen of one's own`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1", in: folder)
      try await terminal.see("点検コード（12けた）")
      try await enter(try #require(round.codes["*"]), at: terminal)
      try await terminal.see("見つかりませんでした")
      try await terminal.close()
    }

    @Test func `A round without codes is not shared`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let refused = try await Program.run("inspect", "--round", "r8-1", "--kiosk", in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("点検コード"))
    }

    private func enter(_ code: String, at terminal: Terminal) async throws {
      try await terminal.press("C-u")
      try await terminal.enter(code)
    }
  }
}
