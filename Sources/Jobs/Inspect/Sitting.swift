import Characters
import Formats
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

  /// The codes of the round's slips; none for a personal inspection.
  var codes: [CodeEntry] = []

  /// Goes on with the stored draft, or begins with a fresh one; no other program opens it meanwhile.
  func run(_ fresh: Draft, on display: some Display, in surroundings: Surroundings) throws -> VisitEnding {
    let path = try surroundings.drafts.path(of: fresh)
    let lock = try surroundings.drafts.lock(path)
    defer { withExtendedLifetime(lock) {} }
    let clock = surroundings.clock
    let store = LiveStore(
      surroundings: surroundings, handIn: handIn, codes: codes, fresh: fresh,
      copy: PersonalCopy(setting: setting, day: clock().day, folder: surroundings.copies))
    var draft = fresh
    if let kept = try surroundings.drafts.load(path) {
      if kept.goesOn(in: fresh) { draft = kept } else { _ = try surroundings.drafts.setAside(kept, on: clock().day) }
    }
    // Kept in memory only: no file may hold it beside a name.
    var generator = surroundings.generator()
    var number = SheetNumber.new(CheckedNumber.random(using: &generator))
    draft.replacing = nil
    if let standing = try handIn?.earlier() {
      let replacement = Replacement(in: setting, receipt: standing.receipt, isBegun: draft.holdsAnything)
      switch try display.run(Runner(replacement, clock: clock) { .numberLookedUp(store.lookUp($0)) }) {
      case .left: return .unchanged(receipt: standing.receipt)
      case .replacing(let earlier, let start):
        number = .replacing(earlier)
        draft.replacing = standing.timesReplaced
        if let start { draft.begin(from: start, of: setting.questionnaire) }
      }
    }
    let preparation = Preparation(setting: setting, method: method, helper: helper, clock: clock)
    switch try preparation.prepare(draft, in: store, on: display) {
    case .ended(let ending): return ending
    case .ready(let prepared): draft = prepared
    }
    let isReplacing = draft.isReplacing
    let interview = Interview(setting, draft: draft, number: number)
    switch try display.run(Runner(interview, clock: clock) { $0.perform(in: store) }) {
    case .suspended(let isKept): return .suspended(isKept: isKept, isReplacing: isReplacing)
    case .finished(let path): return .finished(isHandedIn: setting.round != nil, copy: path)
    }
  }
}

/// The interview's store on the disk.
struct LiveStore: InterviewStore {
  let surroundings: Surroundings
  /// nil for a personal inspection.
  let handIn: HandIn?
  let codes: [CodeEntry]
  /// What a new inspection begins with.
  let fresh: Draft
  let copy: PersonalCopy

  func save(_ draft: Draft) throws(StoreFault) {
    do throws(StorageError) { try surroundings.drafts.save(draft) } catch { throw StoreFault(error) }
  }

  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt {
    guard let handIn else { throw .roundClosed }
    var generator = surroundings.generator()
    return try handIn.perform(draft, as: number, using: &generator, at: surroundings.clock())
  }

  func lookUp(_ effect: Replacement.Effect) -> EarlierNumber {
    guard case .lookUp(let number) = effect, let handIn else { return .unknown }
    do throws(StorageError) {
      if let sheet = try handIn.earlierSheet(number) { return .sheet(sheet.answers) }
    } catch { return .notRead(StoreFault(error)) }
    return SlipCodes.respondent(with: number, in: codes) == nil ? .unknown : .slipCode
  }

  func setAside(_ draft: Draft) throws(StoreFault) -> Draft {
    do throws(StorageError) { _ = try surroundings.drafts.setAside(draft, on: surroundings.clock().day) } catch {
      throw StoreFault(error)
    }
    var fresh = fresh
    fresh.started = surroundings.clock()
    fresh.updated = fresh.started
    return fresh
  }

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake {
    do throws(StorageError) { return try copy.make(draft, number: receipt?.sheet) } catch { throw StoreFault(error) }
  }
}
