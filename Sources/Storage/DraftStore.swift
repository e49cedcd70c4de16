import Formats
import Glibc
public import Inspection

/// The drafts of one user: `<root>/<round id or personal>/<respondent id or role>.json`.
///
/// A draft that cannot be read is an error that names it; it is never written over. Nobody else may be able to write in the
/// folders, and a draft of another user is not taken for one's own.
public struct DraftStore {
  private static let personal = "personal"
  private static let suffix = ".json"

  private let root: String

  /// `root` is `$XDG_DATA_HOME/tenken`.
  public init(root: String) { self.root = root }

  /// Where the draft of a respondent stands.
  public func path(round: RoundID?, respondent: RespondentID?, role: Role) throws(StorageError) -> String {
    let name = try SafeName.check(respondent?.rawValue ?? role.rawValue)
    return "\(try folder(of: round))/\(name)\(Self.suffix)"
  }

  /// Where a draft lies.
  public func path(of draft: Draft) throws(StorageError) -> String {
    try path(round: draft.round, respondent: draft.respondent, role: draft.role)
  }

  private func folder(of round: RoundID?) throws(StorageError) -> String {
    guard round?.rawValue != Self.personal else { throw .unsafeName(Self.personal) }
    return "\(root)/\(try SafeName.check(round?.rawValue ?? Self.personal))"
  }

  /// Makes the folder and keeps every other program away from the draft at `path` for as long as the lock lives.
  public func lock(_ path: String) throws(StorageError) -> DraftLock {
    let folder = Disk.folder(of: path)
    try Disk.makeFolder(folder)
    for folder in [root, folder] { try Disk.checkPrivate(folder) }
    return try DraftLock(Self.lockPath(of: path))
  }

  private static func lockPath(of path: String) -> String { "\(Disk.folder(of: path))/.\(Disk.name(of: path)).lock" }

  /// The draft at `path`; nil where there is none.
  public func load(_ path: String) throws(StorageError) -> Draft? {
    guard try Disk.exists(path) else { return nil }
    guard let reader = JSONReader() else { throw .outOfMemory }
    try Disk.checkPrivate(path)
    let bytes = try Disk.read(Disk.name(of: path), in: Disk.folder(of: path), upTo: .json)
    do throws(DocumentError) {
      return try DraftFormat.decode(bytes, with: reader)
    } catch { throw .json(path: path, error) }
  }

  /// Returns when the draft is safely on disk.
  public func save(_ draft: Draft) throws(StorageError) {
    let path = try path(of: draft)
    try Disk.makeFolder(Disk.folder(of: path))
    try Disk.write(DraftFormat.encode(draft), to: path)
  }

  /// Keeps the draft's file under a name of its own, `member-2026-11-24.json` or, for a later one of that day,
  /// `member-2026-11-24-2.json`, of a hundred at most; returns its path.
  public func setAside(_ draft: Draft, on day: CalendarDay) throws(StorageError) -> String {
    let path = try path(of: draft)
    let bytes = try Disk.read(path, upTo: .json)
    var number = 1
    while true {
      let name = "-\(day.iso)" + (number == 1 ? "" : "-\(number)")
      let aside = String(path.dropLast(Self.suffix.count)) + name + Self.suffix
      do throws(StorageError) {
        try Disk.write(bytes, to: aside, replacing: .refused)
        try Disk.remove(path)
        return aside
      } catch {
        guard case .alreadyExists = error, number < 100 else { throw error }
        number += 1
      }
    }
  }

  /// Removes a draft, if there is one.
  public func remove(_ draft: Draft) throws(StorageError) { try Disk.removeIfAny(try path(of: draft)) }

  /// Removes what a program that was cut short has left: files that never got their name, locks that nobody holds, and the
  /// drafts of people whose submission is in the box, unless they are still to replace it.
  ///
  /// A draft that somebody has open stays, and so does one that cannot be read. Faults of single files are passed over:
  /// the next start sweeps again.
  ///
  /// - Parameter timesReplaced: of the submission of a person; nil where the person has none or it cannot be read.
  public func sweep(_ round: RoundID?, timesReplaced: (RespondentID) -> Int?) {
    guard let folder = try? folder(of: round), let names = try? Disk.names(in: folder) else { return }
    for name in names where name.hasSuffix(Self.suffix) && !name.hasPrefix(".") {
      let path = "\(folder)/\(name)"
      guard let lock = try? DraftLock(Self.lockPath(of: path)) else { continue }
      try? Disk.removeIfAny(Disk.temporaryName(for: path))
      if let draft = try? load(path), let times = draft.respondent.flatMap(timesReplaced),
        draft.isLeftover(ofSubmissionReplaced: times)
      {
        try? Disk.remove(path)
      }
      withExtendedLifetime(lock) {}
    }
    // Without a draft beside them: of somebody whose first answer was cut short.
    for name in names where name.hasPrefix(".") {
      for suffix in [Self.suffix + ".new", Self.suffix + ".lock"] where name.hasSuffix(suffix) {
        let draft = "\(folder)/\(name.dropFirst().dropLast(suffix.count - Self.suffix.count))"
        guard let lock = try? DraftLock(Self.lockPath(of: draft)) else { continue }
        try? Disk.removeIfAny(Disk.temporaryName(for: draft))
        withExtendedLifetime(lock) {}
      }
    }
  }
}

extension Disk {
  /// Throws unless a folder or file belongs to this user and nobody else may write to it; of a link, what it leads to.
  static func checkPrivate(_ path: String) throws(StorageError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw StorageError(errno: errno, path: path) }
    guard status.st_uid == geteuid() else { throw .ofAnotherUser(path: path) }
    if FileKind(status) == .link {
      guard stat(path, &status) == 0 else {
        throw errno == ENOENT ? .danglingLink(path: path) : StorageError(errno: errno, path: path)
      }
      guard status.st_uid == geteuid() else { throw .ofAnotherUser(path: path) }
    }
    guard status.st_mode & S_IWOTH == 0 else { throw .writableByAll(path: path) }
  }
}
