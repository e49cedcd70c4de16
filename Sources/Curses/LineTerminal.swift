import CCurses
import Glibc
public import Terminal

/// Standard input and output, line by line; a terminal, a pipe or a file.
public final class LineTerminal: LineConsole {
  private var pending: [UInt8] = []
  /// How much of `pending` is known to hold no line end.
  private var searched = 0
  private var hasEnded = false
  private var isCut = false
  /// One that came while nothing was being read.
  private var signal: Termination?
  /// In bytes: many times what a page takes; of a longer line the rest is dropped.
  private static let longestLine = 1 << 20

  init() {}

  public var columns: Int? {
    let columns = Int(cc_columns())
    return columns > 0 ? columns : nil
  }

  public func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty, !isCut {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        isCut = true
      }
    }
  }

  /// The next line that is typed, or why there is none.
  public func readLine() -> LineInput {
    while true {
      if isCut { return .disconnected }
      if let signal { return .terminated(signal) }
      if let line = takeLine() { return .line(line) }
      if hasEnded { return .endOfInput }
      switch cc_wait(STDIN_FILENO, -1) {
      case CC_HANGUP: return .terminated(.hangup)
      case CC_INTERRUPT: return .terminated(.interrupt)
      case CC_TERMINATE: return .terminated(.terminate)
      default: read()  // a hang-up too: what was sent before it can still be read
      }
    }
  }

  public func dropTyped() {
    guard isatty(STDIN_FILENO) == 1 else { return }
    (pending, searched) = ([], 0)
    let end = ContinuousClock.now + .seconds(1)
    while ContinuousClock.now < end {
      tcflush(STDIN_FILENO, TCIFLUSH)
      // The pieces of a paste follow each other faster than this.
      switch cc_wait(STDIN_FILENO, 50) {
      case CC_INPUT: continue
      case CC_HANGUP: signal = .hangup
      case CC_INTERRUPT: signal = .interrupt
      case CC_TERMINATE: signal = .terminate
      default: break
      }
      return
    }
  }

  /// The first line that is whole, or the rest of an input that has ended.
  private func takeLine() -> String? {
    let found = pending[searched...].firstIndex(of: UInt8(ascii: "\n"))
    searched = pending.count
    guard let end = found ?? (hasEnded && !pending.isEmpty ? pending.endIndex : nil) else { return nil }
    var line = pending[..<end]
    pending.removeFirst(min(end + 1, pending.count))
    searched = 0
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count > 0 {
      pending += buffer[..<count]
      // Nothing before `searched` ends a line.
      let isEnded = pending[searched...].contains(UInt8(ascii: "\n"))
      if !isEnded, pending.count > Self.longestLine { pending.removeLast(pending.count - Self.longestLine) }
    } else if count == 0 {
      hasEnded = true
    } else if errno != EINTR {
      isCut = true
    }
  }
}

/// Runs the body with a conversation on standard input and output.
///
/// SIGTERM, SIGINT (Ctrl-C) and SIGHUP arrive as input; a reader that went away is seen as `disconnected` instead of
/// killing the program.
///
/// - Throws: `ScreenRefusal.systemFailure` if the system gives no signal descriptor; whatever the body throws.
public func withLineTerminal<Result>(_ body: (LineTerminal) throws -> Result) throws -> Result {
  guard cc_take_signals(false) else { throw ScreenRefusal.systemFailure(code: errno) }
  defer { cc_release_signals() }
  let console = LineTerminal()
  // The rest of a pasted block is not for the shell that comes after.
  defer { console.dropTyped() }
  return try body(console)
}
