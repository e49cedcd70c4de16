public import Formats
public import Inspection

/// A round as it stands, each file read once, with the digests of the very bytes that were read.
public struct RoundContents {
  public let folder: RoundFolder
  public let roster: Roster
  public let checklists: [Checklist]
  public let box: Box
  /// What the figures are made of: settings, roster, policy, checklists, box, and the log as far as the last closing, since
  /// more is written down afterwards.
  public let manifest: RoundManifest
  /// Of the box as it is now.
  public let boxDigest: String

  /// Whether the box is no longer the one that the round was closed with; false for a round that is open.
  public var hasChangedSinceClosing: Bool { folder.status.closedBox.map { $0 != boxDigest } ?? false }
}

extension RoundFolder {
  /// Reads everything that figures are made of.
  public func contents() throws(StorageError) -> RoundContents {
    var entries = entries
    func read(_ name: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8] {
      let bytes = try self.read(name, upTo: limit)
      entries.append(.init(name: name, digest: Digest.hexadecimal(of: bytes)))
      return bytes
    }
    let roster = try Self.roster(try read(File.roster, upTo: .table), at: rosterPath)
    var checklists: [Checklist] = []
    for frozen in round.checklists {
      let entry = try checklist(of: frozen.role)
      checklists.append(entry.checklist)
      entries.append(.init(name: try Self.name(of: frozen), digest: entry.reference.digest))
    }
    let box = try decodeBox(try read(File.box, upTo: .box))
    let boxDigest = entries.last?.digest ?? ""
    if let log = logUntilClosing { entries.append(.init(name: File.log, digest: Digest.hexadecimal(of: log))) }
    return RoundContents(
      folder: self, roster: roster, checklists: checklists, box: box, manifest: RoundManifest(entries),
      boxDigest: boxDigest)
  }

  private var logUntilClosing: [UInt8]? {
    guard let last = events.lastIndex(where: \.isClosing) else { return nil }
    // One event a line, so that the lines that are not empty are the events.
    let lines = log.split(separator: UInt8(ascii: "\n"))
    return lines.prefix(last + 1).flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
