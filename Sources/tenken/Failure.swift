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
