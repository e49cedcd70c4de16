import Foundation
import Testing

extension Journeys {
  /// What people expect of the keys and the screen; numbers are those of docs/terminal.md.
  @Suite struct Screens {
    /// A member at the first item, every profile question answered yes.
    private func atFirstItem(
      _ folder: Folder, through starter: String = "", columns: Int = 80, rows: Int = 24
    ) async throws -> Terminal {
      let terminal = try await Terminal(
        "\(starter)\(Program.path) --role member", columns: columns, rows: rows, in: folder)
      try await terminal.see("はじめに")
      while try await terminal.screen().joined().contains("で続き") {
        let before = try await terminal.screen()
        try await terminal.press("Enter")
        try await terminal.change(from: before)
      }
      try await terminal.press("Enter")
      for number in 1...(try BundledChecklist.memberProfileQuestions()) {
        try await terminal.see("前提の質問 \(number)問目")
        try await terminal.press("1", "Enter")
      }
      try await terminal.see("M-DUT-01")
      return terminal
    }

    private func draft(_ folder: Folder) throws -> String { try folder.text("data/tenken/personal/member.json") }

    @Test func `13 and 17: arrows and Tab move a visible mark that stops at both ends; Home and End jump`() async throws
    {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("Down")
      try await terminal.see("> 1  はい")
      try await terminal.press("Tab")
      try await terminal.see("> 2  一部できている")
      try await terminal.press("BTab", "Up", "Up")
      try await terminal.see("> 1  はい")
      try await terminal.press("End")
      try await terminal.see("> 4  わからない")
      try await terminal.press("8", "Enter")
      try await terminal.see("質問の一覧")
      try await terminal.press("NPage", "NPage", "NPage", "NPage", "NPage", "NPage")
      try await terminal.see("回答の見直しへ進む")
      try await terminal.press("Home")
      try await terminal.see(">  1")
      try await terminal.close()
    }

    @Test func `27: a page that replaces another leaves nothing of a row twice`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("8", "Enter")
      let list = try await terminal.see("USBメモリ")
      // Pushing aside what stood there would be cheaper, and would leave a character of it behind the end of the row.
      #expect(list.contains("              きにしていますか。"))
      try await terminal.close()
    }

    @Test func `14 and 15: digits, full-width ones and arrows answer at once, and the answer is on disk`() async throws
    {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("3")
      try await terminal.see("回答： 3 いいえ")
      #expect(try draft(folder).contains(#""choice" : "no""#))
      try await terminal.type("４")
      try await terminal.see("回答： 4 わからない")
      #expect(try draft(folder).contains(#""choice" : "unknown""#))
      try await terminal.press("Up", "Up")
      try await terminal.see("回答： 2 一部できている")
      try await terminal.close()
    }

