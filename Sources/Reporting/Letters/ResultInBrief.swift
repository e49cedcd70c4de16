import Aggregation
import Documents
import Inspection

/// The result of a round as far as it stands in a letter: how much is done, what to improve, what section 8 looks at.
///
/// Items go by their labels; what follows from them stands in the report.
struct ResultInBrief {
  let summary: DisclosedSummary

  init(of summary: DisclosedSummary) { self.summary = summary }

  /// So many of each are named; of the rest the number.
  private static let most = 3

  var entries: [Letter.Entry] {
    [
      Letter.Entry("提出の状況", ["次の表のとおりです。"] + leftOut), Letter.Entry("実施の状況", kept),
      Letter.Entry("改善の候補", improvements),
      Letter.Entry("執行機関に伝えること", labels(of: .managingBody)),
      Letter.Entry("見直しで見ること", Self.brief(summary.reviewQuestions) { "ほか\($0)件" }),
    ].filter { !$0.texts.isEmpty }
  }

  private var leftOut: [String] {
    let count = summary.leftOut.reduce(0) { $0 + $1.count }
    return count == 0 ? [] : ["ほかに、読めないなどのため集計に入れなかったものが\(count)件あります。"]
  }

  private var kept: [String] {
    let ofRoles = summary.roles.map { role in
      "\(summary.policy.name(of: role.role))：\(words(for: role.figures))"
    }
    guard let organisation = summary.organisation else { return ofRoles }
    let tally = organisation.tally
    return ofRoles + [
      organisation.hasSheet ? "組織：該当なしを除く\(tally.open)項目のうち\(tally.kept)項目を実施" : "組織：集計に入る回答票はない"
    ]
  }

  private func words(for figures: DisclosedFigures) -> String {
    switch figures {
    case .tables(let tables): "実施率\(tables.overall(.practice).implementation.textWithCounts)"
    case .sections(let sections): "分野別の率は\(sections.shown.count)分野"
    case .concerns(let items, _): "人数が少ないため、率は示さない（半数以上が課題と答えた項目は\(items.count)項目）"
    case .withheld: "人数が少ないため、示さない"
    }
  }

  /// Of people, of rules, of the organisation, each by its most important.
  private var improvements: [String] {
    let all = summary.proposals.filter { $0.kind == .improvement }.byImportance
    let roles = summary.roles.flatMap { role in
      let own = all.filter { $0.role == role.role }
      let name = summary.policy.name(of: role.role)
      return [
        line("\(name)への支援", own.filter { !$0.isTraining }), line("\(name)への周知と研修", own.filter(\.isTraining)),
      ]
    }
    let rules = all.compactMap { if case .missingRule(let rule) = $0.rule { rule.title } else { nil } }
    let named = [
      rules.isEmpty ? nil : "まだない決まり：" + Self.brief(rules) { "ほか\($0)件" }.joined(separator: "、"),
      line("組織", all.filter { $0.role == .organisation }),
    ]
    let lines = (roles + named).compactMap { $0 }
    return lines.isEmpty ? ["候補はありません。"] : lines
  }

  private func labels(of kind: Proposal.Kind) -> [String] {
    [line("端末の設定", summary.proposals.filter { $0.kind == kind }.byImportance)].compactMap { $0 }
  }

  private func line(_ subject: String, _ proposals: [Proposal]) -> String? {
    let labels = proposals.flatMap(\.items).map { "「\($0.label)」" }
    return labels.isEmpty ? nil : "\(subject)：" + Self.brief(labels) { "ほか\($0)件" }.joined(separator: "、")
  }

  private static func brief(_ texts: [String], rest: (Int) -> String) -> [String] {
    texts.prefix(most) + (texts.count > most ? [rest(texts.count - most)] : [])
  }
}
