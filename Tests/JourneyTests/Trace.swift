import Foundation
import Testing

/// What a program did to files, in order, as strace(1) saw it.
struct Trace {
  /// One thing done to a file or folder, by its whole path.
  enum Step: Equatable {
    case create(String), write(String), append(String), sync(String)
    /// A finished file gets its name, by rename or by a link that fails where the name is taken.
    case publish(String, as: String)
  }

  let steps: [Step]

  static let isInstalled = ["/usr/bin/strace", "/bin/strace", "/usr/local/bin/strace"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What starts a program under strace, which writes to `trace.txt`; calls that a machine does not know are left out.
  static let starter = [
    "strace", "-f", "-y", "-s", "0", "-o", "trace.txt", "-e",
    "trace=openat,?open,write,?pwrite64,fsync,fdatasync,?rename,renameat,renameat2,?link,linkat",
  ]

  /// Reads `trace.txt` of the journey's folder.
  init(in folder: Folder) throws {
    func whole(_ path: Substring) -> String { path.hasPrefix("/") ? String(path) : "\(folder.path)/\(path)" }
    steps = try folder.text("trace.txt").split(separator: "\n").compactMap { line in
      if let call = line.firstMatch(of: /\bopen(?:at)?\(.*?"([^"]+)", [A-Z_|]*O_(CREAT|APPEND)[A-Z_|]*.*\) = \d/) {
        return line.contains("O_APPEND") ? .append(whole(call.1)) : .create(whole(call.1))
      }
      if let call = line.firstMatch(of: /\bp?write(?:64)?\(\d+<([^>]+)>.*\) += \d/) { return .write(whole(call.1)) }
      if let call = line.firstMatch(of: /\bf(?:data)?sync\(\d+<([^>]+)>\) += 0/) { return .sync(whole(call.1)) }
      if let call = line.firstMatch(of: /\b(?:rename|link)\w*\(.*?"([^"]+)", .*?"([^"]+)".*\) = 0/) {
        return .publish(whole(call.1), as: whole(call.2))
      }
      return nil
    }
  }

  /// The files below a folder that got their names, in order.
  func published(below folder: String) -> [String] {
    steps.compactMap { if case .publish(_, let path) = $0, path.hasPrefix(folder + "/") { path } else { nil } }
  }

  /// For each time that `path` got its name, what was done to it before and to its folder after: `Trace.safe` is right.
  func ways(to path: String) -> [[String]] {
    steps.indices.compactMap { index in
      guard case .publish(let temporary, path) = steps[index] else { return nil }
      let before = steps[..<index].compactMap { $0.word(on: temporary) }
      return Self.collapsed(before) + ["publish"] + following(index, path)
    }
  }

  /// For each time that something was added to `path`, what was done; `Trace.safeAppending` is right.
  func appendings(to path: String) -> [[String]] {
    steps.indices.compactMap { index in
      guard steps[index] == .append(path) else { return nil }
      let own = steps[(index + 1)...].prefix { $0 != .append(path) }
      return ["append"] + Self.collapsed(own.compactMap { $0.word(on: path) ?? $0.word(onFolderOf: path) })
    }
  }

  /// Temporary file, contents, contents on the disk, name, name on the disk.
  static let safe = ["create", "write", "sync", "publish", "sync of the folder"]
  static let safeAppending = ["append", "write", "sync", "sync of the folder"]

  /// The next thing that is done to the folder or to a file of it.
  private func following(_ index: Int, _ path: String) -> [String] {
    steps[(index + 1)...].lazy.compactMap { $0.word(on: path) ?? $0.word(onFolderOf: path) ?? $0.wordOfCreation() }
      .first.map { [$0] } ?? []
  }

  private static func collapsed(_ words: [String]) -> [String] {
    words.enumerated().filter { $0.offset == 0 || words[$0.offset - 1] != $0.element }.map(\.element)
  }
}

extension Trace.Step {
  fileprivate func word(on path: String) -> String? {
    switch self {
    case .create(path): "create"
    case .append(path): "append"
    case .write(path): "write"
    case .sync(path): "sync"
    case .publish(path, _): "publish"
    default: nil
    }
  }

  fileprivate func word(onFolderOf path: String) -> String? {
    self == .sync(URL(fileURLWithPath: path).deletingLastPathComponent().path) ? "sync of the folder" : nil
  }

  /// Another file is begun.
  fileprivate func wordOfCreation() -> String? { if case .create = self { "create" } else { nil } }
}
