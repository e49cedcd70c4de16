/// Under which 回答番号 a sheet goes in.
public enum SheetNumber: Equatable, Sendable {
  /// Drawn for this hand-in and shown before it; a try again uses the same.
  case new(CheckedNumber)
  /// Of the person's earlier sheet, which is replaced.
  case replacing(CheckedNumber)

  public var value: CheckedNumber {
    switch self {
    case .new(let number), .replacing(let number): number
    }
  }
}

/// What a person is told after handing in.
public struct HandInReceipt: Equatable, Sendable {
  /// 受付番号: proves that this person handed in.
  public var receipt: String
  /// 回答番号: the sheet's own number, kept nowhere beside a name.
  public var sheet: CheckedNumber

  public init(receipt: String, sheet: CheckedNumber) { (self.receipt, self.sheet) = (receipt, sheet) }
}

/// Why a sheet was not taken.
public enum HandInRefusal: Error, Equatable, Sendable {
  case roundClosed
  /// The person has handed in before, and replaced it so many times; replacing needs the 回答番号 of that sheet.
  case alreadyHandedIn(timesReplaced: Int)
  /// No sheet of this role and round has that 回答番号.
  case unknownNumber
  /// Another sheet has the number that was drawn for this one: next to impossible, and told rather than assumed away.
  case numberTaken
  case store(StoreFault)
}

/// Why the disk did not take something, as far as a person can act on it.
public enum StoreFault: Error, Equatable, Sendable {
  case noPermission(path: String)
  case diskFull(path: String)
  case readOnly(path: String)
  case other(path: String, code: Int)
}
