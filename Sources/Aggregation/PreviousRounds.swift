public import Inspection

/// Earlier rounds that a round may be compared with, oldest first.
public struct PreviousRounds: Equatable, Sendable {
  /// Why a round cannot be compared with another.
  public enum Refusal: Error, Equatable, Sendable {
    /// 定期 and 臨時 are never mixed.
    case otherKind(RoundID)
    case otherPolicy(RoundID)
    case notClosed(RoundID)
    /// It does not open before the round at hand.
    case notEarlier(RoundID)
    case namedTwice(RoundID)
  }

  let summaries: [Summary]

  public static let none = PreviousRounds(unchecked: [])

  private init(unchecked summaries: [Summary]) { self.summaries = summaries }

  /// Throws the first `Refusal` in the order in which they are named.
  public init(_ summaries: [Summary], before summary: Summary) throws(Refusal) {
    var seen: Set<RoundID> = []
    for earlier in summaries {
      let id = earlier.round.id
      guard seen.insert(id).inserted else { throw .namedTwice(id) }
      guard earlier.policy.id == summary.policy.id else { throw .otherPolicy(id) }
      guard earlier.round.isRegular == summary.round.isRegular else { throw .otherKind(id) }
      guard id != summary.round.id, earlier.round.opens < summary.round.opens else { throw .notEarlier(id) }
      guard earlier.status.closed != nil else { throw .notClosed(id) }
    }
    self.summaries = summaries.sorted { a, b in
      a.round.opens != b.round.opens ? a.round.opens < b.round.opens : a.round.id.rawValue < b.round.id.rawValue
    }
  }
}

extension Round {
  /// Whether it is 定期 rather than 臨時.
  public var isRegular: Bool { kind == .regular }
}
