public import Inspection

/// What only a list of opinions can have wrong.
public enum OpinionDetail: Equatable, Sendable {
  case malformedNumber(String)
}

public typealias OpinionsFault = TableFault<OpinionDetail>
public typealias OpinionsError = TableError<OpinionDetail>

/// `opinions.csv`: what people wrote, with the office's decision about each, as Excel saves it.
public enum OpinionsFormat {
  enum Column: String, TableColumn {
    case number, text, decision

    static let required = allCases

    var japanese: String {
      switch self {
      case .number: "番号"
      case .text: "ご意見"
      case .decision: "扱い"
      }
    }
  }

  /// Reads the list, or throws all its faults by line.
  public static func decode(_ bytes: [UInt8]) throws(OpinionsError) -> TableFile<Opinion> {
    var reader = try TableReader<Column, OpinionDetail>(bytes)
    let opinions = try reader.map { reader, row -> Opinion? in
      let written = reader.text(.number, of: row)
      let number = CheckedNumber(written: written)
      if number == nil, !written.isEmpty { reader.note(.row(.malformedNumber(written)), at: row) }
      reader.requireUnique(.number, of: row, as: number?.digits)
      let text = reader.text(.text, of: row)
      let decision: Opinion.Decision? = reader.word(.decision, of: row) { $0.japanese }
      return number.map { Opinion(number: $0, text: text, decision: decision) }
    }
    return TableFile(opinions, read: bytes, in: reader.columns) { $0[$1] }
  }

  /// Writes a new list.
  public static func encode(_ opinions: [Opinion]) -> [UInt8] {
    CSVWriter.bytes([Column.allCases.map(\.japanese)] + opinions.map { opinion in Column.allCases.map { opinion[$0] } })
  }
}

extension Opinion {
  fileprivate subscript(column: OpinionsFormat.Column) -> String {
    switch column {
    // In groups, for Excel would make 3.5E+11 of twelve digits.
    case .number: number.grouped
    case .text: text
    case .decision: decision?.japanese ?? ""
    }
  }
}
