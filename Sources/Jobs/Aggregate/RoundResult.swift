public import Aggregation
public import Inspection
public import Storage

/// A round and the earlier ones it is compared with, counted; what `aggregate` prints and `verify` makes again.
public struct RoundResult {
  let contents: RoundContents
  private let previousContents: [RoundContents]
  public let summary: Summary
  public let previous: PreviousRounds

  public var folder: RoundFolder { contents.folder }
  /// What the figures are made of; nil before closing.
  public var manifest: RoundManifest? { folder.status.closed == nil ? nil : contents.manifest }

  /// Counts the round at `path` and the earlier ones; throws `StorageError`, and `FiguresRefusal.previous` for a round that
  /// cannot be compared with.
  public init(_ path: String, previous paths: [String], tell: Tell) throws {
    contents = try RoundFolder(path).contents()
    previousContents = try paths.map { try RoundFolder($0).contents() }
    summary = try Self.summary(of: contents, tell: tell)
    let earlier = try previousContents.map { try Self.summary(of: $0, tell: tell) }
    do throws(PreviousRounds.Refusal) {
      previous = try PreviousRounds(earlier, before: summary)
    } catch { throw FiguresRefusal.previous(error) }
  }

  /// What may be shown of it; throws `FiguresRefusal.disclosure` where there may be no such edition, and `StorageError`.
  public func disclosed(to audience: Audience, as edition: Edition? = nil) throws -> DisclosedSummary {
    var followUp = FollowUp.none
    var own = manifest
    // The follow-up goes on after the figures are out; only the office is shown it, and it makes no edition.
    if let manifest, audience == .office {
      let kept = try folder.followUp()
      followUp = kept.followUp
      own = RoundManifest(manifest.entries + kept.entries)
    }
    let inputs = own.map(inputs)
    do throws(Disclosure.Refusal) {
      return try Disclosure.disclosed(
        summary, after: previous, followUp: followUp, madeOf: inputs, to: audience, as: edition)
    } catch { throw FiguresRefusal.disclosure(error) }
  }

  /// Of the round's own files, and of the earlier rounds, each one more line of the manifest.
  public func inputs(of own: RoundManifest) -> InputDigest {
    let earlier = previousContents.map { contents in
      (
        files: contents.manifest.entries.count,
        entry: RoundManifest.Entry(
          name: "previous:\(contents.folder.round.id)", digest: contents.manifest.digest)
      )
    }
    let parts =
      own.parts
      + earlier.map { InputDigest.Part(name: $0.entry.name, files: $0.files, digest: $0.entry.digest) }
    return InputDigest(digest: RoundManifest(own.entries + earlier.map(\.entry)).digest, parts: parts)
  }

  private static func summary(of contents: RoundContents, tell: Tell) throws(StorageError) -> Summary {
    let folder = contents.folder
    // Before closing no sheet is even looked at.
    let inbox = try RoundInbox(contents.box, includingSheets: folder.status.closed != nil, tell: tell)
    return Summary(
      round: folder.round, status: folder.status, policy: folder.policy, checklists: contents.checklists,
      roster: contents.roster, submissions: inbox.submissions, unread: inbox.unread, sheets: inbox.sheets,
      unreadable: folder.status.closed == nil ? [] : inbox.unreadable)
  }
}

extension RoundResult: VerifiableRound {
  public var id: RoundID { folder.round.id }

  public func editions(to audience: Audience) -> [RecordedEdition] { folder.editions(to: audience) }

  public func keptManifest(of edition: Edition) -> RoundManifest? { try? folder.manifest(of: edition) }
}
