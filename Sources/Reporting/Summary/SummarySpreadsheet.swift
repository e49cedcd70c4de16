public import Aggregation
public import Documents
import Inspection

/// The round's summary as worksheets for the office: what matters in words, then tidy tables to filter and to pivot.
public enum SummarySpreadsheet {
  /// What may be shown of a round as a workbook.
  public static func spreadsheet(of summary: DisclosedSummary) -> Spreadsheet { SummarySheets(of: summary).spreadsheet }
}

/// What is made of one summary.
struct SummarySheets {
  let summary: DisclosedSummary
  let report: SummaryReport

  init(of summary: DisclosedSummary) { (self.summary, report) = (summary, SummaryReport(of: summary)) }

  var spreadsheet: Spreadsheet {
    let sheets = planned
    return Spreadsheet(
      title: report.name, marks: report.document.marks,
      properties: .init(
        subject: summary.round.title, author: summary.policy.office, company: summary.policy.assembly,
        created: summary.status.closed?.secondsSinceEpoch ?? summary.round.opens.daysSinceEpoch * 86_400),
      cover: cover(listing: sheets), worksheets: sheets.compactMap(\.sheet))
  }

  /// A worksheet that there may be, what stands in it, and itself where there is something.
  typealias Planned = (name: String, words: String, sheet: Worksheet?)

  private var planned: [Planned] {
    let isPublic = summary.audience == .everyone
    let ofBoth: [Planned] = [
      ("提出", "区分ごとの提出の状況と、回答の集計を示すかどうか" + (isPublic ? "" : "（報告の第2）"), handIn),
      (
        Self.groupsName, isPublic ? "区分と分野ごとの率" : "全体、分野、条項、脅威、性質、情報資産、省令の号ごとの率と票数（第3、別記）", groups
      ),
    ]
    if isPublic {
      return ofBoth + [
        ("組織", "組織の回答の、分野ごとの数", organisation), ("これからすること", "公表する対応", published),
        (Self.notesName, "数値の見方、除いた票", notes),
      ]
    }
    return ofBoth + [
      ("項目", "項目と区分ごとの票数、率、前回からの変化と、数値のない項目とその理由（第3）", items),
      ("推移", "前の点検回ごとの、同じ設問の率と回答（第3の2）", rounds), ("組織", "組織の回答、根拠、改善計画（第3）", organisation),
      ("見直し・改善の候補", "改善の候補、執行機関に伝えること、点検票と方針の見直し（第4、第5）", proposals),
      ("対応", "課題への対応（第4）", actions), ("意見・監査など", "ご意見、監査の結果、検討の結果（第4、第5）", records),
      (Self.notesName, "点検の概要、率の算式、示す範囲、点検票と版、除いた票（第1、別記）", notes),
    ]
  }

  static let groupsName = "分野・条項など"
  static let notesName = "注記"

  private func cover(listing sheets: [Planned]) -> Spreadsheet.Cover {
    let first = report.document.chapters.first?.blocks ?? []
    let links = sheets.filter { $0.sheet != nil }.map { Spreadsheet.Cover.Line.link(to: $0.name, $0.words) }
    let missing = sheets.filter { $0.sheet == nil }.map { "「\($0.name)」" }.joined()
    return Spreadsheet.Cover(
      name: "要点",
      lines: report.document.lead.map { .text($0) } + first.flatMap(Self.lines) + [.heading("シートの一覧")] + links
        + (missing.isEmpty ? [] : [.text("\(missing)のシートは、該当するものがないため、作っていない。")]))
  }

  private static func lines(of block: Document.Block) -> [Spreadsheet.Cover.Line] {
    if case .heading(let text, _) = block { return [.heading(text)] }
    return block.told.map { .text($0) }
  }

  /// Of the roles that are shown with all their figures.
  var roles: [(role: Role, name: String, tables: RoleTables)] {
    summary.roles.compactMap { role in
      guard case .tables(let tables) = role.figures else { return nil }
      return (role.role, summary.policy.name(of: role.role), tables)
    }
  }
}
