import Curses
import Interview
import Jobs
import Session
import Terminal
import TextLayout

/// Chooses the screen or the plain lines, and runs conversations on whichever it is.
///
/// The screen is taken when there is one; a pipe, `TERM=dumb` or `--plain` gets the lines. The console of Linux gets
/// neither, for nobody could read them; `--plain` still does, for braille and speech, after a word of warning.
struct FrontEnd {
  let plain: Bool
  /// The cells of ambiguous characters; nil asks the terminal.
  var ambiguous: AmbiguousWidth?
  /// Whether the mouse chooses and scrolls.
  var mouse = false
  /// After which a page that nobody touches is left; only on a screen.
  var idleLimit: Duration?
  /// Whether strangers come to the screen: Ctrl-Z gives them no shell.
  var isShared = false

  /// Runs `body` with the front end; everything it shows goes through one terminal session.
  func session<Result>(_ body: (TerminalDisplay) throws -> Result) throws -> Result {
    if !plain {
      do {
        return try screenSession(body)
      } catch let refusal as ScreenRefusal where refusal != .linuxConsole {
        FarewellText.lines(for: refusal).forEach(Output.say)
      }
    } else if ProcessEnvironment.terminal.isLinuxConsole, ProcessEnvironment.showsOutput {
      FarewellText.linuxConsole.forEach(Output.say)
    }
    return try withLineTerminal { try body(.lines($0)) }
  }

  /// Runs `body` on the screen, or throws why there is none.
  func screenSession<Result>(_ body: (TerminalDisplay) throws -> Result) throws -> Result {
    try withCursesScreen(
      ProcessEnvironment.terminal, ambiguous: ambiguous, mouse: mouse, canStop: !isShared,
      stopNotice: FarewellText.stopped, crashNotice: FarewellText.crash
    ) { screen in
      try body(.screen(screen, idleLimit))
    }
  }
}

/// The screen or the plain lines of this terminal.
enum TerminalDisplay: Display {
  /// The duration is that after which a page that nobody touches is left; nil for never.
  case screen(any Screen, Duration?)
  case lines(any LineConsole)

  func run<State: Conversation>(_ runner: Runner<State>) throws(Interrupted) -> State.Outcome {
    var runner = runner
    let ending =
      switch self {
      case .screen(let screen, let limit): ScreenFrontEnd(on: screen, idleAfter: limit).run(&runner)
      case .lines(let console): PlainFrontEnd(on: console).run(&runner)
      }
    switch ending {
    case .over(let outcome): return outcome
    case .terminated(let signal): throw Interrupted(status: signal.exitStatus)
    case .disconnected: throw Interrupted(status: Termination.hangup.exitStatus)
    }
  }
}
