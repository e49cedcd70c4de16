import Characters
public import Inspection
import Storage

/// Moves the deadline of a round: `tenken round extend`.
public enum RoundExtension {
  public enum Refusal: Error, Equatable, Sendable {
    /// The log and the letter to everybody give the reason, so there must be one.
    case reasonMissing
    case closed
    /// The new deadline has to be later than this one, which is in force.
    case notLater(than: CalendarDay)
  }

  /// Writes down in the log that the round at `path` goes on to the end of `deadline`; throws `Refusal` and
  /// `StorageError`, and has then written nothing.
  public static func extend(
    _ path: String, until deadline: CalendarDay, because reason: String, at now: Timestamp
  ) throws {
    guard !reason.isBlank else { throw Refusal.reasonMissing }
    try RoundFolder.locked(path) { folder in
      if folder.status.closed != nil { throw Refusal.closed }
      guard deadline > folder.status.deadline else { throw Refusal.notLater(than: folder.status.deadline) }
      try folder.record(RoundEvent(.extended(deadline: deadline, reason: reason), at: now))
    }
  }
}
