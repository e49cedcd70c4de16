import Foundation
import Testing

extension CommandJourneys {
  /// What a council does about a result, from one round to the next.
  @Suite struct FollowUps {
    private func closedRound() async throws -> Folder {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", "--closed", in: folder).status == 0)
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      return folder
    }

    private func createNext(in folder: Folder) async throws -> Finished {
      try await Program.run(
        "round", "create", "r9", "--roster", "meibo.csv", "--title", "令和9年度 第1回", "--opens", "2027-11-01",
        "--deadline", "2099-01-29", "--office", "議会局", "--telephone", "0", "--previous", "r",
        "--lent-devices", "none", in: folder)
    }

    /// Fills in the list as Excel would: first line done, second begun and overdue, third dropped; in CP932.
    private func fillIn(_ folder: Folder) async throws {
      let script = """
        import csv
        rows = list(csv.reader(open("r/actions.csv", encoding="utf-8-sig", newline="")))
        at = {name: index for index, name in enumerate(rows[0])}
        def fill(row, **values):
            for name, value in values.items():
                rows[row][at[name]] = value
        fill(1, 原因="忙しかった", 対応="声をかけた", 担当="総務課", 期限="令和2年3月31日", 状況="完了")
        fill(2, 対応="研修を開く", 担当="政策課", 期限="R2.4.1", 状況="着手")
        fill(3, 状況="見送り")
        csv.writer(open("r/actions.csv", "w", encoding="cp932", newline="")).writerows(rows)
        """
      let done = try await Program.run("/usr/bin/python3", ["-c", script], in: folder)
      try #require(done.status == 0, "\(done.errors)")
    }

    @Test func `Opinions are read after closing, and only what the office decides to show is in the internal edition`()
      async throws
    {
      let folder = try await closedRound()
      let first = try await Program.run("round", "opinions", "r", in: folder)
      // A practice round has damaged lines, and an opinion may be among them.
      #expect(first.status == 65 && first.errors.contains("box.ndjson:"))
      #expect(first.output.contains(/ご意見 \d+件  載せる 0件  載せない 0件  まだ決めていない/))
      let before = try await Program.run("aggregate", "r", in: folder)
      #expect(!before.output.contains("寄せられたご意見"))
      let script = """
        import csv
        rows = list(csv.reader(open("r/opinions.csv", encoding="utf-8-sig", newline="")))
        rows[1][1:] = ["研修の日を増やしてほしい。", "載せる"]
        rows[2][2] = "載せない"
        csv.writer(open("r/opinions.csv", "w", encoding="cp932", newline="")).writerows(rows)
        """
      let edited = try await Program.run("/usr/bin/python3", ["-c", script], in: folder)
      try #require(edited.status == 0, "\(edited.errors)")
      let after = try await Program.run("aggregate", "r", in: folder)
      #expect(after.output.contains("寄せられたご意見") && after.output.contains("- 研修の日を増やしてほしい。"))
      #expect(after.output.contains("第1版"))
      let open = try await Program.run("round", "opinions", "r", in: folder)
      #expect(open.output.contains("載せる 1件  載せない 1件"))
      #expect(!open.errors.contains("書きました"))
      #expect(try !folder.text("r/box.ndjson").contains("研修の日を増やしてほしい。"))
    }

    @Test func `Opinions stay unread while the round is open`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let refused = try await Program.run("round", "opinions", "r", in: folder)
      #expect(refused.status == 75 && refused.output.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder.file("r/opinions.csv").path))
    }

