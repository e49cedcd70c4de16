public import Aggregation
public import Documents
public import Formats
public import Inspection
public import Reporting
public import Storage

/// Makes the letters of a round from its folder; reads sheets only for letters with figures, of a closed one.
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
    case tooLong(LetterKind)
  }

  /// How it ended, when all was given out.
  public enum Outcome: Equatable, Sendable {
    /// No letter told figures, or every line of the box counts in them.
    case complete
    /// These lines of the box do not count in the figures; the file at `list` says so too.
    case leftOut([LeftOut], list: String)
  }

  public typealias Made = (kind: LetterKind, letter: Letter)

  private let folder: RoundFolder
  private let source: LetterSource
  /// The list of slip codes.
  private let codesFile: String?
  private let clock: Clock
  private let tell: Tell

  /// Throws `StorageError`.
  public init(_ path: String, codesFile: String?, clock: @escaping Clock, tell: @escaping Tell) throws(StorageError) {
    folder = try RoundFolder(path.droppingSlashes)
    (self.codesFile, self.clock, self.tell) = (codesFile, clock, tell)
    let inbox = try RoundInbox(folder.box())
    source = LetterSource(
      round: folder.round, policy: folder.policy, events: folder.events, roster: try folder.roster(),
      submissions: inbox.submissions, unread: inbox.unread, hasCodes: folder.round.hasCodes, today: clock().day)
  }

  /// What is of use now and needs no figures; tells what is passed over.
  public func due() throws -> [LetterKind] {
    LetterKind.allCases.filter { kind in
      guard kind.isDue(in: source) else { return false }
      if kind == .slips, codesFile == nil {
        tell(.letterSkipped(.codesNeeded(round: folder.path)))
        return false
      }
      if let way = kind.way, Letter.leaflet(source, for: way) == nil {
        tell(.letterSkipped(.tooLong(kind)))
        return false
      }
      return true
    }
  }

  /// Makes the letters, writes down the editions that they are filled from, and only then gives them out, as `AggregateJob`
  /// does.
  ///
  /// Throws `Refusal`, `StorageError`, for letters with figures what `AggregateJob` throws, and what the two closures throw;
  /// until `give` is called nothing was given out or written down.
  ///
  /// - Parameter kinds: in this order.
  public func run<Given>(
    _ kinds: [LetterKind], make: ([Made]) throws -> Given, give: (Given) throws -> Void
  ) throws -> Outcome {
    for kind in kinds {
      if let refusal = kind.refusal(of: source) { throw Refusal.notNow(kind, refusal, round: folder.path) }
    }
    let result = try kinds.contains(where: \.hasFigures) ? RoundResult(folder.path, previous: [], tell: tell) : nil
    let audiences = Set(kinds.compactMap(\.audience))
    let editions =
      try result.map { result in
        try [Audience.office, .everyone].filter(audiences.contains).map { audience in
          (audience, try GivenFigures(of: result, to: audience, isBare: true, at: clock()))
        }
      } ?? []
    let figures = Dictionary(editions.map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
    let made = try make(kinds.map { ($0, try letter($0, of: $0.audience.flatMap { figures[$0]?.summary })) })
    for (_, edition) in editions { try edition.record(tell: tell) }
    try give(made)
    guard let leftOut = result?.summary.leftOut else { return .complete }
    return try LeftOutList(in: folder).keep(leftOut, tell: tell).map { .leftOut(leftOut, list: $0) } ?? .complete
  }

  /// What a word processor fills letters of the office's own with, by people; with the codes where the list is given.
  public func mergeRows() throws -> [[String]] {
    MergeData.rows(of: source, codes: codesFile == nil ? [:] : try codes())
  }

  private func letter(_ kind: LetterKind, of summary: DisclosedSummary?) throws -> Letter {
    func needed(_ letter: Letter?, else refusal: LetterKind.Refusal) throws -> Letter {
      guard let letter else { throw Refusal.notNow(kind, refusal, round: folder.path) }
      return letter
    }
    switch kind {
    case .request: return .request(source)
    case .outline: return .outline(source)
    case .slips: return .slips(source, codes: try codes())
    case .leaflet, .leafletExcel, .leafletPaper:
      return try needed(kind.way.flatMap { .leaflet(source, for: $0) }, else: .tooLong)
    case .reminder: return .reminder(source)
    case .memo: return .memo(source)
    case .extension: return try needed(.extended(source), else: .notExtended)
    case .receipts: return .receipts(source)
    case .report: return try needed(summary.map { .report(source, of: $0) }, else: .notClosed)
    case .notice: return try needed(summary.map { .notice(source, of: $0) }, else: .notClosed)
    case .executive: return try needed(summary.flatMap { .executive(source, of: $0) }, else: .nothingToTell)
    case .training: return try needed(summary.flatMap { .training(source, of: $0) }, else: .nothingToTell)
    }
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

extension LetterKind {
  /// Of a leaflet.
  fileprivate var way: AnswerWay? {
    switch self {
    case .leaflet: .terminal
    case .leafletExcel: .excel
    case .leafletPaper: .paper
    default: nil
    }
  }

  /// For whom the figures are that it is filled from.
  fileprivate var audience: Audience? { hasFigures ? (self == .notice ? .everyone : .office) : nil }
}

/// The files in which letters are given out: a folder with one each, or a single file.
public struct LetterFiles {
  /// No letter suits the round as it is now.
  public struct Nothing: Error, Equatable, Sendable {}

  public typealias File = (name: String, bytes: [UInt8])

  private let files: [(path: String, bytes: [UInt8])]
  /// To be made first; nil for a single file where one was named.
  private let folder: String?

  /// Chooses the files and writes nothing.
  ///
  /// - Parameters:
  ///   - letters: what to write, in this order.
  ///   - output: a folder, or for the only letter of `isSingle` a file; nil for a folder beside the round.
  ///   - isSingle: that one kind was asked for by name.
  public init(
    _ letters: [File], to output: String?, ofRound path: String, isSingle: Bool
  ) throws(Nothing) {
    guard let first = letters.first else { throw Nothing() }
    if isSingle, let output, output.utf8.last != UInt8(ascii: "/"), !Disk.isFolder(output) {
      (files, folder) = ([(output, first.bytes)], nil)
      return
    }
    let folder = (output ?? RoundFolder.lettersFolder(beside: path.droppingSlashes)).droppingSlashes
    files = letters.map { ("\(folder)/\($0.name)", $0.bytes) }
    self.folder = folder
  }

  /// Throws `StorageError.alreadyExists` for the first file that is not new.
  public func check() throws(StorageError) {
    for file in files where try Disk.exists(file.path) { throw .alreadyExists(path: file.path) }
  }

  /// Writes nothing unless every file is new.
  public func write(tell: Tell) throws(StorageError) {
    try check()
    if let folder { try Disk.makeFolder(folder) }
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
