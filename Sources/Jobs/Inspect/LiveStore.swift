import Inspection
import Interview
import Storage

/// The interview's store on the disk.
struct LiveStore: InterviewStore {
  let surroundings: Surroundings
  /// nil for a personal inspection.
  let handIn: HandIn?
  let copy: PersonalCopy

  func save(_ draft: Draft) throws(StoreFault) {
    do throws(StorageError) { try surroundings.drafts.save(draft) } catch { throw StoreFault(error) }
  }

  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt {
    guard let handIn else { throw .roundClosed }
    var generator = surroundings.generator()
    return try handIn.perform(draft, as: number, using: &generator, at: surroundings.clock())
  }

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> String {
    do throws(StorageError) { return try copy.write(draft) } catch { throw StoreFault(error) }
  }
}
