public import Inspection

/// A line of the box that was not counted, and why; it never stops the run.
public struct LeftOut: Equatable, Sendable {
  /// What a line was handed in as.
  public enum Subject: Equatable, Sendable { case sheet, submission, opinion }

  /// A fact about the line; text is made elsewhere.
  public enum Reason: Equatable, Sendable {
    /// Its digest does not fit: changed since it was written, or cut short. What it was cannot be told.
    case damaged
    /// Not JSON, though its digest fits; the byte of the line, from 0, where it stops being JSON, if that is known.
    case syntax(byte: Int?)
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
    /// The round is signed, and the sheet names nobody.
    case notSigned
    /// The round is signed, and the sheet names somebody who is not on the roster.
    case unknownRespondent(RespondentID)
    /// The same 回答番号 is counted from an earlier line.
    case duplicateNumber(CheckedNumber)
    /// The same person signed another sheet, or has another submission, which is counted.
    case duplicateRespondent(RespondentID)
    case secondOrganisationSheet
  }

  /// A reason without its particulars, to count by; in the order in which reasons are looked for and listed.
  public enum Kind: String, CaseIterable, Sendable {
    case damaged, syntax, unknownFormat, wrongValue, repeatedItem
    case wrongRound, roleNotAsked, unknownChecklist, checklistOfOtherRole
    case unknownItem, wrongRevision, contradictsRound, choiceNotOffered, notSigned, unknownRespondent
    case duplicateNumber, duplicateRespondent, secondOrganisationSheet

    /// The place among all reasons, from 0: the earliest that holds is the one that is told.
    public var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The line's number in the box, from 1.
  public var line: Int
  /// nil where nobody can tell: the line is damaged, or of a format that is not known.
  public var subject: Subject?
  public var reason: Reason
  /// The role the sheet claims; nil where it could not be read.
  public var role: Role?

  public init(line: Int, as subject: Subject? = .sheet, reason: Reason, role: Role? = nil) {
    (self.line, self.subject, self.reason, self.role) = (line, subject, reason, role)
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
    case .damaged: .damaged
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
    case .notSigned: .notSigned
    case .unknownRespondent: .unknownRespondent
    case .duplicateNumber: .duplicateNumber
    case .duplicateRespondent: .duplicateRespondent
    case .secondOrganisationSheet: .secondOrganisationSheet
    }
  }
}

/// How many lines were left out for one reason.
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
