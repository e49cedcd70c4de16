/// A screen that shows frames and tells what happens at it.
public protocol Screen: AnyObject {
  var size: Size { get }

  /// Shows the frame. The same frame again costs nothing.
  func draw(_ frame: Frame)

  /// Waits for what happens next, and returns all that has happened since, in order; never empty.
  ///
  /// A burst (typed ahead, pasted without marks, a key held down) comes at once, so that it is drawn once.
  ///
  /// - Parameter limit: after which `idle` is returned if nothing happens; nil waits for ever.
  func nextEvents(within limit: Duration?) -> [Event]

  /// Gives the shell back until the person returns, where there is one to give; `resumed` comes then.
  func suspend()
  /// Throws away what is typed until nothing comes any more, and returns what else has happened.
  func dropTyped() -> [Event]
}

/// Whether a loop goes on after an event.
public enum Flow: Sendable {
  case goOn, finish
  /// Goes on with a frame that nothing typed before may touch: what was typed ahead is dropped.
  case startAfresh
}

extension Screen {
  /// Keys that follow each other faster were not pressed by anybody who looked.
  private static var quiet: Duration { .milliseconds(50) }
  /// A key that is held down does not keep the frame away for longer.
  private static var longestDropping: Duration { .seconds(1) }

  public func dropTyped() -> [Event] {
    let end = ContinuousClock.now + Self.longestDropping
    var kept: [Event] = []
    while ContinuousClock.now < end {
      let events = nextEvents(within: Self.quiet)
      kept += events.filter { !$0.isTyped && $0 != .idle }
      if events.contains(.idle) || events.contains(where: \.isLast) { break }
    }
    return kept
  }
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
    // What happened while typed keys were dropped.
    var meanwhile: [Event] = []
    while true {
      draw(render(&state, size))
      var events = (meanwhile.isEmpty ? nextEvents(within: limit) : meanwhile)[...]
      meanwhile = []
      while let event = events.popFirst() {
        switch update(&state, event) {
        case .finish: return
        case .goOn: break
        case .startAfresh:
          meanwhile = events.filter { !$0.isTyped } + dropTyped()
          events = []
        }
      }
    }
  }
}

/// A screen for tests: events go in from a script, frames come out as values.
///
/// When the script is at its end the terminal is gone (`disconnected`), so a loop that waits for more cannot hang.
public final class InMemoryScreen: Screen {
  public private(set) var size: Size
  /// Every frame that was drawn and differed from the one before.
  public private(set) var frames: [Frame] = []
  /// The faults of all frames drawn; a test wants it empty.
  public private(set) var faults: [Frame.Fault] = []
  /// How often the shell was given back.
  public private(set) var suspensions = 0
  private var script: ArraySlice<Event>

  public init(size: Size = Size(columns: 80, rows: 24), script: [Event] = []) {
    self.size = size
    self.script = script[...]
  }

  public func draw(_ frame: Frame) {
    guard frame != frames.last else { return }
    frames.append(frame)
    faults += frame.faults
  }

  /// One event at a time, so that every step leaves its frame.
  public func nextEvents(within limit: Duration?) -> [Event] {
    guard let event = script.popFirst() else { return [.disconnected] }
    if case .resized(let size) = event { self.size = size }
    return [event]
  }

  public func suspend() { suspensions += 1 }
  /// What stands in the script comes when the frame before it is seen.
  public func dropTyped() -> [Event] { [] }

  /// The text on the screen now.
  public var lines: [String] { frames.last?.lines ?? [] }
}

extension [Event] {
  /// The keys that type the text; a line end is Enter, a tab is Tab.
  public static func typing(_ text: String) -> [Event] {
    text.map { character in
      if character.isNewline { return .key(.enter) }
      return .key(character == "\t" ? .tab : .character(character))
    }
  }
}
