import Foundation
import Testing

extension CommandJourneys {
  /// Forms go out as a workbook, are filled in elsewhere, and come back together.
  @Suite struct FormsBack {
    private func python(script: String = "forms.py", _ arguments: String..., in folder: Folder) async throws {
      let script = Program.root.appendingPathComponent("Tests/JourneyTests/Scripts/\(script)").path
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
      #expect(received.output.contains(/C\d+（点検票）: 計算式が入っています/))
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

    /// Whether LibreOffice is here, and the way into it.
    private static func hasLibreOffice() async throws -> Bool {
      let script = "import shutil, uno; assert shutil.which('soffice')"
      return try await Program.run("/usr/bin/python3", ["-c", script], in: Folder()).status == 0
    }

    @Test(.enabled("LibreOffice with python3-uno is not on this machine") { try await hasLibreOffice() })
    func `What LibreOffice saves, as a workbook and as CSV, is the same as what openpyxl does`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder, roster: roster(4), "--no-codes")
      try await form("xlsx", "form.xlsx", in: folder)
      try FileManager.default.createDirectory(at: folder.file("in"), withIntermediateDirectories: true)
      try await python("fill", "form.xlsx", "in/m01.xlsx", "m01", "1", in: folder)
      try await python(
        script: "libreoffice.py", "form.xlsx", "m02", "1", "in/m02.xlsx", "議員03", "1 はい", "in/m03.xlsx", "m04", "はい",
        "in/m04.csv", in: folder)
      let received = try await Program.run("round", "receive", "r8-1", "in", in: folder)
      #expect(received.output.contains("【受領しました】4件"), "\(received.output)\(received.errors)")
      let box = try round.box()
      let sheets = box.sheets.map { $0.filter { !["id", "digest"].contains($0.key) } }
      #expect(sheets.count == 4 && sheets.allSatisfy { $0 == sheets.first })
      #expect(box.opinions.map { $0["text"] } == Array(repeating: .text("研修を\n増やす"), count: 3))
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
