import Foundation
import Testing

extension Journeys {
  /// The life of a round as the secretariat sees it.
  @Suite struct Rounds {
    @Test func `A round is made from a CP932 roster, with a code for everyone who is asked`() async throws {
      let folder = try Folder()
      // 議員01 and 職員01 in CP932, byte by byte from the code table.
      let member: [UInt8] = [0x8B, 0x63, 0x88, 0xF5]
      let staff: [UInt8] = [0x90, 0x45, 0x88, 0xF5]
      var roster = Array("id,name,kana,role,from,to,exempt\r\nm01,".utf8) + member + Array("01,,".utf8) + member
      roster += Array(",,,\r\ns01,".utf8) + staff + Array("01,,".utf8) + staff + Array(",,,\r\n".utf8)
      try Data(roster).write(to: folder.file("meibo.csv"))
      let made = try await Program.run(
        "round", "create", "r", "--roster", "meibo.csv", "--lent-devices", "none", "--deadline", "令和99年1月29日",
        "--office", "議会局",
        "--telephone", "096-000-0000", in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let slips = try folder.text("r-codes.csv")
      #expect(slips.contains("\"m01\",\"議員01\",\"議員\",\""))
      #expect(slips.contains("\"s01\",\"職員01\",\"職員\",\""))
      // Only hashes stay in the folder.
      let codes = slips.split(separator: "\"").filter { $0.count == 14 && $0.contains("-") }.map { String($0) }
      // Two people, and the supervisor who ends a shared screen.
      #expect(codes.count == 3)
      let kept = try folder.text("r/codes.json")
      #expect(kept.contains("$argon2id$"))
      for code in codes { #expect(!kept.contains(code.replacing("-", with: ""))) }
    }

    @Test func `Faults of the roster are all told by line, and nothing is made`() async throws {
      let folder = try Folder()
      let roster = """
        id,name,kana,role,from,to,exempt
        m01,議員01,,議員,,,
        m01,議員02,,議員,,,
        m 03,議員03,,議員,,,
        m04,,,議員,,,
        m05,議員05,,役員,,,
        m06,議員06,,議員,きのう,,
        m07,議員07,,議員,2026-04-01,2026-03-31,

        """
      try roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let made = try await Program.run(
        "round", "create", "r", "--roster", "meibo.csv", "--lent-devices", "none", "--deadline", "2099-01-29",
        "--office", "議会局", "--telephone",
        "0", in: folder)
      #expect(made.status == 65)
      for line in 3...8 { #expect(made.errors.contains("meibo.csv:\(line): "), "line \(line) in \(made.errors)") }
      #expect(!made.errors.contains("meibo.csv:2: "))
      #expect(!FileManager.default.fileExists(atPath: folder.file("r").path))
    }

    @Test func `A person comes in by the code on the slip and by no other`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let code = try #require(round.codes["m02"])
      let terminal = try await Terminal("\(Program.path) inspect --round r8-1", in: folder)
      try await terminal.see("点検コード")
      // A slip of the finger is told by the check digit, before any secret is tried.
      let wrongDigit = code.hasSuffix("0") ? "1" : "0"
      try await terminal.enter(String(code.dropLast()) + wrongDigit)
      try await terminal.see("番号が正しくないようです")
      // The wrong one is gone from the field.
      try await terminal.enter(code)
      try await terminal.see("議員02")
      try await terminal.enter("1")
      try await terminal.see("はじめに")
      // Enter reads on to the end of the preface, and then goes on.
      try await terminal.press("End", "Enter")
      try await terminal.see("前提の質問 1問目")
      try await terminal.enter("1")
      try await terminal.see("前提の質問 2問目")
      try await terminal.enter("9")
      try await terminal.see("［終了 0］")
      #expect(try folder.names(in: "data/tenken/r8-1").contains("m02.json"))
      try await terminal.close()
    }

    @Test func `Nobody who is exempt gets a code; status names who is missing and who is exempt`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      #expect(round.codes.keys.sorted() == ["*", "m01", "m02", "o01", "s01"])
      let status = try await Program.run("round", "status", "r8-1", in: folder)
      #expect(status.status == 0)
      #expect(status.output.contains(/議員 +2 +1 +0 +0.0% +2 +0\n/))
      #expect(status.output.contains(/対象外（1人）\n.+\n.+\n? *m03 +議員03 +病気療養のため/))
      #expect(status.output.contains("令和81年1月29日"))
    }

    @Test func `A lost slip is replaced: the new code lets the person in, the old one nobody, and the log says so`()
      async throws
    {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let old = try #require(round.codes["m02"])
      let others = round.codes.filter { $0.key != "m02" }
      let made = try await Program.run("round", "code", "r8-1", "m02", in: folder)
      #expect(made.status == 0, "\(made.errors)")
      let new = try #require(made.output.firstMatch(of: /点検コード +(\d{4}-\d{4}-\d{4})/)).1
      #expect(new != old)
      func visit(_ code: some StringProtocol) async throws -> Finished {
        try await Program.run("inspect", "--round", "r8-1", "--plain", input: "\(code)\n1\n9\n", in: folder)
      }
      #expect(try await visit(new).output.contains("はじめに"))
      #expect(try await !visit(old).output.contains("はじめに"))
      #expect(try await visit(#require(others["m01"])).output.contains("はじめに"))
      let events = try folder.text("r8-1/round.log").split(separator: "\n").map { try JSON.object(String($0)) }
      #expect(events.map { $0["event"] } == [.text("opened"), .text("codeIssued"), .text("wrongCodes")])
      #expect(events[1]["respondent"] == .text("m02") && events[2]["count"] == .number(1))
      #expect(try !folder.text("r8-1/round.log").contains(new))
      let check =
        [Program.root.appendingPathComponent("Tests/Oracle/validate.py").path]
        + [Program.root.appendingPathComponent("docs/schemas/event.schema.json").path, "r8-1/round.log"]
      let verdict = try await Program.run("/usr/bin/python3", check, in: folder)
      #expect(verdict.status == 0, "\(verdict.output)\(verdict.errors)")
    }

    @Test func `Somebody who came later gets a code and a slip; who is not on the roster or exempt gets none`()
      async throws
    {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      #expect(try await Program.run("round", "code", "r8-1", "m09", in: folder).status == 64)
      #expect(try await Program.run("round", "code", "r8-1", "m03", in: folder).errors.contains("対象外"))
      let roster = try folder.text("r8-1/roster.csv") + "m09,議員09,ぎいん09,議員,2027-01-01,,\n"
      try roster.write(to: folder.file("r8-1/roster.csv"), atomically: true, encoding: .utf8)
      #expect(try await Program.run("round", "code", "r8-1", "m09", "--output", "m09.csv", in: folder).status == 0)
      let slips = try await Program.run(
        "round", "letters", "r8-1", "--kind", "slips", "--codes", "m09.csv", "--output", "-", in: folder)
      #expect(slips.output.contains("議員09") && !slips.output.contains("議員01"), "\(slips.errors)")
      #expect(try await Program.run("round", "code", "r8-1", "m09", "--output", "m09.csv", in: folder).status == 73)
    }

    @Test func `Status is a page to print, with the 受付番号 on request and never a 回答番号`() async throws {
      let folder = try Folder()
      try #require(try await Program.run("round", "practice", "r", in: folder).status == 0)
      let plain = try await Program.run("round", "status", "r", in: folder)
      let page = try await Program.run(
        "round", "status", "r", "--receipts", "--format", "html", "--output", "s.html", in: folder)
      // A practice round has a damaged line, which may be a submission.
      #expect(page.status == 65 && page.errors.contains("box.ndjson:"), "\(page.errors)")
      let html = try folder.text("s.html")
      let box = try BoxFile(of: "r", in: folder)
      guard case .text(let receipt)? = box.submissions.first?["receipt"] else { throw NotSeen(what: "receipt") }
      #expect(html.contains(receipt) && html.contains("取扱注意"))
      #expect(!plain.output.contains(receipt))
      for number in box.numbers { #expect(!html.contains(number)) }
    }

    @Test func `A deadline moves only forwards; a closed round takes nothing more and is not extended`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let back = try await Program.run("round", "extend", "r8-1", "--until", "2026-12-01", "--why", "x", in: folder)
      #expect(back.status == 64)
      let blank = try await Program.run("round", "extend", "r8-1", "--until", "2099-02-12", "--why", "　", in: folder)
      #expect(blank.status == 64)
      #expect(blank.errors.contains("延ばす理由を、--why で書いてください。"))
      let forth = try await Program.run(
        "round", "extend", "r8-1", "--until", "2099-02-12", "--why", "会期の延長", in: folder)
      #expect(forth.status == 0)
      #expect(try await Program.run("round", "status", "r8-1", in: folder).output.contains("令和81年2月12日"))
      // Before the deadline closing has to be meant.
      #expect(try await Program.run("round", "close", "r8-1", in: folder).status == 75)
      #expect(try await Program.run("round", "close", "r8-1", "--early", in: folder).status == 0)
      #expect(try await Program.run("round", "close", "r8-1", "--early", in: folder).status == 75)
      let late = try await Program.run("inspect", "--round", "r8-1", "--plain", in: folder)
      #expect(late.status == 75)
      #expect(late.errors.contains("締め切られています"))
      let log = try folder.text("r8-1/round.log").split(separator: "\n").map { try JSON.object(String($0))["event"] }
      #expect(log == [.text("opened"), .text("extended"), .text("closed")])
    }

    @Test func `Folders are 0700 and files 0600 whatever the umask`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let modes = try await Program.run(
        "find", ["r8-1", "r8-1-codes.csv", "-printf", "%y%m\n"], in: folder)
      #expect(Set(modes.output.split(separator: "\n")) == ["d700", "f600"])
    }

