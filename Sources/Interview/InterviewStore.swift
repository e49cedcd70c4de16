public import Inspection

/// Where an interview keeps what it is told; the disk in the program, memory in tests.
public protocol InterviewStore {
  /// Returns when the draft is safely on disk.
  func save(_ draft: Draft) throws(StoreFault)
  /// Hands the draft in under a new number or in the place of an earlier sheet, and removes it.
  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt
  /// Writes the 控え and returns its path.
  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> String
}

extension Interview.Effect {
  /// Performs the effect and tells what became of it; nil where nobody waits for an answer.
  public func perform(in store: some InterviewStore) -> Intent? {
    switch self {
    case .save(let draft):
      do throws(StoreFault) {
        try store.save(draft)
        return .saved
      } catch { return .saveFailed(error) }
    case .handIn(let draft, let number):
      do throws(HandInRefusal) {
        return .handedIn(try store.handIn(draft, as: number))
      } catch { return .handInRefused(error) }
    case .export(let draft, let receipt):
      do throws(StoreFault) {
        return .exported(path: try store.export(draft, receipt: receipt))
      } catch { return .exportFailed(error) }
    }
  }
}
