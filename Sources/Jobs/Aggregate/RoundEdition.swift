import Aggregation
import Characters
import Formats
import Inspection
import Storage

/// Which edition the figures of a closed round are for one audience, and how it is written down.
struct RoundEdition {
  let edition: Edition
  private let folder: RoundFolder
  private let manifest: RoundManifest
  /// What it counts; nil for one that is recorded.
  private let sheets: RoundManifest?
  /// The internal edition as it is kept; nil for the public, and for one that is recorded.
  private let summary: [UInt8]?
  private var isRecorded: Bool { sheets == nil }
  /// Of what stands beside the figures, where it was never given out as it is.
  private let accompaniment: String?

  /// The last edition where nothing has changed since, otherwise the next; throws `FiguresRefusal` where there may be none,
  /// and `StorageError`.
  ///
  /// - Parameters:
  ///   - beside: what is given out beside the figures; nil where nothing is.
  ///   - correction: nil for no correction.
  init(
    of result: RoundResult, madeOf manifest: RoundManifest, with beside: RoundResult.Beside?, to audience: Audience,
    as correction: Correction?
  ) throws {
    let folder = result.folder
    let faults = try folder.logFaults()
    guard faults.isEmpty else { throw FiguresRefusal.log(faults, round: folder.path) }
    (self.folder, self.manifest) = (folder, manifest)
    accompaniment = beside?.digest.flatMap { folder.accompaniment(of: $0, to: audience) == nil ? $0 : nil }
    let last = folder.editions(to: audience).last
    if let last, last.digest == manifest.digest {
      (edition, sheets, summary) = (last.edition, nil, nil)
      return
    }
    // What was handed in has changed since the round was closed: somebody has to say why.
    let hasChanged = result.contents.hasChangedSinceClosing
    if hasChanged, correction == nil { throw FiguresRefusal.changedSinceClosing }
    let counted = try result.countedSheets()
    sheets = counted
    let differences = try Self.differences(of: counted, to: audience, in: folder)
    do throws(EditionRule.Refusal) {
      edition = try EditionRule.next(
        to: audience, after: last?.edition, because: correction?.reason, differences: differences,
        isRecalling: correction?.isRecalling ?? false, hasChangedSinceClosing: hasChanged)
    } catch { throw FiguresRefusal.edition(error) }
    summary =
      audience == .office
      ? SummaryFormat.encode(try result.disclosed(to: .office, as: edition, with: nil, at: nil)) : nil
  }

  /// From every earlier edition that people may still have: two that are alike would tell on each other also over a third.
  private static func differences(
    of sheets: RoundManifest, to audience: Audience, in folder: RoundFolder
  ) throws(StorageError) -> [EditionRule.Difference] {
    let editions = folder.editions(to: audience).map(\.edition)
    let recalled = Set(editions.flatMap(\.recalled))
    var differences: [EditionRule.Difference] = []
    for earlier in editions where !recalled.contains(earlier.number) {
      let before = try folder.countedSheets(of: earlier)
      // The organisation's sheet is nobody's.
      differences += [Role.member, .staff].map { role in
        let found = sheets.comparison(of: role, with: before)
        return EditionRule.Difference(
          of: role, from: earlier, now: found.here, before: found.there, differing: found.differing)
      }
    }
    return differences
  }

  /// Writes a new edition down, and the day of what stands beside it, before anybody sees them; what is written down already
  /// needs nothing.
  ///
  /// Throws `FiguresRefusal.changedMeanwhile` where the log is not what it was when the round was read,
  /// `EditionNotRecorded` where the folder may only be read, and `StorageError`.
  func record(at time: Timestamp, tell: Tell) throws {
    let beside = accompaniment.map { [RoundEvent(.accompanied(digest: $0, to: edition.audience), at: time)] } ?? []
    guard !isRecorded || !beside.isEmpty else { return }
    do {
      try RoundFolder.locked(folder.path) { now in
        guard now.events == folder.events else { throw FiguresRefusal.changedMeanwhile }
        if let sheets {
          try now.record(edition, madeOf: manifest, counting: sheets, as: summary, and: beside, at: time)
        } else {
          try now.record(beside)
        }
      }
    } catch StorageError.noPermission, StorageError.readOnly {
      throw EditionNotRecorded(edition: edition)
    }
    if !isRecorded { tell(.recorded(edition)) }
  }

  /// Tells when a reason was given that no edition needs.
  func tellUnused(_ correction: Correction?, tell: Tell) {
    guard isRecorded, let correction, correction.reason != edition.reason else { return }
    tell(.unchanged(edition))
  }
}

/// Why there is a new edition, and what becomes of the earlier one.
public struct Correction: Equatable, Sendable {
  public var reason: String
  /// That the earlier one was taken back from everybody who had it.
  public var isRecalling: Bool

  /// A reason stands on the first page and in the log; longer ones are for a covering letter.
  public static let longest = 100

  /// nil for a reason that cannot be one: blank, or too long.
  public init?(because reason: String, isRecalling: Bool = false) {
    guard !reason.isBlank, reason.count <= Self.longest else { return nil }
    (self.reason, self.isRecalling) = (reason, isRecalling)
  }
}
