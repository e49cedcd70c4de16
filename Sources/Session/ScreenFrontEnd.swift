public import Interview
public import Terminal

/// Shows a conversation page by page on a screen.
public struct ScreenFrontEnd {
  private let screen: any Screen
  private let idleLimit: Duration?

  /// `idleLimit`: after which a page that nobody touches is left, as on a shared screen; nil for never. Before that it is
  /// counted down, and twice as long where the page cannot be shown again.
  public init(on screen: any Screen, idleAfter idleLimit: Duration? = nil) {
    self.screen = screen
    self.idleLimit = idleLimit
  }

  /// Goes on until the conversation is over, a signal asks to end, or the terminal is gone.
  public func run<State: Conversation>(_ runner: inout Runner<State>) -> Ending<State.Outcome> {
    var loop = Loop(runner: runner, idleLimit: idleLimit)
    if runner.state.page.isGuarded { screen.dropTyped().forEach { _ = loop.handle($0) } }
    if let ending = loop.ending { return ending }
    screen.run(&loop, idleAfter: idleLimit.map { $0 / IdleWatch.steps }) { loop, size in
      loop.draw(size)
    } update: { loop, event in
      if event == .key(.control("z")), !loop.isWriting {
        screen.suspend()
        return .goOn
      }
      return loop.handle(event)
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

/// A conversation and its screen, as the run loop's state.
private struct Loop<State: Conversation> {
  var runner: Runner<State>
  var screen = ScreenState()
  var ending: Ending<State.Outcome>?
  private var watch: IdleWatch?
  /// Whether the window is too small to show what a key would do.
  private var isTooSmall = false
  /// Whether what was typed ahead must not reach the page that has come.
  private var isFresh = false
  /// Made once for all the keys that do not change it: ten thousand may come at once.
  private var page: Page

  init(runner: Runner<State>, idleLimit: Duration?) {
    self.runner = runner
    watch = idleLimit.map { IdleWatch(limit: $0) }
    page = runner.state.page
    screen.show(page)
  }

  mutating func draw(_ size: Size) -> Frame {
    isTooSmall = !PageView.fits(size)
    let frame = PageView(page, size: size).frame(&screen)
    screen.items = frame.rows.map(\.item)
    return frame
  }

  /// Whether keys edit a text that is in sight.
  var isWriting: Bool { page.isWritten && !screen.showsHelp && !isTooSmall }

  mutating func handle(_ event: Event) -> Flow {
    isFresh = false
    if event.isTyped {
      // Whoever comes back to a page that counts down wants it to stay, and has pressed any key for that.
      if watch?.isTouched(on: page) == true {
        screen.hint = nil
        return .goOn
      }
      if isTooSmall { return .goOn }
    }
    switch event {
    case .key(let key): press(key)
    case .committed(let text):
      for intent in ScreenInput.intents(forCommitted: text, on: page, &screen) { send(intent) }
    case .text(let text): paste(text)
    case .click(let row, _): click(row)
    case .resized(let size): isTooSmall = !PageView.fits(size)
    case .resumed: break
    case .idle: wait()
    case .terminated(let signal): hangUp(.terminated(signal))
    case .disconnected: hangUp(.disconnected)
    }
    return ending != nil ? .finish : isFresh ? .startAfresh : .goOn
  }

  private mutating func wait() {
    switch watch?.step(on: page) {
    case .waiting?, nil: break
    case .countingDown(let hint)?: screen.hint = hint
    case .over?: abandon()
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
    // A mark alone does nothing yet; Enter does.
    if case .choose = intent {} else if page.isGuarded { isFresh = true }
    if let outcome = runner.state.outcome { ending = .over(outcome) }
  }
}

/// Counts down on a shared screen before a page that nobody touches is covered.
struct IdleWatch {
  enum Step: Equatable {
    case waiting
    case countingDown(String)
    case over
  }

  /// Into which the limit is divided; the last third is counted down.
  static let steps = 18

  private let seconds: Int
  private var passed = 0

  init(limit: Duration) { seconds = Int(limit.components.seconds) }

  /// One more part of the limit has passed without a touch.
  mutating func step(on page: Page) -> Step {
    passed += 1
    let rest = Self.length(on: page) - passed
    if rest <= 0 {
      passed = 0
      return .over
    }
    guard let note = page.idleNote, isCountingDown(on: page) else { return .waiting }
    return .countingDown(SessionText.idle(seconds: rest * seconds / Self.steps, note))
  }

  /// Somebody is there; whether the page was counting down.
  mutating func isTouched(on page: Page) -> Bool {
    defer { passed = 0 }
    return page.idleNote != nil && isCountingDown(on: page)
  }

  private func isCountingDown(on page: Page) -> Bool {
    passed >= Self.length(on: page) - Self.steps / 3
  }

  /// What cannot be shown again stands twice as long.
  private static func length(on page: Page) -> Int { page.isGuarded ? 2 * steps : steps }
}
