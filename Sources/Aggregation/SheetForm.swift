public import Inspection

/// What the unsigned sheets of one checklist look like that count: every answer that may stand on them.
public struct SheetForm: Equatable, Sendable {
  public let round: RoundID
  public let role: Role
  public let checklist: ChecklistReference
  /// By item, in the order of the checklist; without the words that may go with an answer.
  public let answers: [[Answer]]
  /// Of each section, the places of its items that make 実施率.
  let sections: [[Int]]
}

/// A sheet that counts, as the places of its answers among those of its form.
public struct SheetRow: Equatable, Sendable {
  public var number: CheckedNumber
  /// By item; `open` for one that is left open.
  public var answers: [UInt8]

  public static let open = UInt8.max

  public init(number: CheckedNumber, answers: [UInt8]) { (self.number, self.answers) = (number, answers) }
}
