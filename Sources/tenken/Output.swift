import Glibc
import Jobs
import Storage
import TextLayout

/// Results go to standard output, talk to standard error.
enum Output {
  static func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Writes all bytes; throws when nobody can read them any more.
  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { throw Ended(status: 128 + SIGPIPE) }
        throw OutputText.standardOutput(errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  static func writeOrGiveUp(_ text: String) { try? write(text) }

  /// Writes a result to a file, or to standard output for nil and `-`; what is no text never goes to a terminal.
  static func write(_ bytes: [UInt8], to file: String?, replacing: Replacing = .allowed) throws {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    guard let file, file != "-" else {
      if ProcessEnvironment.showsOutput, !isText { throw UsageText.noText }
      return try write(bytes)
    }
    if !isText, isTerminal(file) { throw UsageText.noText }
    do { try Disk.write(bytes, to: file, replacing: replacing) } catch {
      throw OutputText.failure(for: error, to: file)
    }
    say("\(file) に書き出しました。")
  }

  private static func isTerminal(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
    let file = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    defer { if file >= 0 { close(file) } }
    return isatty(file) == 1
  }

  /// Tells something that is not a result.
  static func say(_ line: String) { toErrors(line.revealed + "\n") }

  /// Tells what went wrong; what nobody sees of the words of files and command lines is shown, for they may be hostile.
  static func complain(_ lines: [String]) {
    toErrors("tenken: " + lines.map(\.revealed).joined(separator: "\n") + "\n")
  }

  static func toErrors(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

/// Shows what happens while a job works: a bar, or a sentence on standard error.
enum Telling {
  /// For one job: a bar knows when its work began.
  static var tell: Tell {
    var current: (work: JobEvent.Work, bar: ProgressBar)?
    return { event in
      guard case .progress(let work, let done, let total) = event else {
        return JobEventText.lines(for: event).forEach(Output.say)
      }
      let known = current.flatMap { $0.work == work ? $0.bar : nil }
      let bar = known ?? ProgressBar(JobEventText.title(of: work), from: done, of: total)
      current = done < total ? (work, bar) : nil
      bar.show(done)
    }
  }
}

/// A bar on standard error for work that takes its time; silent where standard error is no terminal.
struct ProgressBar {
  private let title: String
  private let first: Int
  private let total: Int
  private let began = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private static let width = 30

  /// - Parameter first: what was done when the work was first told of.
  init(_ title: String, from first: Int, of total: Int) {
    (self.title, self.first) = (title, first)
    self.total = max(total, 1)
  }

  func show(_ done: Int) {
    guard isShown else { return }
    let filled = done * Self.width / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    let left = JobEventText.timeLeft(seconds: secondsLeft(done)) ?? ""
    // Blanks go over what a longer line left.
    Output.toErrors("\r\(title) [\(bar)] \(done)／\(total)\(left)      " + (done >= total ? "\n" : ""))
  }

  /// By what was done so far; nil as long as that tells nothing.
  private func secondsLeft(_ done: Int) -> Int? {
    let seconds = Double((ContinuousClock.now - began).components.seconds)
    guard seconds >= 2, done > first, done < total else { return nil }
    return Int((seconds * Double(total - done) / Double(done - first)).rounded(.up))
  }
}
