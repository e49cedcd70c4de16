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

  public enum Outcome: Equatable, Sendable {
    /// With the digest of what both are made of, hexadecimal BLAKE2b-256.
    case same(digest: String)
    /// In the order in which they are told; never empty.
    case different([Difference])
  }

  /// One thing that is not as the summary says.
  public enum Difference: Equatable, Sendable {
    /// The edition was right when it was made; its files have changed since.
    case rightThen(Edition)
    /// The edition differs also from what was recorded when it was made.
    case wrongThen(Edition)
    /// The list of the edition's files is lost or has changed, so that nobody can tell.
    case listLost(Edition)
    /// This edition was made since.
    case later(Edition)
    /// A file or folder holds another number of files.
    case count(part: String, then: Int, now: Int)
    /// A file or folder holds as many files, but not the same.
    case content(part: String)
    case added(part: String)
    case removed(part: String)
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

  /// Throws a `Refusal`, or what the round's own files are refused for.
  public func outcome(in round: some VerifiableRound) throws -> Outcome {
    guard stated.round == round.id else { throw Refusal.otherRound(stated: stated.round, actual: round.id) }
    guard let inputs = stated.inputs else { throw Refusal.noDigest }
    let recorded = round.editions(to: stated.audience).first { $0.edition.number == stated.edition }
    let made = try round.disclosed(to: stated.audience, as: recorded?.edition)
    var differences = made.inputs.map { inputs.differences(from: $0) } ?? []
    if !differences.isEmpty, let recorded {
      differences = try Self.history(of: recorded, stating: inputs, in: round) + differences
    }
    if recorded == nil { differences.append(.unknownEdition) }
    if differences.isEmpty, let line = Self.firstDifference(bytes, SummaryFormat.encode(made)) {
      differences = [.line(line)]
    }
    return differences.isEmpty ? .same(digest: inputs.digest) : .different(differences)
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
      case (let then?, let now?) where then.digest == now.digest: nil
      case (let then?, let now?) where then.files != now.files: .count(part: name, then: then.files, now: now.files)
      case (_?, _?): .content(part: name)
      case (nil, _): .added(part: name)
      case (_, nil): .removed(part: name)
      }
    }
    return found.isEmpty ? [.digest] : found
  }
}
