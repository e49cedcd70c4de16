public import Aggregation
import Inspection
import TextLayout

/// The summary as one tidy table, an observation a row: for spreadsheets and statistics (`docs/formats.md`).
///
/// No figure is written with a sign, and no words as Excel would turn into a date, a number or a formula.
public enum SummaryCSV {
  /// The heading and the rows; all have as many fields.
  public static func rows(of summary: DisclosedSummary) -> [[String]] {
    let report = SummaryReport(of: summary)
    let edition = [
      report.year, summary.round.title.keptAsText, summary.audience.japanese + (summary.isDraft ? "（案）" : ""),
      summary.edition?.japanese.keptAsText ?? "",
    ]
    return [headings] + report.observations.map { edition + $0.fields }
  }

  private static let headings = [
    "年度", "点検回", "用途", "版", "表", "区分", "番号", "項目", "指標", "分子", "分母", "値", "単位", "内容",
  ]
}

extension Observation {
  fileprivate var fields: [String] {
    [
      subject.table.keptAsText, subject.role, subject.number.keptAsText, subject.title.keptAsText, measure, numerator,
      denominator, value, unit, text.keptAsText,
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
