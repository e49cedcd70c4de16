import Aggregation
import Documents
import Inspection

/// What changed since earlier rounds, over the items that were asked in the same words.
extension SummaryReport {
  var comparison: Document.Chapter? {
    guard let comparison = summary.comparison else { return nil }
    var blocks: [Document.Block] = [.list(aboutRounds(in: comparison))]
    for part in comparison.roles {
      blocks += [.heading("\(heading(of: part.role))"), .list(lines(of: part, in: comparison))]
      blocks += trends(of: part, in: comparison).map { .trend($0) }
      blocks += [bySection(part, in: comparison), byItem(part, in: comparison)].compactMap { $0 }
    }
    blocks += organisation(in: comparison)
    return Document.Chapter(
      id: "comparison", heading: "第3の2 前回までとの比較", blocks: blocks.filter { $0 != .list([]) })
  }

  private func lines(of part: Comparison.RolePart, in comparison: Comparison) -> [String] {
    comparison.rounds.indices.map { sentence(of: part, at: $0, in: comparison) }
  }

  private func sentence(of part: Comparison.RolePart, at index: Int, in comparison: Comparison) -> String {
    let name = comparison.names[index]
    guard let step = part.steps[index] else { return "\(name)とは、比べることができない（どちらも示せる同じ設問がない。）。" }
    return "\(name)と同じ設問は\(step.comparable.numerator)項目（実施率の\(step.comparable.denominator)項目の\(step.comparable.text)）で、"
      + "その実施率は\(step.change.before.implementation.textWithCounts)から\(step.change.now.implementation.textWithCounts)になった"
      + (step.change.people == 1 ? "（1人の違い）。" : "。")
  }

  /// One line for the rounds that share the same items with this one; rounds that share others have a line of their
  /// own, for rates of different items make no line.
  func trends(of part: Comparison.RolePart, in comparison: Comparison) -> [Document.Trend] {
    // Two points make no line that the table below does not say.
    guard comparison.rounds.count > 1 else { return [] }
    let shared = comparison.rounds.indices.map { index in
      part.items.filter { $0.table == .practice && $0.before[index] != nil }.map(\.item.id)
    }
    let sets = comparison.rounds.indices.filter { part.steps[$0] != nil }.map { shared[$0] }
      .reduce(into: [[ItemID]]()) { sets, set in if !sets.contains(set) { sets.append(set) } }
    return sets.compactMap { set in
      // What cannot be compared at all is a gap in every line.
      let rounds = comparison.rounds.indices.filter { part.steps[$0] == nil || shared[$0] == set }
      let compared = rounds.filter { part.steps[$0] != nil }
      guard let now = compared.last.flatMap({ part.steps[$0]?.change.now }), now.implementation.denominator > 0 else {
        return nil
      }
      let names = compared.map { comparison.names[$0] }.joined(separator: "、")
      return Document.Trend(
        title: "\(summary.policy.name(of: part.role))の実施率の移り変わり（\(names)と今回とで同じ設問）",
        points: points(of: rounds, in: comparison) { part.steps[$0].map { Ratio($0.change.before.implementation) } }
          + [.init("今回", Ratio(now.implementation))])
    }
  }

  /// On an axis of time: a year in which there was no regular round, or none was given, has a point without a rate.
  private func points(
    of rounds: [Int], in comparison: Comparison, ratio: (Int) -> Ratio?
  ) -> [Document.Trend.Point] {
    let years = rounds.map { comparison.rounds[$0].fiscalYear } + [round.fiscalYear]
    guard round.isRegular, let first = years.min(), let last = years.max(), last - first < Self.longestAxis else {
      return rounds.map { .init(year(of: $0, in: comparison), ratio($0)) }
    }
    return (first...last).flatMap { year -> [Document.Trend.Point] in
      let own = rounds.filter { comparison.rounds[$0].fiscalYear == year }
      // This round itself stands for its year.
      if own.isEmpty, year == round.fiscalYear { return [] }
      return own.isEmpty
        ? [.init(CalendarDay.japaneseFiscalYear(year), nil)]
        : own.map { .init(self.year(of: $0, in: comparison), ratio($0)) }
    }
  }

  /// In years; a file that somebody wrote may tell any.
  private static let longestAxis = 30

  /// By its whole name where the year alone would name two rounds.
  private func year(of index: Int, in comparison: Comparison) -> String {
    let fiscalYear = comparison.rounds[index].fiscalYear
    let isShared = comparison.rounds.count { $0.fiscalYear == fiscalYear } > 1 || fiscalYear == round.fiscalYear
    return isShared ? comparison.names[index] : CalendarDay.japaneseFiscalYear(fiscalYear)
  }

  /// What lay between the rounds, and where the figures of the earlier ones come from.
  func aboutRounds(in comparison: Comparison) -> [String] { elections(in: comparison) + sources(of: comparison) }

  private func elections(in comparison: Comparison) -> [String] {
    comparison.rounds.filter(\.hadElectionBefore).map { "\($0.title)の前に、議員の改選があった。" }
      + (round.electionBetween ? ["今回の前に、議員の改選があった。"] : [])
  }

  /// Where the figures of the earlier rounds come from.
  private func sources(of comparison: Comparison) -> [String] {
    zip(comparison.names, comparison.rounds).compactMap { name, earlier in
      let edition = earlier.edition.map { "内部用の第\($0)版" }
      guard let file = earlier.file else { return edition.map { "\(name)の数値は、\($0)による。" } }
      return "\(name)の数値は、指定されたファイル（\(edition ?? "版なし")、BLAKE2b-256 \(file)）をそのまま用いた。"
    }
  }

