public import Inspection

/// A state that is shown as pages, changes by intents and asks for effects; both front ends drive any of them.
public protocol Conversation: Sendable {
  /// What it asks the outside to do; the answer comes back as an intent.
  associatedtype Effect: Sendable
  /// How it ended.
  associatedtype Outcome: Sendable

  var page: Page { get }
  /// nil while it goes on.
  var outcome: Outcome? { get }

  mutating func update(_ intent: Intent, at now: Timestamp) -> [Effect]
}

/// A conversation together with the outside that performs its effects.
///
/// Effects are performed one after another and their answers fed back before `send` returns, so a page is never shown
/// before what it promises is on disk.
public struct Runner<State: Conversation> {
  public private(set) var state: State
  private let clock: () -> Timestamp
  private let perform: (State.Effect) -> Intent?

  public init(_ state: State, clock: @escaping () -> Timestamp, perform: @escaping (State.Effect) -> Intent?) {
    self.state = state
    self.clock = clock
    self.perform = perform
  }

  public mutating func send(_ intent: Intent) {
    var waiting = [intent]
    while !waiting.isEmpty {
      let effects = state.update(waiting.removeFirst(), at: clock())
      waiting += effects.compactMap(perform)
    }
  }
}
