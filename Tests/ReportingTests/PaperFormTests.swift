import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite("The paper form") struct PaperFormTests {
  private static let template = """
    {{% CONTENT_TYPE:TEXT}}{{title}}|{{#parts}}{{#lines}}{{code}}:{{question}}{{#places}}[{{#hasBox}}{{inBox}}{{/hasBox}}]{{/places}};{{/lines}}{{/parts}}|{{cssRunningTitle}}
    """

  private func form(
    _ role: Role = .member, approved: Bool = false, change: (inout Checklist) -> Void = { _ in },
    rules: Set<RuleID> = [],
    round: Round? = nil
  ) throws -> PaperForm {
    var checklist = try #require(Example.checklists(approved: approved).first { $0.role == role })
    change(&checklist)
    return PaperForm(
      Questionnaire(checklist: checklist, length: .full, rules: rules, lentDevices: .council), policy: Example.policy,
      round: round)
  }

  private func lines(of form: PaperForm) -> [PaperForm.Line] { form.sections.flatMap(\.lines) }

  @Test func `Consent comes first, then what is asked; an item without its rule is left out`() throws {
    #expect(lines(of: try form()).map(\.code) == ["P0", "M-PHY-01", "M-PHY-02", "M-PHY-03", "M-PHY-04"])
    #expect(lines(of: try form(rules: ["papers"])).last?.code == "M-PHY-05")
  }

  @Test func `Only what is offered can be ticked, in words and with its digit`() throws {
    let form = try form { checklist in
      checklist.choices = [.yes, .partial, .no, .notApplicable]
      checklist.sections[0].items[1].partial = nil
    }
    #expect(lines(of: form)[1].ticks.map(\.label) == ["はい", "一部", "いいえ", "該当なし"])
    #expect(lines(of: form)[1].ticks.map(\.digit) == [1, 2, 3, 5])
    #expect(lines(of: form)[1].meanings == ["2 一部できている：ときどき", "5 該当なし：使わない場合"])
    #expect(lines(of: form)[2].ticks.map(\.digit) == [1, 3, 5])
    #expect(lines(of: form)[2].blanks.isEmpty)
  }

  @Test func `What is not offered leaves its column empty, so that boxes stand below each other`() throws {
    let form = try form { $0.sections[0].items[1].partial = nil }
    #expect(form.sections.last?.columns.map(\.digit) == [1, 2, 3, 4, 5, 6])
    let html = form.html(by: try HTMLTemplate(Self.template))
    #expect(html.contains("M-PHY-01:") && html.contains("[1][2][3][4][5][6];"))
    #expect(html.contains("[1][][3][4][5][6];"))
    let rows = form.text.split(separator: "\n").map(String.init).filter { $0.contains("[ ]3 いいえ") }
    #expect(Set(rows.map { $0.components(separatedBy: "[ ]3 いいえ")[0].displayWidth }).count == 1)
  }

  @Test func `One rule says what need not be filled in, by the numbers beside the items`() throws {
    let form = try form { checklist in
      checklist.profile = [
        ProfileQuestion(
          id: "paper", question: "紙を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-02", "M-PHY-05"])
      ]
    }
    let line = lines(of: form)[1]
    #expect(line.code == "P1")
    #expect(line.ticks.map(\.digit) == [1, 3])
    #expect(form.sections[1].rule?.contains("番号（P1 など）が付いている項目は、書かなくて構いません") == true)
    #expect(lines(of: form).filter { $0.skippedBy == ["P1"] }.map(\.code) == ["M-PHY-02"])
    let text = form.text.replacing(/\s/, with: "")
    #expect(text.contains("（P1）") && !text.contains("M-PHY-02、"))
  }

  @Test func `It says 案 until it is approved, and by whom after`() throws {
    #expect(try form().title == "議員用点検票（案）")
    let approved = try form(approved: true)
    #expect(approved.title == "議員用点検票")
    #expect(approved.edition.contains("議長 見本第1号"))
    #expect(approved.edition.contains("第1版"))
  }

  @Test func `The organisation's form has room for what shows the answer`() throws {
    #expect(lines(of: try form(.organisation)).last?.blanks.last?.label == "根拠となる文書など")
  }

  // MARK: Text

  @Test func `Plain text keeps to 80 cells and 40 rows a page, and splits no item`() throws {
    let form = try form(round: Example.round())
    let pages = form.text.split(separator: "\u{0C}").map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    for page in pages {
      #expect(page.dropLast().count <= 40)
      #expect(page[0].contains("取扱注意"))
      #expect(page.allSatisfy { String($0).displayWidth <= 80 })
    }
    for line in lines(of: form) {
      let page = try #require(pages.first { $0.contains { $0.hasPrefix(line.code) } })
      let start = try #require(page.firstIndex { $0.hasPrefix(line.code) })
      let rest = page[start...].dropFirst().prefix { $0.hasPrefix("  ") || $0.isEmpty }
      let boxes = rest.joined().components(separatedBy: "[ ]").count - 1
      #expect(boxes == line.ticks.count, "\(line.code)")
    }
  }

  @Test func `Plain text has boxes of ASCII and no characters of ambiguous width as boxes`() throws {
    let text = try form().text
    #expect(text.contains("[ ]1 はい [ ]2 一部 [ ]3 いいえ"))
    #expect(!text.contains("□"))
  }

  @Test func `Hostile words neither colour a terminal nor end a page`() throws {
    let text = try form { $0.sections[0].items[0].question = Example.hostile + "\u{0C}" }.text
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\u{202E}"))
    #expect(text.split(separator: "\u{0C}").allSatisfy { $0.hasPrefix("議員用点検票") })
  }

  // MARK: HTML

  @Test func `HTML escapes every word, also where it stands in a style`() throws {
    let form = try form { checklist in
      checklist.title = "</style><script>\"x"
      checklist.sections[0].items[0].question = "<b>a & b</b>"
    }
    let html = form.html(by: try HTMLTemplate(Self.template))
    #expect(!html.contains("<"))
    #expect(html.contains("&lt;b&gt;a &amp; b&lt;/b&gt;"))
    #expect(html.hasSuffix("|見本市議会 /stylescriptx（案）\n") || html.hasSuffix("|見本市議会 /stylescriptx（案）"))
  }

  @Test(arguments: ["\u{3099}", "\u{FF9E}"])
  func `HTML escapes what a mark combines with, in a text and in a style`(mark: String) throws {
    let html = try form { $0.title = "<\(mark)b \"\(mark)x" }.html(by: try HTMLTemplate(Self.template))
    #expect(!html.utf8.contains(UInt8(ascii: "<")) && !html.utf8.contains(UInt8(ascii: "\"")))
  }

  @Test func `The bundled template is one page of its own without a script, for A4`() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let template = try String(
      contentsOf: root.appendingPathComponent("Sources/CBundle/templates/paper.html.mustache"), encoding: .utf8)
    let form = try form()
    let html = form.html(by: try HTMLTemplate(template))
    #expect(html.contains("size: A4"))
    #expect(html.contains("break-inside: avoid"))
    #expect(html.contains("取扱注意"))
    for word in ["<script", "http:", "https:", "url(", "@import", "{{"] { #expect(!html.contains(word)) }
    // 12 points and more, but for what the margins repeat.
    let sizes = html.matches(of: /font-size: (\d+)pt/).compactMap { Int($0.1) }
    #expect(sizes.filter { $0 < 12 } == [10, 10, 10])
    let boxes = html.components(separatedBy: "<span class=\"box\">").count - 1
    #expect(boxes == lines(of: form).map(\.ticks.count).reduce(0, +))
  }
}

