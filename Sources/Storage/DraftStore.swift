import Formats
public import Inspection

/// The drafts of one user: `<root>/<round id or personal>/<respondent id or role>.json`.
///
/// A draft that cannot be read is an error that names it; it is never written over.
public struct DraftStore {
  private static let personal = "personal"

  private let root: String

  /// `root` is `$XDG_DATA_HOME/tenken`.
  public init(root: String) { self.root = root }

  /// Where the draft of a respondent stands.
  public func path(round: RoundID?, respondent: RespondentID?, role: Role) throws(StorageError) -> String {
    guard round?.rawValue != Self.personal else { throw .unsafeName(Self.personal) }
    let folder = try SafeName.check(round?.rawValue ?? Self.personal)
    let name = try SafeName.check(respondent?.rawValue ?? role.rawValue)
    return "\(root)/\(folder)/\(name).json"
  }

  public func path(of draft: Draft) throws(StorageError) -> String {
    try path(round: draft.round, respondent: draft.respondent, role: draft.role)
  }

  /// Makes the folder and keeps every other program away from the draft at `path` for as long as the lock lives.
  public func lock(_ path: String) throws(StorageError) -> FileLock {
    let folder = Disk.folder(of: path)
    try Disk.makeFolder(folder)
    return try FileLock("\(folder)/.\(path.split(separator: "/").last ?? "").lock")
  }

  /// The draft at `path`; nil where there is none.
  public func load(_ path: String) throws(StorageError) -> Draft? {
    guard Disk.exists(path) else { return nil }
    guard let reader = JSONReader() else { throw .outOfMemory }
    let bytes = try Disk.read(path)
    do throws(DocumentError) {
      return try DraftFormat.decode(bytes, with: reader)
    } catch { throw .json(path: path, error) }
  }

  /// Returns when the draft is safely on disk.
  ///
  /// A hand-in that was cut short stays noted even if `draft` does not know of it, so that it goes on under its numbers.
  public func save(_ draft: Draft) throws(StorageError) {
    let path = try path(of: draft)
    let stored = try load(path)
    var draft = draft
    draft.handingIn = draft.handingIn ?? stored?.handingIn
    draft.opinionNumber = draft.opinionNumber ?? stored?.opinionNumber
    try Disk.makeFolder(Disk.folder(of: path))
    try Disk.write(DraftFormat.encode(draft), to: path)
  }

  public func remove(_ draft: Draft) throws(StorageError) {
    let path = try path(of: draft)
    if Disk.exists(path) { try Disk.remove(path) }
  }
}