  /// Against the latest round alone, so that each column is of the same items.
  private func bySection(_ part: Comparison.RolePart, in comparison: Comparison) -> Document.Block? {
    guard let index = comparison.rounds.indices.last, let step = part.steps[index] else { return nil }
    return .table(
      Document.Table(
        columns: [
          .init("分野"), .init("同じ設問", isNumber: true), .init(comparison.names[index], isNumber: true),
          .init("今回", isNumber: true), .init("変化（実施／対象、延べ）", isUnbroken: true),
        ],
        rows: step.sections.map { section in
          [
            .text(section.title), .count(section.items.count), .rate(section.change.before.implementation),
            .rate(section.change.now.implementation), section.change.cell(section.change.inCounts),
          ]
        }, notes: ["率は、どちらも同じ設問だけのものである。"]))
  }

  /// The change is since the latest round alone, whatever the row. What is the same, or one person's, is only counted.
  private func byItem(_ part: Comparison.RolePart, in comparison: Comparison) -> Document.Block? {
    guard let latest = comparison.rounds.indices.last else { return nil }
    let rows = part.items.filter { $0.change(since: latest).map(\.isOfSeveral) ?? true }
    let rest = part.items.count - rows.count
    let others = rest > 0 ? "ほかの\(rest)項目は、\(comparison.names[latest])と同じか、1人の違いである。" : ""
    guard !rows.isEmpty else { return others.isEmpty ? nil : .paragraph(others) }
    let hasGap = rows.contains { $0.before.contains(nil) }
    return .table(
      Document.Table(
        columns: [.init("番号"), .init("項目")] + comparison.names.map { .init($0, isNumber: true) }
          + [.init("今回", isNumber: true), .init("変化", isUnbroken: true)],
        rows: rows.map { row in
          [.text(row.item.id.rawValue), .text(row.item.label)]
            + row.before.map { $0.map { .rate($0.implementation) } ?? .text("") }
            + [.rate(row.now.implementation), row.change(since: latest).map { $0.cell($0.words) } ?? .text("")]
        },
        notes: [
          others, hasGap ? "空欄は、その点検回で同じ設問を尋ねていないか、示せないことを表す。" : "",
          "変化は\(comparison.names[latest])からのもので、括弧内は違いを説明できる最も少ない人数である。対象の数が違うときは、実施／対象の両方を示す。",
        ].filter { !$0.isEmpty }))
  }

  /// The answers that are not what they were in the latest round, and how many are.
  private func organisation(in comparison: Comparison) -> [Document.Block] {
    guard let latest = comparison.rounds.indices.last else { return [] }
    let rows = comparison.organisation.filter { $0.before[latest] != nil }
    guard !rows.isEmpty else { return [] }
    let changed = rows.filter { $0.before[latest]?.choice != $0.now }
    let sentence = "\(comparison.names[latest])と同じ設問は\(rows.count)項目で、回答が変わったものは\(changed.count)項目である。"
    guard !changed.isEmpty else { return [.heading(Role.organisation.japanese), .list([sentence])] }
    return [
      .heading(Role.organisation.japanese), .list([sentence]),
      .table(
        Document.Table(
          columns: [.init("番号"), .init("項目"), .init(comparison.names[latest]), .init("今回")],
          rows: changed.map { row in
            let isWorse = (row.now?.needsAttention ?? true) && !(row.before[latest]?.choice?.needsAttention ?? true)
            let now = words(for: row.now)
            return [
              .text(row.item.id.rawValue), .text(row.item.label), .text(words(for: row.before[latest]?.choice)),
              isWorse ? .marked("下降 \(now)") : .text(now),
            ]
          })),
    ]
  }

  private func words(for choice: Choice?) -> String { choice?.japanese ?? "未回答" }
}

extension Comparison {
  /// As people know the rounds: by their titles, with the day on which they began where two bear one title.
  var names: [String] {
    rounds.map { earlier in
      rounds.count { $0.title == earlier.title } > 1 ? "\(earlier.title)（\(earlier.opens.japanese)から）" : earlier.title
    }
  }
}

extension Comparison.Change {
  /// 「同じ」、「1人の違い」、「＋4.4ポイント（2人）」; with both counts where the bases differ.
  var words: String { words(inside: hasOneBase ? "\(people)人" : counts) }

  /// The same of several items, of which no number of people can be told but one.
  var inCounts: String { words(inside: counts) }

  /// 「＋4.4ポイント」; the difference of the printed rates.
  var points: String {
    guard let tenths else { return Ratio.nothing }
    return Document.Table.Cell.points(tenths: tenths).text + "ポイント"
  }

  /// Its words in a table, where a fall is marked by a word and a colour.
  func cell(_ words: String) -> Document.Table.Cell {
    isOfSeveral && (tenths ?? 0) < 0 ? .marked("下降 \(words)") : .text(words)
  }

  private var counts: String {
    let (before, now) = (before.implementation, now.implementation)
    return "\(before.numerator)／\(before.denominator) → \(now.numerator)／\(now.denominator)"
  }

  private func words(inside: String) -> String {
    guard tenths != nil else { return Ratio.nothing }
    return switch people {
    case 0: "同じ"
    case 1: "1人の違い"
    default: "\(points)（\(inside)）"
    }
  }
}
