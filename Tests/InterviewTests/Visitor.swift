import Inspection
import Interview
import Testing

/// Keeps what an interview is told in memory, and can fail or refuse.
final class MemoryStore: InterviewStore {
  var saved: Draft?
  /// Whether a draft was written after the hand-in, when nothing of it should come back.
  private(set) var isWrittenAfterHandIn = false
  var handedIn: [Draft] = []
  var replaced: [CheckedNumber] = []
  /// The new numbers under which was handed in.
  var drawn: [CheckedNumber] = []
  var exported: [Draft] = []
  /// Whether the draft is there no more, as it must be once it was handed in.
  var isDraftGone: Bool { saved == nil }
  var fault: StoreFault?
  var refusal: HandInRefusal?

  let receipt: HandInReceipt

  init() throws {
    receipt = HandInReceipt(receipt: "123456", sheet: try #require(CheckedNumber(payload: "12345678901")))
  }

  func save(_ draft: Draft) throws(StoreFault) {
    if let fault { throw fault }
    saved = draft
    if !handedIn.isEmpty { isWrittenAfterHandIn = true }
  }

  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt {
    switch number {
    case .replacing(let number):
      replaced.append(number)
      if number != receipt.sheet { throw .unknownNumber }
    case .new(let number):
      if let refusal { throw refusal }
      drawn.append(number)
    }
    handedIn.append(draft)
    saved = nil
    return HandInReceipt(receipt: receipt.receipt, sheet: number.value)
  }

  /// What is shown instead of a file; nil writes one.
  var shown: [String]?

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake {
    if let fault { throw fault }
    exported.append(draft)
    return shown.map { .shown($0) } ?? .written(path: "hikae.txt")
  }

  /// The drafts that were put aside.
  var aside: [Draft] = []

  func setAside(_ draft: Draft) throws(StoreFault) -> Draft {
    if let fault { throw fault }
    aside.append(draft)
    saved = nil
    return Draft(
      round: draft.round, checklist: draft.checklist, role: draft.role, respondent: draft.respondent,
      entry: draft.entry, started: draft.updated)
  }
}

/// A person who goes through an interview, in a person's words.
struct Visitor {
  let store: MemoryStore
  private var runner: Runner<Interview>

  init(_ setting: Setting, draft: Draft? = nil, replacing earlier: CheckedNumber? = nil) throws {
    let store = try MemoryStore()
    self.store = store
    let start = Timestamp(secondsSinceEpoch: 1_795_521_333)
    let fresh = Draft(
      round: setting.round?.id, checklist: ChecklistReference(id: "mihon", version: "1", digest: "00"),
      role: setting.checklist.role, respondent: "m01", entry: Draft.Entry(mode: .me), started: start)
    runner = Runner(
      Interview(
        setting, draft: draft ?? fresh, number: earlier.map { .replacing($0) } ?? .new(store.receipt.sheet)),
      clock: { start },
      perform: { $0.perform(in: store) })
  }

  var page: Page { runner.state.page }
  var draft: Draft { runner.state.draft }
  var outcome: Interview.Outcome? { runner.state.outcome }

  mutating func send(_ intent: Intent) { runner.send(intent) }
  mutating func press(_ digit: Int) { runner.send(.choose(digit: digit)) }
  mutating func enter() { runner.send(.next) }
  mutating func write(_ text: String) { runner.send(.submit(text: text)) }

  /// Presses a digit and Enter.
  mutating func answer(_ digits: Int...) {
    for digit in digits {
      press(digit)
      enter()
    }
  }

  /// Goes on to the first item with every profile question answered yes.
  mutating func begin() {
    enter()
    while page.heading?.code == nil, page.status != nil { answer(1) }
  }

  /// From the review to the hand-in, or to what is read back before it: no plans, no opinion.
  mutating func goOn() {
    answer(1)
    if page.heading?.code != nil { answer(4) }
    answer(2)
  }

  /// Answers every item by the same digit up to the review.
  mutating func answerAll(_ digit: Int = 1) {
    begin()
    while page.heading?.code != nil {
      answer(digit)
      if case .text(_, let initial) = page.prompt { write(initial) }
    }
  }

  /// The page a person would find after starting again.
  var pageAfterRestart: Page? {
    store.saved.map { Interview(runner.state.setting, draft: $0, number: .new(store.receipt.sheet)).page }
  }
}
