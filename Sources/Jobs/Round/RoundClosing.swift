import Characters
public import Inspection
import Storage

/// Ends the taking of sheets, and begins it again: `tenken round close`.
public enum RoundClosing {
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyClosed(on: CalendarDay)
    /// The deadline is today or later, and nobody said that this is meant.
    case deadlineAhead(CalendarDay)
    /// Only a closed round can be opened again.
    case notClosed
    /// The log and the status give the reason for opening again, so there must be one.
    case reasonMissing
  }

  /// Closes the round at `path` and packs its sheets; throws `Refusal` and `StorageError`.
  ///
  /// - Parameter early: that closing is meant although the day of the deadline is not over.
  public static func close(_ path: String, early: Bool, clock: Clock, tell: Tell) throws {
    try RoundFolder.locked(path) { folder in
      let now = clock()
      if let closed = folder.status.closed { throw Refusal.alreadyClosed(on: closed.day) }
      guard early || folder.status.deadline < now.day else { throw Refusal.deadlineAhead(folder.status.deadline) }
      try folder.append(RoundEvent(.closed, at: now))
      tell(.closed(round: path))
      try folder.packSheets()
    }
  }

  /// Opens a closed round again; throws `Refusal` and `StorageError`.
  public static func reopen(_ path: String, because reason: String, clock: Clock) throws {
    guard !reason.isBlank else { throw Refusal.reasonMissing }
    try RoundFolder.locked(path) { folder in
      guard folder.status.closed != nil else { throw Refusal.notClosed }
      // The sheets are files again before anybody may replace one.
      try folder.unpackSheets()
      try folder.append(RoundEvent(.reopened(reason: reason), at: clock()))
    }
  }
}
