public import Inspection

/// What only a list of slip codes can have wrong.
public enum SlipDetail: Equatable, Sendable {
  case malformedCode
}

/// `<round>-codes.csv`: the slip codes as `round create` wrote them, or as Excel saved them since.
public enum SlipsFormat {
  enum Column: String, TableColumn {
    case id, name, role, code

    static let required: [Column] = [.id, .code]

    var japanese: String {
      switch self {
      case .id: "番号"
      case .name: "氏名"
      case .role: "役割"
      case .code: "点検コード"
      }
    }
  }

  public static let headings = Column.allCases.map(\.japanese)

  /// A person's row, below `headings`.
  public static func fields(of person: Respondent, code: CheckedNumber) -> [String] {
    [person.id.rawValue, person.name, person.role.japanese, code.grouped]
  }

  /// The slips as CSV, a line for each person; what Excel would take for a formula is text.
  public static func encode(_ slips: [(person: Respondent, code: CheckedNumber)]) -> [UInt8] {
    CSVWriter.bytes([headings] + slips.map { fields(of: $0.person, code: $0.code) })
  }

  /// The codes by respondent; the supervisor's is among them. Throws all faults by line.
  public static func decode(_ bytes: [UInt8]) throws(TableError<SlipDetail>) -> [RespondentID: CheckedNumber] {
    var reader = try TableReader<Column, SlipDetail>(bytes)
    let slips = try reader.map { reader, row -> (RespondentID, CheckedNumber)? in
      let id = reader.text(.id, of: row)
      reader.requireUnique(.id, of: row)
      let code = CheckedNumber(written: reader.text(.code, of: row))
      if code == nil, !row[.code].isEmpty { reader.note(.row(.malformedCode), at: row) }
      return code.map { (RespondentID(id), $0) }
    }
    return Dictionary(slips, uniquingKeysWith: { first, _ in first })
  }
}