    @Test func `By dialogue each answer is checked, one that is wrong is asked again alone, and all is shown before`()
      async throws
    {
      let folder = try Folder()
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let terminal = try await Terminal(
        "\(Program.path) round create r --no-codes --title 試し --office 総務課 --telephone 0 --opens 2026-11-01", in: folder
      )
      try await terminal.see("名簿の CSV ファイル")
      try await terminal.enter("nai.csv")
      try await terminal.see("nai.csv が見つかりません")
      try await terminal.enter("meibo.csv")
      try await terminal.see("臨時の点検なら")
      try await terminal.press("Enter")
      try await terminal.see("提出の期限（例")
      try await terminal.enter("2026-10-31")
      try await terminal.see("提出の期限が始める日より前の日になっています")
      try await terminal.enter("2026-11-30")
      for word in ["名簿の基準日", "対象の会議"] {
        try await terminal.see(word)
        try await terminal.press("Enter")
      }
      try await terminal.see("貸与された端末の管理者")
      try await terminal.press("Enter")
      try await terminal.see("読み取れませんでした")
      try await terminal.enter("2")
      // 記名・無記名, form, retention, addressee, ways, rules, staff, the earlier round.
      for word in ["提出の方法", "点検票の長さ", "保存期間", "報告のあて先", "答え方の案内", "すでにあるもの", "職員の点検", "前の点検回"] {
        try await terminal.see(word)
        try await terminal.press("Enter")
      }
      try await terminal.see("8 貸与された端末：執行機関が管理")
      #expect(!FileManager.default.fileExists(atPath: folder.file("r").path))
      try await terminal.enter("11")
      try await terminal.see("Enter だけなら 1年")
      try await terminal.enter("3年")
      try await terminal.see("11 回答票の保存期間：3年")
      try await terminal.press("Enter")
      try await terminal.see("r を作りました")
      try await terminal.close()
      let settings = try folder.text("r/round.yaml")
      for line in ["deadline: \"2026-11-30\"", "lentDevices: executive", "retention: \"3年\"", "  - \"委員会\""] {
        #expect(settings.contains(line + "\n"), "\(line)")
      }
    }

