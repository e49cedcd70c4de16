import Characters
import Inspection

/// A column of a table, under its Japanese heading or its English one, which is the raw value.
protocol TableColumn: CaseIterable, Hashable, RawRepresentable<String>, Sendable {
  var japanese: String { get }
  /// What else people write over it, in lists that they keep already.
  var synonyms: [String] { get }
  static var required: [Self] { get }
}

extension TableColumn {
  var synonyms: [String] { [] }

  /// By any of its headings, of either width and case and with white space between its letters.
  init?(heading: String) {
    func plain(_ text: String) -> String { text.folded().lowercased().withoutWhiteSpace() }
    let heading = plain(heading)
    guard
      let column = Self.allCases.first(where: { column in
        ([column.rawValue, column.japanese] + column.synonyms).contains { plain($0) == heading }
      })
    else { return nil }
    self = column
  }
}

/// Reads a table as people save it from Excel: UTF-8 with or without BOM, or CP932, with the columns in any order.
///
/// Notes every fault by its line, so that all are told at once; a heading with faults is told alone.
struct TableReader<Column: TableColumn, Detail: Equatable & Sendable> {
  /// The fields of a record: trimmed, and without the apostrophe that keeps a formula from running.
  struct Row {
    let line: Int
    /// Whether no field holds white space, or anything that is not seen.
    let isPlain: Bool
    fileprivate let columns: [Column]
    fileprivate let values: [String]

    subscript(column: Column) -> String { columns.firstIndex(of: column).map { values[$0] } ?? "" }
  }

  let columns: [Column]
  private(set) var faults: [TableFault<Detail>] = []
  private var records: CSVReader.Records
  /// Whether `requireUnique` does anything: of a table of many it takes more memory than what is made of the table.
  var notesRepetitions = true
  /// By the place of the column.
  private var seen: [Int: Set<String>] = [:]

  init(_ bytes: [UInt8]) throws(TableError<Detail>) {
    func failure(_ kind: TableFault<Detail>.Kind, _ line: Int) -> TableError<Detail> {
      TableError(faults: [TableFault(kind, line: line)])
    }
    if bytes.count > Self.mostBytes { throw failure(.tooLarge, 1) }
    guard let text = CSVReader.text(of: bytes) else { throw failure(.notText, CSVReader.lastLine(of: bytes)) }
    records = CSVReader.Records(of: text)
    let header: CSVRecord?
    do throws(CSVReader.Failure) {
      // Of a table that cannot be taken apart nothing else is told.
      try records.check()
      header = try records.next()
    } catch {
      switch error {
      case .openQuote(let line): throw failure(.openQuote, line)
      case .textAfterQuote(let line): throw failure(.textAfterQuote, line)
      }
    }
    guard let header else { throw failure(.noHeader(expected: Column.allCases.map(\.japanese)), 1) }
    if header.fields.count > Self.mostColumns {
      throw failure(
        .tooManyColumns(found: header.fields.count, allowed: Column.allCases.map(\.japanese)), header.line)
    }
    let (columns, kinds) = Self.columns(of: header.fields.map { $0.trimmed() })
    guard kinds.isEmpty else { throw TableError(faults: kinds.map { TableFault($0, line: header.line) }) }
    self.columns = columns
  }

  /// A hundred thousand people fill a third of it.
  private static var mostBytes: Int { Limits.tableBytes }
  private static var mostColumns: Int { Limits.tableHeadings }

  private static func columns(of headings: [String]) -> ([Column], [TableFault<Detail>.Kind]) {
    var columns: [Column] = []
    var faults: [TableFault<Detail>.Kind] = []
    for name in headings {
      guard let column = Column(heading: name) else {
        faults.append(.unknownColumn(name, allowed: Column.allCases.map(\.japanese)))
        continue
      }
      if columns.contains(column) { faults.append(.duplicateColumn(name)) }
      columns.append(column)
    }
    faults += Column.required.filter { !columns.contains($0) }.map { .missingColumn($0.japanese) }
    return (columns, faults)
  }

  /// What `read` makes of each row, or all the faults that it and the fields have.
  mutating func map<Value>(_ read: (inout Self, Row) -> Value?) throws(TableError<Detail>) -> [Value] {
    var values: [Value] = []
    try forEach { reader, row in
      if let value = read(&reader, row) { values.append(value) }
    }
    return values
  }

