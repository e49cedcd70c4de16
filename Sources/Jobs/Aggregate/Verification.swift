public import Aggregation
public import Formats
public import Inspection
public import Storage

/// A round as its verification asks it: what its files make now, and what it tells of the editions made before.
public protocol VerifiableRound {
  var id: RoundID { get }
  /// Of the files that the figures are made of, as they are now; nil before closing.
  var manifest: RoundManifest? { get }
  /// In the order in which they were made.
  func editions(to audience: Audience) -> [RecordedEdition]
  /// The list of files that was kept with an edition; nil where it is gone or cannot be read.
  func keptManifest(of edition: Edition) -> RoundManifest?
  /// What became of the sheets in the box since an edition counted them; nil where its list of them is gone.
  func changedSheets(since edition: Edition) -> ChangedSheets?
  /// Lines of its log that were taken out or have changed.
  var logFaults: [LogFault] { get throws }
  /// The digest that a summary states which is made of these files.
  func inputs(of manifest: RoundManifest) -> InputDigest
  /// The summary made again.
  func disclosed(to audience: Audience, as edition: Edition?) throws -> DisclosedSummary
}

/// Compares a summary that was written to a file with what its round's files make.
public struct Verification: Sendable {
  /// Why a file cannot be verified.
  public enum Refusal: Error, Equatable, Sendable {
    /// Not the JSON of a summary, and where that shows.
    case notASummary(DocumentError)
    /// The summary is of `stated`, the round at hand is `actual`.
    case otherRound(stated: RoundID, actual: RoundID)
    /// It was made before the closing, when there is no digest to compare.
    case noDigest
  }

  /// Whether a summary is what its round gives.
  public enum Outcome: Equatable, Sendable {
    /// With the digest of what both are made of, hexadecimal BLAKE2b-256.
    case same(digest: String)
    /// What it was made of was destroyed on that day: it is as the round's record says, and nobody can make it again.
    ///
    /// - Parameter isWhole: whether it was compared line by line. Otherwise it was made of what the record says, and with
    ///   figures of which nothing was kept: those of the public, or with follow-up or comparison beside them.
    case asRecorded(Edition, purged: CalendarDay, isWhole: Bool)
    /// In the order in which they are told; never empty.
    case different([Difference])
  }

  /// One thing that is not as the summary says.
  public enum Difference: Equatable, Sendable {
    /// A line of the round's log was taken out or has changed.
    case log(LogFault)
    /// The edition was right when it was made; its files have changed since.
    case rightThen(Edition)
    /// The edition differs also from what was recorded when it was made.
    case wrongThen(Edition)
    /// The list of the edition's files is lost or has changed, so that nobody can tell.
    case listLost(Edition)
    /// This edition was made since.
    case later(Edition)
    /// A file, or an earlier round, is not what it was.
    case content(part: String)
    case added(part: String)
    case removed(part: String)
    /// This line of the box, from 1, holds a sheet that has changed or come since.
    case boxLine(Int)
    /// So many sheets that were counted are in the box no longer.
    case sheetsGone(Int)
    /// The digests differ, and the summary does not state of which parts.
    case digest
    /// The round's log does not tell of such an edition.
    case unknownEdition
    /// The inputs are the same; this line, from 1, is the first that is not.
    case line(Int)
  }

  /// What the summary says of itself.
  public let stated: StatedSummary
  private let bytes: [UInt8]

  public init(of bytes: [UInt8], with reader: borrowing JSONReader) throws(Refusal) {
    do throws(DocumentError) {
      stated = try SummaryFormat.decode(bytes, with: reader)
    } catch { throw .notASummary(error) }
    self.bytes = bytes
  }

  /// Compares it with the round in a folder, or with its record where it was purged; throws a `Refusal`, and what
  /// `RoundResult` throws.
  public func outcome(of path: String, previous: [String], tell: Tell) throws -> Outcome {
    let folder = try RoundFolder(path)
    if let purged = folder.status.purged { return try outcome(inRecordOf: folder, purged: purged.day) }
    return try outcome(in: RoundResult(path, previous: previous, tell: tell))
  }

  /// Throws a `Refusal`, or what the round's own files are refused for.
  public func outcome(in round: some VerifiableRound) throws -> Outcome {
    guard stated.round == round.id else { throw Refusal.otherRound(stated: stated.round, actual: round.id) }
    guard let inputs = stated.inputs else { throw Refusal.noDigest }
    let recorded = round.editions(to: stated.audience).first { $0.edition.number == stated.edition }
    let made = try round.disclosed(to: stated.audience, as: recorded?.edition)
    var differences = made.inputs.map { inputs.differences(from: $0) } ?? []
    if !differences.isEmpty, let recorded {
      differences =
        try Self.history(of: recorded, stating: inputs, in: round)
        + Self.byFile(differences, of: recorded, in: round)
    }
    if recorded == nil { differences.append(.unknownEdition) }
    if differences.isEmpty, let line = Self.firstDifference(bytes, SummaryFormat.encode(made)) {
      differences = [.line(line)]
    }
    differences = try round.logFaults.map { Difference.log($0) } + differences
    return differences.isEmpty ? .same(digest: inputs.digest) : .different(differences)
  }

