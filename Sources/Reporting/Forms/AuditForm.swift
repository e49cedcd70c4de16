public import Aggregation
public import Documents
import Inspection

/// The form on which an auditor writes what was seen of the drawn items and the finding.
public struct AuditForm: Sendable {
  public var summary: DisclosedSummary
  public var sample: AuditSample
  public var seed: String

  public init(of sample: AuditSample, seed: String, in summary: DisclosedSummary) {
    (self.summary, self.sample, self.seed) = (summary, sample, seed)
  }

  /// The drawn items with what was claimed of them, boxes for the judgement, and room for two sentences each on what was seen
  /// and on the finding.
  public var form: PaperForm {
    var form = PaperForm(
      "\(CalendarDay.japaneseFiscalYear(summary.round.fiscalYear)) 監査のための確認票", assembly: summary.policy.assembly,
      mark: PaperFormText.caution)
    form.occasion = "\(summary.round.title)（\(summary.round.id)）"
    form.edition =
      "行っている（一部、別の方法を含む）と答えた\(sample.population)項目のうち\(sample.rows.count)項目　種「\(seed)」"
    form.scope = "組織の回答の一部を、記録や現物で確かめる票です。自己点検は監査ではありません。"
    form.preface = ["判定の枠に一つだけ印を付け、見たものと所見を書いてください。項目は、重要なものと、根拠の記入がないものを先に引いています。"]
    form.facts = ["確認した日：　　　　　　　　　　　　　確認した人："]
    form.sections = [
      PaperForm.Section(
        heading: "確認する項目", columns: Self.judgements,
        lines: sample.rows.map { row in
          PaperForm.Line(
            code: row.item.id.rawValue, text: row.item.question, notes: Self.claim(of: row), ticks: Self.judgements,
            blanks: [.init(label: "確認したこと", rows: 2), .init(label: "所見", rows: 2)])
        })
    ]
    return form
  }

  private static func claim(of row: AnsweredItem) -> [String] {
    [
      "回答：\(row.choice?.japanese ?? "未回答")" + (row.reason.map { "　方法：\($0)" } ?? ""),
      "根拠：" + (row.evidence ?? row.item.evidence.map { "記入なし（見るものの例：\($0)）" } ?? "記入なし"),
    ]
  }

  /// In the words of `audit.csv`, into which they are copied.
  private static let judgements = AuditRecord.Judgement.allCases.map { judgement in
    let words =
      switch judgement {
      case .confirmed: ["確認", "できた"]
      case .partly: ["一部確認", "できた"]
      case .notConfirmed: ["確認でき", "なかった"]
      }
    return PaperForm.Tick(digit: nil, words: words)
  }
}
