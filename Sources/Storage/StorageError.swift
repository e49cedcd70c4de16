public import Formats
import Glibc
public import Inspection

/// What the disk, or what stands on it, did not allow; facts only.
public enum StorageError: Error, Equatable, Sendable {
  case notFound(path: String)
  case noPermission(path: String)
  case readOnly(path: String)
  case diskFull(path: String)
  case alreadyExists(path: String)
  case notAFolder(path: String)
  /// A data folder or draft that belongs to somebody else.
  case ofAnotherUser(path: String)
  /// A data folder or draft that everybody may write to.
  case writableByAll(path: String)
  /// Something other than a regular file stands there.
  case notAFile(path: String, FileKind)
  /// More bytes than such a file may have.
  case tooLarge(path: String, limit: SizeLimit)
  /// A link to something that is not there.
  case danglingLink(path: String)
  /// A name in that folder is no UTF-8.
  case nameNotUTF8(folder: String)
  /// Another program holds the lock on it.
  case busy(path: String)
  /// Nobody can be kept out for a moment there; with the name of the file system where that is why.
  case cannotLock(path: String, fileSystem: String?)
  /// Any other failure, with errno.
  case system(path: String, code: Int32)

  /// An id that must not become a file name.
  case unsafeName(String)
  case yaml(path: String, YAMLError)
  case json(path: String, DocumentError)
  case log(path: String, line: Int, DocumentError)
  case box(path: String, BoxError)
  /// A round has lost a file that it says it has.
  case missing(path: String)
  /// What was handed in to the round was destroyed on that day.
  case purged(path: String, on: CalendarDay)
  /// The folder was made by a version whose rounds this one does not read.
  case earlierRound(path: String, format: String)
  case roster(path: String, [RosterFault])
  case actions(path: String, [ActionsFault])
  case opinions(path: String, [OpinionsFault])
  case audit(path: String, [AuditFault])
  /// The digest of a frozen checklist is not one that the round names.
  case checklistChanged(path: String)
  case noChecklist(Role)
  /// An internal edition that was kept is not the one that its record tells of.
  case summaryChanged(path: String)
  /// What was kept of an earlier edition cannot be read at this line, from 1.
  case badManifest(path: String, line: Int)
  /// More people than slip codes can be told apart by.
  case tooManyPeople(limit: Int)
  /// Memory for hashing or parsing could not be had.
  case outOfMemory

  /// From errno, after a call that named `path`.
  init(errno code: Int32, path: String) {
    self =
      switch code {
      case ENOENT: .notFound(path: path)
      case EPERM, EACCES: .noPermission(path: path)
      case EEXIST: .alreadyExists(path: path)
      case ENOTDIR: .notAFolder(path: path)
      case EISDIR: .notAFile(path: path, .folder)
      case ENOSPC, EDQUOT: .diskFull(path: path)
      case EROFS: .readOnly(path: path)
      case EWOULDBLOCK: .busy(path: path)
      default: .system(path: path, code: code)
      }
  }

  /// The same of another path, where the file's own name must not be told; other faults as they are.
  func about(_ path: String) -> StorageError {
    switch self {
    case .notFound: .notFound(path: path)
    case .noPermission: .noPermission(path: path)
    case .diskFull: .diskFull(path: path)
    case .readOnly: .readOnly(path: path)
    case .alreadyExists: .alreadyExists(path: path)
    case .notAFolder: .notAFolder(path: path)
    case .busy: .busy(path: path)
    case .system(_, let code): .system(path: path, code: code)
    default: self
    }
  }
}

extension StoreFault {
  /// The part of a storage error that a person at the interview can act on.
  public init(_ error: StorageError) {
    self =
      switch error {
      case .noPermission(let path): .noPermission(path: path)
      case .diskFull(let path): .diskFull(path: path)
      case .readOnly(let path): .readOnly(path: path)
      case .notFound(let path), .alreadyExists(let path), .notAFolder(let path), .busy(let path),
        .checklistChanged(let path), .yaml(let path, _), .json(let path, _), .log(let path, _, _),
        .roster(let path, _), .actions(let path, _), .opinions(let path, _), .audit(let path, _),
        .badManifest(let path, _), .summaryChanged(let path),
        .box(let path, _),
        .missing(let path), .purged(let path, _), .earlierRound(let path, _), .notAFile(let path, _),
        .tooLarge(let path, _),
        .danglingLink(let path), .nameNotUTF8(let path), .cannotLock(let path, _), .ofAnotherUser(let path),
        .writableByAll(let path):
        .other(path: path, code: 0)
      case .system(let path, let code): .other(path: path, code: Int(code))
      case .unsafeName(let name): .other(path: name, code: 0)
      case .noChecklist(let role): .other(path: role.rawValue, code: 0)
      case .tooManyPeople, .outOfMemory: .other(path: "", code: 0)
      }
  }
}
