import Inspection
import Interview
import Storage

/// The interview's store on the disk.
struct LiveStore: InterviewStore {
  let drafts: DraftStore
  /// nil for a personal inspection.
  let handIn: HandIn?
  /// Makes the 控え of a draft.
  let keepsake: (Draft) throws(StorageError) -> String

  func save(_ draft: Draft) throws(StoreFault) {
    do throws(StorageError) { try drafts.save(draft) } catch { throw StoreFault(error) }
  }

  func handIn(_ draft: Draft, replacing number: CheckedNumber?) throws(HandInRefusal) -> HandInReceipt {
    guard let handIn else { throw .roundClosed }
    var generator = SystemRandomNumberGenerator()
    do throws(HandInError) {
      let numbers = try handIn.perform(
        draft, replacing: number, using: &generator, at: ProcessEnvironment.now())
      return HandInReceipt(receipt: numbers.receipt, sheet: numbers.sheet)
    } catch { throw HandInRefusal(error) }
  }

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> String {
    do throws(StorageError) { return try keepsake(draft) } catch { throw StoreFault(error) }
  }

  func discard(_ draft: Draft) throws(StoreFault) {
    do throws(StorageError) { try drafts.remove(draft) } catch { throw StoreFault(error) }
  }
}

extension StoreFault {
  init(_ error: StorageError) {
    self =
      switch error {
      case .noPermission(let path): .noPermission(path: path)
      case .diskFull(let path): .diskFull(path: path)
      case .readOnly(let path): .readOnly(path: path)
      case .notFound(let path), .alreadyExists(let path), .notAFolder(let path), .busy(let path),
        .checklistChanged(let path), .yaml(let path, _), .json(let path, _), .log(let path, _, _),
        .roster(let path, _), .actions(let path, _), .opinions(let path, _), .badManifest(let path):
        .other(path: path, code: 0)
      case .system(let path, let code): .other(path: path, code: Int(code))
      case .unsafeName(let name): .other(path: name, code: 0)
      case .noChecklist(let role): .other(path: role.rawValue, code: 0)
      case .tooManyPeople, .outOfMemory: .other(path: "", code: 0)
      }
  }
}

extension HandInRefusal {
  init(_ error: HandInError) {
    self =
      switch error {
      case .roundClosed: .roundClosed
      case .alreadyHandedIn: .alreadyHandedIn
      case .unknownNumber: .unknownNumber
      case .storage(let error): .store(StoreFault(error))
      }
  }
}
