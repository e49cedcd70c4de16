import Characters

/// A record of a CSV file and the line that it begins on, from 1.
struct CSVRecord: Equatable {
  var line: Int
  var fields: [String]
}

/// Reads comma-separated values (RFC 4180): quoted fields, doubled quotes, line ends inside quotes, CRLF or LF.
enum CSVReader {
  enum Failure: Error, Equatable {
    /// A quote that is never closed, by the line it opens on.
    case openQuote(line: Int)
    /// Text behind a closing quote.
    case textAfterQuote(line: Int)
  }

  /// The text of a file as Excel saves it: what is valid UTF-8, with or without BOM, is read as that, for CP932 text
  /// almost never is.
  static func text(of bytes: [UInt8]) -> String? {
    let body = ByteOrderMark.dropped(from: bytes)
    return String(validating: body, as: UTF8.self) ?? CP932.decode(body)
  }

  /// The line, from 1, up to which a file that is no text could be read as one or the other.
  static func lastLine(of bytes: [UInt8]) -> Int {
    let body = ByteOrderMark.dropped(from: bytes)
    let byte = max(InvalidUTF8.byte(in: body) ?? 0, CP932.decodable(of: body))
    return InvalidUTF8.line(of: byte, in: body)
  }

  /// Blank lines are passed over.
  static func records(of text: String) throws(Failure) -> [CSVRecord] {
    var parser = Parser(text)
    return try parser.records()
  }

  private struct Parser {
    private var rest: Substring.UnicodeScalarView
    private var line = 1

    init(_ text: String) { rest = Substring(text).unicodeScalars }

    mutating func records() throws(Failure) -> [CSVRecord] {
      var records: [CSVRecord] = []
      while !rest.isEmpty {
        let start = line
        let fields = try record()
        if fields != [""] { records.append(CSVRecord(line: start, fields: fields)) }
      }
      return records
    }

    private mutating func record() throws(Failure) -> [String] {
      var fields: [String] = []
      while true {
        fields.append(rest.first == "\"" ? try quoted() : plain())
        guard let next = rest.popFirst() else { return fields }
        switch next {
        case ",": continue
        case "\n": break
        case "\r": if rest.first == "\n" { rest.removeFirst() }
        default: throw .textAfterQuote(line: line)
        }
        line += 1
        return fields
      }
    }

    private mutating func plain() -> String {
      let end = rest.firstIndex { $0 == "," || $0 == "\n" || $0 == "\r" } ?? rest.endIndex
      let field = String(rest[..<end])
      rest = rest[end...]
      return field
    }

    private mutating func quoted() throws(Failure) -> String {
      let start = line
      rest.removeFirst()
      var field = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if scalar == "\"" {
          guard rest.first == "\"" else { return String(field) }
          rest.removeFirst()
        }
        if scalar == "\n" { line += 1 }
        field.append(scalar)
      }
      throw .openQuote(line: start)
    }
  }
}

/// How the bytes of a table stand for its characters.
public enum CSVEncoding: String, CaseIterable, Sendable {
  /// With a byte order mark, without which Excel in Japan reads CP932.
  case utf8 = "utf-8"
  /// For programs that read nothing else.
  case cp932
}

/// A field that the encoding cannot hold, for nothing is ever replaced.
public struct UnencodableField: Error, Equatable, Sendable {
  /// The row's number in the table; the heading is row 1.
  public var row: Int
  /// The heading of the field's column.
  public var column: String
  public var character: Character

  public init(row: Int, column: String, character: Character) {
    (self.row, self.column, self.character) = (row, column, character)
  }
}

/// Writes comma-separated values that Excel in Japan opens rightly: CRLF, every field quoted, no formulas.
public enum CSVWriter {
  /// The table in UTF-8.
  public static func bytes(_ rows: [[String]]) -> [UInt8] {
    ByteOrderMark.bytes + rows.map(line).joined().utf8
  }

  /// The table, whose first row holds the headings, or the first field that `encoding` cannot hold.
  public static func bytes(_ rows: [[String]], in encoding: CSVEncoding) throws(UnencodableField) -> [UInt8] {
    switch encoding {
    case .utf8: return bytes(rows)
    case .cp932:
      guard let bytes = CP932.encode(rows.map(line).joined()) else { throw firstUnencodable(in: rows) }
      return bytes
    }
  }

  /// `table` with more rows behind it in its own encoding; no byte of what is there is changed.
  static func appending(_ rows: [[String]], under headings: [String], to table: [UInt8]) throws(UnencodableField)
    -> [UInt8]
  {
    let encoding: CSVEncoding = String(validating: table, as: UTF8.self) == nil ? .cp932 : .utf8
    let lines = try bytes([headings] + rows, in: encoding).dropFirst(try bytes([headings], in: encoding).count)
    return table + (table.last == UInt8(ascii: "\n") ? [] : Array("\r\n".utf8)) + lines
  }

  private static func firstUnencodable(in rows: [[String]]) -> UnencodableField {
    for (index, row) in rows.enumerated() {
      for (column, field) in row.enumerated() {
        guard let character = CP932.firstUnencodable(in: field) else { continue }
        let headings = rows.first ?? []
        return UnencodableField(
          row: index + 1, column: headings.indices.contains(column) ? headings[column] : "", character: character)
      }
    }
    preconditionFailure("a table is in CP932 when each of its fields is")
  }

  private static func line(_ row: [String]) -> String { row.map(quoted).joined(separator: ",") + "\r\n" }

  /// A field that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
  private static func quoted(_ field: String) -> String {
    let safe = startsFormula(field) ? "'" + field : field
    return "\"" + safe.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
  }

  /// A field as it was before `quoted` put an apostrophe before it, for tables that people send back.
  static func withoutApostrophe(_ field: String) -> String {
    let rest = field.unicodeScalars.dropFirst()
    return field.unicodeScalars.first == "'" && startsFormula(Substring(rest)) ? String(rest) : field
  }

  private static func startsFormula(_ field: some StringProtocol) -> Bool {
    // Scalars, for a mark that combines with the sign would hide it from a comparison of characters.
    let starts: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
    return field.unicodeScalars.first.map(starts.contains) == true
  }
}
