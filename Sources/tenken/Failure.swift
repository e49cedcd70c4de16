import ArgumentParser

/// How a command fails: what to tell, and the status to end with.
///
/// Commands throw facts of the rooms below; `FailureText` turns those into this, once.
struct Failure: Error {
  let status: ExitStatus
  /// One or more lines in Japanese: what happened, whether anything was lost, what to do.
  let lines: [String]

  init(_ status: ExitStatus, _ lines: String...) {
    self.status = status
    self.lines = lines
  }

  init(_ status: ExitStatus, lines: [String]) {
    self.status = status
    self.lines = lines
  }
}

/// How the program ends, in the numbers of sysexits(3).
enum ExitStatus: Int32 {
  case ok = 0
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case ioError = 74
  case notYet = 75
  case noPermission = 77

  var code: ExitCode { ExitCode(rawValue) }
}
