public import Aggregation
public import Documents
import Inspection

/// The round's summary as worksheets for the office; one that would be empty is left out.
public enum SummarySpreadsheet {
  public static func spreadsheet(of summary: DisclosedSummary) -> Spreadsheet {
    let report = SummaryReport(of: summary)
    let paper = report.document
    let tables = summary.roles.compactMap { role -> (String, RoleTables)? in
      guard case .tables(let tables) = role.figures else { return nil }
      return (summary.policy.name(of: role.role), tables)
    }
    return Spreadsheet(
      title: report.name, marks: paper.marks,
      created: summary.status.closed?.secondsSinceEpoch ?? summary.round.opens.daysSinceEpoch * 86_400,
      worksheets: [
        lines("要点", paper.chapters.first, after: paper.lead),
        summary.audience == .office ? lines("概要", report.overview) : nil,
        handIn(summary),
        sections(summary), items(tables),
        groups("条項別", tables, \.clauses, awareness: true) { "基本方針\($0)" },
        groups("脅威別", tables, \.threats, awareness: true) { "基本方針\($0)" },
        groups("性質別", tables, \.properties) { "基本方針\($0)" }, groups("資産別", tables, \.assets) { "基本方針\($0)" },
        groups("省令8項目", tables, \.ordinance) { "第\($0)号" }, plans(tables), concerns(summary),
        apart(summary),
        comparedRounds(summary), comparedItems(summary), comparedOrganisation(summary), organisation(summary),
        missingRules(summary), proposals(.improvement, summary), proposals(.managingBody, summary),
        proposals(.checklist, summary), actions(summary), published(summary), audit(summary),
        proposals(.review, summary),
        decision(summary),
        opinions(summary), leftOut(summary), lines("注記", paper.chapters.last),
      ].compactMap { $0 })
  }

  static func worksheet(
    _ name: String, _ columns: [Document.Table.Column], _ rows: [[Document.Table.Cell]], notes: [String] = [],
    chart: Worksheet.Chart? = nil
  ) -> Worksheet? {
    guard !rows.isEmpty else { return nil }
    return Worksheet(
      name: name, table: Document.Table(columns: columns, rows: rows, notes: notes), chart: chart)
  }

  /// What a chapter says in words.
  private static func lines(_ name: String, _ chapter: Document.Chapter?, after lead: [String] = []) -> Worksheet? {
    let blocks = chapter?.blocks ?? []
    let lines = zip(blocks, blocks.dropFirst() + [.list([])]).flatMap { block, next -> [String] in
      switch (block, next) {
      // A heading of a table would stand alone.
      case (.heading, .table), (.table, _), (.trend, _): []
      case (.heading(let text, _), _), (.paragraph(let text), _): [text]
      case (.list(let items), _): items.map { "・" + $0 }
      }
    }
    return worksheet(name, [.init(name)], (lead + lines).map { [.text($0)] })
  }

  private static func handIn(_ summary: DisclosedSummary) -> Worksheet? {
    let figures =
      summary.roles.map { (summary.policy.name(of: $0.role), $0.handIn) }
      + (summary.organisationHandIn.map { [(Role.organisation.japanese, $0)] } ?? [])
    let names = figures.first.map { $0.1.named.map(\.name) } ?? []
    return worksheet(
      "提出", [.init("区分"), .init("提出率", isNumber: true)] + names.map { .init($0, isNumber: true) },
      figures.map { role, handIn in [.text(role), .rate(handIn.rate)] + handIn.named.map { .count($0.count) } })
  }

  private static func sections(_ summary: DisclosedSummary) -> Worksheet? {
    var rows: [[Document.Table.Cell]] = []
    var series: [Worksheet.Chart.Series] = []
    var areExact = false
    var hidden: [[Document.Table.Cell]] = []
    var notes: [String] = []
    for role in summary.roles {
      let name = summary.policy.name(of: role.role)
      let before = rows.count
      switch role.figures {
      case .tables(let tables):
        areExact = true
        rows += tables.sections.map {
          [.text(name), .text($0.id), .text($0.title), .count($0.items.count)] + figures($0.figures)
        }
      case .sections(let sections):
        rows += sections.shown.map {
          [.text(name), .text($0.id), .text($0.title), .count($0.items), .whole($0.percent)]
        }
        hidden += sections.leftOut.map { [.text(name), .text(""), .text($0), .text(""), .text("示さない")] }
        notes += SummaryReport.notes(on: sections)
      case .concerns, .withheld: break
      }
      if rows.count > before { series.append(.init(name: name, rows: before...rows.count - 1)) }
    }
    return worksheet(
      "分野別",
      [.init("区分"), .init("番号"), .init("分野"), .init("項目数", isNumber: true)]
        + (areExact ? figureColumns : [.init("実施率", isNumber: true)]),
      rows + hidden, notes: notes,
      chart: series.isEmpty ? nil : .init(title: "分野別の実施率", names: 2, rates: 4, series: series))
  }

  private static func items(_ tables: [(role: String, tables: RoleTables)]) -> Worksheet? {
    worksheet(
      "項目別",
      ["区分", "表", "番号", "名", "重要度", "設問"].map { .init($0, limit: $0 == "表" ? 10 : nil) } + figureColumns,
      tables.flatMap { role, tables in
        tables.items.map { row in
          [
            role, row.table.japanese, row.item.id.rawValue, row.item.label, row.item.importance.japanese,
            row.item.question,
          ].map { .text($0) } + figures(row.figures)
        }
      }, notes: ["表が「周知」の項目の実施率は、周知率である。"])
  }