@Suite("A 控え of answers that somebody else entered") struct ConfirmationTests {
  private func text(_ entry: Draft.Entry) -> String {
    let round = Example.round()
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon-member", version: "1", digest: "d"), role: .member,
      respondent: "m1", entry: entry, started: Timestamp(secondsSinceEpoch: 1_795_521_333))
    draft.responses = ["M-PHY-01": .init(choice: .yes)]
    let questionnaire = Questionnaire(checklist: Example.checklists(approved: false)[0], round: round)
    var result = PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round)
    result.person = entry.mode == .me ? nil : "議員01"
    return PersonalReport(of: result).document.text
  }

  @Test(arguments: [Draft.EntryMode.assisted, .paper]) func `lists every answer and has lines for day and signature`(
    mode: Draft.EntryMode
  ) {
    let text = text(.init(mode: mode, by: "s01"))
    #expect(text.contains("本人確認"))
    #expect(text.contains("確認した日付　＿"))
    #expect(text.contains("署名　　　　　＿"))
    #expect(text.contains("議員01") && !text.contains("回答番号"))
    #expect(text.contains("M-PHY-01 回答：はい"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 80 })
  }

  @Test func `has none where the person answered alone`() { #expect(!text(.init(mode: .me)).contains("本人確認")) }
}
