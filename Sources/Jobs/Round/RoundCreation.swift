import Aggregation
import Characters
import Formats
public import Inspection
public import Storage

/// The making of a round's folder: `tenken round create`.
///
/// It begins before people are asked for what the command line left out, so that nobody answers in vain.
public struct RoundCreation {
  /// How people come in.
  public enum Admission: Equatable, Sendable {
    /// By a slip code each; the codes are written to `list`, or beside the round for nil.
    case codes(list: String?)
    /// By choosing a name.
    case names
  }

  /// Why no round was made; facts only.
  public enum Refusal: Error, Equatable, Sendable {
    /// All that is wrong with the settings; nothing was made.
    case faults([Fault])
  }

  /// What was made.
  public struct Made: Equatable, Sendable {
    /// How many people are asked, exempt ones left out.
    public var asked: Int
    public var deadline: CalendarDay
    /// How many open actions came from the earlier round, and the list in which they stand.
    public var carried: Int
    public var actions: String
    /// Where the slip codes stand; nil for a round without.
    public var codes: String?
  }

  public let path: String
  public let library: ChecklistLibrary
  /// The earlier round that it follows.
  public private(set) var previous: RoundID?
  private var carried: [Action] = []
  private var evidence: EarlierEvidence?

  /// Throws `StorageError` where the folder's name, which becomes the id, holds what nobody sees, where something is at
  /// `path` already, or the checklists or the earlier round cannot be read.
  ///
  /// - Parameters:
  ///   - checklists: a folder of checklists; nil for those built in.
  ///   - previous: an earlier round, whose open actions are carried on.
  public init(at path: String, checklists: String?, previous: String?) throws(StorageError) {
    // U+FFFD stands for bytes that were no UTF-8.
    let name = RoundID(folder: path).rawValue
    guard name.isSeen, !name.containsScalar("\u{FFFD}") else { throw .unsafeName(name) }
    if try Disk.exists(path) { throw .alreadyExists(path: path) }
    self.path = path
    library = try ChecklistLibrary(folder: checklists)
    if let previous { try follow(previous) }
  }

  /// Looks back on the round in a folder: its open actions are carried on, the organisation's evidence is kept to be
  /// offered again, and items that ask about it are asked.
  public mutating func follow(_ path: String) throws(StorageError) {
    let folder = try RoundFolder(path)
    carried = try folder.actions()?.rows.open ?? []
    evidence = Self.evidence(in: folder)
    previous = folder.round.id
  }

  /// What the organisation named; a help and no more, so that a box that cannot be read keeps nobody from a new round. Of a
  /// round that was purged its last internal edition tells.
  private static func evidence(in folder: RoundFolder) -> EarlierEvidence? {
    if folder.status.purged != nil { return (try? EarlierSource(folder.path, tell: { _ in }))?.round.evidence }
    guard let box = try? folder.box(), let inbox = try? RoundInbox(box, includingSheets: true) else { return nil }
    let sheet = inbox.sheets.map(\.sheet).first { $0.role == .organisation && $0.round == folder.round.id }
    return sheet.map(EarlierEvidence.init(on:)).flatMap { $0.entries.isEmpty ? nil : $0 }
  }

  /// Who is on the roster in a file, or all its faults.
  public func people(in file: String) throws(StorageError) -> Roster {
    try RoundFolder.roster(try Disk.read(file, upTo: .table), at: file, policy: library.policy)
  }

  /// Makes the codes and the folder; there is a whole round or none, and a list of codes only with a round.
  ///
  /// Throws `Refusal` and `StorageError`.
  ///
  /// - Parameters:
  ///   - wanted: the settings; the id comes from the folder's name, the checklists from the library.
  ///   - rosterFile: the roster as a CSV file.
  public func make(
    _ wanted: Round, roster rosterFile: String, admission: Admission,
    using generator: inout some RandomNumberGenerator, clock: Clock, tell: Tell
  ) throws -> Made {
    let roster = try Disk.read(rosterFile, upTo: .table)
    let people = try RoundFolder.roster(roster, at: rosterFile, policy: library.policy)
    let round = try settled(wanted)
    let asked = people.invited(to: round)
    let list: String? =
      switch admission {
      case .codes(let list): list ?? RoundFolder.slipsPath(beside: path)
      case .names: nil
      }
    let codes = try list.map { try makeCodes(for: asked, list: $0, using: &generator, tell: tell) } ?? []
    do {
      let folder = try RoundFolder.create(
        path, round: round, roster: roster, library: library, codes: codes, actions: carried, evidence: evidence,
        at: clock())
      return Made(
        asked: asked.count, deadline: round.deadline, carried: carried.count, actions: folder.actionsPath, codes: list)
    } catch {
      // Codes of no round are of no use, and would be in the way of the next attempt.
      if let list { try Disk.remove(list) }
      throw error
    }
  }

  private func settled(_ wanted: Round) throws -> Round {
    var round = wanted
    round.id = RoundID(folder: path)
    if let previous { round.previous = previous }
    let roles = try library.roles.filter(wanted.staffMode.asks)
    round.checklists = try RoundFolder.frozen(roles, from: library)
    let faults = round.faults(policy: library.policy)
    guard faults.isEmpty else { throw Refusal.faults(faults) }
    return round
  }

  private func makeCodes(
    for people: [Respondent], list: String, using generator: inout some RandomNumberGenerator, tell: Tell
  ) throws(StorageError) -> [CodeEntry] {
    if try Disk.exists(list) { throw .alreadyExists(path: list) }
    let holders = people + [SlipCodes.supervisor]
    let made = try SlipCodes.make(for: holders, using: &generator) {
      tell(.progress(.makingCodes, done: $0, total: holders.count))
    }
    try Disk.write(
      SlipsFormat.encode(made.slips.map { ($0.respondent, $0.code) }), to: list, replacing: .refused)
    return made.entries
  }
}
