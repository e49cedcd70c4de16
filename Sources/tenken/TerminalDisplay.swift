import Interview
import Jobs
import Session
import Terminal

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
