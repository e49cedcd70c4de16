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
    PaperForm(
      assembly: summary.policy.assembly, occasion: "\(summary.round.title)（\(summary.round.id)）",
      title: "\(CalendarDay.japaneseFiscalYear(summary.round.fiscalYear)) 監査のための確認票",
      edition: "行っている（一部、別の方法を含む）と答えた\(sample.population)項目のうち\(sample.rows.count)項目　種「\(seed)」",
      scope: "組織の回答の一部を、記録や現物で確かめる票です。自己点検は監査ではありません。",
      preface: ["判定の枠に一つだけ印を付け、見たものと所見を書いてください。項目は、重要なものと、根拠の記入がないものを先に引いています。"],
      facts: ["確認した日：　　　　　　　　　　　　　確認した人："], isPersonal: false,
      sections: [
        PaperForm.Section(
          heading: "確認する項目", columns: Self.judgements,
          lines: sample.rows.map { row in
            PaperForm.Line(
              code: row.item.id.rawValue, text: row.item.question, notes: Self.claim(of: row), ticks: Self.judgements,
              blanks: [.init(label: "確認したこと", rows: 2), .init(label: "所見", rows: 2)])
          })
      ])
  }

  /// The same for who writes in Word: a table for each item, whose cells grow with what is written.
  public var document: Document {
    let form = form
    let items = form.sections.flatMap { section in
      section.lines.flatMap { line -> [Document.Block] in
        let boxes = line.ticks.map { "□ \($0.label)" }.joined(separator: "　")
        return [
          .heading("\(line.code) \(line.text)"), .list(line.notes),
          .table(
            Document.Table(
              columns: [.init("判定"), .init(boxes)], rows: line.blanks.map { [.text($0.label), .text("")] })),
        ]
      }
    }
    return Document(
      marks: [PaperFormText.caution], title: form.title, lead: [form.assembly, form.occasion].compactMap { $0 },
      chapters: [
        Document.Chapter(
          id: "items", heading: form.sections.map(\.heading).joined(separator: "、"),
          blocks: ([form.edition, form.scope] + form.preface + form.facts).map { .paragraph($0) } + items)
      ])
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
