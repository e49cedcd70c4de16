import Inspection
import Interview
import Storage

/// The part of a visit in which a draft is open: what comes before the interview, then the interview proper.
struct Sitting {
  let setting: Setting
  let method: EntryMethod
  /// Who enters the answers; nil where people enter their own.
  var helper: Respondent?
  /// nil for a personal inspection.
  var handIn: HandIn?

  /// Goes on with the stored draft, or begins with a fresh one; no other program opens it meanwhile.
  func run(_ fresh: Draft, on display: some Display, in surroundings: Surroundings) throws -> VisitEnding {
    let path = try surroundings.drafts.path(of: fresh)
    let lock = try surroundings.drafts.lock(path)
    defer { withExtendedLifetime(lock) {} }
    let clock = surroundings.clock
    let store = LiveStore(
      surroundings: surroundings, handIn: handIn,
      copy: PersonalCopy(setting: setting, day: clock().day, folder: surroundings.copies))
    let preparation = Preparation(setting: setting, method: method, helper: helper, clock: clock)
    let stored = try surroundings.drafts.load(path) ?? fresh
    let draft: Draft
    switch try preparation.prepare(stored, in: store, on: display) {
    case .ended(let ending): return ending
    case .ready(let prepared): draft = prepared
    }
    // Kept in memory only: no file may hold it beside a name.
    var generator = surroundings.generator()
    let interview = Interview(setting, draft: draft, number: CheckedNumber.random(using: &generator))
    switch try display.run(Runner(interview, clock: clock) { $0.perform(in: store) }) {
    case .suspended: return .suspended
    case .finished(let path): return .finished(isHandedIn: setting.round != nil, copy: path)
    }
  }
}

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

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake {
    do throws(StorageError) { return try copy.make(draft) } catch { throw StoreFault(error) }
  }
}
