public import Aggregation
public import Inspection

extension Proposal {
  /// What it would be in the council's list of actions; nil for what is not an improvement.
  public var matter: Action.Matter? {
    let kind: Action.Kind
    let subject: String
    switch rule {
    case .support, .mostReport: (kind, subject) = (.support, questions)
    case .training: (kind, subject) = (.training, questions)
    case .missingRule(let missing): (kind, subject) = (.rule, "「\(missing.title)」がまだない。")
    case .notApplicable, .noSpread, .untested, .organisationConcerns, .notInPolicy, .ordinanceTakesEffect,
      .changedCircumstances:
      return nil
    }
    return Action.Matter(kind: kind, items: items.map(\.id), subject: subject, ground: sentence)
  }

  private var questions: String { items.map(\.question).joined(separator: "、") }
}

extension Proposal.Kind {
  /// Heads the proposals of a kind in tables.
  var japanese: String {
    switch self {
    case .improvement: "改善の候補"
    case .checklist: "点検票の見直しの候補"
    case .review: "見直しの検討"
    }
  }
}

extension Proposal {
  /// Why it is put before people: the rule that fired and its counts; である体, without a full stop.
  var reason: String {
    switch rule {
    case .support(let rate, let limit): "実施率\(rate.textWithCounts)が\(limit)%に満たない"
    case .training(let rate, let limit): "わからない率\(rate.textWithCounts)が\(limit)%以上である"
    case .mostReport: "回答票の半数以上が課題と答えた"
    case .missingRule(let rule): "「\(rule.title)」がまだなく、\(items.count)項目を尋ねることができなかった"
    case .notApplicable(let rate, let limit): "該当なし率\(rate.textWithCounts)が\(limit)%以上である"
    case .noSpread(let choice, let answers): "当てはまる\(answers)票の全てが「\(choice.japanese)」と答えた"
    case .untested: "\(role?.japanese ?? "")に尋ねた項目が一つもない"
    case .organisationConcerns: "組織の課題が\(items.count)項目ある（\(items.map(\.id.rawValue).joined(separator: "、"))）"
    case .notInPolicy(let entry, let matter): "省令の第\(entry.number)号にある「\(matter)」が、方針の条文にない"
    case .changedCircumstances(let what): "状況の変化「\(what)」がある"
    case .ordinanceTakesEffect(let day): "省令が\(day.japanese)に施行される"
    }
  }

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