    @Test func `18: ? and F1 open help, which lists the live keys; Esc, Enter and ? close it`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      for (open, close) in [("?", "Escape"), ("F1", "Enter"), ("?", "?")] {
        try await terminal.press(open)
        try await terminal.see("Enter 閉じる")
        try await terminal.see("改善するには")
        try await terminal.press(close)
        try await terminal.see("回答： まだ選んでいません")
      }
      try await terminal.press("?", "NPage", "NPage")
      for words in ["中断して保存", "元に戻す", "動かす"] { try await terminal.see(words) }
      try await terminal.close()
    }

    @Test func `19: a wrong key changes nothing, the third gets a hint, kana say that input is on`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      let before = try await terminal.screen()
      try await terminal.press("z", "x", "c")
      try await terminal.see("そのキーは、この画面では使いません")
      try await terminal.type("の")
      try await terminal.see("日本語入力がオンのようです")
      #expect(before.contains { $0.contains("まだ選んでいません") })
      #expect(try !draft(folder).contains("choice"))
      try await terminal.close()
    }

    @Test func `22: three pasted lines are text of a note and no commands`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("7", "Enter")
      try await terminal.see("メモ：")
      try await terminal.paste("一行目\n9\n三行目")
      try await terminal.see("三行目")
      try await terminal.press("Enter")
      try await terminal.see("回答： まだ選んでいません")
      #expect(try draft(folder).contains(#"一行目\n9\n三行目"#))
      try await terminal.close()
    }

    @Test func `23: an answer is changed from the review, and the last change taken back`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("3", "8", "Enter")
      try await terminal.see("質問の一覧")
      try await terminal.press("End", "Enter")
      try await terminal.see("いいえ 1問です")
      try await terminal.press("3", "Enter")
      try await terminal.see("質問の一覧")
      try await terminal.press("1", "Enter")
      try await terminal.see("回答： 3 いいえ")
      try await terminal.press("1")
      try await terminal.see("回答： 1 はい")
      try await terminal.press("u", "Enter")
      try await terminal.see("回答： 3 いいえ")
      try await terminal.press("1", "Enter")
      try await terminal.see("はい 1問です")
      try await terminal.close()
    }

    @Test func `25: 60×20 and 40×12 are usable, less is said plainly, and enlarging brings everything back`()
      async throws
    {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("2")
      try await terminal.see("回答： 2")
      for (columns, rows) in [(60, 20), (40, 12)] {
        try await terminal.resize(columns: columns, rows: rows)
        try await terminal.see("9 中断して保存")
        let screen = try await terminal.see("回答： 2 一部できている")
        #expect(screen.contains { $0.contains("> 2") })
      }
      try await terminal.resize(columns: 30, rows: 8)
      try await terminal.see("画面が小さすぎます")
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.see("回答： 2 一部できている")
      try await terminal.see("1-4 答える")
      try await terminal.close()
    }

    @Test func `27 and 28: at 40 columns no row of any question begins or ends where JIS X 4051 forbids it`()
      async throws
    {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder, columns: 40, rows: 40)
      let count = try BundledChecklist.memberItemsWithoutRules() + requiredItems()
      for number in 1...count {
        let screen = try await terminal.see("\(number)問目（全")
        for line in screen.dropLast(2) {
          let text = line.trimmingCharacters(in: .whitespaces)
          #expect(!"、。」）ーっゃゅょァィゥェォッャュョ々・".contains(text.first ?? " "), "\(line)")
          #expect(!"「（".contains(text.last ?? " "), "\(line)")
        }
        try await terminal.press("1", "Enter")
      }
      try await terminal.see("回答の見直し")
      try await terminal.close()
    }

    /// A personal inspection asks the items that rest on a rule as well.
    private func requiredItems() throws -> Int {
      let text = try String(
        contentsOf: Program.root.appendingPathComponent("Checklists/kumamoto/members.yaml"), encoding: .utf8)
      return text.split(separator: "\n").count { $0.contains("requires:") || $0.contains("needsPrevious:") }
    }

    @Test(arguments: [("ｶﾞ", 2), ("か\u{3099}", 2), ("葛\u{E0100}", 2), ("𠮷", 2), ("㈱", 2), ("会議", 4), ("abc", 3)])
    func `29 and 30: the cursor stands behind what is written, by the cells it takes`(text: String, cells: Int)
      async throws
    {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("7", "Enter")
      try await terminal.see("メモ：")
      let start = try #require(Int(try await terminal.ask("#{cursor_x}")))
      try await terminal.type(text)
      try await terminal.wait(for: "\(start + cells)", from: "#{cursor_x}")
      #expect(try await terminal.ask("#{cursor_flag}") == "1")
      try await terminal.type("あ")
      try await terminal.wait(for: "\(start + cells + 2)", from: "#{cursor_x}")
      try await terminal.press("BSpace", "BSpace")
      try await terminal.wait(for: "\(start + (text.count - 1) * cells / text.count)", from: "#{cursor_x}")
      try await terminal.close()
    }

    @Test func `30: on a question the cursor follows the mark`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.press("Down", "Down")
      let screen = try await terminal.see("> 2")
      let row = try #require(screen.firstIndex { $0.contains("> 2") })
      try await terminal.wait(for: "\(row)", from: "#{cursor_y}")
      try await terminal.close()
    }

    @Test func `35 and 36: progress and states are words and marks, never colour alone`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder)
      try await terminal.see("未回答")
      try await terminal.press("3", "Enter")
      try await terminal.see("2問目（全")
      try await terminal.press("8", "Enter")
      let list = try await terminal.see("質問の一覧")
      #expect(list.contains { $0.contains("1  いいえ") })
      #expect(list.contains { $0.contains("   2  未回答") })
      try await terminal.close()
    }

    @Test(.enabled(if: Trace.isInstalled, "strace is not installed: .ci/setup test"))
    func `42: nothing that a library writes to standard error lands on the screen`() async throws {
      let folder = try Folder()
      let terminal = try await atFirstItem(folder, through: Trace.unhidden)
      let tty = try await terminal.ask("#{pane_tty}")
      let errors = try await Program.run(
        "sh", ["-c", "readlink /proc/$(pgrep -P $(pgrep -P \(try await terminal.ask("#{pane_pid}"))))/fd/2"], in: folder
      )
      #expect(errors.status == 0)
      #expect(!errors.output.contains(tty))
      try await terminal.close()
    }
  }
}
