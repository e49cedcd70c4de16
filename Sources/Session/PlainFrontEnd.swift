import Inspection
public import Interview
import TextLayout

/// Reads lines and writes text; a terminal, a pipe or memory.
public protocol LineIO {
  /// The next line without its end, or why there is none.
  mutating func readLine() -> LineEvent
  mutating func write(_ text: String)
}

public enum LineEvent: Equatable, Sendable {
  case line(String)
  /// End of input, a closed window, or a signal.
  case ended
}

/// Shows a conversation line by line: append-only, without escape sequences, for screen readers, pipes and `TERM=dumb`.
public struct PlainFrontEnd<IO: LineIO> {
  public private(set) var io: IO
  private let width: Int

  /// `width` is that of a line, in cells.
  public init(io: IO, width: Int = 72) {
    self.io = io
    self.width = width
  }

  /// Goes on until the conversation is over, or the input is.
  public mutating func run<State: Conversation>(_ runner: inout Runner<State>) -> State.Outcome? {
    var shown: Page?
    while runner.state.outcome == nil {
      let page = runner.state.page
      if page.withoutNotice != shown { io.write(PlainPage(page, width: width).text) }
      if let notice = page.notice { io.write(PlainPage.notice(notice, width: width)) }
      shown = page.withoutNotice
      io.write(PlainPage.prompt(of: page))
      switch io.readLine() {
      case .line(let line): answer(line, on: page, to: &runner, shown: &shown)
      case .ended: runner.send(.hangUp)
      }
    }
    return runner.state.outcome
  }

  private mutating func answer<State: Conversation>(
    _ line: String, on page: Page, to runner: inout Runner<State>, shown: inout Page?
  ) {
    if case .text = page.prompt, !Self.leavesText(line, on: page) {
      runner.send(.submit(text: line))
      return
    }
    switch TypedWord(line, on: page) {
    case .nothing: pressEnter(on: page, &runner)
    case .choose(let digit): choose(digit, on: page, &runner)
    case .row(let row): runner.send(.select(row: row))
    case .command(.help): io.write(PlainPage.help(for: page, width: width))
    case .command(let command): send(command, on: page, &runner)
    case .unknown: io.write(SessionText.notUnderstood(line, on: page) + "\n")
    }
  }

  /// A line that ends with Enter is the digit and the Enter: it answers and, if the answer was taken, goes on.
  private func choose<State: Conversation>(_ digit: Int, on page: Page, _ runner: inout Runner<State>) {
    runner.send(.choose(digit: digit))
    let after = runner.state.page
    let isTaken = after.notice == nil && after.question == page.question && after.heading == page.heading
    if isTaken, after.offers(.next), after.options.contains(where: { $0.digit == digit && $0.isChosen }) {
      runner.send(.next)
    }
  }

  private func pressEnter<State: Conversation>(on page: Page, _ runner: inout Runner<State>) {
    if case .rows(let selected) = page.prompt { runner.send(.select(row: selected)) } else { runner.send(.next) }
  }

  private mutating func send<State: Conversation>(_ command: Command, on page: Page, _ runner: inout Runner<State>) {
    guard page.offers(command) || command == .undo else {
      io.write(SessionText.notOffered(command) + "\n")
      return
    }
    runner.send(command.intent)
  }

  /// In a text field everything is text but 「戻る」 alone, so that there is a way out.
  private static func leavesText(_ line: String, on page: Page) -> Bool {
    TypedWord(line, on: page) == .command(.back) && Int(line.folded()) == nil && line.count > 1
  }
}

extension Page {
  fileprivate var withoutNotice: Page {
    var page = self
    page.notice = nil
    return page
  }
}

extension Command {
  /// The intent that a command stands for.
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
