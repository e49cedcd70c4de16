import Foundation
import Testing

extension Journeys {
  /// A member's inspection from the first key to the handed-in sheet.
  @Suite struct Inspecting {
    /// The answer to the nth item (from 0), of choices that every item offers.
    private static func answer(_ index: Int) -> String { ["1", "3", "4"][index % 3] }

    @Test func `A member goes through everything by keys and hands in; plain mode gives the same sheet`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      try await inspectOnScreen(in: folder)
      var byScreen = try #require(try round.box().sheets.first)
      try await inspectLineByLine(in: folder)
      var byLines = try #require(try round.box().sheets.first { $0 != byScreen })

      for key in ["digest", "id"] {
        #expect(byScreen.removeValue(forKey: key) != byLines.removeValue(forKey: key))
      }
      #expect(byScreen == byLines)
      guard case .list(let answers)? = byScreen["answers"] else { throw NotSeen(what: "answers") }
      let ownAnswers = answers.count { if case .object(let a) = $0 { a["source"] == .text("self") } else { false } }
      #expect(try ownAnswers == BundledChecklist.memberItemsWithoutRules())
      // 無記名: nothing but the answers (docs/design.md 4.4).
      #expect(Set(byScreen.keys) == ["format", "round", "checklist", "role", "answers"])
      #expect(try round.box().submissions.map { $0["respondent"] } == [.text("m01"), .text("m02")])
      // After the 控え the draft is gone.
      #expect(try folder.names(in: "data/tenken/r8-1").isEmpty)
    }

    private func inspectOnScreen(in folder: Folder) async throws {
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1", in: folder)
      try await terminal.see("どの立場で点検しますか")
      try await terminal.press("1", "Enter")
      try await terminal.see("お名前を選んでください")
      try await terminal.press("1", "Enter")
      try await terminal.see("議員01さんの点検を始めます")
      try await terminal.press("1", "Enter")
      try await terminal.see("はじめに")
      try await readPreface(terminal)
      for number in 1...(try BundledChecklist.memberProfileQuestions()) {
        try await terminal.see("前提の質問 \(number)問目")
        try await terminal.press("1")
        try await terminal.see("回答： 1 はい")
        try await terminal.press("Enter")
      }
      let count = try BundledChecklist.memberItemsWithoutRules()
      for index in 0..<count {
        try await terminal.see("\(index + 1)問目（全\(count)問）")
        try await terminal.press(Self.answer(index))
        try await terminal.see("回答： \(Self.answer(index))")
        try await terminal.press("Enter")
      }
      try await terminal.see("すべての質問にお答えいただきました")
      try await terminal.press("1", "Enter")
      try await terminal.see("改善計画 1件目")
      // Everything that a hand in a hurry types ahead stops before the hand-in, and again before the numbers.
      try await terminal.type("4\r2\r1\r1\r2\r")
      try await terminal.see("無記名で提出します")
      #expect(try BoxFile(of: "r8-1", in: folder).submissions.isEmpty)
      try await terminal.press("1", "Enter")
      try await terminal.see("受付番号")
      try await terminal.press("1", "Enter")
      try await terminal.see("控えを残さずに終わる")
      try await terminal.press("2", "Enter")
      try await terminal.see("提出しました")
      try await terminal.see("［終了 0］")
      try await terminal.close()
    }

    /// Enter shows the rest of a long preface before it goes on.
    private func readPreface(_ terminal: Terminal) async throws {
      while try await terminal.screen().joined().contains("で続き") {
        let before = try await terminal.screen()
        try await terminal.press("Enter")
        try await terminal.change(from: before)
      }
      try await terminal.press("Enter")
    }

    private func inspectLineByLine(in folder: Folder) async throws {
      let profile = Array(repeating: "1", count: try BundledChecklist.memberProfileQuestions())
      let items = (0..<(try BundledChecklist.memberItemsWithoutRules())).map { Self.answer($0) }
      // Role, name, yes, preface; profile; items; review, plans, opinion, hand-in, receipt, 控え.
      let lines = ["1", "2", "1", ""] + profile + items + ["1", "4", "2", "1", "1", "2"]
      let finished = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", input: lines.joined(separator: "\n") + "\n", in: folder)
      #expect(finished.status == 0, "\(finished.output)\(finished.errors)")
      #expect(finished.errors.contains("提出しました"))
      let again = try await Program.run("inspect", "--round", "r8-1", "--plain", input: "1\n2\n1\n", in: folder)
      #expect(again.output.contains("すでに提出されています"))
      #expect(!finished.output.contains("すでに提出されています"))
      #expect(!finished.output.contains("\u{1B}"))
    }

    @Test func `41: the end of the input leaves safely, with a word and without an escape`() async throws {
      let folder = try Folder()
      let finished = try await Program.run("--role", "member", input: "\n1\n", in: folder)
      #expect(finished.status == 0)
      #expect(finished.errors.contains("ここまでの答えを保存しました"))
      #expect(!finished.output.contains("\u{1B}"))
      #expect(try folder.text("data/tenken/personal/member.json").contains(#""meeting-device" : true"#))
    }

    @Test func `Leaving and starting again lands on the same question with the same answers`() async throws {
      let folder = try Folder()
      let terminal = try await Terminal("\(Program.path) --role member", in: folder)
      try await terminal.see("はじめに")
      try await readPreface(terminal)
      for number in 1...(try BundledChecklist.memberProfileQuestions()) {
        try await terminal.see("前提の質問 \(number)問目")
        try await terminal.press("1", "Enter")
      }
      try await terminal.see("1問目（")
      try await terminal.press("1", "Enter")
      try await terminal.see("2問目（")
      try await terminal.press("4")
      let before = try await terminal.see("回答： 4 わからない")
      try await terminal.press("9", "Enter")
      try await terminal.see("ここまでの答えを保存しました")
      try await terminal.close()

      let again = try await Terminal("\(Program.path) --role member", in: folder)
      let after = try await again.see("回答： 4 わからない")
      #expect(after == before)
      try await again.close()
    }

    @Test func `Enter alone answers nothing, full-width digits and はい answer`() async throws {
      let folder = try Folder()
      let terminal = try await Terminal("\(Program.path) --role member", in: folder)
      try await terminal.see("はじめに")
      try await readPreface(terminal)
      try await terminal.see("回答： まだ選んでいません")
      try await terminal.press("Enter")
      try await terminal.see("番号を押してください")
      try await terminal.see("前提の質問 1問目")
      try await terminal.type("３")
      try await terminal.see("回答： 3 いいえ")
      try await terminal.type("はい")
      try await terminal.see("回答： 1 はい")
      try await terminal.type("ぬ")
      try await terminal.see("回答： 1 はい")
      try await terminal.press("Enter")
      try await terminal.see("前提の質問 2問目")
      try await terminal.close()
    }
  }
}
