import Characters
public import Interview
public import Terminal
import TextLayout

/// Shows a conversation line by line: append-only, without escape sequences, for screen readers, pipes and `TERM=dumb`.
public struct PlainFrontEnd {
  private let console: any LineConsole
  private let width: Int

  /// `width` is that of a line, in cells.
  public init(on console: any LineConsole, width: Int = 72) {
    self.console = console
    self.width = width
  }

  /// Goes on until the conversation is over, or the input is.
  public func run<State: Conversation>(_ runner: inout Runner<State>) -> Ending<State.Outcome> {
    var shown: Page?
    while true {
      if let outcome = runner.state.outcome { return .over(outcome) }
      let page = runner.state.page
      if page.withoutNotice != shown { console.write(PlainPage(page, width: width).text) }
      if let notice = page.notice { say(notice.text) }
      shown = page.withoutNotice
      console.write(SessionText.plainPrompt(of: page))
      switch console.readLine() {
      case .line(let line): answer(line, on: page, to: &runner)
      case .terminated(let signal):
        runner.send(.hangUp)
        return .terminated(signal)
      case .endOfInput:
        // The end of a pipe or Ctrl-D: nobody can answer any more, but what was answered can still be told.
        runner.send(.hangUp)
      case .disconnected:
        runner.send(.hangUp)
        return .disconnected
      }
    }
  }

  private func answer<State: Conversation>(_ line: String, on page: Page, to runner: inout Runner<State>) {
    if case .text(_, let initial) = page.prompt {
      runner.send(Self.intent(ofText: line, initial: initial))
      return
    }
    switch TypedWord(line, on: page) {
    case .nothing: pressEnter(on: page, &runner)
    case .choose(let digit): choose(digit, on: page, &runner)
    case .row(let row): runner.send(.select(row: row))
    case .command(.help): console.write(PlainPage.help(for: page, width: width))
    case .command(let command): send(command, on: page, &runner)
    case .unknown: say(SessionText.notUnderstood(line, on: page))
    }
  }

  /// A line is the digit and the Enter: it answers and, if the answer was taken, goes on.
  private func choose<State: Conversation>(_ digit: Int, on page: Page, _ runner: inout Runner<State>) {
    runner.send(.choose(digit: digit))
    let after = runner.state.page
    let isSamePage = after.question == page.question && after.heading == page.heading
    let isTaken = after.notice == nil && after.options.contains { $0.digit == digit && $0.isChosen }
    if isSamePage, isTaken, after.offers(.next) { runner.send(.next) }
  }

  private func pressEnter<State: Conversation>(on page: Page, _ runner: inout Runner<State>) {
    if case .rows(let selected) = page.prompt { runner.send(.select(row: selected)) } else { runner.send(.next) }
  }

  private func send<State: Conversation>(_ command: Command, on page: Page, _ runner: inout Runner<State>) {
    guard page.offers(command) else {
      say(SessionText.notOffered)
      return
    }
    runner.send(command.intent)
  }

  private func say(_ text: String) { console.write(PlainPage.notice(text, width: width)) }

  /// In a text field everything is text but 戻る and 消す alone; Enter alone keeps what is there, as on the screen.
  private static func intent(ofText line: String, initial: String) -> Intent {
    let text = line.sanitized
    switch text.withoutWhiteSpace() {
    case SessionText.backWord: return .cancel
    case "": return .submit(text: initial)
    case SessionText.clearWord: return .submit(text: "")
    default: return .submit(text: text)
    }
  }
}

extension Page {
  /// For telling whether a page has been shown already.
  var withoutNotice: Page {
    var page = self
    page.notice = nil
    return page
  }
}

extension Command {
  /// The intent that a command stands for; help is the front end's own.
  var intent: Intent {
    switch self {
    case .next, .help: .next
    case .back: .back
    case .note: .note
    case .list: .list
    case .suspend: .suspend
    case .undo: .undo
    }
  }
}
