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
    source = LetterSource(
      round: folder.round, policy: folder.policy, events: folder.events, roster: try folder.roster(),
      submissions: inbox.submissions, unread: inbox.unread, hasCodes: folder.round.hasCodes, start: start(folder.path),
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
      } catch Refusal.notNow(_, .nothingToTell, _) {
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
    case .executive:
      guard let letter = Letter.executive(source, of: try figures(for: .office)) else {
        throw Refusal.notNow(kind, .nothingToTell, round: folder.path)
      }
      return letter
    case .notice: return .notice(source, of: try figures(for: .everyone))
    }
  }

  /// A letter gives figures out as `aggregate` does: as an edition, which is written down.
  private func figures(for audience: Audience) throws -> DisclosedSummary {
    let result = try RoundResult(folder.path, previous: [], tell: tell)
    let figures = try GivenFigures(of: result, to: audience, isBare: true, at: clock())
    try figures.record(tell: tell)
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

/// The files in which letters are given out: a folder with one each, or a single file.
public struct LetterFiles {
  /// No letter suits the round as it is now.
  public struct Nothing: Error, Equatable, Sendable {}

  private let files: [(path: String, bytes: [UInt8])]
  /// To be made first; nil for a single file where one was named.
  private let folder: String?

  /// Chooses the files and writes nothing.
  ///
  /// - Parameters:
  ///   - letters: what to write, in this order.
  ///   - ending: how a file is called after its point.
  ///   - output: a folder, or for the only letter of `isSingle` a file; nil for a folder beside the round.
  ///   - isSingle: that one kind was asked for by name.
  public init(
    _ letters: [(kind: LetterKind, bytes: [UInt8])], ending: String, to output: String?, ofRound path: String,
    isSingle: Bool
  ) throws(Nothing) {
    guard let first = letters.first else { throw Nothing() }
    if isSingle, let output, output.utf8.last != UInt8(ascii: "/"), !Disk.isFolder(output) {
      (files, folder) = ([(output, first.bytes)], nil)
      return
    }
    let folder = (output ?? RoundFolder.lettersFolder(beside: path.droppingSlashes)).droppingSlashes
    files = letters.map { ("\(folder)/\($0.kind.rawValue).\(ending)", $0.bytes) }
    self.folder = folder
  }

  /// Writes nothing unless every file is new; throws `StorageError.alreadyExists` for the first that is not.
  public func write(tell: Tell) throws(StorageError) {
    if let folder {
      for file in files where try Disk.exists(file.path) { throw .alreadyExists(path: file.path) }
      try Disk.makeFolder(folder)
    }
    for file in files {
      try Disk.write(file.bytes, to: file.path, replacing: .refused)
      tell(.wrote(file: file.path))
    }
  }
}

extension String {
  /// Without the slash that a shell adds when it completes a name.
  var droppingSlashes: String {
    let path = unicodeScalars
    guard let end = path.lastIndex(where: { $0 != "/" }) else { return isEmpty ? self : "/" }
    return String(path[...end])
  }
}
