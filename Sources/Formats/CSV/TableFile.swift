/// A table that people edit, as it was read; rows are added behind what is there, of which no byte is changed.
public struct TableFile<Row: Sendable>: Sendable {
  /// In the order of the file.
  public let rows: [Row]
  private let bytes: [UInt8]
  private let headings: [String]
  private let fields: @Sendable (Row) -> [String]

  /// - Parameter field: what is written of a row in a column.
  init<Column: TableColumn>(
    _ rows: [Row], read from: [UInt8], in columns: [Column], field: @escaping @Sendable (Row, Column) -> String
  ) {
    (self.rows, bytes) = (rows, from)
    headings = columns.map(\.japanese)
    fields = { row in columns.map { field(row, $0) } }
  }

  /// The bytes of the table with `more` behind it, in its own encoding and order of columns.
  public func appending(_ more: [Row]) throws(UnencodableField) -> [UInt8] {
    try CSVWriter.appending(more.map(fields), under: headings, to: bytes)
  }
}
