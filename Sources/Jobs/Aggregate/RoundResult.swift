public import Aggregation
public import Inspection
public import Storage

/// A round and the earlier ones it is compared with, counted; what `aggregate` prints and `verify` makes again.
public struct RoundResult {
  let contents: RoundContents
  private let count: BoxCount
  /// The sheets of `contents` that count, but for the organisation's, which is nobody's.
  private let admitted: [Role: [CheckedNumber]]
  private let earlier: [EarlierSource]
  public let summary: Summary
  public let previous: PreviousRounds

  public var folder: RoundFolder { contents.folder }
  /// What the figures are made of; nil before closing.
  public var manifest: RoundManifest? { folder.status.closed == nil ? nil : contents.manifest }

  /// Counts the round at `path` and the earlier ones; throws `StorageError`, and `FiguresRefusal.previous` for a round that
  /// cannot be compared with.
  ///
  /// - Parameter paths: folders of rounds, or internal summaries as JSON.
  public init(_ path: String, previous paths: [String], tell: Tell) throws {
    let folder = try RoundFolder(path)
    // Of the first edition the sheets are always listed, of later ones only when they have changed.
    let counted = try Self.counted(folder, isListing: folder.lastEdition == nil, tell: tell)
    (contents, count, summary) = (counted.contents, counted.count, counted.summary)
    admitted = Dictionary(grouping: counted.admission.counted.filter { $0.role != .organisation }, by: \.role)
      .mapValues { $0.map(\.id) }
    earlier = try paths.map { try EarlierSource($0, tell: tell) }
    do throws(PreviousRounds.Refusal) {
      previous = try PreviousRounds(earlier.map(\.round), before: summary)
    } catch { throw FiguresRefusal.previous(error) }
  }

  /// The sheets that count, for what is kept with an edition; reads the box once more where they were not listed.
  ///
  /// Throws `FiguresRefusal.changedMeanwhile` where that is another by then, and `StorageError`.
  func countedSheets() throws -> RoundManifest {
    let kept = RoundManifest(counting: admitted, in: contents.box)
    return RoundManifest(try kept.entries + (count.sheets ?? listedAgain()))
  }

  private func listedAgain() throws -> [RoundManifest.Entry] {
    let again = try Self.read(folder, isListing: true, tell: { _ in })
    guard again.contents.boxDigest == contents.boxDigest else { throw FiguresRefusal.changedMeanwhile }
    return again.part.sheets ?? []
  }

  /// What people keep beside the figures, read once for all that is made of it: follow-up, opinions and earlier rounds.
  struct Beside {
    fileprivate var followUp = FollowUp.none
    /// The round's own files of it.
    fileprivate var entries: [RoundManifest.Entry] = []
    /// nil where nothing stands there.
    fileprivate(set) var digest: String?
  }

  /// What of it the audience is told anything of: the public of the list of actions alone, once a line of it is marked.
  /// Nothing before closing.
  func beside(shownTo audience: Audience) throws(StorageError) -> Beside {
    guard manifest != nil else { return Beside() }
    var beside = Beside()
    let kept = try folder.followUp(for: audience)
    if audience == .office || (kept.followUp.actions ?? []).contains(where: \.isPublic) {
      (beside.followUp, beside.entries) = kept
    }
    let all = beside.entries + (audience == .office ? earlier.map(\.entry) : [])
    if !all.isEmpty { beside.digest = RoundManifest(all).digest }
    return beside
  }

  /// The same with the days of what was given out before.
  public func disclosed(to audience: Audience, as edition: Edition? = nil) throws -> DisclosedSummary {
    try disclosed(to: audience, as: edition, with: beside(shownTo: audience), at: nil)
  }

