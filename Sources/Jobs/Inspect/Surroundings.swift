public import Inspection
public import Storage

/// What an inspection takes from outside, so that a test can set it.
public struct Surroundings {
  public var drafts: DraftStore
  /// Where people's copies of their results go; nil is the working folder, in which a file is told by its name alone.
  public var copies: String?
  public var clock: () -> Timestamp
  /// Makes the random numbers of one hand-in.
  public var generator: () -> any RandomNumberGenerator
  /// Returns when so much time has passed; a test only notes how much.
  public var wait: (Duration) -> Void

  public init(
    drafts: DraftStore, copies: String? = nil, clock: @escaping () -> Timestamp, wait: @escaping (Duration) -> Void,
    generator: @escaping () -> any RandomNumberGenerator
  ) {
    self.drafts = drafts
    self.copies = copies
    self.clock = clock
    self.generator = generator
    self.wait = wait
  }
}
