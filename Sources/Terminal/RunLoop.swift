/// Whether a loop goes on after an event.
public enum Flow: Sendable {
  case goOn, finish
}

extension Screen {
  /// Draws a state, waits for events, applies them, and again, until an event finishes it.
  ///
  /// A burst of events is drawn once; events behind the one that finishes are dropped.
  ///
  /// - Parameters:
  ///   - limit: after which an `idle` event comes if nothing else does; nil waits for ever.
  ///   - render: makes the frame of a state; it may note in the state what only the layout knows, such as the scroll
  ///     position that was in reach.
  ///   - update: applies an event to the state.
  public func run<State>(
    _ state: inout State, idleAfter limit: Duration? = nil, render: (inout State, Size) -> Frame,
    update: (inout State, Event) -> Flow
  ) {
    while true {
      draw(render(&state, size))
      for event in nextEvents(within: limit) {
        if case .finish = update(&state, event) { return }
      }
    }
  }
}
