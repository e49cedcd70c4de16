public import Terminal

/// How a front end stopped showing a conversation.
public enum Ending<Outcome: Sendable>: Sendable {
  case over(Outcome)
  /// A signal asked for it; everything answered is already on disk.
  case terminated(Termination)
  /// The terminal or the input is gone.
  case disconnected
}
