import Inspection
import Storage

/// The slip codes that were tried in one session or batch of forms and that nobody has.
///
/// They become a line of count in the round's log, which names nobody.
final class WrongCodes {
  private let path: String
  private let clock: Clock
  private var count = 0

  init(in path: String, clock: @escaping Clock) { (self.path, self.clock) = (path, clock) }

  func add() { count += 1 }

  /// Writes down those that are not yet; a log that cannot be written is no trouble of theirs.
  ///
  /// - Parameter waiting: whether to wait for whoever holds the round, rather than to leave it for the next time.
  func writeDown(waiting: Bool = false) {
    guard count > 0 else { return }
    let event = RoundEvent(.wrongCodes(count), at: clock())
    if (try? RoundFolder.locked(path, waiting: waiting) { try $0.record(event) }) != nil { count = 0 }
  }
}
