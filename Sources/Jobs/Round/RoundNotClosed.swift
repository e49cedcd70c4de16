/// Something that only a closed round has was asked of one that still takes sheets.
public struct RoundNotClosed: Error, Equatable, Sendable {
  public enum Asked: Sendable { case opinions, actions, review, audit }

  public var asked: Asked
  /// The round's folder.
  public var round: String

  init(_ asked: Asked, round: String) { (self.asked, self.round) = (asked, round) }
}
