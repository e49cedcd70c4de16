public import Reporting
public import Storage

/// The files in which letters are given out: a folder with one each, or a single file.
public struct LetterFiles {
  /// No letter suits the round as it is now.
  public struct Nothing: Error, Equatable, Sendable {}

  private let files: [(path: String, bytes: [UInt8])]
  /// To be made first; nil for a single file where one was named.
  private let folder: String?

  /// Chooses the files and writes nothing.
  ///
  /// - Parameters:
  ///   - letters: what to write, in this order.
  ///   - ending: how a file is called after its point.
  ///   - output: a folder, or for the only letter of `isSingle` a file; nil for a folder beside the round.
  ///   - isSingle: that one kind was asked for by name.
  public init(
    _ letters: [(kind: LetterKind, bytes: [UInt8])], ending: String, to output: String?, ofRound path: String,
    isSingle: Bool
  ) throws(Nothing) {
    guard let first = letters.first else { throw Nothing() }
    if isSingle, let output, output.utf8.last != UInt8(ascii: "/"), !Disk.isFolder(output) {
      (files, folder) = ([(output, first.bytes)], nil)
      return
    }
    let folder = (output ?? RoundFolder.lettersFolder(beside: path.droppingSlashes)).droppingSlashes
    files = letters.map { ("\(folder)/\($0.kind.rawValue).\(ending)", $0.bytes) }
    self.folder = folder
  }

  /// Writes nothing unless every file is new; throws `StorageError.alreadyExists` for the first that is not.
  public func write(tell: Tell) throws(StorageError) {
    if let folder {
      for file in files where try Disk.exists(file.path) { throw .alreadyExists(path: file.path) }
      try Disk.makeFolder(folder)
    }
    for file in files {
      try Disk.write(file.bytes, to: file.path, replacing: .refused)
      tell(.wrote(file: file.path))
    }
  }
}

extension String {
  /// Without the slash that a shell adds when it completes a name.
  var droppingSlashes: String {
    let path = unicodeScalars
    guard let end = path.lastIndex(where: { $0 != "/" }) else { return isEmpty ? self : "/" }
    return String(path[...end])
  }
}
