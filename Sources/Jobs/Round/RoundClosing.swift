import Characters
import Formats
public import Inspection
public import Storage

/// Ends the taking of sheets, and begins it again: `tenken round close`.
public enum RoundClosing {
  /// Why a round is not closed or reopened; facts only.
  public enum Refusal: Error, Equatable, Sendable {
    case alreadyClosed(on: CalendarDay)
    /// The deadline is today or later, and nobody said that this is meant.
    case deadlineAhead(CalendarDay)
    /// Only a closed round can be opened again.
    case notClosed
    /// The log and the status give the reason for opening again, so there must be one.
    case reasonMissing
  }

  /// Closes the round at `path` with the box as it is; throws `Refusal`, and `StorageError` also where the box's counts do
  /// not fit.
  ///
  /// - Parameters:
  ///   - early: that closing is meant although the day of the deadline is not over.
  ///   - drafts: where leftovers of people who have handed in are swept.
  public static func close(_ path: String, early: Bool, drafts: DraftStore, clock: Clock, tell: Tell) throws {
    try RoundFolder.locked(path) { folder in
      let now = clock()
      if let closed = folder.status.closed { throw Refusal.alreadyClosed(on: closed.day) }
      guard early || folder.status.deadline < now.day else { throw Refusal.deadlineAhead(folder.status.deadline) }
      let contents = try folder.contents()
      try folder.record(RoundEvent(.closed(box: contents.boxDigest), at: now))
      drafts.sweep(folder.round.id, timesReplaced: contents.box.timesReplaced)
      tell(.closed(round: path))
    }
  }

  /// Opens a closed round again; throws `Refusal` and `StorageError`.
  public static func reopen(_ path: String, because reason: String, clock: Clock) throws {
    guard !reason.isBlank else { throw Refusal.reasonMissing }
    try RoundFolder.locked(path) { folder in
      guard folder.status.closed != nil else { throw Refusal.notClosed }
      // Nothing is left that could be handed in to.
      _ = try folder.roster()
      try folder.record(RoundEvent(.reopened(reason: reason), at: clock()))
    }
  }
}

/// Something that only a closed round has was asked of one that still takes sheets.
public struct RoundNotClosed: Error, Equatable, Sendable {
  /// What was asked for that needs a closed round.
  public enum Asked: Sendable { case opinions, actions, review, audit }

  public var asked: Asked
  /// The round's folder.
  public var round: String

  init(_ asked: Asked, round: String) { (self.asked, self.round) = (asked, round) }
}

/// Moves the deadline of a round: `tenken round extend`.
public enum RoundExtension {
  /// Why a round is not extended; facts only.
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