  /// What may be shown of it; throws `FiguresRefusal.disclosure` where there may be no such edition, and `StorageError`.
  ///
  /// - Parameters:
  ///   - beside: nil leaves out what stands beside the figures, which changes after them and of which not all may be kept.
  ///   - now: what the day is of what was never given out before as it is; nil where nothing is given out.
  func disclosed(
    to audience: Audience, as edition: Edition?, with beside: Beside?, at now: Timestamp?
  ) throws -> DisclosedSummary {
    // The follow-up goes on after the figures are out, and makes no edition.
    let inputs = manifest.map { own in
      beside.map { self.inputs(of: RoundManifest(own.entries + $0.entries)) }
        ?? InputDigest(digest: own.digest, parts: own.parts)
    }
    let accompaniment = beside?.digest.flatMap { digest in
      folder.accompaniment(of: digest, to: audience) ?? now.map { folder.newAccompaniment(to: audience, at: $0) }
    }
    do throws(Disclosure.Refusal) {
      return try Disclosure.disclosed(
        summary, after: beside == nil ? .none : previous, followUp: beside?.followUp ?? .none, on: accompaniment,
        madeOf: inputs, to: audience, as: edition)
    } catch { throw FiguresRefusal.disclosure(error) }
  }

  /// Of the round's own files, and of the earlier rounds, each one more line of the manifest.
  public func inputs(of own: RoundManifest) -> InputDigest {
    InputDigest(
      digest: RoundManifest(own.entries + earlier.map(\.entry)).digest,
      parts: own.parts
        + earlier.map { InputDigest.Part(name: $0.entry.name, files: $0.files, digest: $0.entry.digest) })
  }

  /// Reads a round once and counts it; what is plain in a closed round's box is counted while it is read.
  ///
  /// - Parameters:
  ///   - threads: how many read the box at the same time; whatever it is, the same comes of it.
  ///   - isListing: that the sheets that are counted while the box is read are to be listed, too.
  static func counted(
    _ folder: RoundFolder, threads: Int = Disk.cores, isListing: Bool = false, tell: Tell
  ) throws(StorageError)
    -> (contents: RoundContents, count: BoxCount, admission: SheetAdmission, summary: Summary)
  {
    let isClosed = folder.status.closed != nil
    let (contents, count) = try read(folder, threads: threads, isListing: isListing, tell: tell)
    let inbox = try RoundInbox(contents.box, includingSheets: isClosed)
    let admission = SheetAdmission(
      of: inbox.sheets, unreadable: isClosed ? inbox.unreadable : [], in: folder.round,
      answering: contents.checklists, by: contents.roster)
    let summary = Summary(
      round: folder.round, status: folder.status, policy: folder.policy, checklists: contents.checklists,
      roster: contents.roster, submissions: inbox.submissions, unread: inbox.unread, admission: admission,
      beside: count.lines(by: contents.roster))
    return (contents, count, admission, summary)
  }

  /// The same, of which nothing is made yet.
  private static func read(
    _ folder: RoundFolder, threads: Int = Disk.cores, isListing: Bool, tell: Tell
  ) throws(StorageError) -> (contents: RoundContents, part: BoxCount) {
    try folder.contents(
      counting: { checklists in
        // Before closing no sheet is even looked at.
        BoxCount(
          of: folder.round, answering: folder.status.closed == nil ? [] : checklists,
          deadline: folder.status.deadline, isListing: isListing)
      }, threads: threads,
      told: { done, total in
        guard total >= worthTelling * megabyte else { return }
        tell(.progress(.readingBox, done: done / megabyte, total: total / megabyte))
      })
  }

  /// In megabytes: what is read before anybody looks needs no bar.
  private static let worthTelling = 16
  private static let megabyte = 1 << 20
}

extension RoundResult: VerifiableRound {
  public var id: RoundID { folder.round.id }

  public func editions(to audience: Audience) -> [RecordedEdition] { folder.editions(to: audience) }

  public func keptManifest(of edition: Edition) -> RoundManifest? { try? folder.record(of: edition).manifest }

  public func changedSheets(since edition: Edition) -> ChangedSheets? {
    guard let before = try? folder.countedSheets(of: edition), let sheets = try? countedSheets() else { return nil }
    return ChangedSheets(in: contents.box, counting: sheets, since: before)
  }

  public var logFaults: [LogFault] { get throws { try folder.logFaults() } }
}
