import Aggregation
public import Documents
public import Formats
public import Inspection
public import Reporting
public import Storage

/// Makes the letters of a round from its folder; reads sheets only for the figures of a closed one.
public struct LetterMaker {
  /// Why a letter that was asked for cannot be made.
  public enum Refusal: Error, Equatable, Sendable {
    case notNow(LetterKind, LetterKind.Refusal, round: String)
    /// The slips need the list of codes.
    case codesNeeded(round: String)
    case faultyCodes([TableFault<SlipDetail>], file: String)
    /// The code of this person in `file` is not of this round.
    case strangeCode(RespondentID, file: String)
  }

  /// Why a letter that would be due is passed over.
  public enum Skipped: Equatable, Sendable {
    /// The slips need the list of codes.
    case codesNeeded(round: String)
    case figures(FiguresRefusal)
  }

  private let folder: RoundFolder
  private let source: LetterSource
  /// The list of slip codes.
  private let codesFile: String?
  private let clock: Clock
  private let tell: Tell

  /// Throws `StorageError`.
  ///
  /// - Parameter start: what is typed to begin in the round at a path, such as `tenken inspect --round r8-1`.
  public init(
    _ path: String, codesFile: String?, start: (String) -> String, clock: @escaping Clock, tell: @escaping Tell
  ) throws(StorageError) {
    folder = try RoundFolder(path.droppingSlashes)
    (self.codesFile, self.clock, self.tell) = (codesFile, clock, tell)
    let inbox = try RoundInbox(folder.box())
    for submission in inbox.unreadableSubmissions { tell(.unreadableSubmission(submission)) }
    source = LetterSource(
      round: folder.round, policy: folder.policy, events: folder.events, roster: try folder.roster(),
      submissions: inbox.submissions, hasCodes: folder.round.hasCodes, start: start(folder.path),
      today: clock().day)
  }

  /// What can be made now; tells what is passed over for want of a file or an approval.
  public func due() throws -> [(kind: LetterKind, letter: Letter)] {
    try LetterKind.allCases.filter { $0.isDue(in: source) }.compactMap { kind in
      if kind == .slips, codesFile == nil {
        tell(.letterSkipped(.codesNeeded(round: folder.path)))
        return nil
      }
      do { return (kind, try letter(kind)) } catch let refusal as FiguresRefusal {
        tell(.letterSkipped(.figures(refusal)))
        return nil
      }
    }
  }

  /// Throws `Refusal`, `StorageError`, and for a letter with figures what `AggregateJob` throws.
  public func letter(_ kind: LetterKind) throws -> Letter {
    if let refusal = kind.refusal(of: source) { throw Refusal.notNow(kind, refusal, round: folder.path) }
    switch kind {
    case .request: return .request(source)
    case .outline: return .outline(source)
    case .slips: return .slips(source, codes: try codes())
    case .reminder: return .reminder(source)
    case .memo: return .memo(source)
    case .extension:
      guard let letter = Letter.extended(source) else { throw Refusal.notNow(kind, .notExtended, round: folder.path) }
      return letter
    case .receipts: return .receipts(source)
    case .report: return .report(source, of: try figures(for: .office))
    case .notice: return .notice(source, of: try figures(for: .everyone))
    }
  }

  /// A letter gives figures out as `aggregate` does: as an edition, which is written down.
  private func figures(for audience: Audience) throws -> DisclosedSummary {
    let figures = try GivenFigures(of: RoundResult(folder.path, previous: [], tell: tell), to: audience)
    try figures.record(clock: clock, tell: tell)
    return figures.summary
  }

  /// Each code is tried against the round's hashes, for a slip with the code of another round lets nobody in.
  private func codes() throws -> [RespondentID: CheckedNumber] {
    guard let file = codesFile else { throw Refusal.codesNeeded(round: folder.path) }
    let bytes = try Disk.read(file, upTo: .table)
    let codes: [RespondentID: CheckedNumber]
    do throws(TableError<SlipDetail>) { codes = try SlipsFormat.decode(bytes) } catch {
      throw Refusal.faultyCodes(error.faults, file: file)
    }
    let entries = try folder.codes()
    for (index, (id, code)) in codes.sorted(by: { $0.key < $1.key }).enumerated() {
      guard SlipCodes.respondent(with: code, in: entries) == id else { throw Refusal.strangeCode(id, file: file) }
      tell(.progress(.checkingCodes, done: index + 1, total: codes.count))
    }
    return codes
  }
}
