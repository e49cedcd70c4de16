public import Formats
public import Inspection

/// An edition as the round's log tells of it.
public struct RecordedEdition: Equatable, Sendable {
  public var edition: Edition
  /// Of the round's manifest when it was made.
  public var digest: String
  public init(edition: Edition, digest: String) { (self.edition, self.digest) = (edition, digest) }
}

/// The editions of a round's figures: a line of the log each, a list of what it was made of and of that line, the internal
/// edition itself, and a list of the sheets that it counted.
extension RoundFolder {
  /// In the order in which they were made; one that the log has lost, and says so, has an empty digest.
  public func editions(to audience: Audience) -> [RecordedEdition] {
    editions.filter { $0.edition.audience == audience }
  }

  /// The last one, for whomever.
  public var lastEdition: RecordedEdition? { editions.last }

  private var editions: [RecordedEdition] {
    events.flatMap { event -> [RecordedEdition] in
      switch event.kind {
      case .edition(let edition, let digest): [RecordedEdition(edition: edition, digest: digest)]
      case .repaired(_, _, let lost): lost.map { RecordedEdition(edition: $0, digest: "") }
      default: []
      }
    }
  }

  /// What was kept with an edition.
  public func record(of edition: Edition) throws(StorageError) -> EditionRecord {
    let file = file(of: edition) + Self.manifestEnding
    let bytes = try kept(file)
    do throws(RoundManifest.LineError) { return try EditionRecord(listing: bytes) } catch {
      throw .badManifest(path: file, line: error.line)
    }
  }

  /// The sheets that an edition counted, by `countedSheets`.
  public func countedSheets(of edition: Edition) throws(StorageError) -> RoundManifest {
    let file = sheetsFile(of: edition)
    let bytes = try kept(file)
    do throws(RoundManifest.LineError) { return try RoundManifest(listing: bytes) } catch {
      throw .badManifest(path: file, line: error.line)
    }
  }

  /// An internal edition as it was kept; throws `StorageError.summaryChanged` where it is not as its record says.
  public func summary(of edition: Edition) throws(StorageError) -> [UInt8] {
    let path = summaryPath(of: edition)
    let bytes = try kept(path)
    guard try record(of: edition).summary == Digest.hexadecimal(of: bytes) else { throw .summaryChanged(path: path) }
    return bytes
  }

  /// Where an internal edition is kept.
  public func summaryPath(of edition: Edition) -> String { file(of: edition) + ".json" }

  /// Writes down a new edition: first what a later one is compared with, then the line of the log, and what holds on to
  /// that line.
  ///
  /// The caller holds the round's lock.
  ///
  /// - Parameters:
  ///   - summary: the edition as JSON; nil for the public.
  ///   - others: what is written before its line in the same step, so that the line held on to is the last.
  public func record(
    _ edition: Edition, madeOf manifest: RoundManifest, counting sheets: RoundManifest, as summary: [UInt8]?,
    and others: [RoundEvent] = [], at now: Timestamp
  ) throws(StorageError) {
    try Disk.makeFolder(summaryFolder)
    try Disk.write(sheets.listing, to: sheetsFile(of: edition))
    if let summary { try Disk.write(summary, to: summaryPath(of: edition)) }
    let lines = try self.record(others + [RoundEvent(.edition(edition, digest: manifest.digest), at: now)])
    guard let line = lines.last else { return }
    let record = EditionRecord(
      manifest: manifest, line: line.number, lineDigest: line.digest,
      summary: summary.map { Digest.hexadecimal(of: $0) })
    try Disk.write(record.listing, to: file(of: edition) + Self.manifestEnding)
  }

  private func kept(_ file: String) throws(StorageError) -> [UInt8] {
    do throws(StorageError) { return try Disk.read(file, upTo: .log) } catch {
      // The log tells of the edition, so that its list was there.
      guard case .notFound = error else { throw error }
      throw .missing(path: file)
    }
  }

  static let (manifestEnding, sheetsEnding) = (".manifest", ".sheets")

  private func sheetsFile(of edition: Edition) -> String { file(of: edition) + Self.sheetsEnding }

  private func file(of edition: Edition) -> String { "\(summaryFolder)/\(Self.name(of: edition))" }

  static func name(of edition: Edition) -> String { "\(edition.audience.rawValue)-\(edition.number)" }

  /// The editions of which a list of files was kept, whatever the log says.
  func keptEditions() throws(StorageError) -> [Edition] {
    guard try Disk.exists(summaryFolder) else { return [] }
    return try Disk.names(in: summaryFolder).compactMap { name -> Edition? in
      guard name.hasSuffix(Self.manifestEnding) else { return nil }
      let parts = name.dropLast(Self.manifestEnding.count).split(separator: "-")
      guard parts.count == 2, let audience = Audience(rawValue: String(parts[0])), let number = Int(parts[1]) else {
        return nil
      }
      return Edition(to: audience, number: number)
    }
  }
}

/// The day of what stands beside the figures.
extension RoundFolder {
  /// When it was first given out to an audience as it is; nil where it never was. Each audience's are counted apart.
  ///
  /// - Parameter digest: of the list of what it was made of.
  public func accompaniment(of digest: String, to audience: Audience) -> Accompaniment? {
    var numbers: [CalendarDay: Int] = [:]
    for event in events {
      guard case .accompanied(let own, audience) = event.kind else { continue }
      numbers[event.at.day, default: 0] += 1
      if own == digest { return Accompaniment(day: event.at.day, number: numbers[event.at.day] ?? 1) }
    }
    return nil
  }

  /// What one will be that is given out for the first time.
  public func newAccompaniment(to audience: Audience, at now: Timestamp) -> Accompaniment {
    let today = events.count { event in
      if case .accompanied(_, audience) = event.kind { event.at.day == now.day } else { false }
    }
    return Accompaniment(day: now.day, number: today + 1)
  }
}

/// The sheets of a box beside those that an edition counted.
public struct ChangedSheets: Equatable, Sendable {
  /// The file that they are in.
  public static let file = RoundFolder.File.box

  /// Lines, from 1, with a counted sheet that is another now, or one that was not counted.
  public var lines: [Int] = []
  /// How many of the counted are there no longer.
  public var gone = 0

  public init(lines: [Int] = [], gone: Int = 0) { (self.lines, self.gone) = (lines, gone) }

  /// - Parameters:
  ///   - now: the sheets that count now, each by the name `role/回答番号` and the digest of its line.
  ///   - then: those that the edition counted.
  public init(in box: Box, counting now: RoundManifest, since then: RoundManifest) {
    let (now, before) = (now.bySheet, then.bySheet)
    var left = before
    for line in box.lines(of: .sheet) {
      left[line.name] = nil
      guard let digest = before[line.name] ?? now[line.name], let place = line.place else { continue }
      if before[line.name] == nil || digest != line.digest { lines.append(place) }
    }
    gone = left.count
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

  /// The digests by 回答番号.
  fileprivate var bySheet: [String: String] {
    Dictionary(
      entries.map { (String($0.name.drop { $0 != "/" }.dropFirst()), $0.digest) },
      uniquingKeysWith: { first, _ in first })
  }

  private func sheets(of role: Role) -> [String: String] {
    let own = entries.filter { $0.name.hasPrefix(role.rawValue + "/") }
    return Dictionary(own.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
  }
}
