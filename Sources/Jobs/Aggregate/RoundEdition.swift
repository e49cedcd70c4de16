import Aggregation
import Inspection
import Storage

/// Which edition the figures of a closed round are for one audience, and how it is written down.
struct RoundEdition {
  let edition: Edition
  private let isRecorded: Bool
  private let folder: RoundFolder
  private let manifest: RoundManifest
  private let sheets: RoundManifest

  /// The last edition where nothing has changed since, otherwise the next; throws `FiguresRefusal.edition` where there may
  /// be none, and `StorageError`.
  ///
  /// - Parameter reason: why there is a correction; nil for no correction.
  init(of result: RoundResult, madeOf manifest: RoundManifest, to audience: Audience, because reason: String?) throws {
    let folder = result.folder
    let counted = result.summary.roles.map { ($0.role, $0.counted) }
    sheets = RoundManifest(counting: Dictionary(counted, uniquingKeysWith: +), in: result.contents.box)
    (self.folder, self.manifest) = (folder, manifest)
    let last = folder.editions(to: audience).last
    if let last, last.digest == manifest.digest {
      (edition, isRecorded) = (last.edition, true)
      return
    }
    // What was handed in has changed since the round was closed: somebody has to say why.
    let hasChanged = result.contents.hasChangedSinceClosing
    if hasChanged, reason == nil { throw FiguresRefusal.changedSinceClosing }
    // Only the public edition is bound by it, so that the office is not kept from its own by a lost list.
    let differences = audience == .everyone ? try Self.differences(of: sheets, in: folder) : []
    do throws(EditionRule.Refusal) {
      edition = try EditionRule.next(
        to: audience, after: last?.edition, because: reason, differences: differences,
        hasChangedSinceClosing: hasChanged)
    } catch { throw FiguresRefusal.edition(error) }
    isRecorded = false
  }

  /// From every earlier public edition: two that are alike would tell on each other also over a third.
  private static func differences(
    of sheets: RoundManifest, in folder: RoundFolder
  ) throws(StorageError) -> [EditionRule.Difference] {
    var differences: [EditionRule.Difference] = []
    for earlier in folder.editions(to: .everyone).map(\.edition) {
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

  /// Writes a new edition down, before anybody sees it; one that is written down already needs nothing.
  ///
  /// Throws `FiguresRefusal.changedMeanwhile` where the log is not what it was when the round was read,
  /// `EditionNotRecorded` where the folder may only be read, and `StorageError`.
  func record(clock: Clock, tell: Tell) throws {
    guard !isRecorded else { return }
    do {
      try RoundFolder.locked(folder.path) { now in
        guard now.events == folder.events else { throw FiguresRefusal.changedMeanwhile }
        try now.record(edition, madeOf: manifest, counting: sheets, at: clock())
      }
    } catch StorageError.noPermission, StorageError.readOnly {
      throw EditionNotRecorded(edition: edition)
    }
    tell(.recorded(edition))
  }

  /// Tells when a reason was given that no edition needs.
  func tellUnused(_ reason: String?, tell: Tell) {
    guard isRecorded, let reason, reason != edition.reason else { return }
    tell(.unchanged(edition))
  }
}
