public import Interview
public import Terminal

/// Shows a conversation page by page on a screen.
public struct ScreenFrontEnd {
  private let screen: any Screen
  private let idleLimit: Duration?

  /// `idleLimit`: after which a page that nobody touches is left, as on a shared screen; nil for never.
  public init(on screen: any Screen, idleAfter idleLimit: Duration? = nil) {
    self.screen = screen
    self.idleLimit = idleLimit
  }

  /// Goes on until the conversation is over, a signal asks to end, or the terminal is gone.
  public func run<State: Conversation>(_ runner: inout Runner<State>) -> Ending<State.Outcome> {
    var loop = Loop(runner: runner)
    screen.run(&loop, idleAfter: idleLimit) { loop, size in
      loop.draw(size)
    } update: { loop, event in
      if event == .key(.control("z")), !loop.isWriting { screen.suspend() } else { loop.handle(event) }
      return loop.ending == nil ? .goOn : .finish
    }
    runner = loop.runner
    return loop.ending ?? .disconnected
  }
}

/// How a front end stopped showing a conversation.
public enum Ending<Outcome: Sendable>: Sendable {
  case over(Outcome)
  /// A signal asked for it; everything answered is already on disk.
  case terminated(Termination)
  /// The terminal or the input is gone.
  case disconnected
}

extension Event {
  /// Whether a person does it to what the page shows. Ctrl-C is none, for it leads out of anything.
  fileprivate var isByHand: Bool {
    switch self {
    case .key(let key): key != .control("c")
    case .committed, .text, .click: true
    case .resized, .resumed, .idle, .terminated, .disconnected: false
    }
  }
}

/// A conversation and its screen, as the run loop's state.
private struct Loop<State: Conversation> {
  var runner: Runner<State>
  var screen = ScreenState()
  var ending: Ending<State.Outcome>?
  /// Made once for all the keys that do not change it: ten thousand may come at once.
  private var page: Page

  init(runner: Runner<State>) {
    self.runner = runner
    page = runner.state.page
    screen.show(page)
  }

  mutating func draw(_ size: Size) -> Frame {
    let frame = PageView(page, size: size).frame(&screen)
    screen.items = frame.rows.map(\.item)
    return frame
  }

  /// Whether keys edit a text that is in sight.
  var isWriting: Bool { page.isWritten && !screen.showsHelp && !screen.isTooSmall }

  mutating func handle(_ event: Event) {
    if screen.isTooSmall, event.isByHand { return }
    switch event {
    case .key(let key): press(key)
    case .committed(let text):
      for intent in ScreenInput.intents(forCommitted: text, on: page, &screen) { send(intent) }
    case .text(let text): paste(text)
    case .click(let row, _): click(row)
    case .resized(let size): screen.isTooSmall = PageView.isTooSmall(size)
    case .resumed: break
    case .idle: abandon()
    case .terminated(let signal): hangUp(.terminated(signal))
    case .disconnected: hangUp(.disconnected)
    }
  }

  private mutating func press(_ key: Key) {
    for intent in ScreenInput.intents(for: key, on: page, &screen) { send(intent) }
  }

  private mutating func click(_ row: Int) {
    for intent in ScreenInput.intents(forClickOn: row, on: page, &screen) { send(intent) }
  }

  private mutating func paste(_ text: String) {
    screen.hint = nil
    if page.isWritten {
      screen.field.insert(text)
    } else {
      screen.hint = SessionText.pasteHint
    }
  }

  /// Covers what is shown: the text being written goes to the conversation, the screen forgets everything.
  private mutating func abandon() {
    let text = unfinishedText
    screen = ScreenState()
    send(.abandon(text: text))
  }

  /// What is being written is kept; everything else already is.
  private mutating func hangUp(_ ending: Ending<State.Outcome>) {
    if let text = unfinishedText { runner.send(.keep(text: text)) }
    runner.send(.hangUp)
    self.ending = ending
  }

  private var unfinishedText: String? {
    page.isWritten ? screen.field.text : nil
  }

  private mutating func send(_ intent: Intent) {
    guard ending == nil else { return }
    runner.send(intent)
    page = runner.state.page
    screen.show(page)
    if let outcome = runner.state.outcome { ending = .over(outcome) }
  }
}
