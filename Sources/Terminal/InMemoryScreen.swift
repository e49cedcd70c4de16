/// A screen for tests: events go in from a script, frames come out as values.
///
/// When the script is at its end the terminal is gone (`disconnected`), so a loop that waits for more cannot hang.
public final class InMemoryScreen: Screen {
  public private(set) var size: Size
  /// Every frame that was drawn and differed from the one before.
  public private(set) var frames: [Frame] = []
  /// The faults of all frames drawn; a test wants it empty.
  public private(set) var faults: [FrameFault] = []
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
