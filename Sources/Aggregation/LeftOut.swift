public import Inspection

/// A sheet file that was not counted, and why; it never stops the run.
public struct LeftOut: Equatable, Sendable {
  /// A fact about the file; text is made elsewhere.
  public enum Reason: Equatable, Sendable {
    /// Not JSON at all, or cut short.
    case syntax
    /// JSON, but a value is missing or of the wrong kind at `path`.
    case wrongValue(path: String)
    case unknownFormat(String)
    case wrongRound(RoundID)
    /// The round inspects this role nowhere, or by the city's own inspection only.
    case roleNotAsked(Role)
    case unknownChecklist(digest: String)
    /// The digest belongs to the checklist of another role.
    case checklistOfRole(Role)
    /// An item the round's form does not contain.
    case unknownItem(ItemID)
    case repeatedItem(ItemID)
    case wrongRevision(ItemID, found: Int, expected: Int)
    case choiceNotOffered(ItemID, Choice)
    /// The answer claims a profile question or a missing rule that the round does not bear out, or the reverse.
    case contradictsRound(ItemID)
    /// The file is not named after the 控え番号 inside.
    case misnamed(CheckedNumber)
    /// The same 控え番号 is counted from the file named after it.
    case duplicateNumber(CheckedNumber)
    /// The same person signed another sheet, which is counted.
    case duplicateRespondent(RespondentID)
    case secondOrganisationSheet
  }

  /// A reason without its particulars, to count by; in the order in which reasons are listed.
  public enum Kind: String, CaseIterable, Sendable {
    case syntax, wrongValue, unknownFormat, wrongRound, roleNotAsked, unknownChecklist, checklistOfOtherRole
    case unknownItem, repeatedItem, wrongRevision, choiceNotOffered, contradictsRound
    case misnamed, duplicateNumber, duplicateRespondent, secondOrganisationSheet
  }

  /// The file's name within `sheets/`.
  public var file: String
  public var reason: Reason
  /// The role the sheet claims; nil where it could not be read.
  public var role: Role?

  public init(file: String, reason: Reason, role: Role? = nil) {
    (self.file, self.reason, self.role) = (file, reason, role)
  }
}

extension LeftOut.Reason {
  /// What the sheet's decoder refused, as a reason.
  public init(_ fault: Fault) {
    self =
      switch fault.kind {
      case .unsupportedFormat(let found, _): .unknownFormat(found)
      case .duplicateID(let id) where fault.path.steps.first == .key("answers"): .repeatedItem(ItemID(id))
      default: .wrongValue(path: fault.path.description)
      }
  }

  public var kind: LeftOut.Kind {
    switch self {
    case .syntax: .syntax
    case .wrongValue: .wrongValue
    case .unknownFormat: .unknownFormat
    case .wrongRound: .wrongRound
    case .roleNotAsked: .roleNotAsked
    case .unknownChecklist: .unknownChecklist
    case .checklistOfRole: .checklistOfOtherRole
    case .unknownItem: .unknownItem
    case .repeatedItem: .repeatedItem
    case .wrongRevision: .wrongRevision
    case .choiceNotOffered: .choiceNotOffered
    case .contradictsRound: .contradictsRound
    case .misnamed: .misnamed
    case .duplicateNumber: .duplicateNumber
    case .duplicateRespondent: .duplicateRespondent
    case .secondOrganisationSheet: .secondOrganisationSheet
    }
  }
}

/// How many sheets were left out for one reason.
public struct LeftOutCount: Equatable, Sendable {
  public var kind: LeftOut.Kind
  /// 1 or more.
  public var count: Int

  /// The reasons that occur, in their order.
  public static func of(_ leftOut: [LeftOut]) -> [LeftOutCount] {
    let counts = Dictionary(leftOut.map { ($0.reason.kind, 1) }, uniquingKeysWith: +)
    return LeftOut.Kind.allCases.compactMap { kind in counts[kind].map { LeftOutCount(kind: kind, count: $0) } }
  }
}
