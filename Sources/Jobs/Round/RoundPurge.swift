public import Inspection
import Storage

/// Destroys what was handed in to a round, and who was asked, after the day of disposal: `tenken round purge`.
///
/// What is told of the round stays: its settings, checklists, log, actions and review, and each internal edition as JSON.
public struct RoundPurge {
  /// Why nothing is disposed of; facts only.
  public enum Refusal: Error, Equatable, Sendable {
    case notClosed
    /// The day of disposal.
    case tooEarly(CalendarDay)
    /// No internal edition was made, so that nothing would be left of the round.
    case noEdition
    case alreadyPurged(on: CalendarDay)
  }

  public let round: Round
  /// The day of disposal.
  public let day: CalendarDay
  /// What goes, by the names in the folder.
  public let disposable: [String]
  /// What lies beside the folder and may name people; it stays, and is told.
  public let besides: [String]
  /// The last internal edition, which stays.
  public let edition: Edition
  private let path: String

  /// Looks at the round at `path` and changes nothing; throws `Refusal` and `StorageError`.
  public init(_ path: String, on today: CalendarDay) throws {
    self.path = path
    let folder = try RoundFolder(path)
    round = folder.round
    (day, edition) = try Self.check(folder, on: today)
    disposable = try folder.disposable()
    besides = try folder.besides()
  }

  /// Throws `Refusal` where the round has changed since it was looked at, and `StorageError`; one that was cut short can be
  /// done again.
  public func perform(clock: Clock) throws {
    try RoundFolder.locked(path) { folder in
      let now = clock()
      _ = try Self.check(folder, on: now.day)
      try folder.purge(at: now)
    }
  }

  private static func check(_ folder: RoundFolder, on today: CalendarDay) throws -> (CalendarDay, Edition) {
    if let purged = folder.status.purged, try folder.disposable().isEmpty {
      throw Refusal.alreadyPurged(on: purged.day)
    }
    guard folder.status.closed != nil else { throw Refusal.notClosed }
    let day = folder.round.disposal(folder.status)
    guard today >= day else { throw Refusal.tooEarly(day) }
    guard let edition = folder.editions(to: .office).last?.edition else { throw Refusal.noEdition }
    // It has to be the one that its record tells of: nothing else is left afterwards.
    _ = try folder.summary(of: edition)
    return (day, edition)
  }
}
