import Foundation
import Testing

extension CommandJourneys {
  /// Items drawn for an auditor to check by hand.
  @Suite struct Auditing {
    private func sample(_ seed: String, format: String = "text", in folder: Folder) async throws -> Finished {
      try await Program.run(
        "audit", "sample", "r", "--size", "5", "--seed", seed, "--format", format, in: folder)
    }

    @Test(arguments: ["text", "html"])
    func `The same seed draws the same items, with room for what was seen and the finding`(format: String) async throws
    {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      let form = try await sample("令和8年度", format: format, in: folder)
      #expect(form.status == 65, "\(form.errors)")
      #expect(form.output.contains("確認したこと") && form.output.contains("所見"))
      #expect(form.output.contains("自己点検は監査ではありません"))
      #expect(form.output.matches(of: /O-[A-Z]{3}-\d\d/).count == 5, "\(form.output)")
      #expect(try await sample("令和8年度", format: format, in: folder).output == form.output)
      #expect(try await sample("別の種", format: format, in: folder).output != form.output)
    }

    @Test func `What the auditor found comes back as Excel saves it, and its faults by their lines`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      try FileManager.default.removeItem(at: folder.file("r/audit.csv"))
      let drawn = try await Program.run("audit", "sample", "r", "--size", "3", "--seed", "1", "--record", in: folder)
      #expect(drawn.errors.contains("3件を r/audit.csv に書きました"), "\(drawn.errors)")
      func fill(_ judgement: String) async throws {
        let script = """
          import csv
          path = "r/audit.csv"
          data = open(path, "rb").read()
          text = data.decode("utf-8-sig" if data[:3] == b"\\xef\\xbb\\xbf" else "cp932")
          rows = list(csv.reader(text.splitlines()))
          rows[2][4:9] = ["台帳を見た", "\(judgement)", "1件の場所が違う", "2027/3/31", "監査委員"]
          csv.writer(open(path, "w", encoding="cp932", newline="")).writerows(rows)
          """
        try #require(try await Program.run("/usr/bin/python3", ["-c", script], in: folder).status == 0)
      }
      try await fill("みた")
      let refused = try await Program.run("aggregate", "r", in: folder)
      #expect(refused.status == 65 && refused.output.isEmpty)
      #expect(refused.errors.contains("r/audit.csv:3: 「判定」の「みた」は使えません"))
      try await fill("一部確認できた")
      let report = try await Program.run("aggregate", "r", in: folder)
      let text = report.output.replacing(/\s/, with: "")
      #expect(text.contains("監査の結果") && text.contains("一部確認できたもの1項目"), "\(report.errors)")
      #expect(text.contains("「一部確認できた」とされた（所見：1件の場所が違う）"))
    }

    @Test func `Nothing is drawn before closing`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let refused = try await sample("1", in: folder)
      #expect(refused.status == 75)
      #expect(refused.output.isEmpty)
    }
  }
}
