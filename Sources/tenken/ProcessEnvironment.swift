import Characters
import Glibc
import Inspection
import Jobs
import Storage
import Terminal

/// What the program takes from outside: variables, the clock, whether a person sits at a terminal.
///
/// Only this file reads the environment.
enum ProcessEnvironment {
  /// A variable; nil for one that is not set. All of them together would take half a millisecond of every start.
  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// `$XDG_DATA_HOME/tenken` (XDG Base Directory Specification), by default `~/.local/share/tenken`; throws where neither
  /// variable says where that is, for answers are not to lie wherever the program happened to be started.
  static var dataFolder: String {
    get throws(Failure) {
      let home = (variable("HOME") ?? "").nonEmpty.map { $0 + "/.local/share" }
      // The specification wants relative paths ignored.
      guard let data = [variable("XDG_DATA_HOME"), home].compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) else {
        throw UsageText.noDataFolder
      }
      return data + "/tenken"
    }
  }

  static func now() -> Timestamp { Timestamp(secondsSinceEpoch: Int(time(nil))) }

  /// What an inspection takes from outside.
  static var surroundings: Surroundings {
    get throws(Failure) {
      Surroundings(
        drafts: DraftStore(root: try dataFolder), copies: currentFolder, showsCopies: isRemote,
        clock: now, wait: wait
      ) { SystemRandomNumberGenerator() }
    }
  }

  /// Empty where copies are not to lie, and where it is none any more.
  private static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    let folder = String(cString: path)
    return folder == "/" ? "" : folder
  }

  /// Whether the person is at another computer (sshd(8)), where a file of this one is of no use.
  private static var isRemote: Bool {
    variable("SSH_ORIGINAL_COMMAND") != nil || variable("SSH_CONNECTION") != nil
  }

  private static func wait(_ time: Duration) { sleep(UInt32(clamping: time.components.seconds)) }

  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Whether a person sees standard output as it is written.
  static var showsOutput: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether the person asks every program for lines instead of a screen (`ACCESSIBLE`, as GitHub's and Charm's tools
  /// read it); `0` and nothing are no.
  static var wantsLines: Bool { !["", "0"].contains(variable("ACCESSIBLE") ?? "") }

  static var terminal: TerminalDescription { TerminalDescription(variable: variable) }
}

/// Standard input, output and error.
enum StandardFiles {
  /// Opens those that whoever started the program has closed, so that no file of its own takes their numbers: a closed
  /// input has then ended, and a closed output fails as it should.
  static func fill() {
    while true {
      let descriptor = open("/dev/null", O_RDONLY)
      if descriptor > STDERR_FILENO { close(descriptor) }
      if !(STDIN_FILENO...STDERR_FILENO).contains(descriptor) { return }
    }
  }
}