    @Test
    func
      `Proposals become a list, the list is filled in with Excel, and the next round's report shows what became of it`()
      async throws
    {
      let folder = try await closedRound()
      let proposed = try await Program.run("round", "actions", "r", "--propose", in: folder)
      #expect(proposed.status == 65, "\(proposed.errors)")
      let lines = try folder.text("r/actions.csv").split(separator: "\r\n")
      try #require(lines.count > 5)
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("\"A-") && $0.hasSuffix(",\"未着手\",\"\"") })
      // Only what the organisation has planned itself is filled in.
      let (gaps, others) = (lines.filter { $0.contains(",\"組織\",") }, lines.filter { !$0.contains(",\"組織\",") })
      #expect(others.dropFirst().allSatisfy { $0.hasSuffix(",\"\",\"\",\"\",\"\",\"未着手\",\"\"") })
      #expect(gaps.contains { $0.contains(/"手順の案を作って協議する。","","令和\d+年\d+月\d+日","未着手"/) })
      let again = try await Program.run("round", "actions", "r", "--propose", in: folder)
      #expect(again.errors.contains("書き足す候補はありません"))

      try await fillIn(folder)
      let progress = try await Program.run("round", "actions", "r", in: folder)
      #expect(progress.status == 0, "\(progress.errors)")
      #expect(progress.output.contains("未着手 \(lines.count - 4)件  着手 1件  完了 1件  見送り 1件"))
      #expect(progress.output.contains(" 1件\n  A-02   期限 令和2年4月1日"))

      let created = try await createNext(in: folder)
      #expect(created.status == 0, "\(created.errors)")
      #expect(created.errors.contains("\(lines.count - 3)件"))
      let carried = try folder.text("r9/actions.csv").split(separator: "\r\n")
      #expect(carried.count == lines.count - 2)
      // Where they came up: a practice round is called as its folder is.
      #expect(carried.dropFirst().allSatisfy { $0.contains(",\"r\",") })
      #expect(carried[1].contains("\"研修を開く\",\"政策課\",\"令和2年4月1日\",\"着手\""))

      try #require(try await Program.run("round", "close", "r9", "--early", in: folder).status == 0)
      let report = try await Program.run("aggregate", "r9", in: folder)
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output.contains("前回からの対応の状況"))
      #expect(report.output.contains("着手1件、完了0件、見送り0件"))
      #expect(report.output.contains("政策課"))
    }

    @Test func `A line that was taken out is proposed again behind the others, of which no byte changes`() async throws
    {
      let folder = try await closedRound()
      _ = try await Program.run("round", "actions", "r", "--propose", in: folder)
      try await fillIn(folder)
      let file = folder.file("r/actions.csv")
      let whole = try Data(contentsOf: file)
      let end = try #require(whole.dropLast(2).range(of: Data("\r\n".utf8), options: .backwards)).upperBound
      try whole[..<end].write(to: file)
      let proposed = try await Program.run("round", "actions", "r", "--propose", in: folder)
      #expect(proposed.errors.contains("1件を r/actions.csv に書き足しました"), "\(proposed.errors)")
      let now = try Data(contentsOf: file)
      #expect(now.count > end && now.starts(with: whole[..<end]))
      #expect(try await Program.run("round", "actions", "r", in: folder).status == 0)
    }

    @Test func `Faults of the list are told by line, and nothing is written or made`() async throws {
      let folder = try await closedRound()
      let list = "番号,点検回,種別,項目,課題,根拠,原因,対応,担当,期限,状況\nA-01,r,支援,,課題,,,,,きのう,未着手\nA-02,r,支援,,課題,,,,,,おわり\n"
      try list.write(to: folder.file("r/actions.csv"), atomically: true, encoding: .utf8)
      let shown = try await Program.run("round", "actions", "r", in: folder)
      let proposed = try await Program.run("round", "actions", "r", "--propose", in: folder)
      let created = try await createNext(in: folder)
      let report = try await Program.run("aggregate", "r", in: folder)
      for refused in [shown, proposed, created, report] {
        #expect(refused.status == 65)
        #expect(refused.errors.contains("r/actions.csv:2: "))
        #expect(refused.errors.contains("r/actions.csv:3: "))
        #expect(refused.output.isEmpty)
      }
      #expect(try folder.text("r/actions.csv") == list)
      #expect(try folder.names(in: ".").filter { $0.hasPrefix("r9") } == [])
    }

    @Test func `Before closing there is nothing to propose`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      #expect(try await Program.run("round", "actions", "r8-1", "--propose", in: folder).status == 75)
      #expect(try await Program.run("round", "actions", "r8-1", in: folder).status == 66)
      #expect(try !folder.names(in: "r8-1").contains("actions.csv"))
    }

    @Test func `The internal summary is made of the list too, as verify and the oracle find`() async throws {
      let folder = try await closedRound()
      _ = try await Program.run("round", "actions", "r", "--propose", in: folder)
      _ = try await Program.run("round", "review", "r", in: folder)
      let made = try await Program.run("aggregate", "r", "--format", "json", "--output", "s.json", in: folder)
      #expect(made.status == 65)
      #expect(try await Program.run("verify", "s.json", "r", in: folder).status == 0)
      let oracle = Program.root.appendingPathComponent("Tests/Oracle/oracle.py").path
      let verdict = try await Program.run("/usr/bin/python3", [oracle, "r", "s.json"], in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
      let validator = Program.root.appendingPathComponent("Tests/Oracle/validate.py").path
      let schema = Program.root.appendingPathComponent("docs/schemas/summary.schema.json").path
      let valid = try await Program.run("/usr/bin/python3", [validator, schema, "s.json"], in: folder)
      #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
      try await fillIn(folder)
      let differs = try await Program.run("verify", "s.json", "r", in: folder)
      #expect(differs.status == 65)
      #expect(differs.errors.contains("actions.csv：中身が変わりました。"))
    }

    @Test func `The form for the review holds no decision; what is written into it is checked and shown`() async throws
    {
      let folder = try await closedRound()
      let made = try await Program.run("round", "review", "r", in: folder)
      #expect(made.status == 65, "\(made.errors)")
      let form = try folder.text("r/review.yaml")
      #expect(form.contains("#   - "))
      #expect(form.contains("  needed:\n"))
      let validator = Program.root.appendingPathComponent("Tests/Oracle/validate.py").path
      let schema = Program.root.appendingPathComponent("docs/schemas/review.schema.json").path
      let valid = try await Program.run("/usr/bin/python3", [validator, schema, "r/review.yaml"], in: folder)
      #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
      let blank = try await Program.run("round", "review", "r", in: folder)
      #expect(blank.output.contains("  results.needed（点検の結果による見直しの要否）"))
      #expect(try folder.text("r/review.yaml") == form)
      #expect(try await Program.run("aggregate", "r", in: folder).output.contains("検討の結果は記録されていない。"))

      let decided = form.replacing("results:\n  needed:", with: "results:\n  needed: 否").replacing(
        "what: []", with: "what: [\"連絡アプリの導入\"]")
      try decided.write(to: folder.file("r/review.yaml"), atomically: true, encoding: .utf8)
      let state = try await Program.run("round", "review", "r", in: folder)
      #expect(state.output.contains("点検の結果による見直し  否\n"))
      #expect(!state.output.contains("results.needed"))
      let report = try await Program.run("aggregate", "r", in: folder)
      #expect(report.output.contains("状況の変化「連絡アプリの導入」がある。"))
      #expect(!report.output.contains("検討の結果は記録されていない。"))
    }

    @Test func `Faults of the review are told by line and column, and the file stays as it is`() async throws {
      let folder = try await closedRound()
      let text = "format: tenken.review/1\nresults:\n  needed: たぶん\n  why: x\nday: きのう\n"
      try text.write(to: folder.file("r/review.yaml"), atomically: true, encoding: .utf8)
      for arguments in [["round", "review", "r"], ["aggregate", "r"]] {
        let refused = try await Program.run(Program.path, arguments, in: folder)
        #expect(refused.status == 65)
        for place in ["3:11", "4:3", "5:6"] { #expect(refused.errors.contains("r/review.yaml:\(place): ")) }
        #expect(refused.output.isEmpty)
      }
      #expect(try folder.text("r/review.yaml") == text)
    }

    @Test func `Before closing there is no form for the review`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      #expect(try await Program.run("round", "review", "r8-1", in: folder).status == 75)
      #expect(try !folder.names(in: "r8-1").contains("review.yaml"))
    }
  }
}
