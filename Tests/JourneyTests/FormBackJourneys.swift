import Foundation
import Testing

extension CommandJourneys {
  /// Forms go out as a workbook, are filled in elsewhere, and come back together.
  @Suite struct FormsBack {
    private func python(_ arguments: String..., in folder: Folder) async throws {
      let script = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/forms.py").path
      let done = try await Program.run("/usr/bin/python3", [script] + arguments, in: folder)
      try #require(done.status == 0, "\(done.errors)")
    }

    private func form(_ format: String, _ file: String, in folder: Folder) async throws {
      let made = try await Program.run(
        "checklist", "print", "member", "--round", "r8-1", "--format", format, "--output", file, in: folder)
      try #require(made.status == 0, "\(made.errors)")
    }

    private func roster(_ members: Int) -> String {
      let rows = (1...members).map { number in
        let digits = number < 10 ? "0\(number)" : "\(number)"
        return "m\(digits),議員\(digits),,議員,,,"
      }
      return (["id,name,kana,role,from,to,exempt"] + rows + ["o01,点検担当,,組織,,,", ""]).joined(separator: "\n")
    }

    @Test func `Thirty good forms beside twenty that are none are all taken, with one write`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, roster: roster(31), "--no-codes")
      try await form("xlsx", "form.xlsx", in: folder)
      try await python("fill-all", "form.xlsx", "in", "30", in: folder)
      // The thirty-first is whom the bad ones name.
      try await python("hostile", "form.xlsx", "in", "m31", in: folder)
      #expect(try folder.names(in: "in").count == 50)

      let received = try await Program.run("round", "receive", "r8-1", "in", in: folder)
      #expect(received.status == 65)
      #expect(received.output.contains("【受領しました】30件"), "\(received.output)\(received.errors)")
      #expect(received.output.contains("【誤りがあり、受領していません】3件"))
      #expect(received.output.contains("【点検票ではないため、受領していません】17件"))
      #expect(received.output.contains("C40（点検票）: 計算式が入っています"))
      #expect(received.output.contains("次の30件は、だれの回答かが分かるので、確かに消してください"))
      let box = try round.box()
      #expect(box.sheets.count == 30)
      #expect(box.submission(of: "m31") == nil)
      #expect(box.submission(of: "m01")?["entry"] == .object(["mode": .text("paper")]))
      let log = try folder.text("r8-1/round.log")
      #expect(
        log.split(separator: "\n").filter { $0.contains("\"received\"") }.count == 1 && log.contains("\"count\":30"))

      let again = try await Program.run("round", "receive", "r8-1", "in/m01.xlsx", in: folder)
      #expect(again.status == 65)
      #expect(again.output.contains("【提出済みのため、受領していません】1件"))
      #expect(try round.box().sheets == box.sheets)
    }

    @Test func `The same answers on the line, in CSV and in Excel are the same sheet but for its number`() async throws
    {
      let folder = try Folder()
      let round = try await TestRound(in: folder, roster: roster(3), "--no-codes")
      let questions = try BundledChecklist.memberProfileQuestions() + BundledChecklist.memberItemsWithoutRules()
      // Role, name, yes, preface; every question; review, opinion, hand-in, receipt, 控え.
      let typed = try await Program.run(
        "inspect", "--round", "r8-1", "--plain",
        input: "1\n1\n1\n\n" + String(repeating: "1\n", count: questions) + "1\n2\n1\n1\n2\n", in: folder)
      #expect(typed.errors.contains("提出しました"), "\(typed.output)\(typed.errors)")
      try await round.form("1", file: "m02.csv")
      let text = try folder.text("m02.csv").replacing("\"番号又は氏名\",\"\"", with: "\"番号又は氏名\",\"m02\"")
      try text.write(to: folder.file("m02.csv"), atomically: true, encoding: .utf8)
      try await form("xlsx", "form.xlsx", in: folder)
      try await python("fill", "form.xlsx", "m03.xlsx", "議員03", "はい", in: folder)
      let received = try await Program.run("round", "receive", "r8-1", "m02.csv", "m03.xlsx", in: folder)
      #expect(received.status == 0, "\(received.output)\(received.errors)")

      let sheets = try round.box().sheets.map { $0.filter { !["id", "digest"].contains($0.key) } }
      #expect(sheets.count == 3)
      #expect(sheets.allSatisfy { $0 == sheets.first })
    }

    @Test func `A form is looked at with the person by inspect, and never goes to another round`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, roster: roster(2), "--no-codes")
      try await form("xlsx", "form.xlsx", in: folder)
      try await python("fill", "form.xlsx", "a.xlsx", "m01", "3", in: folder)
      let seen = try await Program.run(
        "inspect", "--round", "r8-1", "--plain", "--answers", "a.xlsx", input: "1\n1\n1\n", in: folder)
      #expect(seen.output.contains("回答の見直し"), "\(seen.output)\(seen.errors)")
      let alone = try await Program.run("inspect", "--role", "member", "--plain", "--answers", "a.xlsx", in: folder)
      #expect(alone.status == 65)
      #expect(alone.errors.contains("ほかの点検回か、ほかの点検票の用紙です"), "\(alone.errors)")
    }
  }
}
