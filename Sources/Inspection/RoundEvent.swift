/// Something that was done to a round; `round.log` holds one a line, in order.
public struct RoundEvent: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case opened
    case extended(deadline: CalendarDay, reason: String)
    case closed
    case reopened(reason: String)
    /// A new slip code, instead of a lost one or for somebody who came later.
    case codeIssued(to: RespondentID)
    /// Figures were given out; with the digest of what they were made of.
    case edition(Edition, digest: String)
  }

  public var at: Timestamp
  public var kind: Kind

  public init(_ kind: Kind, at time: Timestamp) { (self.kind, at) = (kind, time) }
}

/// What the log says of a round now: its deadline and whether it is closed.
public struct RoundStatus: Equatable, Sendable {
  /// That a closed round takes sheets again.
  public struct Reopening: Equatable, Sendable {
    public var at: Timestamp
    public var reason: String
    public init(at time: Timestamp, reason: String) { (at, self.reason) = (time, reason) }
  }

  public var deadline: CalendarDay
  public var closed: Timestamp?
  /// nil for a round that was never closed, and for one that is closed now.
  public var reopened: Reopening?

  public init(of round: Round, after events: [RoundEvent]) {
    deadline = round.deadline
    for event in events {
      switch event.kind {
      case .opened, .codeIssued, .edition: break
      case .extended(let deadline, _): self.deadline = deadline
      case .closed: (closed, reopened) = (event.at, nil)
      case .reopened(let reason): (closed, reopened) = (nil, Reopening(at: event.at, reason: reason))
      }
    }
  }
}
