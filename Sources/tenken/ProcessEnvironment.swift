import Foundation
import Glibc
import Inspection
import Jobs
import Storage
import Terminal

/// What the program takes from outside: variables, the clock, whether a person sits at a terminal.
///
/// Only this file reads the environment.
enum ProcessEnvironment {
  static var variables: [String: String] { ProcessInfo.processInfo.environment }

  /// `$XDG_DATA_HOME/tenken` (XDG Base Directory Specification), by default `~/.local/share/tenken`.
  static var dataFolder: String {
    let variables = variables
    // The specification wants relative paths ignored.
    if let data = variables["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/tenken" }
    return (variables["HOME"] ?? ".") + "/.local/share/tenken"
  }

  static func now() -> Timestamp { Timestamp(secondsSinceEpoch: Int(time(nil))) }

  /// What an inspection takes from outside.
  static var surroundings: Surroundings {
    let folder = FileManager.default.currentDirectoryPath
    return Surroundings(
      drafts: DraftStore(root: dataFolder), copies: folder == "/" ? "" : folder, showsCopies: isRemote, clock: now,
      wait: wait
    ) { SystemRandomNumberGenerator() }
  }

  /// Whether the person is at another computer (sshd(8)), where a file of this one is of no use.
  private static var isRemote: Bool {
    let variables = variables
    return variables["SSH_ORIGINAL_COMMAND"] != nil || variables["SSH_CONNECTION"] != nil
  }

  private static func wait(_ time: Duration) { sleep(UInt32(clamping: time.components.seconds)) }

  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether a person sees standard output as it is written.
  static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  static var terminal: TerminalDescription { TerminalDescription(environment: variables) }
}
