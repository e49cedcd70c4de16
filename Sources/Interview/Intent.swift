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

/// Why a person was not let in.
public enum AdmissionRefusal: Error, Equatable, Sendable {
  /// The digits contradict their check digit, or are not twelve.
  case mistyped
  case unknownCode
}
