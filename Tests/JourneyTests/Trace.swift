import Foundation
import Testing

/// What a program did to files, in order, as strace(1) saw it.
struct Trace {
  /// One thing done to a file or folder, by its whole path; a file without a name goes by its descriptor.
  enum Step: Equatable {
    case create(String), write(String), sync(String), remove(String)
    /// A finished file gets the name under which readers look for it.
    case publish(String, as: String)
  }

  let steps: [Step]

  static let isInstalled = ["/usr/bin/strace", "/bin/strace", "/usr/local/bin/strace"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What starts a program under strace, which writes to `trace.txt`; calls that a machine does not know are left out.
  ///
  /// That tenken hides its memory does nothing then: of a hidden program strace could not read the paths, unless it is root.
  static let starter = [
    "strace", "-f", "-s", "0", "-o", "trace.txt", "-e",
    "trace=prctl,openat,?open,close,write,?pwrite64,fsync,fdatasync,?rename,renameat,renameat2,?link,linkat,?unlink,unlinkat",
    "-e", "inject=prctl:retval=0",
  ]

  /// What starts a program that hides nothing, so that its descriptors can be seen in /proc without being root.
  static let unhidden = "strace -f -qq -o /dev/null -e trace=prctl -e inject=prctl:retval=0 "

  /// Reads `trace.txt` of the journey's folder.
  init(in folder: Folder) throws {
    var reader = Reader(folder: folder.path)
    for line in try folder.text("trace.txt").split(separator: "\n") { reader.read(line) }
    steps = reader.steps
  }

  /// The files below a folder that got their names, in order.
  func published(below folder: String) -> [String] {
    steps.compactMap { if case .publish(_, let path) = $0, path.hasPrefix(folder + "/") { path } else { nil } }
  }

  /// Where among the steps `path` got its name for the last time.
  func place(ofNaming path: String) -> Int? {
    steps.lastIndex { if case .publish(_, path) = $0 { true } else { false } }
  }

  func place(ofRemoving path: String) -> Int? { steps.lastIndex(of: .remove(path)) }

  /// For each time that `path` got its name, what was done to it before and to its folder after: `Trace.safe` is right.
  func ways(to path: String) -> [[String]] {
    steps.indices.compactMap { index in
      guard case .publish(let file, path) = steps[index] else { return nil }
      let before = steps[..<index].compactMap { $0.word(on: file) }
      return Self.collapsed(before) + ["publish"] + following(index, path)
    }
  }

  /// A file without a name, contents, contents on the disk, name, name on the disk.
  static let safe = ["create", "write", "sync", "publish", "sync of the folder"]

  /// The next thing that is done to the folder or to a file of it.
  private func following(_ index: Int, _ path: String) -> [String] {
    steps[(index + 1)...].lazy.compactMap { $0.word(on: path) ?? $0.word(onFolderOf: path) ?? $0.wordOfCreation() }
      .first.map { [$0] } ?? []
  }

  private static func collapsed(_ words: [String]) -> [String] {
    words.enumerated().filter { $0.offset == 0 || words[$0.offset - 1] != $0.element }.map(\.element)
  }
}

/// Follows descriptors by hand: strace's own `-y` looks into /proc, which a program that hides its memory keeps shut.
private struct Reader {
  let folder: String
  var steps: [Trace.Step] = []
  /// What each open descriptor is of.
  private var files: [Substring: String] = [:]
  /// Names that files without one got before their last, by the name.
  private var temporaries: [String: String] = [:]
  private var nameless = 0

  init(folder: String) { self.folder = folder }

  mutating func read(_ line: Substring) {
    if let call = line.firstMatch(of: /\bopen(?:at)?\((?:(\w+), )?"([^"]*)", ([A-Z_|]+).*\) = (\d+)/) {
      open(whole(call.2, in: call.1), flags: call.3, as: call.4)
    } else if let call = line.firstMatch(of: /\bclose\((\d+)\)/) {
      files[call.1] = nil
    } else if let call = line.firstMatch(of: /\bp?write(?:64)?\((\d+),.*\) += \d/), let file = files[call.1] {
      steps.append(.write(file))
    } else if let call = line.firstMatch(of: /\bf(?:data)?sync\((\d+)\) += 0/), let file = files[call.1] {
      steps.append(.sync(file))
    } else if let call = line.firstMatch(of: /\bunlink(?:at)?\((?:(\w+), )?"([^"]+)".*\) += 0/) {
      steps.append(.remove(whole(call.2, in: call.1)))
    } else if let call = line.firstMatch(
      of: /\b(?:rename|link)\w*\((?:(\w+), )?"([^"]+)", (?:(\w+), )?"([^"]+)".*\) += 0/)
    {
      name(whole(call.2, in: call.1), as: whole(call.4, in: call.3))
    }
  }

  private mutating func open(_ path: String, flags: Substring, as descriptor: Substring) {
    files[descriptor] = path
    if flags.contains("O_TMPFILE") {
      nameless += 1
      files[descriptor] = "\(path)/#\(nameless)"
    }
    if flags.contains("O_TMPFILE") || flags.contains("O_CREAT") { steps.append(.create(files[descriptor] ?? path)) }
  }

  /// A name that begins with a dot is not yet the one that readers look for.
  private mutating func name(_ old: String, as new: String) {
    let file = old.wholeMatch(of: /\/proc\/self\/fd\/(\d+)/).flatMap { files[$0.1] } ?? temporaries[old] ?? old
    if new.contains(/\/\.[^\/]+$/) {
      temporaries[new] = file
    } else {
      steps.append(.publish(file, as: new))
    }
  }

  private func whole(_ path: Substring, in place: Substring?) -> String {
    if path.hasPrefix("/") { return String(path) }
    return (place.flatMap { files[$0] } ?? folder) + "/" + path
  }
}

extension Trace.Step {
  fileprivate func word(on path: String) -> String? {
    switch self {
    case .create(path): "create"
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
