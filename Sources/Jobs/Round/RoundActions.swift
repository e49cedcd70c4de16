import Aggregation
import Formats
public import Inspection
import Reporting
public import Storage

/// The council's list of actions: `tenken round actions`; the tool proposes lines and counts, people fill them in.
public enum RoundActions {
  /// There is no list yet in `round`.
  public struct NoList: Error, Equatable, Sendable {
    public var list: String
    public var round: String
  }

  /// What was written behind the lines that were there.
  public struct Proposed: Equatable, Sendable {
    public var new: Int
    /// Lines that were there before; nil where there was no list.
    public var old: Int?
    public var list: String
  }

  /// The round and its list; throws `NoList` and `StorageError`.
  public static func listed(in path: String) throws -> (folder: RoundFolder, actions: [Action]) {
    let folder = try RoundFolder(path)
    guard let list = try folder.actions() else { throw NoList(list: folder.actionsPath, round: path) }
    return (folder, list.rows)
  }

  /// Writes the improvements that the figures propose and the list does not hold yet.
  ///
  /// Throws `RoundNotClosed`, what `RoundResult` throws, and `UnencodableField` for a list in CP932 that cannot hold one.
  public static func propose(in path: String, tell: Tell) throws -> Proposed {
    let folder = try RoundFolder(path)
    guard folder.status.closed != nil else { throw RoundNotClosed(.actions, round: path) }
    // Read first, so that a list with faults is told before anything is counted.
    let list = try folder.actions()
    let summary = try RoundResult(path, previous: [], tell: tell).disclosed(to: .office)
    let matters = summary.proposals.compactMap(\.matter)
    let new = (list?.rows ?? []).additions(for: matters, of: folder.round.id)
    if !new.isEmpty { try folder.add(new, to: list) }
    return Proposed(new: new.count, old: list?.rows.count, list: folder.actionsPath)
  }
}
