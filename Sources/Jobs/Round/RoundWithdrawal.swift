import Formats
public import Inspection
import Storage

/// Takes a hand-in out again, as if it had not been: `tenken round withdraw`.
public enum RoundWithdrawal {
  public enum Refusal: Error, Equatable, Sendable {
    case closed
    /// Nobody of this number stands on the roster at `roster`.
    case notOnRoster(String, roster: String)
    case notHandedIn(String)
    /// No sheet of the person's role has that 回答番号.
    case unknownNumber
  }

  /// Takes the person's submission and sheet out of the box in one step, and writes down that it was done.
  ///
  /// The opinion stays, for nothing says whose it is. Throws `Refusal` and `StorageError`, and has then changed nothing.
  public static func withdraw(
    _ id: String, _ number: CheckedNumber, from path: String, at now: Timestamp
  ) throws {
    try RoundFolder.locked(path) { folder in
      if folder.status.closed != nil { throw Refusal.closed }
      guard let person = try folder.roster()[RespondentID(id)] else {
        throw Refusal.notOnRoster(id, roster: folder.rosterPath)
      }
      guard let reader = JSONReader() else { throw StorageError.outOfMemory }
      var box = try folder.box()
      guard box.line(.submission, id) != nil else { throw Refusal.notHandedIn(id) }
      guard let line = box.line(.sheet, number.digits),
        let sheet = try? SheetFormat.decode(line.bytes, with: reader), sheet.mayBelong(to: person)
      else { throw Refusal.unknownNumber }
      box.remove(.submission, id)
      box.remove(.sheet, number.digits)
      // The log first: a withdrawal that is written down and was cut short can be done again.
      try folder.record(RoundEvent(.withdrawn(person.id), at: now))
      try folder.write(box)
    }
  }
}
