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
    case .tables(let tables): self.tables(tables, of: role.role)
    // The public edition has chapters of its own.
    case .sections: []
    case .withheld(let reason): [.paragraph(reason.japanese)]
    case .concerns(let items, let few):
      [
        .paragraph(
          Self.noRates + "回答票の半数以上が「一部できている」「いいえ」又は「わからない」と答えた項目は、次のとおりである。"),
        .list(items.isEmpty ? ["ない。"] : items.map { "\($0.id) \($0.question)" }),
      ] + apart(few)
    }
  }

  /// Of a role with too few sheets for tables.
  static let noRates = "回答票が\(Disclosure.tablesFrom)票に満たないため、率と件数は示さない。"

  /// Of a role of which too few sheets call for a plan.
  static let plansApart = "「一部できている」又は「いいえ」の項目がある回答票が\(Disclosure.basesFrom)票に満たないため、示さない。"

  /// The items that are in no figure, by name.
  private func apart(_ few: SmallBases) -> [Document.Block] {
    guard !few.items.isEmpty else { return [] }
    return [
      .heading("数に入れない項目", level: 2),
      .paragraph("該当なしと未回答を除いた回答が\(few.below)人に満たない項目は、名だけを挙げ、どの数にも入れない。"),
      .list(few.items.map { "\($0.id) \($0.question)" }),
    ]
  }

  /// What the public is not shown of a role, and that nothing else holds it.
  static func notes(on sections: DisclosedSections) -> [String] {
    var notes: [String] = []
    if !sections.leftOut.isEmpty {
      notes.append(
        "次の分野は、答えた人が\(Disclosure.tablesFrom)人に満たないため示さず、ほかの数にも入れていない："
          + sections.leftOut.joined(separator: "、") + "。")
    }
    if sections.apart > 0 {
      notes.append(
        "該当なしと未回答を除いた回答が\(Disclosure.basesFrom)人に満たない項目が\(sections.apart)項目あり、どの数にも入れていない。")
    }
    return notes
  }

  private func tables(_ tables: RoleTables, of role: Role) -> [Document.Block] {
    let marks = marks(of: role)
    var blocks: [Document.Block] = [
      .paragraph("\(tables.sentence(of: .practice))である。"),
      .heading("(1) 分野別", level: 2),
      .table(FigureTables.groups(tables.sections, under: round.thresholds)),
      .heading("(2) 項目別", level: 2),
      .table(
        FigureTables.items(
          tables.items(in: .practice), rate: "実施率", marks: marks, under: round.thresholds, notes: [markNote])),
    ]
    let awareness = tables.items(in: .awareness)
    if !awareness.isEmpty {
      blocks += [
        .heading("(3) 周知", level: 2),
        .paragraph("知っているかを尋ねた項目の\(tables.sentence(of: .awareness))である（実施率には含めない）。"),
        .table(FigureTables.items(awareness, rate: "周知率", marks: marks, under: round.thresholds)),
      ]
    }
    switch tables.plans {
    case .none: break
    case .apart:
      blocks += [
        .heading("改善計画の記入", level: 2),
        .paragraph(Self.plansApart),
      ]
    case .written(let rate):
      blocks += [
        .heading("改善計画の記入", level: 2),
        .paragraph("「一部できている」又は「いいえ」の項目がある回答票のうち、その項目の改善計画を書いたものは\(rate.textWithCounts)である（記名の点検回だけで数える。）。"),
      ]
    }
    let devices = tables.items(in: .devices)
    if !devices.isEmpty {
      blocks += [
        .heading("参考（基本方針9）：執行機関が管理する端末", level: 2),
        .paragraph("貸与端末はその執行機関の方針によるため、ほかの表と率には含めない。"),
        .table(FigureTables.items(devices, rate: "実施率", marks: marks, under: round.thresholds)),
      ]
    }
    return blocks + apart(tables.apart)
  }

  /// What else the report says of an item: why it is a candidate, and that it fell.
  func marks(of role: Role) -> [ItemID: String] {
    let proposed = summary.proposals.filter { $0.role == role }.flatMap { proposal in
      proposal.items.compactMap { item in proposal.mark.map { (item.id, $0) } }
    }
    let fallen = (summary.comparison?.falls ?? []).filter { $0.role == role }.map { ($0.row.item.id, "下降") }
    return Dictionary(proposed + fallen, uniquingKeysWith: { "\($0)、\($1)" })
  }

  private var markNote: String {
    "*：\(round.thresholds.support)%に満たない。支援、研修、伝達：第4に挙げた候補。" + (summary.comparison == nil ? "" : "下降：第3の2。")
  }

  private func answers(of organisation: OrganisationSummary) -> [Document.Block] {
    guard organisation.hasSheet else { return [.paragraph("組織の\(organisationSheet)")] }
    return [.table(table(of: organisation.rows))]
  }

  private func table(of rows: [AnsweredItem]) -> Document.Table {
    Document.Table(
      columns: [.init("番号"), .init("項目"), .init("回答"), .init("根拠・方法・改善計画")],
      rows: rows.map { row in
        [
          .text(row.item.id.rawValue), .text(row.item.label), Self.answer(row.choice), .text(row.remarks),
        ]
      })
  }
}

extension SummaryReport {
  /// Marked where it is a finding.
  private static func answer(_ choice: Choice?) -> Document.Table.Cell {
    let words = choice?.japanese ?? "未回答"
    return choice?.needsAttention ?? true ? .marked("*\(words)") : .text(words)
  }
}

extension Proposal {
  /// One word for it beside its item; nil for what is not about what people do.
  fileprivate var mark: String? {
    switch rule {
    case .support: "支援"
    case .training: "研修"
    case .deviceSetUp: "伝達"
    default: nil
    }
  }
}

extension OrganisationSummary {
  static let countTitles = ["該当なしを除く項目", "実施", "未回答"]

  /// Which sections the public is not shown, and why; nil where all are shown.
  var note: String? {
    leftOut.isEmpty
      ? nil
      : "次の分野は、該当なしを除く項目が\(Disclosure.organisationItemsFrom)に満たないため示さず、どの数にも入れていない："
        + leftOut.joined(separator: "、") + "。"
  }
}

extension AnsweredSection {
  /// In the order of `OrganisationSummary.countTitles`.
  var counts: [Int] { [tally.open, tally.kept, tally.unanswered] }
}

extension AnsweredItem {
  /// Evidence, reason, note and plan in one cell, each under its name.
  fileprivate var remarks: String {
    [
      evidence.map { "根拠：\($0)" } ?? (lacksEvidence ? "根拠の記入がない" : nil), reason.map { "方法：\($0)" },
      note.map { "メモ：\($0)" },
      plan.map { "計画：\($0.text)" },
    ].compactMap { $0 }.joined(separator: " ／ ")
  }
}

extension ImprovementPlan {
  /// 「手順の案を作る（令和9年3月31日まで）」
  var text: String { action + (due.map { "（\($0.japanese)まで）" } ?? "") }
}
