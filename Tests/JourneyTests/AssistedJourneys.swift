import Foundation
import Testing

extension Journeys {
  /// Staff enter a person's answers while the person sits beside them.
  @Suite struct Assisted {
    @Test func `Staff enter a member's answers with consent, read them back, and hand them in`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let code = try #require(round.codes["m01"])
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1 --assisted-by s01", in: folder)
      try await terminal.see("点検コード（12けた）")
      try await terminal.enter(code)
      try await terminal.see("議員01さんの点検を始めます")
      try await terminal.press("1", "Enter")
      try await terminal.see("声に出してお読みください")
      try await terminal.see("代理入力：議員01さん（入力 職員01さん）")
      // Nothing is kept before the person has agreed.
      #expect(try folder.names(in: "data/tenken/r8-1").isEmpty)
      try await terminal.press("1")
      try await terminal.see("回答： 1 同意する")
      try await terminal.press("Enter")
      try await terminal.see("はじめに")
      while try await !terminal.screen().joined().contains("前提の質問 1問目") {
        let before = try await terminal.screen()
        try await terminal.press("Enter")
        try await terminal.change(from: before)
      }
      for number in 1...(try BundledChecklist.memberProfileQuestions()) {
        try await terminal.see("前提の質問 \(number)問目")
        try await terminal.press("1", "Enter")
      }
      try await terminal.see("1問目（")
      try await terminal.press("1")
      try await terminal.see("回答： 1 はい")
      try await terminal.press("8", "Enter")
      try await terminal.see("質問の一覧")
      try await terminal.press("End", "Enter")
      try await terminal.see("回答の見直し")
      try await terminal.press("1", "Enter")
      try await terminal.see("ご意見")
      try await terminal.press("2", "Enter")
      try await terminal.see("読み上げて確かめる")
      let question = try await terminal.see("会議のために、端末（貸与された物、自分の物）を使いますか。")
      #expect(question.joined().contains("回答：はい"))
      #expect(question.joined().contains("今年度、熊本市議会情報セキュリティ基本方針を読みましたか。　回答：はい"))
      try await terminal.press("End", "Enter")
      try await terminal.see("提出する")
      try await terminal.press("1", "Enter")
      try await terminal.see("受付番号")
      try await terminal.press("1", "Enter")
      try await terminal.see("控えをファイルに保存して終わる")
      try await terminal.press("1", "Enter")
      try await terminal.see("［終了 0］")
      try await terminal.close()

      let submission = try #require(try round.box().submission(of: "m01"))
      #expect(submission["entry"] == .object(["mode": .text("assisted"), "by": .text("s01")]))
      #expect(submission["consent"] == .truth(true))
      let sheet = try #require(try round.box().sheets.first)
      #expect(Set(sheet.keys) == ["digest", "id", "format", "round", "checklist", "role", "answers"])
      let keepsake = try #require(try folder.names(in: ".").first { $0.hasPrefix("自己点検の控え") })
      let copy = try folder.text(keepsake)
      #expect(copy.contains("確認した日付") && copy.contains("議員01"))
      // A copy that names the person has no 回答番号.
      guard case .text(let number)? = sheet["id"] else { throw NotSeen(what: "id") }
      #expect(!copy.replacing("-", with: "").contains(number.replacing("-", with: "")))
    }

    @Test func `Who does not agree leaves nothing behind, in plain mode too`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      let finished = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--assisted-by", "o01", input: "1\n1\n1\n3\n", in: folder)
      #expect(finished.status == 0)
      #expect(finished.output.contains("代理入力：議員01さん（入力 点検担当さん）"))
      #expect(finished.errors.contains("同意がなかった"))
      #expect(try folder.names(in: "data/tenken/r8-1").isEmpty)
      #expect(try round.box().sheets.isEmpty)
    }

    @Test func `An own draft goes on with assistance once consent is given`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let alone = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n\n1\n9\n", in: folder)
      #expect(alone.status == 0, "\(alone.errors)")
      let assisted = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--assisted-by", "s01", input: "1\n1\n1\n1\n9\n", in: folder)
      #expect(assisted.status == 0, "\(assisted.errors)")
      #expect(assisted.output.contains("前提の質問 2問目"))
      let draft = try JSON.object(folder.text("data/tenken/r8-1/m01.json"))
      #expect(draft["entry"] == .object(["mode": .text("assisted"), "by": .text("s01")]))
      #expect(draft["consent"] == .truth(true))
    }

    @Test(
      arguments: [
        (["--round", "r8-1", "--assisted-by", "m02"], "議員です"), (["--round", "r8-1", "--assisted-by", "x9"], "x9"),
        (["--assisted-by", "s01"], "--round"), (["--round", "r8-1", "--paper"], "--assisted-by"),
        (["--round", "r8-1", "--assisted-by", "s01", "--twice"], "--paper"),
        (["--round", "r8-1", "--kiosk", "--assisted-by", "s01"], "--kiosk"),
      ]) func `What cannot be is refused with its reason`(options: [String], reason: String) async throws
    {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let finished = try await Program.run(Program.path, ["inspect"] + options, in: folder)
      #expect(finished.status == 64)
      #expect(finished.errors.contains(reason), "\(finished.errors)")
    }
  }
}
