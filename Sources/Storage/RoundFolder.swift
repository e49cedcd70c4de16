import Characters
public import Formats
public import Inspection

/// The folder that is the database of one round; nothing outside it is needed to aggregate.
///
/// What a round has is said by the round: its settings, policy, checklists, roster, log and box, and the hashes of its slip
/// codes where it has codes. One of these that is missing is an error that names it, never «none».
public struct RoundFolder {
  /// The files of a round by their names in it.
  public enum File {
    public static let settings = "round.yaml"
    public static let roster = "roster.csv"
    public static let policy = "checklists/" + ChecklistLibrary.policyFile
    public static let codes = "codes.json"
    public static let box = "box.ndjson"
    public static let log = "round.log"
  }

  public let path: String
  public let policy: Policy
  public let round: Round
  /// The log's lines, in order.
  let lines: [RoundLogFormat.Line]
  /// Of the settings and the policy, as they were read.
  let entries: [RoundManifest.Entry]
  let log: [UInt8]

  public var rosterPath: String { path + "/" + File.roster }
  public var boxPath: String { path + "/" + File.box }

  public var events: [RoundEvent] { lines.map(\.event) }

  public var status: RoundStatus { RoundStatus(of: round, after: events) }

  /// Reads the settings, the frozen policy and the log, and sees that all else is there that the round says it has, so that
  /// nothing is begun without it.
  public init(_ path: String) throws(StorageError) { try self.init(path, log: nil) }

  /// - Parameter mended: the log as it will be; nil reads it.
  init(_ path: String, log mended: [UInt8]?) throws(StorageError) {
    self.path = path
    let settings = try Self.read(File.settings, in: path, upTo: .yaml)
    let policyBytes = try Self.read(File.policy, in: path, upTo: .yaml)
    do throws(YAMLError) {
      policy = try PolicyFormat.decode(policyBytes)
    } catch { throw .yaml(path: path + "/" + File.policy, error) }
    do throws(YAMLError) {
      round = try RoundFormat.decode(settings, policy: policy)
    } catch {
      if let format = error.earlierRoundFormat { throw .earlierRound(path: path, format: format) }
      throw .yaml(path: path + "/" + File.settings, error)
    }
    log = if let mended { mended } else { try Self.logBytes(in: path) }
    let lines: Result<[RoundLogFormat.Line], StorageError>
    do throws(StorageError) { lines = .success(try Self.lines(log, path: path + "/" + File.log)) } catch {
      lines = .failure(error)
    }
    let isPurged = (try? lines.get())?.contains { $0.event.kind == .purged } ?? false
    for name in try Self.names(of: round) where try !Disk.exists(path + "/" + name) {
      // What was destroyed after its day is missing rightly.
      guard isPurged, Self.isDestroyed(name) else { throw .missing(path: path + "/" + name) }
    }
    // Last, so that a repair of the log finds all else in order.
    self.lines = try lines.get()
    entries = [
      .init(name: File.settings, digest: Digest.hexadecimal(of: settings)),
      .init(name: File.policy, digest: Digest.hexadecimal(of: policyBytes)),
    ]
  }

  /// Does something to the round as it stands while nobody else hands in to it or changes it, after taking away what a
  /// program that was cut short may have left.
  ///
  /// - Parameter waiting: whether to wait until nobody else holds it; otherwise throws `StorageError.busy`.
  public static func locked<Value>(
    _ path: String, waiting: Bool = true, _ body: (RoundFolder) throws -> Value
  ) throws -> Value {
    let lock = try FolderLock(path, waiting: waiting)
    defer { withExtendedLifetime(lock) {} }
    let folder = try RoundFolder(path)
    try folder.sweep()
    return try body(folder)
  }

  /// Throws what would refuse every hand-in to this folder: a file system that cannot keep two programs apart
  /// (docs/design.md 4), or one on which nothing can be written.
  public func checkHandIns() throws(StorageError) { try FolderLock.check(path) }

  /// What a round has beside its settings, policy and log.
  private static func names(of round: Round) throws(StorageError) -> [String] {
    var names = [File.roster, File.box] + (round.hasCodes ? [File.codes] : [])
    for frozen in round.checklists { names.append(try name(of: frozen)) }
    return names
  }

