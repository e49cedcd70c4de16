public import Aggregation
public import Inspection

extension Proposal {
  /// What it would be in the council's list of actions; nil for what is not to be done but to be looked at.
  public var finding: Action.Finding? {
    switch rule {
    case .support: finding(.support, questions)
    case .training: finding(.training, questions)
    case .missingRule(let missing): finding(.rule, "「\(missing.title)」がまだない。")
    case .organisationGap(_, let plan): finding(.organisation, questions, plan: plan)
    case .deviceSetUp: finding(.managingBody, questions)
    case .notApplicable, .noSpread, .auditFinding, .changedCircumstances, .organisationMissing, .unverified,
      .notInPolicy,
      .ordinanceTakesEffect:
      nil
    }
  }

  private func finding(_ kind: Action.Kind, _ subject: String, plan: ImprovementPlan? = nil) -> Action.Finding {
    Action.Finding(
      Action.Matter(kind: kind, items: items.map(\.id), subject: subject, ground: sentence), plan: plan)
  }

  private var questions: String { items.map(\.question).joined(separator: "、") }
}

extension Proposal.Kind {
  /// Heads the proposals of a kind in tables.
  var japanese: String {
    switch self {
    case .improvement: "改善の候補"
    case .managingBody: "執行機関に伝えること"
    case .checklist: "点検票の見直しの候補"
    case .review: "見直しの検討"
    }
  }
}

extension Proposal {
  /// Why it is put before people: the rule that fired and its counts; である体, without a full stop.
  var reason: String {
    switch rule {
    case .support(let rate, let limit), .deviceSetUp(let rate, let limit): "実施率\(rate.textWithCounts)が\(limit)%に満たない"
    case .training(let rate, let limit): "わからない率\(rate.textWithCounts)が\(limit)%以上である"
    case .missingRule(let rule): "「\(rule.title)」がまだなく、\(items.count)項目を尋ねることができなかった"
    case .organisationGap(let choice?, _): "組織の回答が「\(choice.japanese)」である"
    case .organisationGap(nil, _): "組織の回答がない"
    case .notApplicable(let rate, let limit): "本人が選んだ該当なしの率\(rate.textWithCounts)が\(limit)%以上である"
    case .noSpread(let choice, let answers): "当てはまる\(answers)票の全てが「\(choice.japanese)」と答えた"
    case .auditFinding(let record):
      "監査で、\(name(of: record))を「\(record.judgement?.japanese ?? "")」とされた"
        + (record.finding.isEmpty ? "" : "（所見：\(Self.unended(record.finding))）")
    case .changedCircumstances(let what): "状況の変化「\(what)」がある"
    case .organisationMissing: "組織の回答票がないため、確かめることができなかった"
    case .unverified: "今回は、どの回答によっても確かめることができなかった"
    case .notInPolicy(let entry, let matter): "省令の第\(entry.number)号にある「\(matter)」が、方針の条文にない"
    case .ordinanceTakesEffect(let day): "省令が\(day.japanese)に施行される"
    }
  }

  /// Without the full stop of a sentence that goes on.
  private static func unended(_ words: String) -> String { words.hasSuffix("。") ? String(words.dropLast()) : words }

  private func name(of record: AuditRecord) -> String { items.first.map { "「\($0.label)」" } ?? record.item.rawValue }

  /// 「6(3)、6(5)」; the parts of a clause that print the same number stand once.
  var clauseNumbers: String {
    clauses.map(\.number).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "、")
  }

  /// The reason as a sentence of its own, led by the clause where it is about a few of them.
  var sentence: String {
    let isAboutAll = if case .ordinanceTakesEffect = rule { true } else { false }
    return (clauses.isEmpty || isAboutAll ? "" : "基本方針\(clauseNumbers)：") + reason + "。"
  }

  /// The item by its short name, then the reason: for the first page, where 第4 gives number and question.
  var itemSentence: String { items.map { "「\($0.label)」" }.joined(separator: "、") + "（\(reason)）" }
}
