public import Aggregation
import Documents
import Inspection

extension DisclosedSummary {
  /// What the result puts before the review of the policy, a sentence each.
  public var reviewQuestions: [String] {
    proposals.filter { $0.kind == .review }.map(\.sentence) + (round.electionBetween ? ["前回の点検の後に改選があった。"] : [])
  }
}

/// 第5: what the review of the policy has to look at, and what people decided.
extension SummaryReport {
  var review: Document.Chapter {
    let points =
      proposals(.review).map { $0.sentence + $0.discussion }
      + (round.electionBetween ? [Self.election] : [])
    return Document.Chapter(
      id: "review", heading: "第5 方針の見直しの検討（基本方針8）",
      blocks: [
        .list(points.isEmpty ? reviewPoints : points),
        .paragraph("見直しの要否は、点検の結果と状況の変化の両方を踏まえて、議会が判断する。ここに挙げたものは判断の材料である。"),
      ] + decision)
  }

  static let election = "前回の点検の後に改選があった。新しい議員への周知が足りているかを確かめる。"

  var reviewPoints: [String] {
    let questions = summary.reviewQuestions
    return questions.isEmpty ? ["点検の結果からは、特に挙げるものはない。"] : questions
  }

  private var decision: [Document.Block] {
    guard summary.status.closed != nil else { return [] }
    guard let review = summary.followUp.review, !review.isBlank else { return [.paragraph("検討の結果は記録されていない。")] }
    return [.heading("検討の結果"), .table(Self.table(of: review))] + review.sentences.map { .paragraph($0) }
  }

  static func table(of review: Review) -> Document.Table {
    func row(_ trigger: String, _ judgement: Review.Judgement) -> [Document.Table.Cell] {
      [.text(trigger), .text(judgement.needed?.rawValue ?? "未記入"), .text(judgement.reason ?? "")]
    }
    return Document.Table(
      columns: [.init("見直しのきっかけ"), .init("要否"), .init("理由")],
      rows: [row("点検の結果", review.results), row("状況の変化", review.circumstances)])
  }
}

extension Proposal {
  /// What there is to discuss about a question of the review, a whole sentence; empty for what is none.
  var discussion: String {
    switch rule {
    case .auditFinding: "実際の扱いと条文のどちらを改めるかを検討する。"
    case .changedCircumstances: "この変化に対して、方針の条文が足りているかを検討する。"
    case .organisationMissing: "組織の回答を求め、改めて確かめる。"
    case .unverified: "次の点検か監査で確かめる方法を検討する。"
    case .notInPolicy: "条文に加えるか、別の定めによるかを検討する。"
    case .ordinanceTakesEffect: "施行までに、方針が省令の求めるものに足りているかを検討する。"
    case .support, .training, .missingRule, .organisationGap, .deviceSetUp, .notApplicable, .noSpread: ""
    }
  }
}

extension Review {
  /// What was decided beside the two judgements, and what is not recorded yet.
  var sentences: [String] {
    let decided = [day.map { "決めた日は\($0.japanese)" }, decidedBy.map { "決めた者は\($0)" }].compactMap { $0 }
    return [
      lookedAt.isEmpty ? nil : "検討で見たもの：\(lookedAt.joined(separator: "、"))。",
      decided.isEmpty ? nil : decided.joined(separator: "、") + "である。",
      blanks.isEmpty ? nil : "まだ記録されていないもの：\(blanks.map(\.japanese).joined(separator: "、"))。",
    ].compactMap { $0 }
  }
}

/// What an auditor saw of the organisation's answers; the other half of what policy 8 asks to look at.
extension SummaryReport {
  var audit: [Document.Block] {
    guard let records = summary.followUp.audit, !records.isEmpty else { return [] }
    let counts =
      AuditRecord.Judgement.allCases.map { "\($0.japanese)もの\(records.count($0))項目" } + ["まだのもの\(records.count(nil))項目"]
    return [
      .heading("監査の結果"),
      .paragraph("組織の回答から引いた\(records.count)項目のうち、\(counts.joined(separator: "、"))である。"),
      .table(Self.table(of: records)),
    ]
  }

  static func table(of records: [AuditRecord]) -> Document.Table {
    Document.Table(
      columns: ["番号", "回答", "根拠", "確認したこと", "判定", "所見"].map { .init($0) },
      rows: records.map { record in
        [
          record.item.rawValue, record.claim, record.evidence, record.seen, record.judgement?.japanese ?? "まだ",
          record.finding,
        ].map { .text($0) }
      })
  }
}

/// What has become of the actions: those of earlier rounds, and those of this one that people have begun to fill in.
extension SummaryReport {
  var actions: [Document.Block] {
    let all = summary.followUp.actions ?? []
    let carried = all.filter { $0.round != round.id }
    let own = all.filter { $0.round == round.id && !$0.measure.isEmpty }
    return section(of: carried, heading: "前回からの対応の状況") + section(of: own, heading: "今回の課題への対応")
  }

  private func section(of actions: [Action], heading: String) -> [Document.Block] {
    guard !actions.isEmpty else { return [] }
    let counts = Action.State.allCases.map { "\($0.japanese)\(actions.count($0))件" }.joined(separator: "、")
    return [
      .heading(heading), .paragraph("対応は\(actions.count)件である（\(counts)）。"), .table(Self.table(of: actions)),
    ]
  }

  static func table(of actions: [Action]) -> Document.Table {
    Document.Table(
      columns: ["点検回", "番号", "課題", "対応", "担当", "期限", "状況", "公表"].map { .init($0) },
      rows: actions.map { action in
        [
          action.round.rawValue, action.id.rawValue, action.matter.subject, action.measure, action.owner,
          action.due?.japanese ?? "", action.state.japanese, action.isPublic ? "はい" : "",
        ].map { .text($0) }
      })
  }

  /// What people wrote, in no order that tells when.
  var opinions: [Document.Block] {
    let shown = summary.followUp.opinions.shown
    guard !shown.isEmpty else { return [] }
    return [
      .heading("寄せられたご意見"),
      .paragraph("\(summary.policy.office)が読み、載せることとしたものである。並びは提出の順ではない。"),
      .list(shown),
    ]
  }
}