  /// Whether a file holds what people handed in or who they are, and goes after the day of disposal.
  static func isDestroyed(_ name: String) -> Bool {
    [File.roster, File.codes, File.box].contains(name)
  }

  // MARK: What is in it

  /// The roster, or all its faults.
  public func roster() throws(StorageError) -> Roster {
    try Self.roster(try read(File.roster, upTo: .table), at: rosterPath, policy: policy)
  }

  /// The roster in `bytes`, or all its faults, as those of the file at `path`.
  public static func roster(_ bytes: [UInt8], at path: String, policy: Policy) throws(StorageError) -> Roster {
    do throws(RosterError) {
      return try RosterFormat.decode(bytes, policy: policy)
    } catch { throw .roster(path: path, error.faults) }
  }

  /// Of the roster in `bytes` nothing but what figures need.
  func standings(in bytes: [UInt8]) throws(StorageError) -> Standings {
    do throws(RosterError) {
      return try RosterFormat.standings(bytes, policy: policy, on: round.referenceDay)
    } catch { throw .roster(path: rosterPath, error.faults) }
  }

  /// The frozen checklist of a role; throws when its bytes are not those that the round names.
  public func checklist(of role: Role) throws(StorageError) -> ChecklistLibrary.Entry {
    guard let frozen = round.checklists.first(where: { $0.role == role }) else { throw .noChecklist(role) }
    let name = try Self.name(of: frozen)
    let bytes = try read(name, upTo: .yaml)
    guard frozen.digests.contains(Digest.hexadecimal(of: bytes)) else {
      throw .checklistChanged(path: path + "/" + name)
    }
    do throws(YAMLError) {
      return ChecklistLibrary.Entry(try ChecklistFormat.decodeFrozen(bytes), bytes: bytes)
    } catch { throw .yaml(path: path + "/" + name, error) }
  }

  static func name(of frozen: Round.FrozenChecklist) throws(StorageError) -> String {
    "checklists/" + (try SafeName.check(frozen.file))
  }

  /// All frozen checklists, in the order of the settings.
  public func checklists() throws(StorageError) -> [Checklist] {
    var checklists: [Checklist] = []
    for frozen in round.checklists { checklists.append(try checklist(of: frozen.role).checklist) }
    return checklists
  }

  /// The hashes of the slip codes; empty for a round without codes.
  public func codes() throws(StorageError) -> [CodeEntry] {
    guard round.hasCodes else { return [] }
    let bytes = try read(File.codes, upTo: .json)
    return try decode(path + "/" + File.codes) { reader throws(DocumentError) in
      try CodesFormat.decode(bytes, with: reader)
    }
  }

  /// All that was handed in, or why it may neither be counted nor added to.
  public func box() throws(StorageError) -> Box { try decodeBox(try boxBytes()) }

  /// What tells this round from another that bore its name: the digest of the first line of its log.
  public var opened: String? { lines.first?.digest }

  /// The box's bytes as they are, for those who look at what is wrong with them.
  public func boxBytes() throws(StorageError) -> [UInt8] { try read(File.box, upTo: .box) }

  func decodeBox(_ bytes: [UInt8]) throws(StorageError) -> Box {
    guard let reader = JSONReader() else { throw .outOfMemory }
    do throws(BoxError) {
      return try BoxFormat.decode(bytes, of: round.id, with: reader)
    } catch { throw .box(path: boxPath, error) }
  }

  // MARK: What is done to it

  /// Writes down what was done: the whole log with one line more for each.
  ///
  /// The caller holds the round's lock. The new lines are given back as they stand there.
  @discardableResult
  public func record(_ events: RoundEvent...) throws(StorageError) -> [RoundLogFormat.Line] { try record(events) }

