public import Documents
public import Inspection

/// A person's own result as worksheets: every item with its answer, and the sections.
public enum PersonalSpreadsheet {
  /// A person's own result as a workbook.
  public static func spreadsheet(of result: PersonalResult) -> Spreadsheet {
    let document = PersonalReport(of: result).document
    typealias Row = (section: AnsweredSection, answered: AnsweredItem)
    let rows: [Row] = result.sections.flatMap { section in section.rows.map { (section, $0) } }
    let answers = Worksheet(
      "回答",
      [
        .words("番号") { $0.answered.item.id.rawValue }, .words("名", limit: 20) { $0.answered.item.label },
        .words("質問", limit: 64) { PersonalTable.question(of: $0.answered) },
        .words("重要度", limit: 4) { $0.answered.item.importance.japanese }, .words("分野", limit: 16) { $0.section.title },
        .cell("回答", limit: 14) { $0.answered.choice.marked },
        .words("理由", limit: 26) { $0.answered.reason }, .words("根拠", limit: 26) { $0.answered.evidence },
        .words("メモ", limit: 26) { $0.answered.note }, .words("計画", limit: 26) { $0.answered.plan?.action },
        .words("期限") { $0.answered.plan?.due?.japanese },
      ], of: rows, frozen: 2, notes: notes(of: result))
    let sections = document.chapters.filter { $0.id == "domains" }.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block, !table.rows.isEmpty { Worksheet(name: "分野ごとの結果", table: table) } else { nil }
    }
    return Spreadsheet(
      title: document.title, marks: document.marks,
      properties: .init(
        subject: result.checklistTitle, author: result.assembly, company: result.assembly,
        created: result.day.map { $0.daysSinceEpoch * 86_400 } ?? undated),
      worksheets: [answers].compactMap { $0 } + sections)
  }

  private static func notes(of result: PersonalResult) -> [String] {
    ["ご本人のための控えです。ほかの人の目に触れない場所に保管してください。"]
      + (result.contact.map { ["分からないことは、\($0.office)（電話 \($0.telephone)）へお尋ねください。"] } ?? [])
  }

  /// 1980-01-01, the first day that a ZIP archive knows: a sheet tells no day, so neither does its file.
  private static let undated = 315_532_800
}
