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
