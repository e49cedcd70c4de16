import CCurses
import Glibc
public import Terminal
public import TextLayout

/// Takes the terminal over, runs the body with its screen, and gives the terminal back as it was.
///
/// It is given back on return, on a thrown error, on SIGTERM, SIGINT and SIGHUP (which arrive as events) and on a trap;
/// while it is taken, Ctrl-C, Ctrl-Z, Ctrl-S and Ctrl-Q are keys. What is written to standard error
/// meanwhile appears afterwards. Only for the thread that handles the signals: the main one, before any other is started.
///
/// - Parameters:
///   - description: what the environment says about the terminal.
///   - ambiguous: the width of East Asian Ambiguous characters; nil asks the terminal before the first frame.
///   - mouse: whether clicks and the wheel are reported; selecting with the mouse is then the terminal's no longer.
///   - canStop: whether `suspend` gives the shell back; false where the shell is not for who sits there.
///   - stopNotice: written, ended by a line end, before the shell is given back.
///   - crashNotice: written to standard error, ended by a line end, after a trap.
/// - Throws: `ScreenRefusal` before anything was written if no screen can be drawn; whatever the body throws.
public func withCursesScreen<Result>(
  _ description: TerminalDescription, ambiguous: AmbiguousWidth? = nil, mouse: Bool = false, canStop: Bool = true,
  stopNotice: String, crashNotice: String, _ body: (CursesScreen) throws -> Result
) throws -> Result {
  guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw ScreenRefusal.notATerminal }
  if let refusal = description.refusal { throw refusal }
  guard cc_take_signals(true) else { throw ScreenRefusal.systemFailure(code: errno) }
  defer { cc_release_signals() }
  let status = cc_open(
    description.term, Int32(description.escapeDelay), description.allowsColour, mouse, crashNotice, stopNotice)
  let code = errno
  switch status {
  case CC_OPENED: break
  case CC_NOT_A_TERMINAL: throw ScreenRefusal.notATerminal
  case CC_CANNOT_DRAW: throw ScreenRefusal.terminalCannotDraw(term: description.term)
  case CC_NO_UNICODE_LOCALE: throw ScreenRefusal.noUnicodeLocale
  default: throw ScreenRefusal.systemFailure(code: code)
  }
  defer { cc_close() }
  let screen = CursesScreen(canStop: canStop)
  return try (ambiguous ?? screen.askAmbiguousWidth()).apply { try body(screen) }
}

/// The terminal itself, drawn by ncurses. It is had from `withCursesScreen` and lives as long as that.
public final class CursesScreen: Screen {
  private var decoder = InputDecoder()
  /// What the terminal shows; nil where that is not known.
  private var shown: Frame?
  /// What happened while the terminal was asked, or the person was away.
  private var early: [Event] = []
  /// Whether the shell can be given back.
  private let canStop: Bool

  /// A terminal answers within this, or is taken to have no answer.
  private static let answerLimit = Duration.milliseconds(100)

  init(canStop: Bool) { self.canStop = canStop }

  /// Asks the terminal how wide it draws an ambiguous character; narrow where it does not say.
  ///
  /// Before the first frame. What is typed meanwhile is not lost, and an answer that comes late is no input.
  func askAmbiguousWidth() -> AmbiguousWidth {
    guard cc_ask_cursor() else { return .narrow }
    let end = ContinuousClock.now + Self.answerLimit
    while !decoder.hasIdentified, ContinuousClock.now < end, !early.contains(where: \.isLast) {
      early += waitedEvents(end - .now).filter { $0 != .idle }
    }
    return decoder.reportedColumn == 3 ? .wide : .narrow
  }

  public var size: Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cc_size(&rows, &columns)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  public func draw(_ frame: Frame) {
    guard frame != shown else { return }
    let size = size
    for index in 0..<size.rows {
      let row = frame.row(index)
      if let shown, shown.row(index) == row { continue }
      draw(row.clipped(to: size.columns), at: index)
    }
    let cursor = frame.cursor ?? Cursor(row: size.rows - 1, column: 0)
    cc_show(Int32(cursor.row), Int32(cursor.column), frame.cursor != nil)
    shown = frame
  }

  public func nextEvents(within limit: Duration?) -> [Event] {
    while true {
      let events = early.isEmpty ? waitedEvents(limit) : early
      early = []
      if !events.isEmpty { return events }
    }
  }

  public func suspend() {
    if canStop { early += comeBack(from: cc_suspend) }
  }

  private func draw(_ row: Frame.Row, at index: Int) {
    cc_clear_row(Int32(index))
    var column = 0
    for span in row.spans {
      let scalars = span.text.unicodeScalars.map { Int32(bitPattern: $0.value) }
      cc_put(
        Int32(index), Int32(column), scalars, Int32(scalars.count), span.style.attributes.shim, span.style.colour.shim)
      column += span.width
    }
  }

  private func waitedEvents(_ limit: Duration?) -> [Event] {
    let pasteLimit = decoder.pasteLimit
    let shortest = [limit, pasteLimit].compactMap { $0 }.min()
    switch cc_wait(0, shortest.map(\.milliseconds) ?? -1) {
    case CC_IDLE: return pasteLimit == nil ? [.idle] : decoder.endPaste()
    case CC_INPUT: return readEvents()
    case CC_HANGUP: return [.terminated(.hangup)]
    case CC_INTERRUPT: return [.terminated(.interrupt)]
    case CC_TERMINATE: return [.terminated(.terminate)]
    case CC_STOP: return canStop ? comeBack(from: cc_suspend) : []
    case CC_CONTINUE: return comeBack(from: cc_resume)
    case CC_RESIZE: return resize()
    default: return [.disconnected]
    }
  }

  private func readEvents() -> [Event] {
    var burst: [RawInput] = []
    while let input = RawInput(shim: cc_read()) { burst.append(input) }
    // Readable, and nothing to read: the input has ended.
    if burst.isEmpty { return [.disconnected] }
    let events = decoder.decode(burst)
    let redraw = Event.key(.control("l"))
    if events.contains(redraw) { cc_redraw() }
    return events.filter { $0 != redraw }
  }

  private func comeBack(from stop: () -> Void) -> [Event] {
    let before = size
    stop()
    return [.resumed] + (size == before ? [] : resized())
  }

  private func resize() -> [Event] {
    let before = size
    cc_resize()
    return size == before ? [] : resized()
  }

  private func resized() -> [Event] {
    shown = nil
    return [.resized(size)]
  }
}

extension Duration {
  /// Rounded up, so that a wait does not end before its time.
  fileprivate var milliseconds: Int32 {
    let attoseconds: Int64 = 1_000_000_000_000_000
    return Int32(clamping: components.seconds * 1_000 + (components.attoseconds + attoseconds - 1) / attoseconds)
  }
}

extension Frame {
  fileprivate func row(_ index: Int) -> Row { index < rows.count ? rows[index] : Row() }
}
