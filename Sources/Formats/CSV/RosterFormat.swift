public import Inspection

/// Something wrong with a line of the roster.
public struct RosterFault: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case notText
    case openQuote
    case textAfterQuote
    case noHeader
    case missingColumn(String)
    case unknownColumn(String)
    case duplicateColumn(String)
    case wrongFieldCount(found: Int, expected: Int)
    case empty(column: String)
    case unknownRole(String)
    case notADay(String, column: String)
    case daysOutOfOrder
    case duplicateID(String)
    case unsafeID(String)
    case controlCharacter(column: String)
  }

  /// From 1.
  public var line: Int
  public var kind: Kind

  public init(_ kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }
}

public struct RosterError: Error, Equatable, Sendable {
  public var faults: [RosterFault]
}

/// `roster.csv`: who is asked, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum RosterFormat {
  enum Column: String, CaseIterable {
    case id, name, kana, role, from, to, exempt

    /// The Japanese headings that are understood as well.
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
    guard let text = CSVReader.text(of: bytes) else { throw RosterError(faults: [RosterFault(.notText, line: 1)]) }
    let records: [CSVRecord]
    do throws(CSVReader.Failure) {
      records = try CSVReader.records(of: text)
    } catch {
      switch error {
      case .openQuote(let line): throw RosterError(faults: [RosterFault(.openQuote, line: line)])
      case .textAfterQuote(let line): throw RosterError(faults: [RosterFault(.textAfterQuote, line: line)])
      }
    }
    guard let header = records.first else { throw RosterError(faults: [RosterFault(.noHeader, line: 1)]) }
    var reader = RosterReader()
    let columns = reader.columns(of: header)
    if !reader.faults.isEmpty { throw RosterError(faults: reader.faults) }
    let respondents = records.dropFirst().compactMap { reader.respondent($0, columns: columns) }
    guard reader.faults.isEmpty else { throw RosterError(faults: reader.faults) }
    return Roster(respondents: respondents)
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
