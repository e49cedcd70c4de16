import Foundation
import Subprocess
import SystemPackage
import Testing

/// Journeys drive real processes, one after another: one screen at a time is enough.
@Suite(.serialized) struct Journeys {}

/// Those without a screen that compute for long, one after another beside the others: there are two cores.
@Suite(.serialized) struct LongJourneys {}

/// Commands that end by themselves, likewise.
@Suite(.serialized) struct CommandJourneys {}

/// What a finished program said.
struct Finished {
  let status: Int
  let output: String
  let errors: String
}

/// The built program, next to the test bundle.
enum Program {
  static var path: String {
    URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
      .appendingPathComponent("tenken").path
  }

  /// The checkout's root, for documents and scripts that tests read.
  static var root: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// Runs tenken to its end, with an environment of its own.
  static func run(_ arguments: String..., input: String = "", in folder: Folder) async throws -> Finished {
    try await run(path, arguments, input: input, in: folder)
  }

  /// Runs any program to its end.
  static func run(
    _ program: String, _ arguments: [String], input: String = "", in folder: Folder
  ) async throws -> Finished {
    let result = try await Subprocess.run(
      program.contains("/") ? .path(.init(program)) : .name(program), arguments: Arguments(arguments),
      environment: .custom(folder.environment), workingDirectory: .init(folder.path), input: .string(input),
      output: .string(limit: 32 << 20), error: .string(limit: 1 << 20))
    let status: Int =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Finished(status: status, output: result.standardOutput, errors: result.standardError)
  }
}

/// A folder of one journey's own: home, data and working folder at once; removed at the end.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("tenken-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Nothing of the developer's own environment but the path; the locale is one every machine has.
  var environment: [Environment.Key: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path, "LC_ALL": "C.UTF-8",
      "XDG_DATA_HOME": path + "/data", "TERM": "xterm-256color",
    ]
  }

  func file(_ name: String) -> URL { URL(fileURLWithPath: path).appendingPathComponent(name) }

  func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

  /// The names in a folder, sorted, without hidden ones such as locks.
  func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file(name).path).filter { !$0.hasPrefix(".") }.sorted()
  }
}
