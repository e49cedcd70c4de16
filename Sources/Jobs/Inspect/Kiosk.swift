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

  /// - Parameters:
  ///   - path: the round's folder.
  ///   - words: tells of a trouble; nil for an error that a visitor can do nothing about, which ends the screen.
  /// - Throws: `VisitRefusal.noCodes` or a `StorageError`.
  public init(_ path: String, in surroundings: Surroundings, words: @escaping (any Error) -> [String]?) throws {
    if try !RoundFolder(path).round.hasCodes { throw VisitRefusal.noCodes }
    self.path = path
    self.surroundings = surroundings
    self.words = words
  }

  /// Goes on until the supervisor's code is entered; throws `Interrupted`, or the error that `words` does not know.
  public func run(on display: some Display) throws {
    while try visit(on: display) {}
  }

  /// One person's visit; false when the supervisor ended it.
  private func visit(on display: some Display) throws -> Bool {
    let folder = try RoundFolder(path)
    do {
      if case .left = try RoundVisit(to: folder, isShared: true).run(on: display, in: surroundings) { return false }
    } catch let interrupted as Interrupted {
      throw interrupted
    } catch {
      guard let lines = words(error) else { throw error }
      let announcement = Announcement(lines, assembly: folder.policy.assembly)
      _ = try display.run(Runner(announcement, clock: surroundings.clock) { nil })
    }
    return true
  }
}
