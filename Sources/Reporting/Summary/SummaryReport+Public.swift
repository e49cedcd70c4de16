import Aggregation
import Documents
import Inspection

/// The public edition, for citizens: what was inspected, who handed in, the figures that are shown, what the council will do,
/// and how to read it. Nothing stands in it that is not shown, and nothing twice.
extension SummaryReport {
  var publicChapters: [Document.Chapter] {
    [publicOverview, publicResults, publicActions, publicNotes].compactMap { $0 }.enumerated().map { index, chapter in
      var numbered = chapter
      numbered.heading = "\(index + 1) \(chapter.heading)"
      return numbered
    }
  }

  private var publicOverview: Document.Chapter {
    let election = round.electionBetween ? ["前回の点検の後に、議員の改選があった。"] : []
    return Document.Chapter(
      id: "overview", heading: "点検の概要と提出の状況",
      blocks: [
        .paragraph("\(summary.policy.title)に基づき、方針がどの程度守られているかを、一人一人の自己申告によって点検した。監査ではない。"),
        .list(
          [
            "期間：\(round.opens.japanese)から\(summary.status.deadline.japanese)まで（\(kind)）",
            "対象とする会議：\(round.meetings.joined(separator: "、"))", "基準日：\(round.referenceDay.japanese)",
          ] + cityInspection + election),
        handInTable,
      ])
  }

  private var publicResults: Document.Chapter? {
    var blocks = summary.roles.flatMap { role in
      [.heading(heading(of: role.role))] + publicFigures(of: role)
    }
    if let organisation = summary.organisation {
      blocks += [.heading("\(Role.organisation.japanese)（議会としての取組）")] + publicAnswers(of: organisation)
    }
    return summary.status.closed == nil ? nil : Document.Chapter(id: "results", heading: "点検の結果", blocks: blocks)
  }

  private func publicFigures(of role: DisclosedRole) -> [Document.Block] {
    switch role.figures {
    case .sections(let sections):
      (sections.shown.isEmpty ? [] : [.table(table(of: sections.shown))])
        + Self.notes(on: sections).map { .paragraph($0) }
    case .withheld(let reason): [.paragraph(reason.japanese)]
    case .tables, .concerns: []
    }
  }

  private func table(of sections: [DisclosedSection]) -> Document.Table {
    Document.Table(
      columns: [.init("分野"), .init("項目", isNumber: true), .init("実施率", isNumber: true), .init("")],
      rows: sections.map { section in
        // Drawn from what is printed, for the counts behind it are not shown.
        [
          .text(section.title), .count(section.items), .whole(section.percent),
          .bar(Rate(section.percent, of: 100)),
        ]
      })
  }

  private func publicAnswers(of organisation: OrganisationSummary) -> [Document.Block] {
    guard organisation.hasSheet else { return [.paragraph("組織の\(organisationSheet)")] }
    let table = Document.Table(
      columns: [.init("分野")] + OrganisationSummary.countTitles.map { .init($0, isNumber: true) },
      rows: organisation.sections.map { [.text($0.title)] + $0.counts.map { .count($0) } })
    return (table.rows.isEmpty ? [] : [.table(table)]) + (organisation.note.map { [.paragraph($0)] } ?? [])
  }

  private var publicActions: Document.Chapter? {
    guard !summary.published.isEmpty else { return nil }
    return Document.Chapter(
      id: "actions", heading: "これからすること", blocks: [.table(Self.table(of: summary.published))])
  }

  static func table(of actions: [PublishedAction]) -> Document.Table {
    Document.Table(
      columns: ["対応", "担当", "期限", "状況"].map { .init($0) },
      rows: actions.map { action in
        [action.measure, action.owner, action.due?.japanese ?? "", action.state.japanese].map { .text($0) }
      })
  }

  private var publicNotes: Document.Chapter {
    let shown = summary.roles.map(\.figures)
    let hasRates = shown.contains { if case .sections(let sections) = $0 { !sections.shown.isEmpty } else { false } }
    let isWithheld = shown.contains { if case .withheld(.fewerSheets) = $0 { true } else { false } }
    var lines = ["提出率は、提出者を対象者で割ったものであり、小数第2位を四捨五入した。"]
    if hasRates {
      lines.append(
        "実施率は、該当なしと未回答を除く回答のうち、「はい」又は「別の方法で対応」の割合である。分野の項目の回答を足してから割り、小数第1位を四捨五入した。")
    }
    if hasRates || isWithheld {
      lines.append("一人の答えが分かることのないよう、回答票が10票に満たない区分の回答は示さない。")
    }
    if let count = summary.leftOutLines, count > 0 { lines.append("読み取れないなどのため、集計から除いたものが\(count)件ある。") }
    return Document.Chapter(
      id: "annex", heading: "数値の見方",
      blocks: [
        .list(
          lines + summary.checklists.map { "用いた点検票：\($0.title) 第\($0.version)版（\($0.items)項目）" } + inputs
            + ["問い合わせ：\(round.contact.office)（電話 \(round.contact.telephone)）"])
      ])
  }
}
