/// What came of waiting for a line.
public enum LineInput: Hashable, Sendable {
  /// A line without its end; bytes that were no UTF-8 are U+FFFD.
  case line(String)
  case endOfInput
  case terminated(Termination)
  /// What was written can no longer be read by anyone.
  case disconnected
}

/// A conversation line by line, append-only: for pipes, screen readers and terminals that cannot draw.
public protocol LineConsole: AnyObject {
  /// The cells of a line, nil where lines have no end, as in a pipe.
  var columns: Int? { get }

  /// Writes the text as it is; a line end is written only where the text has one.
  func write(_ text: String)

  /// Waits for the next line that is typed, or says why there is none.
  func readLine() -> LineInput

  /// Throws away what was typed or pasted at a terminal and is not read yet; a pipe or a file keeps its lines.
  func dropTyped()
}

extension LineConsole {
  public func dropTyped() {}
}

/// A conversation for tests: lines go in from a script, the transcript comes out.
public final class InMemoryLineConsole: LineConsole {
  public let columns: Int?
  public private(set) var transcript = ""
  private var script: ArraySlice<LineInput>

  public init(script: [LineInput] = [], columns: Int? = nil) {
    self.script = script[...]
    self.columns = columns
  }

  public convenience init(lines: [String], columns: Int? = nil) {
    self.init(script: lines.map { .line($0) }, columns: columns)
  }

  public func write(_ text: String) { transcript += text }

  /// The next of the script; the end of input when it is used up.
  public func readLine() -> LineInput { script.popFirst() ?? .endOfInput }
}