  /// The same of any number, none included.
  @discardableResult
  public func record(_ events: [RoundEvent]) throws(StorageError) -> [RoundLogFormat.Line] {
    // An editor may have taken the last line's end away.
    var bytes = log + (log.isEmpty || log.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")])
    var added: [RoundLogFormat.Line] = []
    for event in events {
      let previous = (added.last ?? lines.last)?.digest
      let line = RoundLogFormat.encode(event, after: previous)
      added.append(
        RoundLogFormat.Line(
          number: bytes.count { $0 == UInt8(ascii: "\n") } + 1, event: event,
          digest: Digest.hexadecimal(of: line.dropLast()), previous: previous))
      bytes += line
    }
    try write(bytes, as: File.log)
    return added
  }

  /// Puts all that was handed in in the place of what was there.
  ///
  /// The caller holds the round's lock.
  public func write(_ box: Box) throws(StorageError) { try write(BoxFormat.encode(box), as: File.box) }

  /// Puts other hashes in the place of those that are there.
  ///
  /// The caller holds the round's lock.
  public func write(_ codes: [CodeEntry]) throws(StorageError) {
    try write(CodesFormat.encode(codes), as: File.codes)
  }

  static let draftsFolder = "drafts"

  /// Puts a draft into the folder, where people try a practice round's export on it.
  public func keep(_ draft: Draft) throws(StorageError) {
    try Disk.makeFolder(path + "/" + Self.draftsFolder)
    let name = try SafeName.check(draft.respondent?.rawValue ?? "draft")
    try write(DraftFormat.encode(draft), as: "\(Self.draftsFolder)/\(name).json")
  }

  /// Takes away whole files that never got their name; beside the box such a file would tell what somebody handed in.
  ///
  /// The caller holds the round's lock.
  func sweep() throws(StorageError) {
    for name in [File.box, File.log, File.codes] {
      try Disk.removeIfAny(Disk.temporaryName(for: path + "/" + name))
    }
  }

  // MARK: Inside

  func read(_ name: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8] {
    try present(name) { () throws(StorageError) in try Self.read(name, in: path, upTo: limit) }
  }

  /// The same of a file of lines, in blocks; `body` gets its last `count` bytes too.
  func lines<Value>(
    of name: String, upTo limit: SizeLimit, last count: Int,
    _ body: (LineBlocks, ArraySlice<UInt8>) throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    try present(name) { () throws(StorageError) in
      try Self.owned(name) { () throws(StorageError) in
        try Disk.lines(of: name, in: path, upTo: limit, last: count, body)
      }
    }
  }

  private func present<Value>(_ name: String, _ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
    if let purged = status.purged, Self.isDestroyed(name) { throw .purged(path: path, on: purged.day) }
    return try body()
  }

  /// The log as it is, which a repair reads before anything else can be read.
  static func logBytes(in path: String) throws(StorageError) -> [UInt8] {
    try read(File.log, in: path, upTo: .log)
  }

  private static func read(_ name: String, in path: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8] {
    try owned(name) { () throws(StorageError) in try Disk.read(name, in: path, upTo: limit) }
  }

  private static func owned<Value>(
    _ name: String, _ body: () throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    do throws(StorageError) { return try body() } catch {
      // A folder without settings is no round; a round without one of its files has lost it.
      guard case .notFound(let missing) = error, name != File.settings else { throw error }
      throw .missing(path: missing)
    }
  }

  func write(_ bytes: [UInt8], as name: String) throws(StorageError) {
    try Disk.write(bytes, to: path + "/" + name)
  }

  func decode<Value>(
    _ file: String, _ body: (borrowing JSONReader) throws(DocumentError) -> Value
  ) throws(StorageError) -> Value {
    guard let reader = JSONReader() else { throw .outOfMemory }
    do throws(DocumentError) {
      return try body(reader)
    } catch { throw .json(path: file, error) }
  }

  private static func lines(_ bytes: [UInt8], path: String) throws(StorageError) -> [RoundLogFormat.Line] {
    guard let reader = JSONReader() else { throw .outOfMemory }
    do throws(RoundLogFormat.LineError) {
      return try RoundLogFormat.decode(bytes, with: reader)
    } catch { throw .log(path: path, line: error.line, error.reason) }
  }
}

/// What a round has beside its folder, named after it.
extension RoundFolder {
  /// The list of slip codes, which must not lie in the folder: it would tell the codes of which that keeps only hashes.
  public static func slipsPath(beside path: String) -> String { path + "-codes.csv" }

  /// The folder of letters, unless another is named.
  public static func lettersFolder(beside path: String) -> String { path + "-letters" }
}

extension RoundID {
  /// The id of a round made at `path`: the folder's name, so that rounds side by side do not share their drafts.
  public init(folder path: String) { self.init(path.lastPathComponent.nonEmpty ?? path) }
}
