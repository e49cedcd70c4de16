import Aggregation
import Documents
import Formats
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("What people did about a result")
struct FollowUpTests {
  private func action(_ id: ActionID, of round: RoundID, measure: String = "", state: Action.State) -> Action {
    Action(
      id: id, round: round, matter: .init(kind: .support, items: ["M-PHY-01"], subject: "紙の置き場所", ground: ""),
      measure: measure, owner: "議会局", due: CalendarDay(iso: "2027-03-31"), state: state)
  }

  private var actions: [Action] {
    [
      action("A-01", of: "r7-1", measure: Example.hostile, state: .started), action("A-02", of: "r7-1", state: .done),
      action("A-03", of: "r8-1", state: .notStarted),
    ]
  }

  private let decided = Review(
    lookedAt: ["点検結果の報告"], results: .init(needed: .notNeeded, reason: "高い率"),
    circumstances: .init(needed: .needed, reason: Example.hostile), changes: ["連絡アプリの導入"],
    day: CalendarDay(iso: "2027-04-20"), decidedBy: "議会運営委員会")

  private func disclosed(to audience: Audience = .office, closed: Bool = true, review: Review? = nil) throws
    -> DisclosedSummary
  {
    try Disclosure.disclosed(
      Example.summary(closed: closed),
      followUp: FollowUp(actions: actions, review: review ?? decided, opinions: try opinions()), to: audience)
  }

