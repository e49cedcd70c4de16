import Formats
public import Inspection

/// What is kept of an edition beside its line in the log: `summary/<audience>-<number>.manifest`.
public struct EditionRecord: Equatable, Sendable {
  /// The files that it was made of.
  public var manifest: RoundManifest
  /// The number of the log's line that tells of it, from 1.
  public var line: Int
  public var lineDigest: String
  /// The digest of the edition itself as JSON; nil for the public.
  public var summary: String?

  public init(manifest: RoundManifest, line: Int, lineDigest: String, summary: String? = nil) {
    (self.manifest, self.line, self.lineDigest, self.summary) = (manifest, line, lineDigest, summary)
  }

  private static let (linePrefix, summaryName) = (RoundFolder.File.log + ":", "summary.json")

  /// The manifest as `b2sum -l 256` prints it, an empty line, and in the same form what was made with it.
  public var listing: [UInt8] {
    var made = [RoundManifest.Entry(name: "\(Self.linePrefix)\(line)", digest: lineDigest)]
    if let summary { made.append(.init(name: Self.summaryName, digest: summary)) }
    return manifest.listing + [UInt8(ascii: "\n")] + RoundManifest(made).listing
  }

  /// Reads such a list back; where none names a line of the log, throws the number of the line behind the last.
  public init(listing: [UInt8]) throws(RoundManifest.LineError) {
    let all = try RoundManifest(listing: listing).entries
    let isLine = { (entry: RoundManifest.Entry) in entry.name.hasPrefix(Self.linePrefix) }
    guard let entry = all.first(where: isLine), let number = Int(entry.name.dropFirst(Self.linePrefix.count)) else {
      throw RoundManifest.LineError(line: listing.count { $0 == UInt8(ascii: "\n") } + 1)
    }
    self.init(
      manifest: RoundManifest(all.filter { !isLine($0) && $0.name != Self.summaryName }), line: number,
      lineDigest: entry.digest, summary: all.first { $0.name == Self.summaryName }?.digest)
  }
}

/// What is not right with a round's log.
public enum LogFault: Equatable, Sendable {
  /// The line of this number does not follow the one before as it stands there: one was taken out or has changed.
  case gap(line: Int)
  /// No line is the one that told of this edition and was of this number.
  case lost(Edition, line: Int)
}

extension RoundFolder {
  /// Lines of the log that were taken out or have changed, but for those of which it says so itself (`round repair`).
  public func logFaults() throws(StorageError) -> [LogFault] {
    var told: Set<String> = []
    var repaired = 0
    for line in lines {
      guard case .repaired(let file, _, let lost) = line.event.kind else { continue }
      told.formUnion(lost.map(Self.name(of:)))
      if file == File.log { repaired = line.number }
    }
    let digests = Set(lines.map(\.digest))
    var faults = RoundLogFormat.gaps(in: lines).filter { $0 > repaired }.map { LogFault.gap(line: $0) }
    for edition in try keptEditions() where !told.contains(Self.name(of: edition)) {
      // A list that cannot be read is told where it is needed.
      guard let kept = try? record(of: edition), !digests.contains(kept.lineDigest) else { continue }
      faults.append(.lost(edition, line: kept.line))
    }
    return faults
  }
}
