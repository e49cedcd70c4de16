/// Something that was done to a round; `round.log` holds one a line, in order.
public struct RoundEvent: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case opened
    case extended(deadline: CalendarDay, reason: String)
    case closed
  }

  public var at: Timestamp
  public var kind: Kind

  public init(_ kind: Kind, at time: Timestamp) { (self.kind, at) = (kind, time) }
}

/// What the log says of a round now: its deadline and whether it is closed.
public struct RoundStatus: Equatable, Sendable {
  public var deadline: CalendarDay
  public var closed: Timestamp?

  public init(of round: Round, after events: [RoundEvent]) {
    deadline = round.deadline
    for event in events {
      switch event.kind {
      case .opened: break
      case .extended(let deadline, _): self.deadline = deadline
      case .closed: closed = event.at
      }
    }
  }
}
