import Documents
import Inspection

/// One column of a worksheet, and what stands in it for each thing that has a row.
struct Field<Row> {
  let column: Document.Table.Column
  let cell: (Row) -> Document.Table.Cell

  /// - Parameter limit: the most characters of half width on a line.
  static func words(_ title: String, limit: Int? = nil, _ words: @escaping (Row) -> String?) -> Self {
    Self(column: .init(title, limit: limit)) { .text(words($0) ?? "") }
  }

  /// Words that may ask for a look.
  static func cell(_ title: String, limit: Int? = nil, _ cell: @escaping (Row) -> Document.Table.Cell) -> Self {
    Self(column: .init(title, limit: limit), cell: cell)
  }

  /// Empty where there is no number.
  static func number(_ title: String, _ number: @escaping (Row) -> Document.Table.Cell?) -> Self {
    Self(column: .init(title, isNumber: true)) { number($0) ?? .text("") }
  }

  static func count(_ title: String, _ count: @escaping (Row) -> Int?) -> Self {
    number(title) { count($0).map(Document.Table.Cell.count) }
  }
}

extension Worksheet {
  /// A row for each thing; nil where there is none. A column in which nothing stands is left out.
  init?<Row>(
    _ name: String, _ fields: [Field<Row>], of rows: [Row], frozen: Int, notes: [String] = [],
    bars: [Bars] = [], charts: [Chart] = []
  ) {
    guard !rows.isEmpty else { return nil }
    let used = fields.filter { field in rows.contains { field.cell($0) != .text("") } }
    let titles = used.map(\.column.title)
    self.init(
      name: name,
      table: Document.Table(
        columns: used.map(\.column), rows: rows.map { row in used.map { $0.cell(row) } }, notes: notes),
      frozenColumns: frozen, bars: bars.filter { titles.contains($0.column) }, charts: charts)
  }
}

extension Document.Block {
  /// The block in words alone, a table told row by row.
  var told: [String] {
    switch self {
    case .heading(let text, _), .paragraph(let text): [text]
    case .list(let items): items.map { "・\($0)" }
    case .table(let table):
      table.rows.map { row in
        let cells = zip(table.columns, row).dropFirst().filter { $1.isTold }.map { "\($0.title) \($1.text)" }
        return "・\(row.first?.text ?? "")：" + cells.joined(separator: "、")
      } + table.notes
    case .trend: []
    }
  }
}

extension Document.Table.Cell {
  /// Not a picture of what stands beside it, nor nothing.
  fileprivate var isTold: Bool { if case .bar = self { false } else { !text.isEmpty } }
}

extension Choice? {
  var words: String { self?.japanese ?? "未回答" }

  /// Its words, marked where they ask for a look.
  var marked: Document.Table.Cell { self?.needsAttention ?? true ? .marked(words) : .text(words) }
}
