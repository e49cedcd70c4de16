public import Inspection

/// Every file that a round's figures are made of, with its digest; what `tenken verify` recomputes.
public struct RoundManifest: Equatable, Sendable {
  public struct Entry: Equatable, Sendable {
    /// Within the round's folder, such as `sheets/….json`.
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

  /// Reads such a list back; nil for any other text.
  public init?(listing: [UInt8]) {
    var entries: [Entry] = []
    for line in String(decoding: listing, as: UTF8.self).split(separator: "\n") {
      let digest = line.prefix(64)
      guard digest.count == 64, digest.allSatisfy(\.isHexDigit), line.dropFirst(64).hasPrefix("  ") else { return nil }
      entries.append(Entry(name: String(line.dropFirst(66)), digest: String(digest)))
    }
    self.init(entries)
  }

  private static func digest(of entries: ArraySlice<Entry>) -> String { Digest.hexadecimal(of: listing(of: entries)) }

  private static func listing(of entries: ArraySlice<Entry>) -> [UInt8] {
    entries.flatMap { Array("\($0.digest)  \($0.name)\n".utf8) }
  }
}

extension RoundManifest.Entry {
  fileprivate var part: String { name.split(separator: "/").first.map(String.init) ?? name }
}

extension RoundFolder {
  /// What `aggregate` reads of a closed round; the log as far as the closing, since more is written down afterwards.
  public func manifest() throws(StorageError) -> RoundManifest {
    var entries: [RoundManifest.Entry] = []
    func add(_ name: String) throws(StorageError) { entries.append(try entry(name)) }
    try add("round.yaml")
    try add("roster.csv")
    try add("checklists/" + ChecklistLibrary.policyFile)
    for frozen in round.checklists { try add("checklists/" + (try SafeName.check(frozen.file))) }
    for sheet in try sheets() {
      // By the name and the bytes of its file, packed or not.
      entries.append(
        .init(name: "\(Kind.sheets.rawValue)/\(sheet.name)", digest: Digest.hexadecimal(of: try sheet.bytes())))
    }
    for file in try files(in: .submissions) { try add("\(Kind.submissions.rawValue)/\(file.name)") }
    if let log = try logUntilClosing() {
      entries.append(.init(name: "round.log", digest: Digest.hexadecimal(of: log)))
    }
    return RoundManifest(entries)
  }

  /// With what people keep there beside the figures, which only the internal edition shows.
  public func addingFollowUp(to manifest: RoundManifest) throws(StorageError) -> RoundManifest {
    var entries = manifest.entries
    for name in Self.followUpFiles where Disk.exists(path + "/" + name) { entries.append(try entry(name)) }
    return RoundManifest(entries)
  }

  private func entry(_ name: String) throws(StorageError) -> RoundManifest.Entry {
    .init(name: name, digest: Digest.hexadecimal(of: try Disk.read(path + "/" + name)))
  }

  private func logUntilClosing() throws(StorageError) -> [UInt8]? {
    guard let last = events.lastIndex(where: { $0.kind == .closed }) else { return nil }
    // One event a line, so that the lines that are not empty are the events.
    let lines = try Disk.read(path + "/round.log").split(separator: UInt8(ascii: "\n"))
    return lines.prefix(last + 1).flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
