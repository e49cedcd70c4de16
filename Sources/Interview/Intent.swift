public import Inspection

/// What a person wants, or what became of an effect; the only way a conversation changes.
public enum Intent: Equatable, Sendable {
  case choose(digit: Int)
  case select(row: Int)
  case submit(text: String)
  /// One page back, and out of a text field without keeping what was typed.
  case back
  case next, note, list, undo
  /// 9: save and leave.
  case suspend
  /// What stands in a text field when something else is about to take its page away: kept, without going on.
  case keep(text: String)
  /// Ctrl-C: ask once whether to leave; the second time leave.
  case interrupt
  /// Nobody has touched the keys for a while; `text` is what stands in a text field.
  case abandon(text: String?)
  /// A signal or a closed window: leave now, everything answered is already on disk.
  case hangUp

  case saved
  case saveFailed(StoreFault)
  case handedIn(HandInReceipt)
  case handInRefused(HandInRefusal)
  case exported(path: String)
  case exportFailed(StoreFault)
  case admitted(RespondentID)
  /// The supervisor's code was entered: the shared screen ends.
  case dismissed
  case admissionRefused(AdmissionRefusal)
}

/// What a person is told after handing in.
public struct HandInReceipt: Equatable, Sendable {
  /// 受付番号: proves that this person handed in.
  public var receipt: String
  /// 控え番号: the sheet's own number, shown once.
  public var sheet: CheckedNumber

  public init(receipt: String, sheet: CheckedNumber) { (self.receipt, self.sheet) = (receipt, sheet) }
}

/// Why the disk did not take something, as far as a person can act on it.
public enum StoreFault: Error, Equatable, Sendable {
  case noPermission(path: String)
  case diskFull(path: String)
  case readOnly(path: String)
  case other(path: String, code: Int)
}

/// Why a sheet was not taken.
public enum HandInRefusal: Error, Equatable, Sendable {
  case roundClosed
  /// The person has handed in before; replacing needs the 控え番号 of that sheet.
  case alreadyHandedIn
  /// No sheet of this role and round has that 控え番号.
  case unknownNumber
  case store(StoreFault)
}

/// Why a person was not let in.
public enum AdmissionRefusal: Error, Equatable, Sendable {
  /// The digits contradict their check digit, or are not twelve.
  case mistyped
  case unknownCode
}
