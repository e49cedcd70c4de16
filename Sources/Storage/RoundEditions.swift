public import Formats
public import Inspection

/// An edition as the round's log tells of it.
public struct RecordedEdition: Equatable, Sendable {
  public var edition: Edition
  /// Of the round's manifest when it was made.
  public var digest: String
  public init(edition: Edition, digest: String) { (self.edition, self.digest) = (edition, digest) }
}

/// The editions of a round's figures: a line of the log each, a manifest of what it was made of, and a list of the sheets
/// that it counted.
extension RoundFolder {
  /// In the order in which they were made.
  public func editions(to audience: Audience) -> [RecordedEdition] {
    events.compactMap { event in
      guard case .edition(let edition, let digest) = event.kind, edition.audience == audience else { return nil }
      return RecordedEdition(edition: edition, digest: digest)
    }
  }

  /// The manifest that was kept with an edition.
  public func manifest(of edition: Edition) throws(StorageError) -> RoundManifest {
    try list(manifestFile(of: edition))
  }

  /// The sheets that an edition counted, by `countedSheets`.
  public func countedSheets(of edition: Edition) throws(StorageError) -> RoundManifest {
    try list(sheetsFile(of: edition))
  }

  /// Writes down a new edition: first what a later one is compared with, then the line of the log.
  ///
  /// The caller holds the round's lock.
  public func record(
    _ edition: Edition, madeOf manifest: RoundManifest, counting sheets: RoundManifest, at now: Timestamp
  ) throws(StorageError) {
    try Disk.makeFolder(summaryFolder)
    try Disk.write(manifest.listing, to: manifestFile(of: edition))
    try Disk.write(sheets.listing, to: sheetsFile(of: edition))
    try self.record(RoundEvent(.edition(edition, digest: manifest.digest), at: now))
  }

  private func list(_ file: String) throws(StorageError) -> RoundManifest {
    let bytes: [UInt8]
    do throws(StorageError) { bytes = try Disk.read(file, upTo: .log) } catch {
      // The log tells of the edition, so that its list was there.
      guard case .notFound = error else { throw error }
      throw .missing(path: file)
    }
    do throws(RoundManifest.LineError) { return try RoundManifest(listing: bytes) } catch {
      throw .badManifest(path: file, line: error.line)
    }
  }

  private func manifestFile(of edition: Edition) -> String { file(of: edition) + ".manifest" }

  private func sheetsFile(of edition: Edition) -> String { file(of: edition) + ".sheets" }

  private func file(of edition: Edition) -> String {
    "\(summaryFolder)/\(edition.audience.rawValue)-\(edition.number)"
  }
}

extension RoundManifest {
  /// The counted sheets, each by the name `role/回答番号` and the digest of its line.
  public init(counting sheets: [Role: [CheckedNumber]], in box: Box) {
    let digests = Dictionary(
      box.lines(of: .sheet).map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    self.init(
      sheets.flatMap { role, numbers in
        numbers.compactMap { number in
          digests[number.digits].map { Entry(name: "\(role.rawValue)/\(number.digits)", digest: $0) }
        }
      })
  }

  /// How many sheets of a role both count, and how many only one of them does; a replaced sheet is one of these.
  public func comparison(of role: Role, with other: RoundManifest) -> (here: Int, there: Int, differing: Int) {
    let (own, others) = (sheets(of: role), other.sheets(of: role))
    let differing = Set(own.keys).union(others.keys).count { own[$0] != others[$0] }
    return (own.count, others.count, differing)
  }

  private func sheets(of role: Role) -> [String: String] {
    let own = entries.filter { $0.name.hasPrefix(role.rawValue + "/") }
    return Dictionary(own.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }
}
