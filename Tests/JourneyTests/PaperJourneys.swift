import Foundation
import Testing

extension Journeys {
  /// A form is printed, filled in away from the screen, and entered.
  @Suite struct Paper {
    /// The codes of the lines that the printed form has, read off its text.
    private func codes(on form: String) -> [String] {
      form.split(whereSeparator: \.isNewline).compactMap { row in
        let word = row.prefix { $0 != " " }
        return word.range(of: "^(P[0-9]+|[MSO]-[A-Z]{3}-[0-9]{2})$", options: .regularExpression) == nil
          ? nil : String(word)
      }
    }

    @Test func `A printed form has every line of the round's checklist once, with its boxes`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let text = try await Program.run(
        "checklist", "print", "member", "--round", "r8-1", "--format", "text", in: folder)
      let codes = codes(on: text.output.replacingOccurrences(of: "\u{0C}", with: "\n"))
      #expect(codes.count == Set(codes).count)
      let expected = try 1 + BundledChecklist.memberProfileQuestions() + BundledChecklist.memberItemsWithoutRules()
      #expect(codes.count == expected)
      #expect(text.output.contains("096-000-0000"))
      let html = try await Program.run(
        "checklist", "print", "member", "--round", "r8-1", "--output", "form.html", in: folder)
      #expect(html.status == 0)
      let page = try folder.text("form.html")
      for code in codes { #expect(page.contains("<span class=\"code\">\(code)</span>")) }
      #expect(!page.contains("<script"))
      let other = try await Program.run(
        "checklist", "print", "member", "--round", "r8-1", "--form", "short", in: folder)
      #expect(other.status == 64)
    }

    @Test func `A form is keyed in by digits and codes, checked, and handed in`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1 --paper --assisted-by s01", in: folder)
      try await terminal.see("どの立場で点検しますか")
      try await terminal.press("1", "Enter")
      try await terminal.see("お名前を選んでください")
      try await terminal.press("1", "Enter")
      try await terminal.see("議員01さんの点検を始めます")
      try await terminal.press("1", "Enter")
      try await terminal.see("代理入力に同意します")
      try await terminal.press("1", "Enter")
      let questions = try BundledChecklist.memberProfileQuestions()
      for number in 1...questions {
        try await terminal.see("P\(number) の番号")
        try await terminal.press(number == questions ? "3" : "1", "Enter")
      }
      try await terminal.see("M-DUT-01")
      try await terminal.enter("M-PHY-99 1")
      try await terminal.see("この点検票にありません")
      try await terminal.enter("ｄｕｔ０２　３")
      try await terminal.see("M-DUT-02 3 いいえ")
      // Every line typed, right or wrong, counts up; P0 and the profile questions and these two are typed.
      var typed = 1 + questions + 2
      while try await !terminal.screen().joined().contains("すべての行を入れました") {
        try await terminal.press("1", "Enter")
        typed += 1
        try await terminal.see("（入力 \(typed + 1)）")
      }
      try await terminal.press("Enter")
      try await terminal.see("回答の見直し")
      try await terminal.press("1", "Enter")
      try await terminal.see("ご意見")
      try await terminal.press("2", "Enter")
      try await terminal.see("点検票と見比べて")
      try await terminal.press("End", "Enter")
      try await terminal.see("提出する")
      try await terminal.press("1", "Enter")
      try await terminal.see("受付番号")
      try await terminal.press("1", "Enter")
      try await terminal.see("控えを残さずに終わる")
      try await terminal.press("2", "Enter")
      try await terminal.see("［終了 0］")
      try await terminal.close()

      let submission = try #require(try round.box().submission(of: "m01"))
      #expect(submission["entry"] == .object(["mode": .text("paper"), "by": .text("s01")]))
      #expect(submission["consent"] == .truth(true))
      let answers = try self.answers(of: round)
      #expect(answers["M-DUT-01"] == "yes")
      #expect(answers["M-DUT-02"] == "no")
      #expect(answers["M-CLD-06"] == "not_applicable")
    }

