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

  /// The text of a file as Excel saves it, as UTF-8: what is valid UTF-8, with or without BOM, is read as that, for CP932
  /// text almost never is.
  static func text(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let body = ByteOrderMark.dropped(from: bytes)
    return InvalidUTF8.byte(in: body) == nil ? body : CP932.decode(body).map { Array($0.utf8)[...] }
  }

  /// The line, from 1, up to which a file that is no text could be read as one or the other.
  static func lastLine(of bytes: [UInt8]) -> Int {
    let body = ByteOrderMark.dropped(from: bytes)
    let byte = max(InvalidUTF8.byte(in: body) ?? 0, CP932.decodable(of: body))
    return InvalidUTF8.line(of: byte, in: body)
  }

  /// All records of a text in UTF-8.
  static func records(of text: ArraySlice<UInt8>) throws(Failure) -> [CSVRecord] {
    var (rest, records) = (Records(of: text), [CSVRecord]())
    while let record = try rest.next() { records.append(record) }
    return records
  }

  /// The records of a text, one after another, so that a long table need not be in memory as texts.
  struct Records {
    private let text: ArraySlice<UInt8>
    private var place: Int
    private var line = 1

    init(of text: ArraySlice<UInt8>) { (self.text, place) = (text, text.startIndex) }

    /// Blank lines are passed over; nil behind the last record.
    mutating func next() throws(Failure) -> CSVRecord? {
      while place < text.endIndex {
        let start = line
        var fields: [String] = []
        try record { fields.append($0.text) }
        if fields != [""] { return CSVRecord(line: start, fields: fields) }
      }
      return nil
    }

    /// Takes all records apart, and makes nothing of them.
    func check() throws(Failure) {
      var rest = self
      while rest.place < rest.text.endIndex { try rest.record { _ in } }
    }

    /// A field as it stands in the text.
    private struct Field {
      var bytes: ArraySlice<UInt8>
      /// Whether two quotes stand in it for one.
      var isDoubled = false

      var text: String {
        guard isDoubled else { return String(decoding: bytes, as: UTF8.self) }
        var (single, isSecond) = ([UInt8](), false)
        for byte in bytes {
          isSecond = byte == UInt8(ascii: "\"") && !isSecond
          if !isSecond { single.append(byte) }
        }
        return String(decoding: single, as: UTF8.self)
      }
    }

    private mutating func record(_ take: (Field) -> Void) throws(Failure) {
      while true {
        take(byte == UInt8(ascii: "\"") ? try quoted() : plain())
        guard let next = byte else { return }
        place += 1
        switch next {
        case UInt8(ascii: ","): continue
        case UInt8(ascii: "\n"): break
        case UInt8(ascii: "\r"): if byte == UInt8(ascii: "\n") { place += 1 }
        default: throw .textAfterQuote(line: line)
        }
        line += 1
        return
      }
    }

    private var byte: UInt8? { place < text.endIndex ? text[place] : nil }

    private mutating func plain() -> Field {
      let start = place
      while let byte, byte != UInt8(ascii: ","), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { place += 1 }
      return Field(bytes: text[start..<place])
    }

    private mutating func quoted() throws(Failure) -> Field {
      let first = line
      place += 1
      let start = place
      var isDoubled = false
      while let byte {
        place += 1
        if byte == UInt8(ascii: "\n") { line += 1 }
        guard byte == UInt8(ascii: "\"") else { continue }
        guard self.byte == UInt8(ascii: "\"") else {
          return Field(bytes: text[start..<(place - 1)], isDoubled: isDoubled)
        }
        isDoubled = true
        place += 1
      }
      throw .openQuote(line: first)
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
