public import Interview

/// What conversations are shown on: a screen or plain lines in the program, a list of intents in tests.
public protocol Display {
  /// Runs a conversation to its end.
  ///
  /// - Throws: `Interrupted` where there is nobody left to go on with.
  func run<State: Conversation>(_ runner: Runner<State>) throws(Interrupted) -> State.Outcome
}

/// A signal or a closed window ended a conversation before its time; everything answered is on disk.
public struct Interrupted: Error, Equatable, Sendable {
  /// What the program ends with: 128 and the number of the signal.
  public var status: Int32

  public init(status: Int32) { self.status = status }
}
