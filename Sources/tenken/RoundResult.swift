import Aggregation
import Inspection
import Storage

/// A round and the earlier ones it is compared with, counted; what `aggregate` prints and `verify` makes again.
struct RoundResult {
  let folder: RoundFolder
  let previousFolders: [RoundFolder]
  let summary: Summary
  let previous: PreviousRounds
  /// What the figures are made of; nil before closing.
  let manifest: RoundManifest?

  init(_ path: String, previous paths: [String]) throws {
    folder = try RoundFolder(path)
    previousFolders = try paths.map { try RoundFolder($0) }
    summary = try Self.summary(of: folder)
    let earlier = try previousFolders.map { try Self.summary(of: $0) }
    do throws(PreviousRounds.Refusal) {
      previous = try PreviousRounds(earlier, before: summary)
    } catch { throw DisclosureText.failure(for: error) }
    manifest = folder.status.closed == nil ? nil : try folder.manifest()
  }

  func disclosed(to audience: Audience, as edition: Edition? = nil) throws -> DisclosedSummary {
    // The follow-up goes on after the figures are out; only the office is shown it, and it makes no edition.
    let isFollowed = manifest != nil && audience == .office
    let followUp = isFollowed ? try folder.followUp() : .none
    var own = manifest
    if isFollowed, let manifest { own = try folder.addingFollowUp(to: manifest) }
    let inputs = if let own { try inputs(of: own) } else { InputDigest?.none }
    do throws(Disclosure.Refusal) {
      return try Disclosure.disclosed(
        summary, after: previous, followUp: followUp, madeOf: inputs, to: audience, as: edition)
    } catch { throw DisclosureText.failure(for: error) }
  }

  /// Of the round's own files, and of the earlier rounds, each one more line of the manifest.
  func inputs(of own: RoundManifest) throws -> InputDigest {
    let earlier = try previousFolders.map { earlier in
      let manifest = try earlier.manifest()
      return (
        files: manifest.entries.count,
        entry: RoundManifest.Entry(
          name: "previous:\(earlier.round.id)", digest: manifest.digest)
      )
    }
    let parts =
      own.parts
      + earlier.map { InputDigest.Part(name: $0.entry.name, files: $0.files, digest: $0.entry.digest) }
    return InputDigest(digest: RoundManifest(own.entries + earlier.map(\.entry)).digest, parts: parts)
  }

  private static func summary(of folder: RoundFolder) throws -> Summary {
    // Before closing no sheet is even opened.
    let inbox = try RoundInbox(folder, includingSheets: folder.status.closed != nil)
    for line in inbox.unreadableSubmissions { Output.complain(["読めない提出の記録を除きました：\(line)"]) }
    return Summary(
      round: folder.round, status: folder.status, policy: folder.policy, checklists: try folder.checklists(),
      roster: try folder.roster(), submissions: inbox.submissions, files: inbox.sheets,
      unreadable: inbox.unreadableSheets)
  }
}