    @Test func `Keyed twice, the differences are settled, line by line in plain mode`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let profile = Array(repeating: "1", count: try BundledChecklist.memberProfileQuestions())
      let items = Array(repeating: "1", count: 50)
      let once = ["1"] + profile + items
      let first = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--paper", "--assisted-by", "s01",
        input: (["1", "1", "1"] + once).joined(separator: "\n") + "\n", in: folder)
      let asked = first.output.components(separatedBy: "M-").count
      #expect(asked > 10)
      // How many items are left to key is on the page; the rest of the digits is refused and changes nothing.
      let second = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--paper", "--twice", "--assisted-by", "s01",
        input: (["1", "1", "1", ""] + profile + ["3"] + items + ["", "1", "9"]).joined(separator: "\n") + "\n",
        in: folder)
      #expect(second.output.contains("2回の入力が違うところ"))
      #expect(second.output.contains("1回目の入力： 1 はい"))
      #expect(second.output.contains("2回目の入力： 3 いいえ"))
      #expect(second.output.contains("回答の見直し"), "\(second.output.suffix(800))")
      let draft = try folder.text("data/tenken/r8-1/m01.json")
      #expect(!draft.contains("\"no\""))
    }

    @Test func `A form filled in with Excel begins at the review, whoever enters it`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      try await round.handIn(1)
      #expect(Set(try answers(of: round).values).isSubset(of: ["yes", "not_applicable"]))

      // With staff the answers are read back before the hand-in.
      let rows = try BundledChecklist.memberProfileQuestions() + BundledChecklist.memberItemsWithoutRules() + 1
      let staff = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--answers", "form1.csv", "--assisted-by", "s01",
        input: "1\n2\n1\n1\n2\n\(rows)\n1\n1\n2\n", in: folder)
      #expect(staff.errors.contains("提出しました"), "\(staff.output.suffix(2000))\(staff.errors)")
      let submission = try #require(try round.box().submission(of: "m02"))
      #expect(submission["entry"] == .object(["mode": .text("paper"), "by": .text("s01")]))
      #expect(submission["consent"] == .truth(true))
    }

    /// Consent is to somebody else's entering the answers: a submission that holds one tells of an assistance.
    @Test func `A consent that is ticked on a form of one's own is not taken`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, "--no-codes")
      try await round.form("1")
      try #require(try folder.text("form.csv").contains("\"P0\",\"1\""))
      let begun = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--answers", "form.csv", input: "1\n1\n1\n1\n\n9\n", in: folder)
      #expect(begun.status == 0, "\(begun.errors)")
      let draft = try JSON.object(folder.text("data/tenken/r8-1/m01.json"))
      #expect(draft["entry"] == .object(["mode": .text("self")]))
      #expect(draft["consent"] == nil)
      try await round.handIn(2)
      let submission = try #require(try round.box().submission(of: "m02"))
      #expect(submission["entry"] == .object(["mode": .text("self")]))
      #expect(submission["consent"] == nil)
    }

    @Test func `What a file answers is kept before it is shown, and whoever leaves there finds it again`() async throws {
      let folder = try Folder()
      try await TestRound(in: folder, "--no-codes").form("1")
      let left = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--answers", "form.csv", input: "1\n1\n1\n", in: folder)
      #expect(left.output.contains("回答の見直し"), "\(left.output)")
      let draft = try JSON.object(folder.text("data/tenken/r8-1/m01.json"))
      guard case .list(let answers)? = draft["answers"] else { throw NotSeen(what: "answers") }
      #expect(answers.count == (try BundledChecklist.memberItemsWithoutRules()))
    }

    @Test func `A file with faults is told by line, and changes nothing`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      try "項目,回答,理由\nM-PHY-99,1,\nM-DUT-02,2,\nM-DUT-02,1,\n"
        .write(to: folder.file("a.csv"), atomically: true, encoding: .utf8)
      let finished = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--answers", "a.csv", input: "1\n1\n1\n", in: folder)
      #expect(finished.status == 65)
      for line in ["a.csv:2: ", "a.csv:3: ", "a.csv:4: "] { #expect(finished.errors.contains(line)) }
      #expect(try folder.names(in: "data/tenken/r8-1").isEmpty)
    }

    /// The choice for each item of the one sheet.
    private func answers(of round: TestRound) throws -> [String: String] {
      guard case .list(let answers)? = try round.box().sheets.first?["answers"] else {
        throw NotSeen(what: "answers")
      }
      return Dictionary(
        uniqueKeysWithValues: answers.compactMap { answer in
          guard case .object(let answer) = answer, case .text(let item)? = answer["item"],
            case .text(let choice)? = answer["choice"]
          else { return nil }
          return (item, choice)
        })
    }
  }
}
