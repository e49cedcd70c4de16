public import Documents
public import Inspection

/// A person's own result as one tidy table, an item a row, in checklist order (`docs/formats.md`).
///
/// No words are written as Excel would turn into a date, a number or a formula; a due date is a date and stays one.
public enum PersonalCSV {
  /// The heading and the rows; all have as many fields.
  public static func rows(of result: PersonalResult) -> [[String]] {
    [PersonalTable.headings]
      + result.sections.flatMap { section in
        section.rows.map { row in
          PersonalTable.words(of: row, in: section).map(\.keptAsText) + [row.plan?.due?.iso ?? ""]
        }
      }
  }
}

/// A person's own result as worksheets: every item with its answer, and the sections.
public enum PersonalSpreadsheet {
  public static func spreadsheet(of result: PersonalResult) -> Spreadsheet {
    let document = PersonalReport(of: result).document
    let items = result.sections.flatMap { section in
      section.rows.map { row -> [Document.Table.Cell] in
        (PersonalTable.words(of: row, in: section) + [row.plan?.due?.japanese ?? ""]).map { .text($0) }
      }
    }
    return Spreadsheet(
      title: document.title, marks: document.marks,
      created: result.day.map { $0.daysSinceEpoch * 86_400 } ?? undated,
      worksheets: [
        .init(
          name: "回答",
          table: Document.Table(
            columns: PersonalTable.headings.map { .init($0) }, rows: items, notes: notes(of: result)))
      ]
        + document.chapters.filter { $0.id == "domains" }.flatMap(\.blocks).compactMap { block in
          if case .table(let table) = block { Worksheet(name: "分野ごとの結果", table: table) } else { nil }
        })
  }

  private static func notes(of result: PersonalResult) -> [String] {
    ["ご本人のための控えです。ほかの人の目に触れない場所に保管してください。"]
      + (result.contact.map { ["分からないことは、\($0.office)（電話 \($0.telephone)）へお尋ねください。"] } ?? [])
  }

  /// 1980-01-01, the first day that a ZIP archive knows: a sheet tells no day, so neither does its file.
  private static let undated = 315_532_800
}

private enum PersonalTable {
  static let headings = ["番号", "分野", "質問", "回答", "理由", "計画", "期限"]

  /// All but the last column, whose date each format writes its own way.
  static func words(of row: AnsweredItem, in section: AnsweredSection) -> [String] {
    [
      row.item.id.rawValue, section.title, (row.isReferenceOnly ? "（参考）" : "") + row.item.question,
      row.choice?.japanese ?? "未回答", row.reason ?? "", row.plan?.action ?? "",
    ]
  }
}
