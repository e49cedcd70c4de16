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

  /// The drawn items with what was claimed of them, and room to write.
  public var document: Document {
    Document(
      marks: ["取扱注意"], title: "\(CalendarDay.japaneseFiscalYear(summary.round.fiscalYear)) 監査のための確認票",
      lead: [summary.policy.assembly],
      chapters: [
        Document.Chapter(
          id: "audit", heading: "確認する項目",
          blocks: [
            .paragraph("自己点検は監査ではない。この票は、組織の回答の一部を、記録や現物で確かめるためのものである。"),
            .list([
              "点検回：\(summary.round.title)（\(summary.round.id)）",
              "引いた項目：行っている（一部、別の方法を含む）と答えた\(sample.population)項目のうち\(sample.rows.count)項目",
              "引き方：重要度の高いもの、根拠の記入がないものを先にし、その中は種「\(seed)」と項目の番号の要約値（BLAKE2b-256）の小さい順。"
                + "同じ種からは同じ項目が引かれる。",
              "確認した日：　　　　　　　　　　確認した人：",
            ]),
            .table(
              Document.Table(
                columns: [.init("番号"), .init("項目、回答、根拠"), .init("確認したこと"), .init("判定（○で囲む）と所見")],
                rows: sample.rows.map { row in
                  [
                    .text(row.item.id.rawValue), .text(Self.claim(of: row)), .text(Self.blank),
                    .text(Self.judgements + Self.blank),
                  ]
                })),
          ])
      ])
  }

  private static func claim(of row: AnsweredItem) -> String {
    let answer = "［\(row.choice?.japanese ?? "未回答")］"
    let evidence = row.evidence ?? row.item.evidence.map { "記入なし。見るものの例：\($0)" } ?? "記入なし"
    return row.item.question + answer + (row.reason.map { "方法：\(sentence($0))" } ?? "") + "根拠：\(evidence)"
  }

  /// With one full stop, whether or not it was typed.
  private static func sentence(_ words: String) -> String { words.hasSuffix("。") ? words : words + "。" }

  /// In the words of `audit.csv`, into which they are copied.
  private static let judgements = AuditRecord.Judgement.allCases.map(\.japanese).joined(separator: "・")

  /// Room for two sentences; the column would be as narrow as its heading without it.
  private static let blank = String(repeating: "＿", count: 32)
}
