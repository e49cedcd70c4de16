import Documents

/// What libxlsxwriter writes in silence although Excel objects to it (docs/design.md 8): asserted here.
enum TableRules {
  /// A name that no cell has, and no other kind of object: `表_` before the letters, digits and `_` of the sheet's name.
  static func name(for worksheet: Worksheet) -> String {
    "表_" + worksheet.name.filter { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// The first fault of the tables that will stand in one workbook.
  static func fault(in worksheets: [Worksheet]) -> TableFault? {
    if let name = repeated(worksheets.map(name)) { return .equalNames(name) }
    return worksheets.lazy.compactMap(fault).first
  }

  private static func fault(in worksheet: Worksheet) -> TableFault? {
    let titles = worksheet.table.columns.map(\.title)
    if worksheet.table.rows.isEmpty { return .noRow(sheet: worksheet.name) }
    if let title = titles.first(where: { $0.isEmpty || $0.utf16.count > 255 }) {
      return .badHeading(sheet: worksheet.name, title)
    }
    if let title = repeated(titles) { return .equalHeadings(sheet: worksheet.name, title) }
    if worksheet.table.rows.contains(where: { $0.count != titles.count }) { return .unevenRow(sheet: worksheet.name) }
    let named = worksheet.bars.map(\.column) + worksheet.charts.flatMap { [$0.names, $0.rates] }
    return named.first { !titles.contains($0) }.map { .noSuchColumn(sheet: worksheet.name, $0) }
  }

  /// Excel takes letters of either case, and of either width, for the same here.
  private static func repeated(_ names: [String]) -> String? {
    var known: Set<String> = []
    return names.first { !known.insert($0.lowercased()).inserted }
  }
}

/// Why no table can be made of a worksheet; facts only.
public enum TableFault: Equatable, Sendable {
  case equalNames(String)
  case noRow(sheet: String)
  /// Empty, or over 255 units of UTF-16.
  case badHeading(sheet: String, String)
  case equalHeadings(sheet: String, String)
  /// A row has not as many cells as the heading.
  case unevenRow(sheet: String)
  /// Bars or a chart name a column that is not there.
  case noSuchColumn(sheet: String, String)
}
