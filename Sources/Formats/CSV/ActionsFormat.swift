public import Inspection

/// What only a list of actions can have wrong.
public enum ActionDetail: Equatable, Sendable {
  case malformedID(String)
}

public typealias ActionsFault = TableFault<ActionDetail>
public typealias ActionsError = TableError<ActionDetail>

/// `actions.csv`: what is done about what came up, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum ActionsFormat {
  enum Column: String, TableColumn {
    case id, round, kind, items, subject, ground, cause, measure, owner, due, state

    static let required = allCases

    var japanese: String {
      switch self {
      case .id: "番号"
      case .round: "点検回"
      case .kind: "種別"
      case .items: "項目"
      case .subject: "課題"
      case .ground: "根拠"
      case .cause: "原因"
      case .measure: "対応"
      case .owner: "担当"
      case .due: "期限"
      case .state: "状況"
      }
    }
  }

  /// Reads the list, or throws all its faults by line.
  public static func decode(_ bytes: [UInt8]) throws(ActionsError) -> ActionsFile {
    var reader = try TableReader<Column, ActionDetail>(bytes)
    let actions = try reader.map { reader, row in reader.action(row) }
    return ActionsFile(actions: actions, bytes: bytes, columns: reader.columns)
  }

  /// Writes a new list.
  public static func encode(_ actions: [Action]) -> [UInt8] {
    CSVWriter.bytes(
      [Column.allCases.map(\.japanese)] + actions.map { action in Column.allCases.map { action[$0] } })
  }
}

/// A list as it was read; lines are added behind what is there, of which no byte is changed.
public struct ActionsFile: Equatable, Sendable {
  public let actions: [Action]
  private let bytes: [UInt8]
  private let columns: [ActionsFormat.Column]

  init(actions: [Action], bytes: [UInt8], columns: [ActionsFormat.Column]) {
    (self.actions, self.bytes, self.columns) = (actions, bytes, columns)
  }

  /// The bytes of the list with `more` behind it, in its own encoding and order of columns.
  public func appending(_ more: [Action]) throws(UnencodableField) -> [UInt8] {
    try CSVWriter.appending(
      more.map { action in columns.map { action[$0] } }, under: columns.map(\.japanese), to: bytes)
  }
}

extension Action {
  fileprivate subscript(column: ActionsFormat.Column) -> String {
    switch column {
    case .id: id.rawValue
    case .round: round.rawValue
    case .kind: matter.kind.japanese
    case .items: matter.items.map(\.rawValue).joined(separator: "、")
    case .subject: matter.subject
    case .ground: matter.ground
    case .cause: cause
    case .measure: measure
    case .owner: owner
    // Excel makes a date of 2027-03-31 and shows it its own way.
    case .due: due?.japanese ?? ""
    case .state: state.japanese
    }
  }
}
