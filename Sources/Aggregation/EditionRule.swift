public import Inspection

/// When figures are given anew (docs/design.md 7): once per edition, and a correction only with a reason.
public enum EditionRule {
  /// Sheets of a role in which an edition must differ from each earlier one that people may still have, if it differs at
  /// all; with fewer, one could be taken from the other.
  public static let leastDifference = 5

  /// The counted sheets of a role in the new edition and in an earlier one.
  public struct Difference: Equatable, Sendable {
    public var role: Role
    public var earlier: Edition
    /// How many sheets each counts.
    public var now: Int
    public var before: Int
    /// Sheets that only one of them counts; a replaced sheet is one.
    public var differing: Int

    public init(of role: Role, from earlier: Edition, now: Int, before: Int, differing: Int) {
      (self.role, self.earlier) = (role, earlier)
      (self.now, self.before, self.differing) = (now, before, differing)
    }

    /// Whether both tell of answers of the role, and one taken from the other leaves those of a few people.
    var givesAway: Bool {
      min(now, before) >= Disclosure.answersFrom(for: earlier.audience) && (1..<leastDifference).contains(differing)
    }
  }

  /// Why there is no such edition.
  public enum Refusal: Error, Equatable, Sendable {
    /// The round is not what that edition was made of, and no reason was given.
    case changed(since: Edition)
    /// A reason was given, and there is no edition yet.
    case nothingToCorrect
    /// Whoever has both knows what a few people answered.
    case tooAlike(Difference)
  }

  /// The edition that follows `last` when the round is not what `last` was made of.
  ///
  /// - Parameters:
  ///   - differences: from every earlier edition for the audience that is not recorded as recalled, for every role that is
  ///     counted.
  ///   - isRecalling: that the earlier ones which it is too alike to, or else the last, were taken back; not of what was
  ///     published.
  ///   - hasChangedSinceClosing: that the first edition, too, needs its reason.
  public static func next(
    to audience: Audience, after last: Edition?, because reason: String?, differences: [Difference] = [],
    isRecalling: Bool = false, hasChangedSinceClosing: Bool = false
  ) throws(Refusal) -> Edition {
    guard let last else {
      guard reason == nil || hasChangedSinceClosing else { throw .nothingToCorrect }
      return Edition(to: audience, number: 1, reason: reason)
    }
    let close = differences.filter(\.givesAway)
    if let first = close.first, !isRecalling || audience == .everyone { throw .tooAlike(first) }
    guard let reason else { throw .changed(since: last) }
    let recalled = isRecalling ? (close.isEmpty ? [last.number] : Set(close.map(\.earlier.number)).sorted()) : []
    return Edition(to: audience, number: last.number + 1, reason: reason, recalled: recalled)
  }
}
