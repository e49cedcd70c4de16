import Inspection
import Interview
import Session
import Terminal

/// A person at a screen in memory: keys go in, the last frame comes out.
struct Desk {
  let screen: InMemoryScreen
  let draft: Draft
  let outcome: Interview.Outcome?

  /// Sits down at an interview and presses the keys; stays there, with the window open, unless the keys lead out.
  init(
    _ setting: Setting, draft: Draft? = nil, store: Store = Store(), columns: Int = 80, rows: Int = 24, _ keys: [Event]
  ) {
    var runner = Runner(
      Interview(setting, draft: draft ?? Self.fresh(setting), number: .new(Self.number)), clock: { Self.now },
      perform: { $0.perform(in: store) })
    screen = InMemoryScreen(size: Size(columns: columns, rows: rows), script: keys)
    _ = ScreenFrontEnd(on: screen).run(&runner)
    self.draft = runner.state.draft
    outcome = runner.state.outcome
  }

  static let now = Timestamp(secondsSinceEpoch: 1_795_521_333)

  /// Drawn for the sheet, as it would be at random: the payload 12345678901 with its check digit.
  static var number: CheckedNumber {
    guard let number = CheckedNumber(payload: "12345678901") else { preconditionFailure("eleven digits") }
    return number
  }

  static func fresh(_ setting: Setting) -> Draft {
    Draft(
      round: setting.round?.id, checklist: ChecklistReference(id: "mihon", version: "1", digest: "00"),
      role: setting.checklist.role, respondent: "m01", entry: Draft.Entry(mode: .me), started: now)
  }

  var lines: [String] { screen.lines }
  var text: String { lines.joined(separator: "\n") }
  var cursor: Cursor? { screen.frames.last?.cursor }
}

/// Takes everything and always gives the same numbers, or fails in one way.
struct Store: InterviewStore {
  var fault: StoreFault?
  var refusal: HandInRefusal?
  /// The copy that is shown; nil writes a file.
  var shown: [String]?

  func save(_ draft: Draft) throws(StoreFault) {
    if let fault { throw fault }
  }

  func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt {
    if case .new = number, let refusal { throw refusal }
    return HandInReceipt(receipt: "123456", sheet: number.value)
  }

  func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake {
    shown.map { .shown($0) } ?? .written(path: "hikae.txt")
  }

  func setAside(_ draft: Draft) throws(StoreFault) -> Draft {
    Draft(
      round: draft.round, checklist: draft.checklist, role: draft.role, respondent: draft.respondent,
      entry: draft.entry, started: draft.updated)
  }
}

/// Keys as people name them.
enum Keys {
  static let enter = Event.key(.enter)
  static let down = Event.key(.down)
  static let escape = Event.key(.escape)
  static let controlC = Event.key(.control("c"))

  /// Characters one after another; `⏎` is Enter.
  static func typed(_ text: String) -> [Event] {
    text.map { $0 == "⏎" ? enter : .key(.character($0)) }
  }

  /// From the preface to the first item, every profile question answered yes.
  static let toFirstItem = typed("⏎1⏎1⏎")
}
