import Inspection
import Interview
import Storage

/// A shared screen: one person after another, until the supervisor's code ends it.
///
/// Nothing of a person stays on the screen, and a trouble of one is told and does not keep the next one out.
public struct Kiosk {
  /// After which a page that nobody touches is covered, and the person's visit suspended.
  public static let idleLimit = Duration.seconds(180)

  private let path: String
  private let surroundings: Surroundings
  private let words: (any Error) -> [String]?
  private let farewell: (VisitEnding) -> [String]

  /// - Parameters:
  ///   - path: the round's folder.
  ///   - words: tells of a trouble; nil for an error that a visitor can do nothing about, which ends the screen.
  ///   - farewell: what a person is told who leaves.
  /// - Throws: `VisitRefusal.noCodes`, `VisitRefusal.roundClosed` or a `StorageError`.
  public init(
    _ path: String, in surroundings: Surroundings, words: @escaping (any Error) -> [String]?,
    farewell: @escaping (VisitEnding) -> [String]
  ) throws {
    let folder = try RoundFolder(path)
    if !folder.round.hasCodes { throw VisitRefusal.noCodes }
    try folder.checkOpen()
    self.path = path
    self.surroundings = surroundings
    (self.words, self.farewell) = (words, farewell)
  }

  /// Goes on until the supervisor's code is entered; throws `Interrupted`, or the error that `words` does not know.
  public func run(on display: some Display) throws {
    while try visit(on: display) {}
  }

  /// One person's visit; false when the supervisor ended it.
  private func visit(on display: some Display) throws -> Bool {
    let folder = try RoundFolder(path)
    do {
      let ending = try RoundVisit(to: folder, isShared: true).run(on: display, in: surroundings)
      if ending == .left { return false }
      try tell(farewell(ending), isGoodbye: true, in: folder, on: display)
    } catch let interrupted as Interrupted {
      throw interrupted
    } catch {
      guard let lines = words(error) else { throw error }
      try tell(lines, isGoodbye: false, in: folder, on: display)
    }
    return true
  }

  private func tell(_ lines: [String], isGoodbye: Bool, in folder: RoundFolder, on display: some Display) throws {
    let announcement = Announcement(lines, assembly: folder.policy.assembly, isGoodbye: isGoodbye)
    _ = try display.run(Runner(announcement, clock: surroundings.clock) { nil })
  }
}
