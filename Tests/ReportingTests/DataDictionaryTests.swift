import Aggregation
import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing

/// docs/data.md: nothing is written that it does not explain.
@Suite("The dictionary of the tidy tables") struct DataDictionaryTests {
  private let text: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = try String(contentsOf: root.appendingPathComponent("docs/data.md"), encoding: .utf8)
  }

  /// The rows of the table below a heading, cell by cell.
  private func table(under heading: String) throws -> [[String]] {
    let part = try #require(
      text.components(separatedBy: "## \(heading)\n").last?.components(separatedBy: "\n## ").first)
    return part.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// 「実施率（率）、はい（件）」 as pairs of measure and what is filled in.
  private func measures(_ list: String) -> Set<[String]> {
    let all = text.components(separatedBy: "\n> ").dropFirst().joined().components(separatedBy: "\n\n").first ?? ""
    let whole = list.replacingOccurrences(of: "率と数", with: all)
    return Set(whole.matches(of: /([^、\n]+)（([^（）]+)）(?=、|\n|$)/).map { [String($0.1), String($0.2)] })
  }

  /// What a row fills in, as the dictionary calls it.
  private func filled(_ row: [String: String]) -> String {
    if row["数"] != "" { return row["単位"] ?? "" }
    if row["日"] != "" { return "日" }
    return row["内容"] != "" ? "言葉" : "率"
  }

  private func rows(_ summary: DisclosedSummary) -> [[String: String]] {
    let table = SummaryCSV.rows(of: summary)
    return table.dropFirst().map { row in
      Dictionary(zip(table[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  private func followedUp(to audience: Audience) throws -> DisclosedSummary {
    let day = CalendarDay(iso: "2027-03-31")
    let action = Action(
      id: "A-01", round: "r8-1", matter: .init(kind: .support, items: ["M-PHY-01"], subject: "紙の置き場所", ground: ""),
      measure: "声をかける", owner: "議会局", due: day, isPublic: true)
    let record = AuditRecord(
      item: "O-PHY-01", question: "守っていますか。", claim: "はい", evidence: "台帳", seen: "台帳", judgement: .notConfirmed,
      finding: "古い", day: day, auditor: "監査担当")
    let decided = Review.Judgement(needed: .needed, reason: "新しいサービス")
    let number = try #require(CheckedNumber(payload: "00000000001"))
    return try Disclosure.disclosed(
      Example.summary(),
      followUp: FollowUp(
        actions: [action], audit: [record], review: Review(results: decided, circumstances: decided),
        opinions: [Opinion(number: number, text: "研修を増やす", decision: .shown)]), to: audience)
  }

  @Test func `Every column is explained, in the order of the table`() throws {
    #expect(try table(under: "列").flatMap { $0[0].split(separator: "、").map(String.init) } == SummaryCSV.headings)
  }

  @Test func `Every table, measure and unit that is written is explained`() throws {
    var known: [String: Set<[String]>] = [:]
    for row in try table(under: "表と指標") {
      for name in row[0].split(separator: "、") { known[String(name)] = measures(row[2]) }
    }
    let summaries = try summaries
    var written: Set<String> = []
    for row in summaries.flatMap(rows) {
      let (name, measure) = (row["表"] ?? "", row["指標"] ?? "")
      written.insert(name)
      #expect(known[name]?.contains([measure, filled(row)]) == true, "\(name)：\(measure)（\(filled(row))）")
    }
    // And the samples do write most of what there is.
    #expect(written.count > 20, "\(written)")
  }

  @Test func `Every sheet and column of the workbook is explained`() throws {
    let sentence = text.components(separatedBy: "\n「率と数」は、").last?.components(separatedBy: "\nです。").first
    let both = try #require(sentence).split(separator: "、").map(String.init)
    let known = Dictionary(
      uniqueKeysWithValues: try table(under: "Excel のブックのシートと列").map { row in
        (row[0], row[2].split(separator: "、").flatMap { $0 == "率と数" ? both : [String($0)] })
      })
    var written: Set<String> = []
    for sheet in try summaries.flatMap({ SummarySpreadsheet.spreadsheet(of: $0).worksheets }) {
      let explained = try #require(known[sheet.name], "\(sheet.name)")
      let titles = sheet.table.columns.map(\.title)
      // In the same order too.
      #expect(explained.filter(titles.contains) == titles, "\(sheet.name)")
      written.insert(sheet.name)
    }
    #expect(written == Set(known.keys))
  }

  private var summaries: [DisclosedSummary] {
    get throws {
      [
        try Example.disclosed(), try Example.disclosed(to: .everyone), try Example.disclosed(members: 4),
        try Example.disclosed(members: 9), try Example.compared(to: [14, 9]), try followedUp(to: .office),
        try followedUp(to: .everyone), try Example.disclosed(closed: false),
      ]
    }
  }
}
