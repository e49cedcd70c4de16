public import Inspection

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
        .roster(let path, _), .actions(let path, _), .opinions(let path, _), .badManifest(let path), .box(let path, _),
        .missing(let path), .earlierRound(let path, _), .notAFile(let path, _), .tooLarge(let path, _),
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
