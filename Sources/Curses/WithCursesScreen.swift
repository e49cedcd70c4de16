import CCurses
import Glibc
public import Terminal
public import TextLayout

/// Takes the terminal over, runs the body with its screen, and gives the terminal back as it was.
///
/// It is given back on return, on a thrown error, on SIGTERM, SIGINT and SIGHUP (which arrive as events) and on a trap;
/// while it is taken, Ctrl-Z suspends and Ctrl-C, Ctrl-S and Ctrl-Q are keys. What is written to standard error
/// meanwhile appears afterwards. Only for the thread that handles the signals: the main one, before any other is started.
///
/// - Parameters:
///   - description: what the environment says about the terminal.
///   - ambiguous: the width of East Asian Ambiguous characters; nil asks the terminal before the first frame.
///   - mouse: whether clicks and the wheel are reported; selecting with the mouse is then the terminal's no longer.
///   - canStop: whether Ctrl-Z suspends; where the shell is not for who sits there it is a key like any other.
///   - crashNotice: written to standard error, ended by a line end, after a trap.
/// - Throws: `ScreenRefusal` before anything was written if no screen can be drawn; whatever the body throws.
public func withCursesScreen<Result>(
  _ description: TerminalDescription, ambiguous: AmbiguousWidth? = nil, mouse: Bool = false, canStop: Bool = true,
  crashNotice: String, _ body: (CursesScreen) throws -> Result
) throws -> Result {
  guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw ScreenRefusal.notATerminal }
  if let refusal = description.refusal { throw refusal }
  guard cc_take_signals(true) else { throw ScreenRefusal.systemFailure(code: errno) }
  defer { cc_release_signals() }
  let status = cc_open(
    description.term, Int32(description.escapeDelay), description.allowsColour, mouse, crashNotice)
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
