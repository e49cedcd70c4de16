public import Aggregation
public import Inspection
public import Storage

/// A round and the earlier ones it is compared with, counted; what `aggregate` prints and `verify` makes again.
public struct RoundResult {
  public let folder: RoundFolder
  let previousFolders: [RoundFolder]
  public let summary: Summary
  public let previous: PreviousRounds
  /// What the figures are made of; nil before closing.
  public let manifest: RoundManifest?

  /// Counts the round at `path` and the earlier ones; throws `StorageError`, and `FiguresRefusal.previous` for a round that
  /// cannot be compared with.
  public init(_ path: String, previous paths: [String], tell: Tell) throws {
    folder = try RoundFolder(path)
    previousFolders = try paths.map { try RoundFolder($0) }
    summary = try Self.summary(of: folder, tell: tell)
    let earlier = try previousFolders.map { try Self.summary(of: $0, tell: tell) }
    do throws(PreviousRounds.Refusal) {
      previous = try PreviousRounds(earlier, before: summary)
    } catch { throw FiguresRefusal.previous(error) }
    manifest = folder.status.closed == nil ? nil : try folder.manifest()
  }

  /// What may be shown of it; throws `FiguresRefusal.disclosure` where there may be no such edition, and `StorageError`.
  public func disclosed(to audience: Audience, as edition: Edition? = nil) throws -> DisclosedSummary {
    // The follow-up goes on after the figures are out; only the office is shown it, and it makes no edition.
    let isFollowed = manifest != nil && audience == .office
    let followUp = isFollowed ? try folder.followUp() : .none
    var own = manifest
    if isFollowed, let manifest { own = try folder.addingFollowUp(to: manifest) }
    let inputs = if let own { try inputs(of: own) } else { InputDigest?.none }
    do throws(Disclosure.Refusal) {
      return try Disclosure.disclosed(
        summary, after: previous, followUp: followUp, madeOf: inputs, to: audience, as: edition)
    } catch { throw FiguresRefusal.disclosure(error) }
  }

  /// Of the round's own files, and of the earlier rounds, each one more line of the manifest.
  public func inputs(of own: RoundManifest) throws(StorageError) -> InputDigest {
    var earlier: [(files: Int, entry: RoundManifest.Entry)] = []
    for folder in previousFolders {
      let manifest = try folder.manifest()
      earlier.append(
        (manifest.entries.count, RoundManifest.Entry(name: "previous:\(folder.round.id)", digest: manifest.digest)))
    }
    let parts =
      own.parts
      + earlier.map { InputDigest.Part(name: $0.entry.name, files: $0.files, digest: $0.entry.digest) }
    return InputDigest(digest: RoundManifest(own.entries + earlier.map(\.entry)).digest, parts: parts)
  }

  private static func summary(of folder: RoundFolder, tell: Tell) throws(StorageError) -> Summary {
    // Before closing no sheet is even opened.
    let inbox = try RoundInbox(folder, includingSheets: folder.status.closed != nil, tell: tell)
    for submission in inbox.unreadableSubmissions { tell(.unreadableSubmission(submission)) }
    return Summary(
      round: folder.round, status: folder.status, policy: folder.policy, checklists: try folder.checklists(),
      roster: try folder.roster(), submissions: inbox.submissions, files: inbox.sheets,
      unreadable: inbox.unreadableSheets)
  }
}

extension RoundResult: VerifiableRound {
  public var id: RoundID { folder.round.id }

  public func editions(to audience: Audience) -> [RecordedEdition] { folder.editions(to: audience) }

  public func keptManifest(of edition: Edition) -> RoundManifest? { try? folder.manifest(of: edition) }
}
