public import Aggregation
import Inspection
import TextLayout

/// The summary as one tidy table, an observation a row that says by itself whose it is: for spreadsheets and statistics
/// (`docs/data.md`).
///
/// No figure is written with a sign, and no words as Excel would turn into a date, a number or a formula.
public enum SummaryCSV {
  /// The heading and the rows; all have as many fields.
  public static func rows(of summary: DisclosedSummary) -> [[String]] {
    let report = SummaryReport(of: summary)
    let (round, policy) = (summary.round, summary.policy)
    let whose = [
      (policy.code ?? "").keptAsText, policy.assembly.keptAsText, report.year, round.id.rawValue.keptAsText,
      round.title.keptAsText, round.isRegular ? "定期" : "臨時", round.opens.iso, summary.status.closed?.day.iso ?? "",
      summary.audience.japanese + (summary.isDraft ? "（案）" : ""), summary.edition?.japanese.keptAsText ?? "",
    ]
    let versions = Dictionary(
      summary.checklists.map { (policy.name(of: $0.role), $0.version.keptAsText) },
      uniquingKeysWith: { first, _ in first })
    return [headings] + report.observations.map { whose + $0.fields(versions) }
  }

  /// In order, as docs/data.md explains them.
  public static let headings = [
    "団体コード", "議会", "年度", "点検回の番号", "点検回", "定期・臨時", "始めた日", "締め切った日", "用途", "版", "表", "区分",
    "点検票の版", "番号", "設問の版", "項目", "比べた点検回", "指標", "分子", "分母", "率（%）", "数", "単位", "日", "内容",
  ]
}

extension Observation {
  /// - Parameter versions: of the checklists, by role.
  fileprivate func fields(_ versions: [String: String]) -> [String] {
    [
      subject.table.keptAsText, subject.role, versions[subject.role] ?? "", subject.number.keptAsText,
      subject.revision.map { "\($0)" } ?? "", subject.title.keptAsText, subject.earlier.keptAsText, measure, numerator,
      denominator, percent, count, unit, day?.iso ?? "", text.keptAsText,
    ]
  }
}

extension String {
  /// The text on one line without controls; with an apostrophe before it if Excel would take it for a date or a number.
  ///
  /// Excel in Japan turns 「(1)」 into −1, 「3-1」, 「1/2」, 「3月1日」 and 「R8.11.25」 into dates, 「001」 into 1
  /// (Microsoft, "Stop automatically changing numbers to dates").
  var keptAsText: String {
    let text = sanitized
    return text.contains(where: \.isNumber) && text.isMadeOfNumbersAndMarks ? "'" + text : text
  }

  private var isMadeOfNumbersAndMarks: Bool {
    let names = /(?i)明治|大正|昭和|平成|令和|午前|午後|am|pm|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/
    return replacing(names, with: "").allSatisfy {
      $0.isNumber || $0.isPunctuation || $0.isSymbol || $0.isWhitespace || "年月日時分秒元MTSHREmtshre".contains($0)
    }
  }
}

/// What was left out, line by line of the box, for the secretariat alone.
public enum LeftOutTable {
  /// Why one line was left out.
  public static func words(for leftOut: LeftOut) -> String { leftOut.reason.kind.japanese + "もの" }

  /// What a line is and why it is left out, with the particulars.
  public static func sentence(for leftOut: LeftOut) -> String {
    let detail = leftOut.reason.detail
    return "\(leftOut.subjectWords)。\(words(for: leftOut))" + (detail.isEmpty ? "" : "（\(detail)）")
  }

  /// A heading and a row a line: its number, what it is, role claimed, reason, particulars.
  public static func rows(of leftOut: [LeftOut]) -> [[String]] {
    [["box.ndjson の行", "種類", "区分", "理由", "詳細"]]
      + leftOut.map { entry in
        ["\(entry.line)", entry.subjectWords, entry.role?.japanese ?? "", words(for: entry), entry.reason.detail]
      }
  }
}
