public import Aggregation
public import Documents
import Inspection

/// What several assemblies answered together, for spreadsheets and statistics.
public enum CombinedTables {
  /// A worksheet for each kind of row.
  public static func spreadsheet(of combination: Combination) -> Spreadsheet {
    let lines = lines(of: combination)
    let named = combination.roles.flatMap { part in
      part.namedApart.flatMap { apart in apart.items.map { [part.role.short, $0, apart.reason] } }
    }
    let sheets =
      Kind.allCases.map { kind in
        Worksheet(
          name: kind.rawValue,
          table: Document.Table(
            columns: columns(of: kind), rows: lines.filter { $0.kind == kind }.map(\.cells),
            notes: kind == .total ? CombinedReport.notes : []))
      } + [
        worksheet("数に入れない項目など", ["区分", "項目", "理由"], named),
        worksheet("合わせた議会", ["団体コード", "議会", "年度", "点検回", "数"], combination.listed),
      ]
    return Spreadsheet(
      title: CombinedReport.title, marks: ["取扱注意"],
      created: (combination.assemblies.map(\.opens.daysSinceEpoch).max() ?? 0) * 86_400,
      worksheets: sheets.filter { !$0.table.rows.isEmpty })
  }

  private static func columns(of kind: Kind) -> [Document.Table.Column] {
    let isItem = kind == .item
    let words: [Document.Table.Column] =
      [.init("区分"), .init("番号"), .init("項目", limit: 20)] + (isItem ? [.init("設問", limit: 32), .init("表")] : [])
    let numbers = (isItem ? ["設問の版"] : []) + ["議会数", "実施率", "実施", "対象"] + Tally().named.map(\.name)
    return words + (numbers + quartileTitles).map { .init($0, isNumber: true) }
  }

  private static func worksheet(_ name: String, _ columns: [String], _ rows: [[String]]) -> Worksheet {
    let table = Document.Table(columns: columns.map { .init($0) }, rows: rows.map { $0.map { .text($0) } })
    return Worksheet(name: name, table: table)
  }

  /// One row for each role, kind and id, with as many fields as the heading.
  public static func rows(of combination: Combination) -> [[String]] {
    [
      ["区分", "表", "番号", "設問の版", "項目", "設問", "議会数"] + Tally().named.map(\.name)
        + ["実施", "対象", "実施率（%）"] + quartileTitles.map { "\($0)（%）" }
    ] + lines(of: combination).map(\.fields)
  }

  private static let quartileTitles = ["第1四分位", "中央値", "第3四分位"]

  /// What a row is about; the names of the worksheets.
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

    var cells: [Document.Table.Cell] {
      let rate = pooled.figures.implementation
      return [.text(role.short), .text(id), .text(title)]
        + (revision.map { [.text(question), .text(table.short), .count($0)] } ?? [])
        + [.count(pooled.assemblies), .rate(rate), .count(rate.numerator), .count(rate.denominator)]
        + pooled.figures.tally.named.map { .count($0.count) }
        + pooled.quartiles.map { $0.map(Document.Table.Cell.rate) ?? .text("") }
    }

    var fields: [String] {
      let rate = pooled.figures.implementation
      let apart = kind == .item && table != .practice ? "：\(table.short)" : ""
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
