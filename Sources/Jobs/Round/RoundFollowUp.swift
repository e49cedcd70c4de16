import Aggregation
import Formats
public import Inspection
import Reporting
public import Storage
import TextLayout

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

  /// Writes what the result finds to do, among people, in the organisation and for the managing body, and the list does
  /// not hold yet.
  ///
  /// Throws `RoundNotClosed`, what `RoundResult` throws, and `UnencodableField` for a list in CP932 that cannot hold one.
  public static func propose(in path: String, tell: Tell) throws -> Proposed {
    let folder = try RoundFolder(path)
    guard folder.status.closed != nil else { throw RoundNotClosed(.actions, round: path) }
    // Read first, so that a list with faults is told before anything is counted.
    let list = try folder.actions()
    let summary = try RoundResult(path, previous: [], tell: tell).disclosed(to: .office)
    let findings = summary.proposals.compactMap(\.finding)
    let new = (list?.rows ?? []).additions(for: findings, of: folder.round.id)
    if !new.isEmpty { try folder.add(new, to: list) }
    return Proposed(new: new.count, old: list?.rows.count, list: folder.actionsPath)
  }
}

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

/// The record of the review of policy 8: `tenken round review`; the decision is people's.
public enum RoundReview {
  /// What stands in a round's review.
  public enum State {
    /// What people have written so far.
    case written(Review, in: RoundFolder)
    /// A form was made at `path`, with so many things that might be looked at.
    case blank(path: String, questions: Int)
  }

  /// The record, or a new form where there is none; throws `RoundNotClosed` and what `RoundResult` throws.
  public static func state(of path: String, tell: Tell) throws -> State {
    let folder = try RoundFolder(path)
    if let review = try folder.review() { return .written(review, in: folder) }
    guard folder.status.closed != nil else { throw RoundNotClosed(.review, round: path) }
    let questions = try RoundResult(path, previous: [], tell: tell).disclosed(to: .office).reviewQuestions
    try folder.writeBlankReview(questions: questions.map(\.sanitized))
    return .blank(path: folder.reviewPath, questions: questions.count)
  }
}