  private func opinions() throws -> [Opinion] {
    try [
      (3, "研修の日を増やす", Opinion.Decision.shown), (2, "だれか分かる文", .kept), (1, Example.hostile, .shown), (4, "まだの文", nil),
    ]
    .map { digit, text, decision in
      Opinion(number: try #require(CheckedNumber(payload: "0000000000\(digit)")), text: text, decision: decision)
    }
  }

  @Test func `Only opinions that the office decided to show are in it, by their random numbers, in every format`()
    throws
  {
    let summary = try disclosed()
    #expect(summary.followUp.opinions.shown == [Example.hostile, "研修の日を増やす"])
    let text = SummaryReport(of: summary).document.text
    let section = text[try #require(text.firstRange(of: "寄せられたご意見")).upperBound...]
    #expect(section.contains("- 研修の日を増やす\n"))
    #expect(isHarmless(text))
    let json = String(decoding: SummaryFormat.encode(summary), as: UTF8.self)
    let table = SummaryCSV.rows(of: summary).joined()
    let sheets = "\(SummarySpreadsheet.spreadsheet(of: summary))"
    #expect(json.contains("研修の日を増やす") && table.contains("研修の日を増やす"))
    for hidden in ["だれか分かる文", "まだの文"] {
      #expect(!text.contains(hidden) && !json.contains(hidden) && !table.contains(hidden) && !sheets.contains(hidden))
    }
    for told in ["研修の日を増やす", "紙の置き場所", "検討の結果", "連絡アプリ"] { #expect(sheets.contains(told)) }
  }

  private func fifth(_ summary: DisclosedSummary) throws -> String {
    let text = SummaryReport(of: summary).document.text
    return try #require(text.components(between: "第5 ", and: "別記")).replacing("\n    ", with: "")
      .replacing("\n  ", with: "")
  }

  @Test func `A decision is shown with its two triggers, and a change of circumstances as a question`() throws {
    let part = try fifth(disclosed())
    #expect(part.contains("状況の変化「連絡アプリの導入」がある。"))
    #expect(part.contains(/点検の結果 +否 +高い率/))
    #expect(part.contains(/状況の変化 +要/))
    #expect(part.contains("決めた日は令和9年4月20日、決めた者は議会運営委員会である。"))
    #expect(!part.contains("まだ記録されていない"))
    #expect(isHarmless(part))
  }

  @Test func `Without a decision the report says so, and fills in none`() throws {
    for summary in [try Example.disclosed(), try disclosed(review: Review())] {
      #expect(try fifth(summary).contains("検討の結果は記録されていない。"))
    }
    let begun = try fifth(disclosed(review: Review(circumstances: .init(reason: "理由だけ"))))
    #expect(begun.contains(/状況の変化 +未記入 +理由だけ/))
    #expect(begun.contains("まだ記録されていないもの：見たもの、点検の結果による見直しの要否"))
  }

  @Test func `Stands in the fourth part, with counts by state, for the rounds before`() throws {
    let text = SummaryReport(of: try disclosed()).document.text
    let part = try #require(text.components(between: "第4 ", and: "第5 "))
    let section = part[try #require(part.firstRange(of: "前回からの対応の状況")).upperBound...]
    #expect(section.contains("対応は2件である（未着手0件、着手1件、完了1件、見送り0件）。"))
    #expect(section.contains("A-01"))
    // A proposal of this round that nobody has answered yet stands among the proposals already.
    #expect(!section.contains("A-03"))
    #expect(isHarmless(text))
  }

  @Test(arguments: [(Audience.everyone, true), (.office, false)])
  func `Is never in the public edition, nor shown before closing`(audience: Audience, closed: Bool) throws {
    let summary = try disclosed(to: audience, closed: closed)
    #expect(summary.followUp == .none)
    #expect(!SummaryReport(of: summary).document.text.contains("紙の置き場所"))
    #expect(!SummaryReport(of: summary).document.text.contains("検討の結果"))
    let json = String(decoding: SummaryFormat.encode(summary), as: UTF8.self)
    for secret in ["\"actions\"", "\"review\" :", "連絡アプリ"] { #expect(!json.contains(secret)) }
  }

  @Test
  func `The public is told of a marked line what is done, by whom, until when and how far it is, in every format`()
    throws
  {
    var marked = action("A-01", of: "r8-1", measure: "案内の紙を配る", state: .started)
    (marked.isPublic, marked.cause, marked.matter.ground) = (true, "忙しいため", "実施率が低い")
    let list = [marked, action("A-02", of: "r8-1", measure: "内部の対応", state: .started)]
    func disclosed(_ audience: Audience) throws -> DisclosedSummary {
      try Disclosure.disclosed(Example.summary(), followUp: FollowUp(actions: list), to: audience)
    }
    let summary = try disclosed(.everyone)
    #expect(
      summary.published == [
        PublishedAction(measure: "案内の紙を配る", owner: "議会局", due: CalendarDay(iso: "2027-03-31"), state: .started)
      ])
    #expect(try disclosed(.office).published == [])
    let formats = [
      SummaryReport(of: summary).document.text, String(decoding: SummaryFormat.encode(summary), as: UTF8.self),
      SummaryCSV.rows(of: summary).joined().joined(separator: "|"),
      "\(SummarySpreadsheet.spreadsheet(of: summary).worksheets)",
    ]
    let rows = SummaryCSV.rows(of: summary)
    let columns = try ["指標", "日", "内容"].map { try #require(rows[0].firstIndex(of: $0)) }
    #expect(
      rows.filter { $0.contains("これからすること") }.map { row in columns.map { row[$0] } } == [
        ["担当", "", "議会局"], ["期限", "2027-03-31", ""], ["状況", "", "着手"],
      ])
    for text in formats {
      #expect(text.contains("案内の紙を配る"))
      for hidden in ["忙しいため", "実施率が低い", "紙の置き場所", "内部の対応", "A-01"] { #expect(!text.contains(hidden), "\(hidden)") }
    }
  }

  @Test func `Is proposed for what can be done alone, with clause, rule, counts and the organisation's plan`() throws {
    let summary = try Example.disclosed(Example.round { $0.thresholds.support = 95 })
    let findings = summary.proposals.compactMap(\.finding)
    let matters = findings.map(\.matter)
    let item = Example.item("M-PHY-01")
    #expect(
      matters.first
        == Action.Matter(
          kind: .support, items: ["M-PHY-01"], subject: item.question, ground: "基本方針6(3)：実施率70.0%（7／10）が95%に満たない。"))
    #expect(matters.map(\.kind) == [.support, .training, .rule, .organisation, .managingBody])
    #expect(matters[2].subject == "「紙の保管の決まり」がまだない。")
    #expect(matters.map(\.items) == [["M-PHY-01"], ["M-PHY-03"], ["M-PHY-05"], ["O-PHY-02"], ["M-PHY-04"]])
    #expect(matters[3].ground == "基本方針8：組織の回答が「いいえ」である。")
    #expect(findings.map(\.plan?.due) == [nil, nil, nil, Example.day.adding(days: 100), nil])
  }

  @Test func `What an audit saw stands in 第4, and what it could not see in 第5 and in the record of the review`() throws
  {
    let records = [
      AuditRecord(
        item: "O-PHY-01", question: Example.hostile, claim: "はい", evidence: "台帳", seen: "台帳を見た", judgement: .partly,
        finding: "1件の場所が違う"),
      AuditRecord(item: "O-PHY-02", question: "備えていますか。", claim: "はい", evidence: ""),
    ]
    let summary = try Disclosure.disclosed(Example.summary(), followUp: FollowUp(audit: records), to: .office)
    let text = SummaryReport(of: summary).document.text
    let fourth = try #require(text.components(between: "第4 ", and: "第5 ")).replacing(/\s/, with: "")
    #expect(fourth.contains("2項目のうち、確認できたもの0項目、一部確認できたもの1項目、確認できなかったもの0項目、まだのもの1項目"))
    let question = "監査で、「置き場所O-PHY-01」を「一部確認できた」とされた（所見：1件の場所が違う）。"
    #expect(try fifth(summary).contains(question))
    #expect(summary.reviewQuestions.contains { $0.hasSuffix(question) })
    #expect(isHarmless(text))
    let table = SummaryCSV.rows(of: summary).joined()
    #expect(table.contains("台帳を見た") && table.contains("1件の場所が違う"))
    let sheets = "\(SummarySpreadsheet.spreadsheet(of: summary).worksheets)"
    #expect(sheets.contains("台帳を見た") && sheets.contains("1件の場所が違う"))
    let forAll = try Disclosure.disclosed(Example.summary(), followUp: FollowUp(audit: records), to: .everyone)
    #expect(!String(decoding: SummaryFormat.encode(forAll), as: UTF8.self).contains("台帳を見た"))
  }
}
