public import Formats
public import Inspection

/// Every file that a round's figures are made of, with its digest; what `tenken verify` recomputes.
public struct RoundManifest: Equatable, Sendable {
  /// A file of the round and what it was when the edition was made.
  public struct Entry: Equatable, Sendable {
    /// Within the round's folder, such as `box.ndjson`.
    public var name: String
    /// Hexadecimal BLAKE2b-256 of its bytes.
    public var digest: String
    public init(name: String, digest: String) { (self.name, self.digest) = (name, digest) }
  }

  /// By name, in the order of their UTF-8 bytes.
  public let entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Of the list with a line `digest`, two blanks, `name` per file, as `b2sum -l 256` prints it.
  public var digest: String { Self.digest(of: entries[...]) }

  /// The files of the round's folder itself, and the folders in it; in the order of the names.
  public var parts: [InputDigest.Part] {
    Dictionary(grouping: entries, by: \.part).map { name, entries in
      InputDigest.Part(name: name, files: entries.count, digest: Self.digest(of: entries[...]))
    }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The list itself.
  public var listing: [UInt8] { Self.listing(of: entries[...]) }

  /// A line, from 1, that is none of such a list.
  public struct LineError: Error, Equatable, Sendable {
    public var line: Int
    public init(line: Int) { self.line = line }
  }

  /// Reads such a list back.
  public init(listing: [UInt8]) throws(LineError) {
    var entries: [Entry] = []
    // Bytes: CR LF is one character, which is no LF, and other scripts have hexadecimal digits too.
    let lines = listing.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let digest = line.prefix(Digest.length)
      guard digest.count == Digest.length, digest.allSatisfy("0123456789abcdef".utf8.contains),
        line.dropFirst(Digest.length).starts(with: "  ".utf8)
      else { throw LineError(line: index + 1) }
      entries.append(
        Entry(
          name: String(decoding: line.dropFirst(Digest.length + 2), as: UTF8.self),
          digest: String(decoding: digest, as: UTF8.self)))
    }
    self.init(entries)
  }

  private static func digest(of entries: ArraySlice<Entry>) -> String { Digest.hexadecimal(of: listing(of: entries)) }

  private static func listing(of entries: ArraySlice<Entry>) -> [UInt8] {
    var listing: [UInt8] = []
    listing.reserveCapacity(entries.reduce(0) { $0 + $1.digest.utf8.count + $1.name.utf8.count + 3 })
    for entry in entries { listing += "\(entry.digest)  \(entry.name)\n".utf8 }
    return listing
  }
}

extension RoundManifest.Entry {
  fileprivate var part: String { name.split(separator: "/").first.map(String.init) ?? name }
}

extension RoundFolder {
  /// What people keep beside the figures, as it was read.
  ///
  /// - Parameter audience: the public is told of the list of actions alone, and the rest is not even read for it.
  public func followUp(
    for audience: Audience = .office
  ) throws(StorageError) -> (followUp: FollowUp, entries: [RoundManifest.Entry]) {
    var entries: [RoundManifest.Entry] = []
    func read(_ name: String, upTo limit: SizeLimit = .table) throws(StorageError) -> [UInt8]? {
      guard audience == .office || name == Self.actionsFile, let bytes = try readIfAny(name, upTo: limit) else {
        return nil
      }
      entries.append(.init(name: name, digest: Digest.hexadecimal(of: bytes)))
      return bytes
    }
    let followUp = FollowUp(
      actions: try decodeActions(try read(Self.actionsFile))?.rows,
      audit: try decodeAudit(try read(Self.auditFile))?.rows,
      review: try decodeReview(try read(Self.reviewFile, upTo: .yaml)),
      opinions: try decodeOpinions(try read(Self.opinionsFile))?.rows ?? [])
    return (followUp, entries)
  }
}

/// A round as it stands, each file read once, with the digests of the very bytes that were read.
public struct RoundContents {
  public let folder: RoundFolder
  /// The roster, as far as figures need it.
  public let roster: Standings
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
  /// Reads everything that figures are made of, and keeps all of it.
  public func contents() throws(StorageError) -> RoundContents {
    try contents(counting: { _ in KeptLines() }).contents
  }

  /// Reads everything that figures are made of, and of the box keeps what a part of it does not take.
  ///
  /// - Parameters:
  ///   - threads: how many read the box at the same time; whatever it is, the same comes of it.
  ///   - told: how many bytes of the box are read, and of how many.
  ///   - part: takes lines of a box with these checklists.
  public func contents<Part: BoxPart>(
    counting part: ([Checklist]) -> Part, threads: Int = Disk.cores, told: (Int, Int) -> Void = { _, _ in }
  ) throws(StorageError) -> (contents: RoundContents, part: Part) {
    var rosterBytes = try read(File.roster, upTo: .table)
    let rosterDigest = Digest.hexadecimal(of: rosterBytes)
    var read: Result<Standings, StorageError>?
    func roster() -> Result<Standings, StorageError> {
      if let read { return read }
      let roster = Result { () throws(StorageError) in try standings(in: rosterBytes) }
      // Of many people it is as long as what is made of it.
      rosterBytes = []
      read = roster
      return roster
    }
    do throws(StorageError) {
      var entries = entries + [.init(name: File.roster, digest: rosterDigest)]
      var checklists: [Checklist] = []
      for frozen in round.checklists {
        let entry = try checklist(of: frozen.role)
        checklists.append(entry.checklist)
        entries.append(.init(name: try Self.name(of: frozen), digest: entry.reference.digest))
      }
      // The roster takes one thread as long as a good part of the box.
      let (box, taken, digest) = try box(counting: part(checklists), threads: threads, told: told) { _ = roster() }
      entries.append(.init(name: File.box, digest: digest))
      if let log = logUntilClosing { entries.append(.init(name: File.log, digest: Digest.hexadecimal(of: log))) }
      let contents = RoundContents(
        folder: self, roster: try roster().get(), checklists: checklists, box: box, manifest: RoundManifest(entries),
        boxDigest: digest)
      return (contents, taken)
    } catch {
      // What is wrong with the roster is told before all else.
      _ = try roster().get()
      throw error
    }
  }

  private func box<Part: BoxPart>(
    counting part: Part, threads: Int, told: (Int, Int) -> Void, meanwhile: () -> Void
  ) throws(StorageError) -> (box: Box, part: Part, digest: String) {
    guard let reader = JSONReader() else { throw .outOfMemory }
    return try lines(of: File.box, upTo: .box, last: BoxFormat.longestStatement) { blocks, end throws(StorageError) in
      guard BoxFormat.endsWithStatement(end) else { throw .box(path: boxPath, .noCounts) }
      let empty = BoxBlock(part)
      var (block, digest) = try blocks.read(into: empty, threads: threads, told: told, meanwhile: meanwhile)
      // Lines that share a key, or may: which of them counts is told by those who see them all.
      if !block.isOrdered { (block, digest) = try blocks.read(into: empty.keepingAll, threads: threads, told: told) }
      do throws(BoxError) {
        return (try BoxFormat.box(of: round.id, in: block, with: reader), block.part, digest.hexadecimal)
      } catch { throw .box(path: boxPath, error) }
    }
  }

  private var logUntilClosing: [UInt8]? {
    guard let last = lines.lastIndex(where: \.event.isClosing) else { return nil }
    // One event a line, so that the lines that are not empty are the events.
    let lines = log.split(separator: UInt8(ascii: "\n"))
    return lines.prefix(last + 1).flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
