import Foundation
import Testing

/// A real terminal: tmux with a server of its own, which a person sits in front of.
final class Terminal {
  private let folder: Folder
  private let socket: String
  /// No step of a journey may take longer; a condition that does not come is a failure, never a hang.
  private static let patience = Duration.seconds(20)

  /// Opens a shell-less terminal that runs `command` and keeps the last screen when it ends.
  init(_ command: String, columns: Int = 80, rows: Int = 24, in folder: Folder, variables: [String: String] = [:])
    async throws
  {
    self.folder = folder
    socket = folder.path + "/tmux-\(UUID().uuidString.prefix(6))"
    let settings = variables.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    try await tmux(
      "-f", "/dev/null", "-u", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "cd '\(folder.path)'; env \(settings) \(command); echo \"［終了 $?］\"; exec cat")
  }

  /// Ends the server; a journey calls it at its end.
  func close() async throws { try await tmux("kill-server") }

  // MARK: What a person does

  /// Presses keys by tmux's names (`Enter`, `Escape`, `C-c`) or types characters.
  func press(_ keys: String...) async throws {
    for key in keys { try await tmux("send-keys", key) }
  }

  /// Types text as an input method would commit it.
  func type(_ text: String) async throws { try await tmux("send-keys", "-l", text) }

  /// Types a line and ends it.
  func enter(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Pastes text with the marks of bracketed paste, as terminals do.
  func paste(_ text: String) async throws {
    try await tmux("set-buffer", text)
    try await tmux("paste-buffer", "-p", "-r")
  }

  /// Presses the left button on a cell, from 0, as a terminal reports it (xterm, SGR mouse mode).
  func click(row: Int, column: Int) async throws {
    for end in ["M", "m"] { try await type("\u{1B}[<0;\(column + 1);\(row + 1)\(end)") }
  }

  func resize(columns: Int, rows: Int) async throws {
    try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  // MARK: What a person sees

  /// The screen as lines, without blank ones at the end.
  func screen() async throws -> [String] {
    var lines = try await tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines
  }

  /// Waits until the text is on the screen, and returns the screen.
  @discardableResult
  func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> [String] {
    try await wait("「\(text)」", sourceLocation) { $0.joined(separator: "\n").contains(text) }
  }

  /// Waits until the text is no longer on the screen.
  @discardableResult
  func seeNo(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws -> [String] {
    try await wait("no 「\(text)」", sourceLocation) { !$0.joined(separator: "\n").contains(text) }
  }

  /// Waits until the screen is this one, row for row.
  func see(_ screen: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
    _ = try await wait("the screen of before", sourceLocation) { $0 == screen }
  }

  /// Waits until the last row that is not blank is the nth.
  func see(rows: Int, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    _ = try await wait("\(rows) rows", sourceLocation) { $0.count == rows }
  }

  /// Waits until the screen is another one than before.
  func change(from before: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
    _ = try await wait("another screen", sourceLocation) { $0 != before }
  }

  /// Waits until a value that tmux knows is the one expected.
  func wait(for value: String, from format: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let deadline = ContinuousClock.now + Self.patience
    while try await ask(format) != value {
      if ContinuousClock.now > deadline {
        let found = try await ask(format)
        Issue.record("waited for \(format) to be \(value); it is \(found)", sourceLocation: sourceLocation)
        throw NotSeen(what: value)
      }
      await Task.yield()
    }
  }

  /// A value that tmux knows, such as `#{cursor_x},#{cursor_y}` or `#{alternate_on}`.
  func ask(_ format: String) async throws -> String {
    try await tmux("display", "-p", format).trimmingCharacters(in: .newlines)
  }

  // MARK: Inside

  private func wait(_ what: String, _ location: SourceLocation, until condition: ([String]) -> Bool) async throws
    -> [String]
  {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      let lines = try await screen()
      if condition(lines) { return lines }
      if ContinuousClock.now > deadline {
        let shown = lines.joined(separator: "\n")
        Issue.record("waited for \(what); the screen shows:\n\(shown)", sourceLocation: location)
        throw NotSeen(what: what)
      }
      await Task.yield()
    }
  }

  @discardableResult
  private func tmux(_ arguments: String...) async throws -> String {
    let result = try await Program.run("tmux", ["-S", socket] + arguments, in: folder)
    if result.status != 0 { throw TmuxFailed(arguments: arguments, message: result.errors) }
    return result.output
  }
}

struct NotSeen: Error { let what: String }

struct TmuxFailed: Error {
  let arguments: [String]
  let message: String
}
