import Aggregation
import Documents
import Inspection

/// What the figures put before people, and what people plan, do, decide and say.
extension SummarySheets {
  /// A row for each item of a proposal, or for itself where it is about none.
  private typealias Proposed = (proposal: Proposal, item: Item?)

  var proposals: Worksheet? {
    let rows: [Proposed] = summary.proposals.flatMap { proposal in
      proposal.items.isEmpty ? [(proposal, nil)] : proposal.items.map { (proposal, $0) }
    }
    let election = summary.round.electionBetween ? [SummaryReport.election] : []
    return Worksheet(
      "見直し・改善の候補",
      [
        .words("種類", limit: 12) { $0.proposal.kind.japanese }, .words("番号") { $0.item?.id.rawValue },
        .words("名", limit: 20) { $0.item?.label }, .words("質問", limit: 36) { $0.item?.question },
        .words("重要度", limit: 4) { $0.item?.importance.japanese },
        .words("区分", limit: 10) { $0.proposal.role.map(summary.policy.name) },
        .words("基本方針", limit: 16) { $0.proposal.clauseNumbers },
        .words("挙げた理由", limit: 36) { $0.proposal.reason + "。" },
        .words("次にすること", limit: 36) { $0.proposal.kind == .improvement ? $0.item?.remedy : $0.proposal.discussion },
        .words("改善計画", limit: 20) { $0.proposal.plan?.text },
      ], of: rows, frozen: 3, notes: ["候補と材料であり、決めるのは議会である。"] + election)
  }

  var actions: Worksheet? {
    let table = SummaryReport.table(of: summary.followUp.actions ?? [])
    return table.rows.isEmpty ? nil : Worksheet(name: "対応", table: table, frozenColumns: 2)
  }

  /// What the public is told of them.
  var published: Worksheet? {
    let table = SummaryReport.table(of: summary.published)
    return table.rows.isEmpty ? nil : Worksheet(name: "これからすること", table: table)
  }
}

/// 意見・監査など: what people said, saw and decided.
extension SummarySheets {
  private struct Record {
    var kind: String
    var number = ""
    var words: String
    var claim = ""
    var evidence = ""
    var seen = ""
    var judgement = ""
    var finding = ""
  }

  var records: Worksheet? {
    let rows = opinions + audit + decision
    let hasOpinions = !opinions.isEmpty
    return Worksheet(
      "意見・監査など",
      [
        .words("種類", limit: 12) { $0.kind }, .words("番号") { $0.number }, .words("内容", limit: 60) { $0.words },
        .words("回答", limit: 14) { $0.claim }, .words("根拠", limit: 26) { $0.evidence },
        .words("確認したこと", limit: 26) { $0.seen }, .words("判定・要否", limit: 14) { $0.judgement },
        .words("所見・理由", limit: 30) { $0.finding },
      ], of: rows, frozen: 2,
      notes: hasOpinions ? ["ご意見は、\(summary.policy.office)が読み、載せることとしたものである。並びは提出の順ではない。"] : [])
  }

  private var opinions: [Record] { summary.followUp.opinions.shown.map { Record(kind: "ご意見", words: $0) } }

  private var audit: [Record] {
    (summary.followUp.audit ?? []).map {
      Record(
        kind: "監査の結果", number: $0.item.rawValue, words: $0.question, claim: $0.claim, evidence: $0.evidence,
        seen: $0.seen, judgement: $0.judgement?.japanese ?? "まだ", finding: $0.finding)
    }
  }

  private var decision: [Record] {
    guard let review = summary.followUp.review, !review.isBlank else { return [] }
    func record(_ trigger: String, _ judgement: Review.Judgement) -> Record {
      Record(
        kind: "検討の結果", words: trigger, judgement: judgement.needed?.rawValue ?? "未記入", finding: judgement.reason ?? "")
    }
    return [record("点検の結果", review.results), record("状況の変化", review.circumstances)]
      + review.sentences.map { Record(kind: "検討の結果", words: $0) }
  }
}

extension Proposal {
  /// The organisation's own.
  fileprivate var plan: ImprovementPlan? { if case .organisationGap(_, let plan) = rule { plan } else { nil } }
}
