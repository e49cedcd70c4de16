import Formats
public import Inspection

/// Every file that a round's figures are made of, with its digest; what `tenken verify` recomputes.
public struct RoundManifest: Equatable, Sendable {
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

  /// Reads such a list back; nil for any other text.
  public init?(listing: [UInt8]) {
    var entries: [Entry] = []
    // Bytes: CR LF is one character, which is no LF, and other scripts have hexadecimal digits too.
    for line in listing.split(separator: UInt8(ascii: "\n")) {
      let digest = line.prefix(Digest.length)
      guard digest.count == Digest.length, digest.allSatisfy("0123456789abcdef".utf8.contains),
        line.dropFirst(Digest.length).starts(with: "  ".utf8)
      else { return nil }
      entries.append(
        Entry(
          name: String(decoding: line.dropFirst(Digest.length + 2), as: UTF8.self),
          digest: String(decoding: digest, as: UTF8.self)))
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
  /// What people keep beside the figures, which only the internal edition shows, as it was read.
  public func followUp() throws(StorageError) -> (followUp: FollowUp, entries: [RoundManifest.Entry]) {
    var entries: [RoundManifest.Entry] = []
    func read(_ name: String) throws(StorageError) -> [UInt8]? {
      guard let bytes = try readIfAny(name) else { return nil }
      entries.append(.init(name: name, digest: Digest.hexadecimal(of: bytes)))
      return bytes
    }
    let followUp = FollowUp(
      actions: try decodeActions(try read(Self.actionsFile))?.rows, review: try decodeReview(try read(Self.reviewFile)),
      opinions: try decodeOpinions(try read(Self.opinionsFile))?.rows ?? [])
    return (followUp, entries)
  }
}
