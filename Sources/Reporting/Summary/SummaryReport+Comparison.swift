import Aggregation
import Documents
import Inspection

/// What changed since earlier rounds, over the items that were asked in the same words.
extension SummaryReport {
  var comparison: Document.Chapter? {
    guard let comparison = summary.comparison else { return nil }
    var blocks: [Document.Block] = [.list(elections(in: comparison))]
    for part in comparison.roles {
      blocks += [.heading("\(heading(of: part.role))"), .list(lines(of: part, in: comparison))]
      blocks += trends(of: part, in: comparison).map { .trend($0) }
      if !part.items.isEmpty { blocks.append(.table(table(of: part, in: comparison))) }
    }
    return Document.Chapter(
      id: "comparison", heading: "第3の2 前回までとの比較", blocks: blocks.filter { $0 != .list([]) })
  }

  /// The latest step of each role, for the first page.
  var changesInBrief: [String] {
    guard let comparison = summary.comparison, !comparison.rounds.isEmpty else { return [] }
    return comparison.roles.map { part in
      "\(summary.policy.name(of: part.role))：" + sentence(of: part, at: comparison.rounds.count - 1, in: comparison)
    } + (round.electionBetween ? ["前回の点検の後に改選があったため、前回とは人が同じではない。"] : [])
  }

  private func lines(of part: Comparison.RolePart, in comparison: Comparison) -> [String] {
    comparison.rounds.indices.map { sentence(of: part, at: $0, in: comparison) }
  }

  private func sentence(of part: Comparison.RolePart, at index: Int, in comparison: Comparison) -> String {
    let name = comparison.rounds[index].title
    guard let step = part.steps[index] else { return "\(name)とは、比べることができない（どちらも示せる同じ設問がない。）。" }
    return "\(name)と同じ設問は\(step.comparable.numerator)項目（今回の\(step.comparable.denominator)項目の\(step.comparable.text)）で、"
      + "その実施率は\(step.before.implementation.textWithCounts)から\(step.now.implementation.textWithCounts)になった。"
  }

  /// One line for the rounds that share the same items with this one; rounds that share others have a line of their
  /// own, for rates of different items make no line.
  private func trends(of part: Comparison.RolePart, in comparison: Comparison) -> [Document.Trend] {
    let shared = comparison.rounds.indices.map { index in
      part.items.filter { $0.before[index] != nil }.map(\.item.id)
    }
    let sets = comparison.rounds.indices.filter { part.steps[$0] != nil }.map { shared[$0] }
      .reduce(into: [[ItemID]]()) { sets, set in if !sets.contains(set) { sets.append(set) } }
    return sets.compactMap { set in
      // What cannot be compared at all is a gap in every line.
      let rounds = comparison.rounds.indices.filter { part.steps[$0] == nil || shared[$0] == set }
      let compared = rounds.filter { part.steps[$0] != nil }
      guard let now = compared.last.flatMap({ part.steps[$0]?.now }), now.implementation.denominator > 0 else {
        return nil
      }
      let names = compared.map { comparison.rounds[$0].title }.joined(separator: "、")
      return Document.Trend(
        title: "\(summary.policy.name(of: part.role))の実施率の移り変わり（\(names)と今回とで同じ設問）",
        points: rounds.map {
          .init(year(of: comparison.rounds[$0], in: comparison), part.steps[$0].map { Ratio($0.before.implementation) })
        }
          + [.init("今回", Ratio(now.implementation))])
    }
  }

  /// With its id where the year alone would name two rounds.
  private func year(of earlier: Comparison.Earlier, in comparison: Comparison) -> String {
    let name = CalendarDay.japaneseFiscalYear(earlier.fiscalYear)
    return comparison.rounds.count { $0.fiscalYear == earlier.fiscalYear } > 1 ? "\(name) \(earlier.id)" : name
  }

  private func elections(in comparison: Comparison) -> [String] {
    comparison.rounds.filter(\.hadElectionBefore).map { "\($0.title)の前に、議員の改選があった。" }
      + (round.electionBetween ? ["今回の前に、議員の改選があった。"] : [])
  }

  private func table(of part: Comparison.RolePart, in comparison: Comparison) -> Document.Table {
    Document.Table(
      columns: [.init("番号")] + comparison.rounds.map { .init($0.id.rawValue, isNumber: true) }
        + [.init("今回", isNumber: true), .init("変化"), .init("項目")],
      rows: part.items.map { row in
        [.text(row.item.id.rawValue)] + row.before.map { $0.map { .rate($0.implementation) } ?? .text("") }
          + [.rate(row.now.implementation), .text(row.change), .text(row.item.question)]
      },
      notes: ["空欄は、その点検回で同じ設問を尋ねていないか、示せないことを表す。変化は、直前に比べられる点検回からのものである。"])
  }
}

extension Comparison.Row {
  /// Since the latest earlier round that has the item.
  var change: String {
    guard let before = self.before.last(where: { $0 != nil }) ?? nil,
      let earlier = before.implementation.percent, let latest = now.implementation.percent
    else { return Ratio.nothing }
    switch now.people(since: before) {
    case 0: return "同じ"
    case 1: return "1人の違い"
    default:
      let tenths = latest.tenths - earlier.tenths
      return (tenths < 0 ? "−" : "＋") + "\(abs(tenths) / 10).\(abs(tenths) % 10)ポイント"
    }
  }
}
