import Formats
public import Inspection
import Storage

/// The list in which the office decides which opinions the report shows: `tenken round opinions`.
public struct RoundOpinions: Equatable, Sendable {
  /// Those of the list, then those that are new in it.
  public var opinions: [Opinion]
  public var new: Int
  /// Where the list stands.
  public var list: String

  /// Writes the opinions that are not in the list behind those that are, which stay as they are.
  ///
  /// Throws `RoundNotClosed`, `StorageError`, and `UnencodableField` for a list in CP932 that cannot hold one.
  public static func gathered(in path: String) throws -> RoundOpinions {
    let folder = try RoundFolder(path)
    guard folder.status.closed != nil else { throw RoundNotClosed(.opinions, round: path) }
    let list = try folder.opinions()
    let known = Set(list?.rows.map(\.number) ?? [])
    let new = try RoundInbox(folder.box()).opinions.filter { !known.contains($0.number) }
    if !new.isEmpty { try folder.add(new, to: list) }
    return RoundOpinions(opinions: (list?.rows ?? []) + new, new: new.count, list: folder.opinionsPath)
  }
}
