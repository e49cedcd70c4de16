import Aggregation
import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

/// A round of three members and the office: m01 has handed in, m02 and m03 have not.
enum LetterExample {
  static let start = Timestamp(secondsSinceEpoch: Example.day.daysSinceEpoch * 86_400)

  static func source(
    events: [RoundEvent] = [], submissions: [Submission] = [submission("m01", receipt: "768198")],
    today: CalendarDay = Example.day, hasCodes: Bool = true, name: String = "議員02",
    _ change: (inout Round) -> Void = { _ in }
  ) -> LetterSource {
    LetterSource(
      round: Example.round(change), policy: Example.policy, events: [RoundEvent(.opened, at: start)] + events,
      roster: Roster(respondents: [
        Respondent(id: "m01", name: "議員01", kana: "", role: .member),
        Respondent(id: "m02", name: name, kana: "", role: .member),
        Respondent(id: "m03", name: "議員03", kana: "", role: .member),
        Respondent(id: "m04", name: "議員04", kana: "", role: .member, exempt: "療養のため"),
        Respondent(id: "org", name: "議会局", kana: "", role: .organisation),
      ]), submissions: submissions, hasCodes: hasCodes, today: today)
  }

  static func submission(_ id: RespondentID, as role: Role = .member, receipt: String) -> Submission {
    Submission(
      respondent: id, role: role, receipt: receipt, day: Example.day.adding(days: 1), entry: .init(mode: .me),
      consent: nil)
  }

  /// What a round without ways of its own says.
  static let ways =
    "議会局の用意したパソコンで、画面の案内のとおりに進みます。Excel や紙の点検票に書いて渡すことも、代わりに入力してもらうこともできます。希望する方法を、問い合わせ先にお知らせください。"

  static let closed = [RoundEvent(.closed(box: "00ff"), at: start)]
  static let extended = [RoundEvent(.extended(deadline: Example.day.adding(days: 20), reason: "会期の延長"), at: start)]

  static func code(_ payload: String) throws -> CheckedNumber { try #require(CheckedNumber(payload: payload)) }
}

@Suite("A letter") struct LetterTests {
  private let source = LetterExample.source()

