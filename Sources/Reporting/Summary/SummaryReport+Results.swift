import Aggregation
import Documents
import Inspection

/// 第3: the figures of each role as far as they are shown, and the organisation's sheet item by item.
extension SummaryReport {
  var results: Document.Chapter {
    var blocks: [Document.Block] = []
    for (index, role) in summary.roles.enumerated() {
      blocks.append(.heading("\(index + 1) \(heading(of: role.role))"))
      blocks += figures(of: role)
    }
    if let organisation = summary.organisation {
      blocks.append(.heading("\(summary.roles.count + 1) 組織（率には含めない）"))
      blocks += answers(of: organisation)
    }
    return Document.Chapter(id: "results", heading: "第3 点検の結果", blocks: blocks)
  }

  private func figures(of role: DisclosedRole) -> [Document.Block] {
    switch role.figures {
    case .tables(let tables): self.tables(tables)
    case .sections(let sections): [.table(table(of: sections))]
    case .withheld(let reason): [.paragraph(reason.japanese)]
    case .concerns(let items):
      [
        .paragraph(
          "回答票が\(Disclosure.tablesFrom)票に満たないため、率と件数は示さない。回答票の半数以上が「一部できている」「いいえ」又は"
            + "「わからない」と答えた項目は、次のとおりである。"),
        .list(items.isEmpty ? ["ない。"] : items.map { "\($0.id) \($0.question)" }),
      ]
    }
  }

  private func tables(_ tables: RoleTables) -> [Document.Block] {
    let severally = "一つの項目が複数に当たることがあるため、延べの数である。"
    var blocks: [Document.Block] = [
      .heading("(1) 分野別", level: 2),
      .table(FigureTables.groups(tables.sections, named: "分野")),
      .heading("(2) 項目別", level: 2),
      .table(FigureTables.items(tables.items(in: .practice), rate: "実施率")),
    ]
    for (offset, view) in groupViews(of: tables).enumerated() {
      blocks.append(.heading("(\(offset + 3)) \(view.title)（延べ）", level: 2))
      blocks.append(
        .table(
          view.showsAwareness
            ? FigureTables.groupsAndAwareness(view.groups, named: view.column, notes: [severally])
            : FigureTables.groups(view.groups, named: view.column, notes: [severally])))
    }
    let awareness = tables.items(in: .awareness)
    if !awareness.isEmpty {
      let rate = tables.overall(.awareness).implementation
      blocks += [
        .heading("(8) 周知", level: 2), .paragraph("知っているかを尋ねた項目の周知率は\(rate.textWithCounts)である（実施率には含めない）。"),
        .table(FigureTables.items(awareness, rate: "周知率")),
      ]
    }
    if let plans = tables.plans {
      blocks += [
        .heading("改善計画の記入", level: 2),
        .paragraph("「一部できている」又は「いいえ」の項目がある回答票のうち、その項目の改善計画を書いたものは\(plans.textWithCounts)である（記名の点検回だけで数える。）。"),
      ]
    }
    let devices = tables.items(in: .devices)
    if !devices.isEmpty {
      blocks += [
        .heading("参考（基本方針9）：執行機関が管理する端末", level: 2),
        .paragraph("貸与端末はその執行機関の方針によるため、ほかの表と率には含めない。"),
        .table(FigureTables.items(devices, rate: "実施率")),
      ]
    }
    return blocks
  }

  private func answers(of organisation: OrganisationSummary) -> [Document.Block] {
    guard organisation.hasSheet else { return [.paragraph("組織の回答票は提出されていない。")] }
    if summary.audience == .everyone {
      return [
        .table(
          Document.Table(
            columns: [.init("分野"), .init("当てはまる項目", isNumber: true), .init("実施", isNumber: true)],
            rows: organisation.sections.map {
              [.text($0.title), .count($0.tally.applicable), .count($0.tally.kept)]
            }))
      ]
    }
    return organisation.sections.flatMap { section -> [Document.Block] in
      [.heading(section.title, level: 2), .table(table(of: section.rows))]
    }
  }

  private func table(of rows: [AnsweredItem]) -> Document.Table {
    Document.Table(
      columns: [.init("番号"), .init("項目"), .init("回答"), .init("根拠・方法・改善計画")],
      rows: rows.map { row in
        [
          .text(row.item.id.rawValue), .text((row.isReferenceOnly ? "（参考）" : "") + row.item.question),
          .text(row.choice?.japanese ?? "未回答"), .text(row.remarks),
        ]
      })
  }
}

extension AnsweredItem {
  /// Evidence, reason, note and plan in one cell, each under its name.
  fileprivate var remarks: String {
    [
      evidence.map { "根拠：\($0)" }, reason.map { "方法：\($0)" }, note.map { "メモ：\($0)" },
      plan.map { "計画：\($0.text)" },
    ].compactMap { $0 }.joined(separator: " ／ ")
  }
}

extension ImprovementPlan {
  /// 「手順の案を作る（令和9年3月31日まで）」
  var text: String { action + (due.map { "（\($0.japanese)まで）" } ?? "") }
}
