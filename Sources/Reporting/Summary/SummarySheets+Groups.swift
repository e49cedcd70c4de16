import Aggregation
import Documents
import Inspection

/// 分野・条項など: every group of items of every role, a row each.
extension SummarySheets {
  private struct Row {
    var role: String
    var table: String
    var number = ""
    var title: String
    var items: Int?
    var figures: Figures?
    /// In the place of the figures, for the public.
    var percent: Int?
    /// How many items are about knowing, and what is known of them.
    var awareness: (items: Int, rate: Rate)?
    /// Why there is no 実施率.
    var absence = ""
  }

  private static let sections = "分野別"
  private static let headline = "実施率"

  var groups: Worksheet? {
    let rows = summary.roles.flatMap(rows)
    return Worksheet(
      Self.groupsName,
      [
        .words("区分", limit: 11) { $0.role }, .words("表", limit: 11) { $0.table }, .words("番号", limit: 15) { $0.number },
        .words("名", limit: 26) { $0.title }, .count("項目数") { $0.items },
        .number(Self.headline) { row in
          row.percent.map { .whole($0) } ?? row.figures.map { .rate(Ratio($0.implementation, under: thresholds)) }
        },
      ] + Field.moreFigures(\.figures) + [
        .count("周知の項目数") { $0.awareness?.items },
        .number("周知率") { $0.awareness.map { .rate($0.rate) } },
        .words("実施率がない理由", limit: 26) { $0.absence },
      ], of: rows, frozen: 4, notes: rows.contains { $0.figures != nil } ? [Self.note, concernNote] : [],
      bars: [.init(Self.headline), .init(Figures.notKnownName, isConcern: true)], charts: charts(of: rows))
  }

  private var thresholds: Round.Thresholds { summary.round.thresholds }

  private static let note =
    "条項、脅威、性質、資産、省令の行は、一つの項目が複数に当たることがあるため、延べの数である。「周知」の行の実施率は、周知率である。"

  /// How a rate below what the round aims at is marked, in colours and without.
  var concernNote: String { "*の付いた率は、\(thresholds.support)%に満たない。" }

  private func rows(of role: DisclosedRole) -> [Row] {
    let name = summary.policy.name(of: role.role)
    switch role.figures {
    case .tables(let tables): return rows(of: tables, name)
    case .sections(let sections):
      return sections.shown.map {
        Row(role: name, table: Self.sections, number: $0.id, title: $0.title, items: $0.items, percent: $0.percent)
      }
        + sections.leftOut.map {
          Row(role: name, table: Self.sections, title: $0, absence: "答えた人が\(Disclosure.tablesFrom)人に満たないため、示さない。")
        }
    case .concerns, .withheld: return []
    }
  }

  private func rows(of tables: RoleTables, _ role: String) -> [Row] {
    let totals = ItemFigures.Table.allCases.filter { !tables.items(in: $0).isEmpty }.map {
      Row(
        role: role, table: "全体", title: $0.short, items: tables.items(in: $0).count, figures: tables.overall($0))
    }
    let sections = tables.sections.map {
      Row(
        role: role, table: Self.sections, number: $0.id, title: $0.title, items: $0.items.count, figures: $0.figures)
    }
    let groups = report.groupViews(of: tables).flatMap { view in
      view.groups.map { group in
        Row(
          role: role, table: view.table, number: group.number.map(view.number) ?? "", title: group.title,
          items: group.items.count, figures: group.figures,
          awareness: view.showsAwareness ? (group.awareness.count, group.awarenessFigures.implementation) : nil,
          absence: group.absence ?? "")
      }
    }
    return totals + sections + groups
  }

  /// The sections of each role as bars.
  private func charts(of rows: [Row]) -> [Worksheet.Chart] {
    summary.roles.compactMap { role in
      let name = summary.policy.name(of: role.role)
      let own = rows.indices.filter {
        let row = rows[$0]
        return row.role == name && row.table == Self.sections && (row.percent != nil || row.figures != nil)
      }
      guard let first = own.first, let last = own.last else { return nil }
      let said = own.map { "\(rows[$0].title) \(rate(of: rows[$0]))" }.joined(separator: "、")
      return Worksheet.Chart(
        .bars, title: "分野別の実施率（\(name)）", names: "名", rates: Self.headline, rows: first...last,
        description: "\(name)の分野別の実施率の棒グラフ。\(said)。")
    }
  }

  private func rate(of row: Row) -> String {
    row.percent.map { "\($0)%" } ?? (row.figures?.implementation).map(\.text) ?? Ratio.nothing
  }
}

extension Field {
  /// Every rate but the headline, what it is of, and how many gave each answer.
  static func moreFigures(_ figures: @escaping (Row) -> Figures?) -> [Self] {
    let rates = Figures().named().dropFirst().enumerated().map { index, named in
      Self.number(named.name) { row in figures(row).map { .rate($0.named()[index + 1].rate) } }
    }
    let counts = Tally().named.enumerated().map { index, named in
      Self.count(named.name) { row in figures(row)?.tally.named[index].count }
    }
    return rates
      + [
        .count("実施") { figures($0)?.implementation.numerator },
        .count("対象") { figures($0)?.implementation.denominator },
      ] + counts
  }
}
