public import Inspection

/// What only a roster can have wrong.
public enum RosterDetail: Equatable, Sendable {
  case daysOutOfOrder
  case unsafeID(String)
}

public typealias RosterFault = TableFault<RosterDetail>
public typealias RosterError = TableError<RosterDetail>

/// `roster.csv`: who is asked, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum RosterFormat {
  enum Column: String, TableColumn {
    case id, name, kana, role, from, to, exempt

    static let required: [Column] = [.id, .name, .role]

    var japanese: String {
      switch self {
      case .id: "番号"
      case .name: "氏名"
      case .kana: "ふりがな"
      case .role: "役割"
      case .from: "就任日"
      case .to: "退任日"
      case .exempt: "除外理由"
      }
    }
  }

  /// Reads the roster, or throws all its faults by line.
  public static func decode(_ bytes: [UInt8]) throws(RosterError) -> Roster {
    var reader = try TableReader<Column, RosterDetail>(bytes)
    return Roster(respondents: try reader.map { reader, row in reader.respondent(row) })
  }

  /// Writes a roster with the English headings.
  public static func encode(_ roster: Roster) -> [UInt8] {
    CSVWriter.bytes(
      [Column.allCases.map(\.rawValue)]
        + roster.respondents.map { person in
          [
            person.id.rawValue, person.name, person.kana, person.role.rawValue, person.from?.iso ?? "",
            person.to?.iso ?? "", person.exempt ?? "",
          ]
        })
  }
}
