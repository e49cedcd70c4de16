import Foundation
import Testing

extension CommandJourneys {
  /// The letters of a round, and the templates they and the results are made with.
  @Suite struct Letters {
    private static func letters(_ folder: Folder, _ options: String...) async throws -> Finished {
      try await Program.run(Program.path, ["round", "letters"] + options, in: folder)
    }

    @Test func `An open round gets the letters that are of use now, beside its folder, and none twice`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let made = try await Self.letters(folder, "r8-1/", "--codes", "r8-1-codes.csv")
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        try folder.names(in: "r8-1-letters") == [
          "leaflet-excel.html", "leaflet-paper.html", "leaflet.html", "memo.html", "outline.html", "reminder.html",
          "request.html", "slips.html",
        ])
      let slips = try folder.text("r8-1-letters/slips.html")
      for (id, code) in round.codes { #expect(slips.contains(code) == (id != "*"), "\(id)") }
      #expect(!slips.contains("tenken"))
      #expect(!(try folder.text("r8-1-letters/reminder.html")).contains("議員01"))

      let again = try await Self.letters(folder, "r8-1", "--codes", "r8-1-codes.csv")
      #expect(again.status == 73)
      #expect(again.errors.contains("r8-1-letters/request.html はすでにあります"))
    }

    @Test func `Slips need the list of this round's codes`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder)
      let without = try await Self.letters(folder, "r8-1", "--kind", "slips")
      #expect(without.status == 64)
      #expect(without.errors.contains("--codes r8-1-codes.csv"))
      _ = try await TestRound("r8-2", in: folder)
      let other = try await Self.letters(folder, "r8-1", "--kind", "slips", "--codes", "r8-2-codes.csv")
      #expect(other.status == 65)
      #expect(other.errors.contains("この点検回のものではありません"))
      #expect(!FileManager.default.fileExists(atPath: folder.file("r8-1-letters").path))
    }

    @Test func `What cannot be made yet ends with 75, and one letter goes to standard output`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      for (kind, word) in [
        ("report", "締め切る前"), ("notice", "締め切る前"), ("extension", "tenken round extend"), ("receipts", "まだ提出がない"),
      ] {
        let early = try await Self.letters(folder, "r8-1", "--kind", kind)
        #expect(early.status == 75, "\(kind)")
        #expect(early.errors.contains(word), "\(early.errors)")
      }
      _ = try await Program.run(
        "round", "extend", "r8-1", "--until", "2099-02-26", "--why", "会期の延長", in: folder)
      let letter = try await Self.letters(
        folder, "r8-1", "--kind", "extension", "--format", "text", "--output", "-")
      #expect(letter.status == 0)
      #expect(letter.output.contains("2099年2月26日") || letter.output.contains("令和81年2月26日"))
      #expect(letter.output.contains("会期の延長"))
      #expect(try await Self.letters(folder, "r8-1", "--output", "-").status == 64)
    }

    @Test func `A closed round gets its receipts by itself, and by name the draft of the report, which is an edition`()
      async throws
    {
      let folder = try Folder()
      let made = try await Program.run("round", "practice", "r", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      let letters = try await Self.letters(folder, "r", "--output", "bunsho")
      #expect(letters.status == 65 && letters.errors.contains("box.ndjson:"), "\(letters.errors)")
      #expect(try folder.names(in: "bunsho") == ["receipts.html"])
      let receipts = try folder.text("bunsho/receipts.html")
      for digits in try BoxFile(of: "r", in: folder).numbers {
        let grouped = [digits.prefix(4), digits.dropFirst(4).prefix(4), digits.suffix(4)].joined(separator: "-")
        #expect(!receipts.contains(digits) && !receipts.contains(grouped))
      }
      #expect(!(try folder.text("r/round.log").contains("\"event\":\"edition\"")))

      let report = try await Self.letters(folder, "r", "--kind", "report", "--output", "-")
      // As `aggregate` tells it.
      #expect(report.status == 65 && report.errors.contains("除いた行と理由の一覧： r/summary/left-out.csv"))
      #expect(report.errors.contains("内部用の第1版として記録しました"), "\(report.errors)")
      #expect(report.output.contains("議長（報告）") && report.output.contains("実施率"))
      let notice = try await Self.letters(folder, "r", "--kind", "notice", "--output", "-")
      // The checklists are drafts, so that nothing may be made public.
      #expect(notice.status == 75 && notice.errors.contains("公表用は作れません"))
    }

    @Test func `A letter for Word has the words of the page, and never goes to a terminal`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      for format in ["docx", "html"] {
        let made = try await Self.letters(folder, "r8-1", "--format", format, "--output", "letters")
        #expect(made.status == 0, "\(made.errors)")
      }
      let read = try await Program.run(
        "/usr/bin/python3",
        [
          "-c",
          """
          import html, pathlib, re, sys, xml.etree.ElementTree as tree, zipfile
          W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
          plain = lambda text: re.sub(r'\\s', '', text)
          files = sorted(pathlib.Path('letters').glob('*.docx'))
          for path in files:
              page = re.sub(r'<style>.*?</style>|<title>.*?</title>|<[^>]*>', '', path.with_suffix('.html').read_text('utf-8'), flags=re.S)
              body = tree.fromstring(zipfile.ZipFile(path).read('word/document.xml'))
              words = ''.join(t.text for t in body.iter(W + 't'))
              # The marks stand in the head of each page.
              marks = ''.join(t.text for t in tree.fromstring(zipfile.ZipFile(path).read('word/header1.xml')).iter(W + 't'))
              if plain(marks + words) != plain(html.unescape(page)): sys.exit(f'{path}: {plain(words)}')
          print(' '.join(path.stem for path in files))
          """,
        ], in: folder)
      #expect(read.errors.isEmpty, "\(read.errors)")
      #expect(read.output == "leaflet-excel leaflet-paper leaflet memo outline reminder request\n")

      let shown = try await Program.run(
        "/usr/bin/python3",
        [
          "-c", "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))", Program.path,
          "round",
          "letters", "r8-1", "--kind", "request", "--format", "docx", "--output", "-",
        ], in: folder)
      #expect(shown.status == 64 && !shown.output.contains("word/document.xml"), "\(shown.output)")
    }

    @Test func `What is merged is a table for Excel, of nobody's answers`() async throws {
      let folder = try Folder()
      let round = try await TestRound(in: folder)
      let made = try await Self.letters(folder, "r8-1", "--format", "csv", "--codes", "r8-1-codes.csv", "--output", "-")
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.contains("\"番号\",\"氏名\",\"役割\",\"敬称\",\"点検コード\""))
      for (id, code) in round.codes { #expect(made.output.contains(code) == (id != "*"), "\(id)") }
      let both = try await Self.letters(folder, "r8-1", "--format", "csv", "--kind", "request")
      #expect(both.status == 64)
    }

    @Test func `A built-in template can be shown, changed and given back`() async throws {
      let folder = try Folder()
      _ = try await TestRound(in: folder, "--no-codes")
      let list = try await Program.run("template", "list", in: folder)
      for name in ["letter.html", "report.html", "summary.md", "export.md", "paper.html"] {
        #expect(list.output.contains(name))
        #expect(try await Program.run("template", "show", name, in: folder).output.contains("{{"))
      }
      let shown = try await Program.run("template", "show", "letter.html", in: folder)
      let changed = shown.output.replacing("<h1>", with: "<h1>見本様式 ")
      try changed.write(to: folder.file("yoshiki.html"), atomically: true, encoding: .utf8)
      let letter = try await Self.letters(
        folder, "r8-1", "--kind", "request", "--template", "yoshiki.html", "--output", "irai.html")
      #expect(letter.status == 0, "\(letter.errors)")
      #expect(try folder.text("irai.html").contains("<h1>見本様式 令和8年度"))

      try "a\n{{#title}}".write(to: folder.file("kowareta"), atomically: true, encoding: .utf8)
      let broken = try await Self.letters(
        folder, "r8-1", "--kind", "request", "--template", "kowareta", "--output", "-")
      #expect(broken.status == 65)
      #expect(broken.errors.contains("kowareta:2:"))
      #expect(broken.output.isEmpty)
      let text = try await Self.letters(
        folder, "r8-1", "--kind", "request", "--format", "text", "--template", "yoshiki.html")
      #expect(text.status == 64)
      #expect(try await Self.letters(folder, "r8-1", "--template", "nashi.html").status == 66)
    }

    @Test func `A summary and a person's result are made with a template of one's own`() async throws {
      let folder = try Folder()
      let made = try await Program.run("round", "practice", "r", "--seed", "2", "--closed", in: folder)
      try #require(made.status == 0, "\(made.errors)")
      try "{{% CONTENT_TYPE:TEXT}}見本：{{title}}\n".write(
        to: folder.file("hina"), atomically: true, encoding: .utf8)
      for format in ["html", "markdown"] {
        let summary = try await Program.run("aggregate", "r", "--format", format, "--template", "hina", in: folder)
        #expect(summary.output.hasPrefix("見本：令和8年度") && summary.output.count < 60, "\(summary.errors)")
        let draft = try #require(try folder.names(in: "r/drafts").first)
        let export = try await Program.run(
          "export", "r/drafts/\(draft)", "--round", "r", "--format", format, "--template", "hina", in: folder)
        #expect(export.status == 0 && export.output.hasPrefix("見本："), "\(export.errors)")
      }
      for arguments in [
        ["aggregate", "r", "--format", "csv"], ["aggregate", "r", "--format", "html", "--format", "markdown"],
        ["export", "r/drafts/x.json"],
      ] {
        let refused = try await Program.run(
          Program.path, arguments + ["--template", "hina", "--output", "deru"], in: folder)
        #expect(refused.status == 64, "\(arguments)")
      }
    }
  }
}
