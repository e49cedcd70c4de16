import Aggregation
import Inspection
import Reporting
import Storage
import TextLayout

/// Which edition the figures of a closed round are for one audience, and how it is written down.
struct RoundEdition {
  let edition: Edition
  private let isRecorded: Bool
  private let folder: RoundFolder
  private let manifest: RoundManifest
  private let sheets: RoundManifest

  /// The last edition where nothing has changed since, otherwise the next; throws where there may be none.
  ///
  /// - Parameter reason: why there is a correction; nil for no correction.
  init(of result: RoundResult, madeOf manifest: RoundManifest, to audience: Audience, because reason: String?) throws {
    let folder = result.folder
    let counted = result.summary.roles.map { ($0.role, $0.counted) }
    sheets = manifest.countedSheets(Dictionary(counted, uniquingKeysWith: +))
    (self.folder, self.manifest) = (folder, manifest)
    let last = folder.editions(to: audience).last
    if let last, last.digest == manifest.digest {
      (edition, isRecorded) = (last.edition, true)
      return
    }
    // Only the public edition is bound by it, so that the office is not kept from its own by a lost list.
    let differences = audience == .everyone ? try Self.differences(of: sheets, in: folder) : []
    do throws(EditionRule.Refusal) {
      edition = try EditionRule.next(
        to: audience, after: last?.edition, because: reason, differences: differences)
    } catch { throw DisclosureText.failure(for: error) }
    isRecorded = false
  }

  /// From every earlier public edition: two that are alike would tell on each other also over a third.
  private static func differences(of sheets: RoundManifest, in folder: RoundFolder) throws -> [EditionRule.Difference] {
    try folder.editions(to: .everyone).map(\.edition).flatMap { earlier in
      let before = try folder.countedSheets(of: earlier)
      // The organisation's sheet is nobody's.
      return [Role.member, .staff].map { role in
        let found = sheets.comparison(of: role, with: before)
        return EditionRule.Difference(
          of: role, from: earlier, now: found.here, before: found.there, differing: found.differing)
      }
    }
  }

  /// Writes a new edition down, before anybody sees it; one that is written down already needs nothing.
  func record() throws {
    guard !isRecorded else { return }
    do {
      try RoundFolder.locked(folder.path) { now in
        guard now.events == folder.events else {
          throw Failure(.notYet, "集計の間に、点検回の記録が変わりました。もう一度実行してください。")
        }
        try now.record(edition, madeOf: manifest, counting: sheets, at: ProcessEnvironment.now())
      }
    } catch StorageError.noPermission, StorageError.readOnly {
      throw DisclosureText.failure(recording: edition)
    }
    Output.say("\(edition.audience.japanese)の\(edition.japanese)として記録しました。".printable)
  }

  /// Tells when a reason was given that no edition needs.
  func tellUnused(_ reason: String?) {
    guard isRecorded, let reason, reason != edition.reason else { return }
    Output.say("点検回のファイルは変わっていないので、\(edition.japanese)のままです。".printable)
  }
}