    @Test func `Without a terminal nothing is assumed of the lent devices`() async throws {
      let folder = try Folder()
      try TestRound.roster.write(to: folder.file("meibo.csv"), atomically: true, encoding: .utf8)
      let refused = try await Program.run(
        "round", "create", "r", "--roster", "meibo.csv", "--deadline", "2099-01-29", "--office", "総務課", "--telephone",
        "0", in: folder)
      #expect(refused.status == 64)
      #expect(refused.errors.contains("--lent-devices"))
      #expect(try folder.names(in: ".") == ["meibo.csv"])
    }

    @Test func `What is typed to begin is told so that a shell takes it`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      for (name, word) in [("my round", "'my round'"), ("令和8年度", "令和8年度"), ("$(x)", "'$(x)'")] {
        let made = try await Program.run(
          "round", "create", name, "--roster", "meibo.csv", "--title", "試し", "--opens", "2026-11-01", "--deadline",
          "2099-01-29", "--office", "総務課", "--telephone", "0", "--rule", "storage", "--no-codes",
          "--lent-devices", "none", in: folder)
        #expect(made.errors.contains("始め方： tenken inspect --round \(word)\n"), "\(made.errors)")
      }
    }

    @Test func `Practice rounds side by side share no drafts`() async throws {
      let folder = try Folder()
      for name in ["a", "b"] {
        try #require(try await Program.run("round", "practice", name, in: folder).status == 0)
        let begun = try await Program.run(
          "inspect", "--round", name, "--plain", input: "1\n1\n1\n\n1\n9\n", in: folder)
        #expect(begun.status == 0, "\(begun.errors)")
      }
      #expect(try folder.names(in: "data/tenken") == ["a", "b"])
    }

    @Test func `A folder or a list of codes that is there already is never written over`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let before = try folder.text("r8-1-codes.csv")
      let again = try await Program.run(
        "round", "create", "r8-1", "--roster", "meibo.csv", "--deadline", "2099-01-29", "--office", "議会局",
        "--telephone", "0", in: folder)
      #expect(again.status == 73)
      #expect(try folder.text("r8-1-codes.csv") == before)
    }

    @Test func `A checklist that was changed after the round was made is refused`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let file = "r8-1/checklists/members.yaml"
      try (folder.text(file) + "\n# 直した\n").write(to: folder.file(file), atomically: false, encoding: .utf8)
      let visit = try await Program.run("inspect", "--round", "r8-1", "--plain", input: "1\n1\n1\n", in: folder)
      #expect(visit.status == 65)
      #expect(visit.errors.contains("members.yaml"))
    }
  }
}