  private static func groups(
    _ name: String, _ tables: [(role: String, tables: RoleTables)], _ groups: KeyPath<RoleTables, [GroupFigures]>,
    awareness: Bool = false, number: (String) -> String
  ) -> Worksheet? {
    worksheet(
      name,
      [.init("区分"), .init("番号"), .init("名")] + figureColumns + [.init("項目数", isNumber: true)]
        + (awareness ? [.init("周知の項目数", isNumber: true), .init("周知率", isNumber: true), .init("実施率がない理由")] : []),
      tables.flatMap { role, tables in
        tables[keyPath: groups].map { group in
          [.text(role), .text(group.number.map(number) ?? ""), .text(group.title)] + figures(group.figures)
            + [.count(group.items.count)]
            + (awareness
              ? [
                .count(group.awareness.count), .rate(group.awarenessFigures.implementation),
                .text(group.absence ?? ""),
              ] : [])
        }
      }, notes: ["一つの項目が複数に当たることがあるため、延べの数である。"])
  }

  private static func concerns(_ summary: DisclosedSummary) -> Worksheet? {
    worksheet(
      "課題の多い項目", [.init("区分"), .init("番号"), .init("項目")],
      summary.roles.flatMap { role -> [[Document.Table.Cell]] in
        guard case .concerns(let items, _) = role.figures else { return [] }
        return items.map { [.text(summary.policy.name(of: role.role)), .text($0.id.rawValue), .text($0.question)] }
      }, notes: ["回答票の半数以上が「一部できている」「いいえ」又は「わからない」と答えた項目である。"])
  }

  private static func apart(_ summary: DisclosedSummary) -> Worksheet? {
    worksheet(
      "数に入れない項目", [.init("区分"), .init("番号"), .init("項目"), .init("要る回答", isNumber: true)],
      summary.roles.flatMap { role -> [[Document.Table.Cell]] in
        guard let few = role.figures.apart else { return [] }
        return few.items.map {
          [.text(summary.policy.name(of: role.role)), .text($0.id.rawValue), .text($0.question), .count(few.below)]
        }
      }, notes: ["該当なしと未回答を除いた回答が、要る回答の数に満たない項目で、どの数にも入れていない。"])
  }

  private static func organisation(_ summary: DisclosedSummary) -> Worksheet? {
    guard let organisation = summary.organisation, organisation.hasSheet else { return nil }
    guard summary.audience == .office else {
      return worksheet(
        "組織", [.init("分野")] + OrganisationSummary.countTitles.map { .init($0, isNumber: true) },
        organisation.sections.map { [.text($0.title)] + $0.counts.map { .count($0) } }
          + organisation.leftOut.map { [.text($0)] + OrganisationSummary.countTitles.map { _ in .text("示さない") } },
        notes: organisation.note.map { [$0] } ?? [])
    }
    let titles = ["分野", "番号", "項目", "回答", "根拠", "方法", "メモ", "改善計画"]
    return worksheet(
      "組織", titles.map { .init($0) },
      organisation.sections.flatMap { section in
        section.rows.map { row in
          [
            section.title, row.item.id.rawValue, row.item.question,
            row.choice?.japanese ?? "未回答", row.evidence ?? "", row.reason ?? "", row.note ?? "", row.plan?.text ?? "",
          ].map { .text($0) }
        }
      })
  }

  private static func missingRules(_ summary: DisclosedSummary) -> Worksheet? {
    worksheet(
      "定めのない決まり", [.init("決まり"), .init("番号"), .init("尋ねなかった項目")],
      summary.missingRules.flatMap { rule in
        rule.items.map { [.text(rule.title), .text($0.id.rawValue), .text($0.question)] }
      })
  }

  private static func proposals(_ kind: Proposal.Kind, _ summary: DisclosedSummary) -> Worksheet? {
    let titles = ["区分", "項目", "基本方針", "挙げた理由", "次にすること"]
    return worksheet(
      kind.japanese, titles.map { .init($0) },
      summary.proposals.filter { $0.kind == kind }.map { proposal in
        [
          proposal.role.map(summary.policy.name) ?? "",
          proposal.items.map { "\($0.id) \($0.question)" }.joined(separator: "、"),
          proposal.clauseNumbers, proposal.reason + "。",
          kind == .improvement ? proposal.items.map(\.remedy).joined(separator: " ") : "",
        ].map { .text($0) }
      }, notes: ["候補と材料であり、決めるのは議会である。"])
  }

  private static func leftOut(_ summary: DisclosedSummary) -> Worksheet? {
    guard summary.status.closed != nil else { return nil }
    let rows: [[Document.Table.Cell]] =
      summary.audience == .everyone
      ? [[.text("合計"), .count(summary.leftOutLines ?? 0)]]
      : summary.leftOut.map { [.text($0.kind.japanese + "もの"), .count($0.count)] }
    return worksheet(
      "除外した票", [.init("理由"), .init("件数", isNumber: true)], rows.isEmpty ? [[.text("ない"), .count(0)]] : rows)
  }

  private static let figureColumns: [Document.Table.Column] =
    (Figures().named().map(\.name) + ["実施", "対象"] + Tally().named.map(\.name)).map { .init($0, isNumber: true) }

  private static func figures(_ figures: Figures) -> [Document.Table.Cell] {
    figures.named().map { .rate($0.rate) }
      + [.count(figures.implementation.numerator), .count(figures.implementation.denominator)]
      + figures.tally.named.map { .count($0.count) }
  }
}