  /// Compares it with the record of a round that was purged: its line of the log, the list of files kept with it, and the
  /// internal edition as it was kept.
  private func outcome(inRecordOf folder: RoundFolder, purged: CalendarDay) throws -> Outcome {
    guard stated.round == folder.round.id else {
      throw Refusal.otherRound(stated: stated.round, actual: folder.round.id)
    }
    guard let inputs = stated.inputs else { throw Refusal.noDigest }
    var differences: [Difference] = try folder.logFaults().map { Difference.log($0) }
    let recorded = folder.editions(to: stated.audience).first { $0.edition.number == stated.edition }
    guard let edition = recorded?.edition else { return .different(differences + [.unknownEdition]) }
    guard let record = try? folder.record(of: edition), record.manifest.digest == recorded?.digest else {
      return .different(differences + [.listLost(edition)])
    }
    if !inputs.covers(InputDigest(digest: record.manifest.digest, parts: record.manifest.parts)) {
      differences.append(.wrongThen(edition))
    }
    let isWhole = edition.audience == .office && inputs.digest == record.manifest.digest
    if isWhole, let line = Self.firstDifference(bytes, try folder.summary(of: edition)) {
      differences.append(.line(line))
    }
    return differences.isEmpty
      ? .asRecorded(edition, purged: purged, isWhole: isWhole) : .different(differences)
  }

  /// The same differences with each file of the round by its own name, where the list of the edition's files tells them.
  private static func byFile(
    _ differences: [Difference], of recorded: RecordedEdition, in round: some VerifiableRound
  ) -> [Difference] {
    guard let kept = round.keptManifest(of: recorded.edition), kept.digest == recorded.digest,
      let now = round.manifest
    else { return differences }
    let own = files(of: kept).differences(from: files(of: now))
    guard !own.isEmpty else { return differences }
    let names = Set((kept.parts + now.parts).map(\.name))
    let hasBox = own.contains { $0.part == ChangedSheets.file }
    let sheets = hasBox ? round.changedSheets(since: recorded.edition) : nil
    return own + (sheets?.differences ?? []) + differences.filter { $0.part.map { !names.contains($0) } ?? false }
  }

  /// Each file as a part of its own.
  private static func files(of manifest: RoundManifest) -> InputDigest {
    InputDigest(
      digest: manifest.digest,
      parts: manifest.entries.map { InputDigest.Part(name: $0.name, files: 1, digest: $0.digest) })
  }

  /// What is known of an edition whose files have changed since: whether it was right then, and what came after it.
  private static func history(
    of recorded: RecordedEdition, stating inputs: InputDigest, in round: some VerifiableRound
  ) throws -> [Difference] {
    // Only what people keep beside the figures has changed, or an earlier round.
    guard recorded.digest != round.manifest?.digest else { return [] }
    let edition = recorded.edition
    let last = round.editions(to: edition.audience).last?.edition
    let later: [Difference] = last.map { $0 == edition ? [] : [.later($0)] } ?? []
    guard let kept = round.keptManifest(of: edition), kept.digest == recorded.digest else {
      return [.listLost(edition)] + later
    }
    return [inputs.covers(round.inputs(of: kept)) ? .rightThen(edition) : .wrongThen(edition)] + later
  }

  /// The first line, from 1, in which two texts differ.
  private static func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
    guard a != b else { return nil }
    let lines = [a, b].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
    return zip(lines[0], lines[1]).prefix { $0 == $1 }.reduce(1) { count, _ in count + 1 }
  }
}

extension ChangedSheets {
  fileprivate var differences: [Verification.Difference] {
    lines.map { .boxLine($0) } + (gone == 0 ? [] : [.sheetsGone(gone)])
  }
}

extension Verification.Difference {
  /// The file, folder or earlier round that it is about.
  fileprivate var part: String? {
    switch self {
    case .content(let part), .added(let part), .removed(let part): part
    default: nil
    }
  }
}

extension InputDigest {
  /// Whether it is of these inputs and, in the internal edition, perhaps of what people keep beside the figures.
  fileprivate func covers(_ made: InputDigest) -> Bool {
    guard !parts.isEmpty else { return digest == made.digest }
    return made.parts.allSatisfy { part in parts.contains { $0.name == part.name && $0.digest == part.digest } }
  }

  /// Where inputs made now differ from these, by the names of the parts.
  fileprivate func differences(from made: InputDigest) -> [Verification.Difference] {
    guard digest != made.digest else { return [] }
    let now = Dictionary(made.parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let then = Dictionary(parts.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let found = Set(now.keys).union(then.keys).sorted().compactMap { name -> Verification.Difference? in
      switch (then[name], now[name]) {
      case (let then?, let now?): then.digest == now.digest ? nil : .content(part: name)
      case (nil, _): .added(part: name)
      case (_, nil): .removed(part: name)
      }
    }
    return found.isEmpty ? [.digest] : found
  }
}
