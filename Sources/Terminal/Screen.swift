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
}

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
