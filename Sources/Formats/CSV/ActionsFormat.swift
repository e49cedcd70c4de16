import Characters
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
    case isPublic = "public"

    /// Lists that were begun without it tell the public nothing.
    static let required = allCases.filter { $0 != .isPublic }

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
      case .isPublic: "公表"
      }
    }
  }

  /// The one word of 公表; a blank is no.
  enum Mark: String, CaseIterable {
    case yes

    var japanese: String { "はい" }
  }

  /// Reads the list, or throws all its faults by line.
  public static func decode(_ bytes: [UInt8]) throws(ActionsError) -> TableFile<Action> {
    var reader = try TableReader<Column, ActionDetail>(bytes)
    let actions = try reader.map { reader, row in reader.action(row) }
    return TableFile(actions, read: bytes, in: reader.columns) { $0[$1] }
  }

  /// Writes a new list.
  public static func encode(_ actions: [Action]) -> [UInt8] {
    CSVWriter.bytes(
      [Column.allCases.map(\.japanese)] + actions.map { action in Column.allCases.map { action[$0] } })
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
    case .isPublic: isPublic ? ActionsFormat.Mark.yes.japanese : ""
    }
  }
}

extension TableReader where Column == ActionsFormat.Column, Detail == ActionDetail {
  fileprivate mutating func action(_ row: Row) -> Action? {
    let id = text(.id, of: row)
    if !id.isEmpty { checkID(id, row) }
    let round = text(.round, of: row)
    _ = text(.kind, of: row)
    let subject = text(.subject, of: row)
    _ = text(.state, of: row)
    let kind: Action.Kind? = word(.kind, of: row) { $0.japanese }
    let due = day(.due, of: row)
    let state: Action.State? = word(.state, of: row) { $0.japanese }
    let mark: ActionsFormat.Mark? = word(.isPublic, of: row) { $0.japanese }
    // There is nothing else of the line that the public could be told.
    if mark != nil { _ = text(.measure, of: row) }
    guard let kind, let state else { return nil }
    let items = row[.items].splitByScalars { $0.isWhiteSpace || $0 == "、" || $0 == "," || $0 == "，" }.map { ItemID($0) }
    return Action(
      id: ActionID(id), round: RoundID(round),
      matter: Action.Matter(kind: kind, items: items, subject: subject, ground: row[.ground]),
      cause: row[.cause], measure: row[.measure], owner: row[.owner], due: due, state: state, isPublic: mark != nil)
  }

  private mutating func checkID(_ id: String, _ row: Row) {
    guard let number = ActionID(id).number else { return note(.row(.malformedID(id)), at: row) }
    requireUnique(.id, of: row, as: "\(number)")
  }
}