  @Test func `to all stands in the order of an official document`() throws {
    let text = Letter.request(source).text
    let parts = [
      "○○第", "令和8年11月25日", "議員　各位", "見本市議会議会局", "自己点検の実施について（依頼）", " 記", "提出の期限", "以上", "問い合わせ先", "00-1234-5678",
    ]
    var rest = text[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
  }

  @Test func `asks with the deadline, the meetings, the retention and how to begin`() {
    let text = Letter.request(source).text
    for word in ["令和8年12月5日（土）", "本会議", "令和14年3月31日まで保存", "用意したパソコン", "無記名", "監査ではなく"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func `asks with the ways that the round has in place of its own`() {
    let text = Letter.request(LetterExample.source { $0.ways = ["4階の会議室のパソコンで、平日の9時から17時まで。"] }).text
    #expect(text.contains("4階の会議室のパソコンで、平日の9時から17時まで。") && !text.contains("用意したパソコン"))
  }

  /// What people type to begin is the office's matter.
  @Test func `to those who are asked holds no command`() throws {
    let code = try LetterExample.code("00112345678")
    let extended = LetterExample.source(events: LetterExample.extended)
    let letters =
      [.request(source), .outline(source), .slips(source, codes: ["m02": code]), .reminder(source), .receipts(source)]
      + [Letter.extended(extended)].compactMap { $0 } + AnswerWay.allCases.compactMap { .leaflet(source, for: $0) }
    #expect(letters.count == 9)
    for letter in letters { #expect(!letter.text.contains("tenken"), "\(letter.title)") }
  }

  @Test func `is of who signs it, under the office's own number, where the round has them`() {
    #expect(Letter.request(source).sender == "見本市議会議会局" && Letter.request(source).number == "○○第　　　号")
    let signed = LetterExample.source {
      $0.letterhead = Round.Letterhead(number: "見議第　　号", post: "議会局長", name: "職員01")
    }
    let letter = Letter.request(signed)
    #expect(letter.sender == "見本市議会　議会局長　職員01" && letter.number == "見議第　　号")
    // Whom to ask stays the office.
    #expect(letter.contact.contains("見本市議会議会局"))
  }

  @Test func `tells why a round is extraordinary, and that a signed one is signed`() {
    let source = LetterExample.source {
      $0.kind = .extraordinary(reason: "端末の紛失")
      $0.handIn = .signed
    }
    let text = Letter.request(source).text
    #expect(text.contains("端末の紛失"))
    #expect(!text.contains("無記名"))
  }

  @Test func `outlines whom is asked by number, without the exempt`() {
    let letter = Letter.outline(source)
    #expect(letter.tables.first?.rows.first == [.text("議員"), .count(3)])
    #expect(letter.text.contains("令和8年11月25日から令和8年12月5日まで"))
  }

  @Test func `of the new deadline names the old one and the reason, and is not made without`() throws {
    #expect(Letter.extended(source) == nil)
    let text = try #require(Letter.extended(LetterExample.source(events: LetterExample.extended))).text
    for word in ["令和8年12月15日", "令和8年12月5日", "会期の延長"] { #expect(text.contains(word), "\(word)") }
  }

  @Test func `asks for the deadline that is in force`() {
    #expect(
      Letter.request(LetterExample.source(events: LetterExample.extended)).text.contains("令和8年12月15日"))
  }

  // MARK: Who is missing

  @Test func `of reminder names nobody; the memo names those who are missing and nobody else`() {
    let reminder = Letter.reminder(source).text
    for name in ["議員01", "議員02", "議員03", "議員04", "m02"] { #expect(!reminder.contains(name), "\(name)") }
    let memo = Letter.memo(source).text
    for name in ["m02", "議員02", "m03", "議員03", "局内限り", "取扱注意"] { #expect(memo.contains(name), "\(name)") }
    for name in ["議員01", "議員04", "768198"] { #expect(!memo.contains(name), "\(name)") }
    let others = ["m01", "m02"].map { LetterExample.submission($0, receipt: "768198") }
    #expect(Letter.memo(LetterExample.source(submissions: others)).text.contains("議員03"))
  }

  @Test(arguments: [(0, false), (10, false), (11, true)])
  func `of reminder says so when the deadline is over, which it is not on the day itself`(days: Int, isOver: Bool) {
    let source = LetterExample.source(today: Example.day.adding(days: days))
    #expect(Letter.reminder(source).text.contains("期限は過ぎましたが") == isOver)
  }

  // MARK: Slips and receipts

  @Test func `has a slip for each person with a code, and none for the supervisor`() throws {
    let code = try LetterExample.code("00112345678")
    let letter = Letter.slips(source, codes: ["m02": code, "*": try LetterExample.code("00912345678")])
    #expect(letter.slips.count == 1)
    let slip = letter.text.replacing("\n", with: "").replacing("  ", with: "")
    for word in ["m02", "議員02　様", code.grouped, "令和8年12月5日", "続きから始めるとき", "差替え", "00-1234-5678"] {
      #expect(slip.contains(word), "\(word)")
    }
    #expect(letter.slips[0].key == .init("点検コード", code.grouped))
  }

  @Test func `of receipt has number, name, 受付番号 and day for each submission, and no 回答番号`() throws {
    let letter = Letter.receipts(
      LetterExample.source(submissions: [
        LetterExample.submission("x99", receipt: "111111"), LetterExample.submission("m03", receipt: "222222"),
        LetterExample.submission("m01", receipt: "768198"),
      ]))
    #expect(
      letter.slips.map(\.person) == ["議員01　様　（番号 m01）", "議員03　様　（番号 m03）", "（名簿にありません）　番号 x99"])
    #expect(letter.slips[0].key == .init("受付番号", "768198"))
    #expect(letter.slips[0].rows == [.init("提出の日", "令和8年11月26日")])
    #expect(!letter.text.contains("回答番号"))
  }

  // MARK: A page for everybody

  @Test(arguments: AnswerWay.allCases) func `of guidance is all that a member needs, one page in large type`(
    way: AnswerWay
  ) throws {
    let letter = try #require(Letter.leaflet(source, for: way))
    #expect(letter.layout == .handout && letter.highlight == "提出の期限　令和8年12月5日（土）")
    let text = letter.text.replacing(/\s/, with: "")
    for word in ["点検コード", "分からないとき", "令和14年3月31日まで保存", "00-1234-5678", "責められることはありません", "無記名"] {
      #expect(text.contains(word), "\(word)")
    }
    // Who receives a form knows whose it is.
    #expect(text.contains("どなたの答えかが分かります") == (way != .terminal))
  }

  @Test func `of guidance is not made where the round says more than a page holds`() {
    func ways(_ count: Int) -> LetterSource {
      LetterExample.source { $0.ways = Array(repeating: String(repeating: "長", count: 34), count: count) }
    }
    for way in AnswerWay.allCases {
      #expect(Letter.leaflet(ways(3), for: way) != nil)
      #expect(Letter.leaflet(ways(30), for: way) == nil)
    }
  }

  @Test func `for merging has a row for each person who is asked, with the code where it is at hand`() throws {
    let code = try LetterExample.code("00112345678")
    let rows = MergeData.rows(of: source, codes: ["m02": code])
    #expect(rows.map { $0[0] } == ["番号", "m01", "m02", "m03", "org"])
    #expect(
      rows[2] == [
        "m02", "議員02", "議員", "様", code.grouped, "未", "令和8年度 第1回", "令和8年12月5日（土）", LetterExample.ways, "見本市議会議会局",
        "00-1234-5678",
      ])
    #expect(rows[1][4...5] == ["", "済"] && rows[4][3] == "御中")
    #expect(rows.allSatisfy { $0.count == MergeData.headings.count })
  }

  // MARK: Results

  @Test func `of report asks for a decision, and has the result in brief`() throws {
    let source = LetterExample.source(events: LetterExample.closed) {
      $0.letterhead = Round.Letterhead(classification: "総務－監査", keptFor: "5年")
    }
    let letter = Letter.report(source, of: try Example.disclosed())
    #expect(letter.signOff == ["担当", "課長", "次長", "局長", "議長（報告）"])
    #expect(letter.marks == ["取扱注意"])
    for field in [("起案日", "令和8年11月25日"), ("文書分類", "総務－監査"), ("保存年限", "5年"), ("あて先", "議長"), ("決裁日", "")] {
      #expect(letter.particulars.contains(.init(field.0, field.1)), "\(field)")
    }
    let text = letter.text.replacing(/\s/, with: "")
    // 10 of 12 members handed in; M-PHY-01 is the only practice item that is counted, 7 of 10.
    for words in [
      "議長に報告してよろしいか、伺います", "83.3%", "議員：実施率70.0%（7／10）", "議会局職員：人数が少ないため、示さない", "議員への周知と研修：「置き場所M-PHY-03」",
      "まだない決まり：紙の保管の決まり", "組織：「置き場所O-PHY-02」", "端末の設定：「置き場所M-PHY-04」", "省令が令和9年6月13日に施行される",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("赤"))
  }

  @Test func `of training has what many did not know, with what to do, and no count`() throws {
    let letter = try #require(Letter.training(source, of: try Example.disclosed()))
    #expect(letter.layout == .handout && letter.marks == ["取扱注意"])
    #expect(letter.entries.map(\.label) == ["置き場所M-PHY-03（議員）"])
    let text = letter.text
    #expect(text.contains("次にすること：置き場所を議会局に尋ねる。"))
    for word in ["%", "／", "議員01", "置き場所M-PHY-01"] { #expect(!text.contains(word), "\(word)") }
    // On nine sheets nothing is proposed, for nothing is shown.
    #expect(Letter.training(source, of: try Example.disclosed(members: 9)) == nil)
  }

  @Test func `of report says 案 while a checklist is one`() throws {
    let letter = Letter.report(source, of: try Example.disclosed(approved: false))
    #expect(letter.marks == ["取扱注意", "案"])
    #expect(letter.title.hasSuffix("（案）"))
  }

  @Test func `to the managing body names what its devices' users said of their set-up, without a count`() throws {
    let source = LetterExample.source(events: LetterExample.closed)
    let letter = try #require(Letter.executive(source, of: try Example.disclosed()))
    #expect(letter.addressees == ["貸与された端末の管理者　様"] && letter.marks == ["取扱注意"])
    let text = letter.text
    #expect(text.contains("同方針9") && text.contains("70%に満ちませんでした"))
    #expect(text.replacing(/\s/, with: "").contains("M-PHY-04を守っていますか"))
    for word in ["／", "10", "M-PHY-01", "議員01"] { #expect(!text.contains(word), "\(word)") }
    let council = try Example.disclosed(Example.round { $0.lentDevices = .council })
    #expect(Letter.executive(source, of: council) == nil)
  }

  @Test func `to the public has 提出率, no mark and no addressee`() throws {
    let letter = Letter.notice(
      LetterExample.source(events: LetterExample.closed), of: try Example.disclosed(to: .everyone))
    #expect(letter.marks.isEmpty && letter.addressees.isEmpty && letter.signOff.isEmpty)
    let text = letter.text
    #expect(text.contains("83.3%"))
    for word in ["実施率", "M-PHY", "議員01", "除いた票"] { #expect(!text.contains(word), "\(word)") }
  }

  // MARK: When

  @Test func `is made by itself only when it is of use`() {
    func due(_ source: LetterSource) -> [LetterKind] { LetterKind.allCases.filter { $0.isDue(in: source) } }
    #expect(
      due(source) == [
        .request, .outline, .slips, .leaflet, .leafletExcel, .leafletPaper, .reminder, .memo, .receipts,
      ])
    #expect(
      due(LetterExample.source(submissions: [], today: Example.day.adding(days: -1), hasCodes: false)) == [
        .request, .outline, .leaflet, .leafletExcel, .leafletPaper,
      ])
    #expect(due(LetterExample.source(events: LetterExample.extended)).contains(.extension))
    // What tells figures is an edition, and is made by name alone.
    #expect(due(LetterExample.source(events: LetterExample.extended + LetterExample.closed)) == [.receipts])
  }

  @Test func `that cannot be made has its reason`() {
    let closed = LetterExample.source(events: LetterExample.closed)
    #expect(LetterKind.report.refusal(of: source) == .notClosed)
    for kind in LetterKind.allCases where kind.hasFigures {
      #expect(kind.refusal(of: source) == .notClosed && kind.refusal(of: closed) == nil)
    }
    #expect(LetterKind.reminder.refusal(of: closed) == .closed)
    #expect(LetterKind.extension.refusal(of: source) == .notExtended)
    #expect(LetterKind.slips.refusal(of: LetterExample.source(hasCodes: false)) == .noCodes)
    #expect(LetterKind.receipts.refusal(of: LetterExample.source(submissions: [])) == .nothingHandedIn)
    let members = ["m01", "m02", "m03"].map { LetterExample.submission($0, receipt: "1") }
    #expect(LetterKind.memo.refusal(of: LetterExample.source(submissions: members)) == nil)
    let all = members + [LetterExample.submission("org", as: .organisation, receipt: "2")]
    #expect(LetterKind.memo.refusal(of: LetterExample.source(submissions: all)) == .nobodyMissing)
  }
}

@Suite("A letter on paper") struct LetterFormatTests {
  private func bundled() throws -> HTMLTemplate {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try HTMLTemplate(
      String(contentsOf: root.appendingPathComponent("Sources/CBundle/templates/letter.html.mustache"), encoding: .utf8)
    )
  }

  private func letters(name: String = "議員02") throws -> [Letter] {
    let source = LetterExample.source(name: name)
    return [
      .request(source), .outline(source), .slips(source, codes: ["m02": try LetterExample.code("00112345678")]),
      .reminder(source), .memo(source),
      .receipts(LetterExample.source(submissions: [LetterExample.submission("m02", receipt: "1")], name: name)),
      .report(source, of: try Example.disclosed()), .notice(source, of: try Example.disclosed(to: .everyone)),
    ] + AnswerWay.allCases.compactMap { .leaflet(source, for: $0) }
      + [Letter.training(source, of: try Example.disclosed())].compactMap { $0 }
  }

  @Test func `HTML is one page of its own for A4, without a script, a grid or an unfilled tag`() throws {
    let template = try bundled()
    for letter in try letters() {
      let html = letter.html(by: template)
      #expect(html.contains("<html lang=\"ja\">"))
      #expect(html.contains("@page { size: A4;"))
      #expect(html.contains("<h1>\(letter.title)</h1>"))
      for word in ["<script", "http:", "https:", "url(", "@import", "{{", "display: flex", "display: grid"] {
        #expect(!html.contains(word), "\(word)")
      }
    }
  }

  @Test func `HTML of a page for everybody has no letter below 14 points, and another has`() throws {
    let template = try bundled()
    let leaflet = try #require(Letter.leaflet(LetterExample.source(), for: .terminal)).html(by: template)
    #expect(leaflet.contains("body { font-size: 14pt; }") && leaflet.contains("<p class=\"highlight\">提出の期限"))
    #expect(!(try letters()[0].html(by: template)).contains("14pt; }\nh1"))
  }

  @Test func `HTML bears its marks on each printed page, and repeats the heads of tables`() throws {
    let html = try letters()[4].html(by: bundled())
    #expect(html.contains("@top-right { content: \"［取扱注意］［局内限り］\""))
    #expect(html.contains("thead { display: table-header-group; }"))
  }

  @Test func `HTML has a field below each head of the 決裁欄`() throws {
    let html = try letters()[6].html(by: bundled())
    #expect(html.contains(/<th align="center">(<p[^>]*>)?議長（報告）/))
    #expect(html.matches(of: /<td height="\d+">&nbsp;<\/td>/).count == 5)
  }

  @Test func `A hostile name is text in HTML and moves nothing in plain text`() throws {
    let template = try bundled()
    for letter in try letters(name: Example.hostile) {
      let html = letter.html(by: template)
      #expect(isHarmless(html))
      #expect(!html.contains("<b>見出し"))
      let text = letter.text
      #expect(isHarmless(text))
      for line in text.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    }
    #expect(try letters(name: Example.hostile)[4].html(by: template).contains("&lt;b&gt;見出し&lt;/b&gt;"))
  }

  @Test func `A template of one's own finds the parts by name`() throws {
    let template = try HTMLTemplate(
      "{{% CONTENT_TYPE:TEXT}}{{title}}|{{#entries}}{{index}}{{label}};{{/entries}}|{{#slipPages}}x{{/slipPages}}")
    let letter = try #require(Letter.extended(LetterExample.source(events: LetterExample.extended)))
    #expect(letter.html(by: template).hasSuffix("（お知らせ）|1新しい期限;2前の期限;3理由;|"))
  }
}
