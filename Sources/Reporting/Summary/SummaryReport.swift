public import Aggregation
public import Documents
import Inspection

/// The round's report (docs/design.md 8): the first page, then 第1 to 第5 and the annex, in である体.
public struct SummaryReport: Sendable {
  let summary: DisclosedSummary

  public init(of summary: DisclosedSummary) { self.summary = summary }

  /// The chapters that the audience is shown, in their order.
  public var document: Document {
    Document(
      marks: [summary.audience == .office ? "取扱注意" : nil, summary.isDraft ? "案" : nil].compactMap { $0 },
      title: "\(year) 情報セキュリティ自己点検の結果について（\(summary.audience == .office ? "報告" : "公表")）"
        + (summary.isDraft ? "（案）" : "") + (summary.edition.map { " \($0.name)" } ?? ""),
      lead: [summary.policy.assembly, closing] + correction,
      chapters: [highlights, overview, handIn, results, comparison, issues, review, annex].compactMap { $0 })
  }

  var year: String { CalendarDay.japaneseFiscalYear(summary.round.fiscalYear) }

  private var closing: String {
    summary.status.closed.map { "\($0.day.japanese)締め" } ?? "締める前"
  }

  /// Of a correction, on the first page; the title, which is short and the program's own words, has the number only.
  private var correction: [String] {
    summary.edition.flatMap { $0.reason == nil ? nil : [$0.japanese] } ?? []
  }

  var round: Round { summary.round }

  /// Staff are bound by the city's own standard, so that their tables only show the corresponding section (docs/design.md 7.2).
  func heading(of role: Role) -> String {
    role == .staff ? "\(role.japanese)（参考：対応する分野）" : role.japanese
  }
}
