public import Formats
public import Inspection

/// The folder that is the database of one round; nothing outside it is needed to aggregate.
public struct RoundFolder {
  public let path: String
  public let policy: Policy
  public let round: Round
  public let events: [RoundEvent]

  public var status: RoundStatus { RoundStatus(of: round, after: events) }

  /// Reads `round.yaml`, the frozen policy and the log.
  public init(_ path: String) throws(StorageError) {
    self.path = path
    let policyPath = path + "/checklists/" + ChecklistLibrary.policyFile
    let roundBytes = try Disk.read(path + "/round.yaml")
    let policyBytes = try Disk.read(policyPath)
    do throws(YAMLError) {
      policy = try PolicyFormat.decode(policyBytes)
    } catch { throw .yaml(path: policyPath, error) }
    do throws(YAMLError) {
      round = try RoundFormat.decode(roundBytes, policy: policy)
    } catch { throw .yaml(path: path + "/round.yaml", error) }
    events = try Self.events(path + "/round.log")
  }

  /// Does something to the round as it stands while nobody else hands in to it or changes it.
  public static func locked<Value>(_ path: String, _ body: (RoundFolder) throws -> Value) throws -> Value {
    _ = try RoundFolder(path)
    let lock = try FileLock(path + "/.lock", waits: true)
    defer { withExtendedLifetime(lock) {} }
    return try body(RoundFolder(path))
  }

  // MARK: What is in it

  /// Where the roster stands, to be told to people.
  public var rosterPath: String { path + "/roster.csv" }

  /// The roster, or all its faults.
  public func roster() throws(StorageError) -> Roster { try Self.roster(Disk.read(rosterPath), at: rosterPath) }

  /// The roster in `bytes`, or all its faults, as those of the file at `path`.
  public static func roster(_ bytes: [UInt8], at path: String) throws(StorageError) -> Roster {
    do throws(RosterError) {
      return try RosterFormat.decode(bytes)
    } catch { throw .roster(path: path, error.faults) }
  }

  /// The frozen checklist of a role; throws when its bytes are not those that the round names.
  public func checklist(of role: Role) throws(StorageError) -> ChecklistLibrary.Entry {
    guard let frozen = round.checklists.first(where: { $0.role == role }) else { throw .noChecklist(role) }
    let file = path + "/checklists/" + (try SafeName.check(frozen.file))
    let bytes = try Disk.read(file)
    guard frozen.digests.contains(Digest.hexadecimal(of: bytes)) else { throw .checklistChanged(path: file) }
    do throws(YAMLError) {
      return ChecklistLibrary.Entry(try ChecklistFormat.decodeFrozen(bytes), bytes: bytes)
    } catch { throw .yaml(path: file, error) }
  }

  /// All frozen checklists, in the order of the settings.
  public func checklists() throws(StorageError) -> [Checklist] {
    var checklists: [Checklist] = []
    for frozen in round.checklists { checklists.append(try checklist(of: frozen.role).checklist) }
    return checklists
  }

  /// The hashes of the slip codes; empty for a round without codes.
  public func codes() throws(StorageError) -> [CodeEntry] {
    let file = path + "/codes.json"
    guard Disk.exists(file) else { return [] }
    let bytes = try Disk.read(file)
    return try decode(file) { reader throws(DocumentError) in try CodesFormat.decode(bytes, with: reader) }
  }

  /// Puts other hashes in the place of those that are there.
  ///
  /// The caller holds the round's lock.
  public func write(_ codes: [CodeEntry]) throws(StorageError) {
    try Disk.write(CodesFormat.encode(codes), to: path + "/codes.json")
  }

  /// Every file of a kind, in the order of the names; an empty list where the folder is missing.
  public func files(in kind: Kind) throws(StorageError) -> [File] {
    let folder = path + "/" + kind.rawValue
    guard Disk.exists(folder) else { return [] }
    return try Disk.names(in: folder).filter { $0.hasSuffix(".json") }.map {
      File(name: $0, path: folder + "/" + $0, nameInRound: "\(kind.rawValue)/\($0)")
    }
  }

  /// The folders of what people hand in, a file each; drafts lie in a practice round only.
  public enum Kind: String, Sendable { case sheets, submissions, opinions, drafts }

  public struct File: Equatable, Sendable {
    public var name: String
    public var path: String
    /// Such as `submissions/m01.json`.
    public var nameInRound: String
  }

  // MARK: What is done to it

  /// Puts a file into the folder of a kind, in the place of one of the same name.
  ///
  /// Only for rounds that are made up; people hand in by `HandIn`.
  ///
  /// - Parameter dated: the day that the file's date is set to.
  public func put(
    _ bytes: [UInt8], as name: String, in kind: Kind, dated day: CalendarDay? = nil
  ) throws(StorageError) {
    let folder = path + "/" + kind.rawValue
    try Disk.makeFolder(folder)
    try Disk.write(bytes, to: folder + "/" + SafeName.check(name), dated: day)
  }

  /// Writes down what was done.
  public func append(_ event: RoundEvent) throws(StorageError) {
    try Disk.append(RoundLogFormat.encode(event), to: path + "/round.log")
  }

  // MARK: Inside

  func decode<Value>(
    _ file: String, _ body: (borrowing JSONReader) throws(DocumentError) -> Value
  ) throws(StorageError) -> Value {
    guard let reader = JSONReader() else { throw .outOfMemory }
    do throws(DocumentError) {
      return try body(reader)
    } catch { throw .json(path: file, error) }
  }

  private static func events(_ file: String) throws(StorageError) -> [RoundEvent] {
    guard Disk.exists(file) else { return [] }
    guard let reader = JSONReader() else { throw .outOfMemory }
    let bytes = try Disk.read(file)
    do throws(RoundLogFormat.LineError) {
      return try RoundLogFormat.decode(bytes, with: reader)
    } catch { throw .log(path: file, line: error.line, error.reason) }
  }
}
