public import Aggregation
public import Documents
import Inspection

/// What several assemblies answered together, for spreadsheets and statistics.
public enum CombinedTables {
  /// What is combined in words, then groups, items, what is in no figure, and the assemblies.
  public static func spreadsheet(of combination: Combination) -> Spreadsheet {
    let lines = lines(of: combination)
    let report = CombinedReport(of: combination)
    let named = combination.roles.flatMap { part in
      part.namedApart.flatMap { apart in apart.items.map { [part.role.short, $0, apart.reason] } }
    }
    return Spreadsheet(
      title: CombinedReport.title, marks: report.document.marks,
      properties: .init(
        subject: "\(combination.assemblies.count)議会", author: "tenken",
        created: (combination.assemblies.map(\.opens.daysSinceEpoch).max() ?? 0) * 86_400),
      cover: .init(name: "要点", lines: report.overview.blocks.flatMap(\.told).map { .text($0) }),
      worksheets: [
        worksheet("分野など", lines.filter { $0.kind != .item }, frozen: 4),
        worksheet("項目", lines.filter { $0.kind == .item }, frozen: 4),
        worksheet("数に入れない項目など", ["区分", "項目", "理由"], named),
        worksheet("合わせた議会", ["団体コード", "議会", "年度", "点検回", "数"], combination.listed),
      ].compactMap { $0 })
  }

  private static func worksheet(_ name: String, _ lines: [Line], frozen: Int) -> Worksheet? {
    let quartiles = quartileTitles.enumerated().map { index, title in
      Field<Line>.number(title) { $0.pooled.quartiles[index].map(Document.Table.Cell.rate) }
    }
    return Worksheet(
      name,
      [
        .words("区分", limit: 12) { $0.role.short },
        .words("表", limit: 12) { $0.isItem ? $0.table.short : $0.kind.rawValue },
        .words("番号", limit: 12) { $0.id }, .words("項目", limit: 24) { $0.title },
        .words("設問", limit: 36) { $0.question }, .count("設問の版") { $0.revision }, .count("議会数") { $0.pooled.assemblies },
        .number("実施率") { .rate($0.pooled.figures.implementation) },
      ] + quartiles + Field.moreFigures(\.pooled.figures), of: lines, frozen: frozen,
      bars: [.init("実施率"), .init(Figures.notKnownName, isConcern: true)])
  }

  private static func worksheet(_ name: String, _ columns: [String], _ rows: [[String]]) -> Worksheet? {
    Worksheet(
      name, columns.enumerated().map { index, title in Field<[String]>.words(title) { $0[index] } }, of: rows, frozen: 1
    )
  }

  /// One row for each role, kind and id, with as many fields as the heading.
  public static func rows(of combination: Combination) -> [[String]] {
    [
      ["区分", "表", "番号", "設問の版", "項目", "設問", "議会数"] + Tally().named.map(\.name)
        + ["実施", "対象", "実施率（%）"] + quartileTitles.map { "\($0)（%）" }
    ] + lines(of: combination).map(\.fields)
  }

  private static let quartileTitles = ["第1四分位", "中央値", "第3四分位"]

  /// What a row is about.
  private enum Kind: String, CaseIterable {
    case total = "全体"
    case section = "分野別"
    case ordinance = "省令8項目"
    case item = "項目別"
  }

  private struct Line {
    var role: Role
    var kind: Kind
    /// Beside the kind, the table of an item.
    var table: ItemFigures.Table = .practice
    var id: String
    var title: String
    var question = ""
    var revision: Int?
    var pooled: Combination.Pooled

    var isItem: Bool { kind == .item }

    var fields: [String] {
      let rate = pooled.figures.implementation
      let apart = isItem && table != .practice ? "：\(table.short)" : ""
      return [role.short, kind.rawValue + apart, id.keptAsText, revision.map { "\($0)" } ?? "", title.keptAsText]
        + [question.keptAsText, "\(pooled.assemblies)"] + pooled.figures.tally.named.map { "\($0.count)" }
        + ["\(rate.numerator)", "\(rate.denominator)"]
        + ([Ratio(rate)] + pooled.quartiles).map { $0.map { String($0.text.dropLast()) } ?? "" }
    }
  }

  private static func lines(of combination: Combination) -> [Line] {
    combination.roles.flatMap { part in
      part.totalRows.map { Line(role: part.role, kind: .total, id: "", title: $0.title, pooled: $0.pooled) }
        + part.sections.map {
          Line(role: part.role, kind: .section, id: $0.id, title: $0.title, pooled: $0.pooled)
        }
        + part.ordinance.map {
          Line(role: part.role, kind: .ordinance, id: "第\($0.id)号", title: $0.title, pooled: $0.pooled)
        }
        + part.items.map {
          Line(
            role: part.role, kind: .item, table: $0.name.table, id: $0.name.id.rawValue, title: $0.label,
            question: $0.question, revision: $0.name.revision, pooled: $0.pooled)
        }
    }
  }
}

extension Combination {
  /// Code, name, year, round, and whether it is in any figure.
  fileprivate var listed: [[String]] {
    func row(_ summary: AssemblySummary, _ words: String) -> [String] {
      [
        summary.code ?? "", summary.assembly, CalendarDay.japaneseFiscalYear(summary.fiscalYear), summary.roundTitle,
        words,
      ]
    }
    return assemblies.map { row($0, "入る") } + withoutFigures.map { row($0, "回答票が少なく、入らない") }
  }
}
