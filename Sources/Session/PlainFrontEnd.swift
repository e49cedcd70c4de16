import Characters
public import Interview
public import Terminal
import TextLayout

/// Shows a conversation line by line: append-only, without escape sequences, for screen readers, pipes and `TERM=dumb`.
public struct PlainFrontEnd {
  private let console: any LineConsole
  private let width: Int

  public init(on console: any LineConsole) {
    self.console = console
    width = min(max(console.columns ?? 72, 20), 90)
  }

  /// Goes on until the conversation is over, or the input is.
  public func run<State: Conversation>(_ runner: inout Runner<State>) -> Ending<State.Outcome> {
    var shown: Page?
    while true {
      if let outcome = runner.state.outcome { return .over(outcome) }
      let page = runner.state.page
      // Nothing that was typed before a page that cannot be undone is read as an answer to it.
      if page.isGuarded { console.dropTyped() }
      if page.withoutNotice != shown { console.write(PlainPage(page, after: shown, width: width).text) }
      if let notice = page.notice { say(notice.text) }
      shown = page.withoutNotice
      console.write(SessionText.plainPrompt(of: page).wrapped(to: width).joined(separator: "\n"))
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
    switch TypedLine(line, on: page) {
    case .enter: runner.send(Self.enter(on: page))
    case .intent(.choose(let digit)): choose(digit, on: page, &runner)
    case .intent(let intent): runner.send(intent)
    case .help: console.write(PlainPage.help(for: page, width: width))
    case .notOffered: say(SessionText.notOffered)
    case .similar(let option): say(SessionText.similar(option))
    case .tooLong: say(SessionText.tooLong)
    case .unknown: say(SessionText.notUnderstood(line, on: page))
    }
  }

  /// What Enter alone means: it takes what the prompt names, and keeps what a text field holds.
  static func enter(on page: Page) -> Intent {
    switch page.prompt {
    case .text(_, let initial): .submit(text: initial)
    case .options, .rows, .enter: .next
    }
  }

  /// A line is the digit and the Enter: it answers and, if the answer was taken, says so and goes on.
  private func choose<State: Conversation>(_ digit: Int, on page: Page, _ runner: inout Runner<State>) {
    runner.send(.choose(digit: digit))
    let after = runner.state.page
    let isSamePage = after.question == page.question && after.heading == page.heading
    let isTaken = after.notice == nil && after.options.contains { $0.digit == digit && $0.isChosen }
    let isAnswered = page.status != nil && after.notice == nil && (isTaken || after.options.isEmpty)
    if isAnswered, let option = page.options.first(where: { $0.digit == digit }) { say(SessionText.recorded(option)) }
    if isSamePage, isTaken, after.offers(.next) { runner.send(.next) }
  }

  private func say(_ text: String) { console.write(PlainPage.notice(text, width: width)) }
}

extension Page {
  /// For telling whether a page has been shown already.
  var withoutNotice: Page {
    var page = self
    page.notice = nil
    return page
  }
}

/// A page as lines of plain text.
struct PlainPage {
  private let page: Page
  /// What was shown before; of what stands above a question, only what is new is said again.
  private let before: Page?
  private let width: Int

  init(_ page: Page, after before: Page?, width: Int) {
    self.page = page
    self.before = before
    self.width = width
  }

  var text: String {
    var lines = [""]
    let told = before.map { Self.above($0) } ?? []
    for (index, text) in Self.above(page).enumerated() where !text.isEmpty {
      if !told.indices.contains(index) || told[index] != text { lines += wrapped(text) }
    }
    if let question = page.question { lines += [""] + wrapped(question) }
    for paragraph in page.lead { lines += [""] + wrapped(paragraph) }
    if !page.options.isEmpty { lines.append("") }
    for option in page.options { lines += wrapped("\(option.digit)　\(option.text)", indent: 4) }
    for (index, row) in page.rows.enumerated() {
      let mark = row.mark.isEmpty ? "" : "［\(row.mark)］"
      lines += wrapped("\(index + 1)　\(mark)\(row.label)", indent: 4)
    }
    for paragraph in page.guidance { lines += [""] + wrapped(paragraph) }
    if let status = page.status { lines += [""] + wrapped(status) }
    lines += [""] + keyRows
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands above a question, the most lasting first.
  private static func above(_ page: Page) -> [String] {
    let banner = page.banner
    let section = page.heading?.section ?? ""
    let isInProgress = banner.progress?.hasPrefix(section) ?? false
    let parts = [
      [banner.title, banner.occasion, banner.role], [banner.scope], [banner.entry],
      [isInProgress ? nil : section, page.heading?.clause], [banner.progress, page.heading?.code],
    ]
    return parts.map { part in part.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "　") }
  }

  /// What can be typed here, in rows that never part a key from its word.
  private var keyRows: [String] {
    var rows: [String] = []
    for key in PageBindings.table(for: page).typedKeys {
      if let last = rows.last, (last + "　" + key).displayWidth <= width - 4 {
        rows[rows.count - 1] = last + "　" + key
      } else {
        rows.append(key)
      }
    }
    return rows.map { "〔\($0)〕" }
  }

  static func notice(_ text: String, width: Int) -> String {
    "＞ \(text)".printable.wrapped(to: width).joined(separator: "\n") + "\n"
  }

  static func help(for page: Page, width: Int) -> String {
    (page.explanation.isEmpty ? [SessionText.noHelp] : page.explanation)
      .flatMap { $0.printable.wrapped(to: width) }.joined(separator: "\n") + "\n"
  }

  private func wrapped(_ text: String, indent: Int = 0) -> [String] {
    text.printable.wrapped(to: width, hanging: indent)
  }
}