  /// Gives each row to `read`, or throws all the faults that it and the fields have, when all are read.
  mutating func forEach(_ read: (inout Self, Row) -> Void) throws(TableError<Detail>) {
    while let record = try? records.next() {
      // Excel keeps rows of nothing but commas below a table.
      if record.fields.allSatisfy({ $0.isBlank }) { continue }
      if let row = row(of: record) { read(&self, row) }
    }
    guard faults.isEmpty else { throw TableError(faults: faults) }
  }

  private mutating func row(of record: CSVRecord) -> Row? {
    guard record.fields.count == columns.count else {
      faults.append(.init(.wrongFieldCount(found: record.fields.count, expected: columns.count), line: record.line))
      return nil
    }
    let before = faults.count
    var (values, isPlain) = (record.fields, true)
    for (place, field) in record.fields.enumerated() {
      if field.isPlain, field.utf8.first != UInt8(ascii: "'") { continue }
      isPlain = false
      let value = CSVWriter.withoutApostrophe(field.trimmed().withLineFeeds)
      // A cell of Excel may hold several lines, and tabs between words.
      if let hidden = value.firstHidden ?? value.unicodeScalars.first(where: { $0 == "\r" }) {
        faults.append(.init(.controlCharacter(hidden, column: columns[place].japanese), line: record.line))
      }
      values[place] = value
    }
    return faults.count == before ? Row(line: record.line, isPlain: isPlain, columns: columns, values: values) : nil
  }

  mutating func note(_ kind: TableFault<Detail>.Kind, at row: Row) { faults.append(TableFault(kind, line: row.line)) }

  /// The field, which must not be empty.
  mutating func text(_ column: Column, of row: Row) -> String {
    if row[column].isEmpty { note(.empty(column: column.japanese), at: row) }
    return row[column]
  }

  /// Notes a field that an earlier row has too.
  ///
  /// - Parameter value: what the field says, where it can be written in more than one way.
  mutating func requireUnique(_ column: Column, of row: Row, as value: String? = nil) {
    guard notesRepetitions, let place = columns.firstIndex(of: column) else { return }
    guard !seen[place, default: []].insert(value ?? row[column]).inserted else { return }
    note(.duplicate(row[column], column: column.japanese), at: row)
  }

  /// nil for an empty field.
  mutating func day(_ column: Column, of row: Row) -> CalendarDay? {
    guard !row[column].isEmpty else { return nil }
    let day = CalendarDay(written: row[column])
    if day == nil { note(.notADay(row[column], column: column.japanese), at: row) }
    return day
  }

  /// By its Japanese or its English word; nil for an empty field.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: Column, of row: Row, japanese: (Word) -> String
  ) -> Word? where Word.RawValue == String {
    guard !row[column].isEmpty else { return nil }
    if let word = Word.allCases.first(where: { japanese($0) == row[column] || $0.rawValue == row[column] }) {
      return word
    }
    note(.unknownWord(row[column], column: column.japanese, allowed: Word.allCases.map(japanese)), at: row)
    return nil
  }
}

extension String {
  /// With LF for each CR LF.
  var withLineFeeds: String {
    guard containsScalar("\r") else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n", result.last == "\r" { result.removeLast() }
      result.append(scalar)
    }
    return String(result)
  }
}

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

/// Something wrong with a line of a table that people saved from Excel; `Detail` is what only this table can have.
public struct TableFault<Detail: Equatable & Sendable>: Equatable, Sendable {
  /// What is wrong with a table; facts only.
  public enum Kind: Equatable, Sendable {
    /// Neither UTF-8 nor CP932.
    case notText
    /// More bytes than a table that people keep by hand has.
    case tooLarge
    /// More headings than could be told one by one.
    case tooManyColumns(found: Int, allowed: [String])
    case openQuote
    case textAfterQuote
    case noHeader(expected: [String])
    case missingColumn(String)
    case unknownColumn(String, allowed: [String])
    case duplicateColumn(String)
    case wrongFieldCount(found: Int, expected: Int)
    case empty(column: String)
    /// A scalar that nobody sees.
    case controlCharacter(Unicode.Scalar, column: String)
    case unknownWord(String, column: String, allowed: [String])
    case notADay(String, column: String)
    /// Stands on an earlier line as well.
    case duplicate(String, column: String)
    case row(Detail)
  }

  /// From 1.
  public var line: Int
  public var kind: Kind

  public init(_ kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }
}

/// All faults of a table, in the order of their lines.
public struct TableError<Detail: Equatable & Sendable>: Error, Equatable, Sendable {
  public var faults: [TableFault<Detail>]
}
