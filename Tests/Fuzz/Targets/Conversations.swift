import Characters
import Inspection
import Interview
import InterviewSamples
import Session
import Terminal

extension FuzzTarget {
  static let conversations = [input, screen, lines]

  /// What a terminal sends, in bursts. Without escapes and Ctrl-C it is the same however it is cut.
  private static let input = FuzzTarget("input", dictionary: "terminal") { bytes throws(BrokenPromise) in
    let bursts = bursts(bytes)
    var decoder = InputDecoder()
    var events = bursts.flatMap { decoder.decode($0) }
    events += decoder.endPaste()
    try promise(decoder.pasteLimit == nil, "a paste goes on after it was given up")
    for case .text(let text) in events {
      try promise(!text.containsScalar("\r"), "a pasted line end is none of ours: \(text.debugDescription)")
    }
    for case .key(.character(let key)) in events {
      try promise(
        key.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }, "a control is typed: \(bytes)")
    }
    let inputs = bursts.joined()
    if !inputs.contains(.byte(0x1B)), !inputs.contains(.byte(0x03)) {
      var slow = InputDecoder()
      var again = inputs.flatMap { slow.decode([$0]) }
      again += slow.endPaste()
      try promise(told(again) == told(events), "cut otherwise, other events: \(again), not \(events)")
    }
    return !events.isEmpty
  }

  /// A person who presses anything, on a screen of two sizes.
  private static let screen = FuzzTarget("screen", dictionary: "terminal", limit: 200) { bytes throws(BrokenPromise) in
    guard let first = bytes.first else { return false }
    var decoder = InputDecoder()
    var events = bursts(Array(bytes.dropFirst())).flatMap { decoder.decode($0) }
    events = (events + decoder.endPaste()).prefix(300) + [.resized(Size(columns: 41, rows: 13))]
    let screen = InMemoryScreen(
      size: first & 1 == 0 ? Size(columns: 80, rows: 24) : Size(columns: 40, rows: 12), script: events)
    guard var runner = runner(of: first & 2 == 0 ? .member : .organisation) else { return false }
    _ = ScreenFrontEnd(on: screen).run(&runner)
    try promise(screen.faults.isEmpty, "a frame does not fit: \(screen.faults)")
    try promiseOffered(runner.state.draft, in: runner.state.setting)
    return !events.isEmpty
  }

  /// Somebody who types lines, into an interview, a form from paper, or at the door; the first byte chooses.
  private static let lines = FuzzTarget("lines", dictionary: "terminal", limit: 400) { bytes throws(BrokenPromise) in
    guard let first = bytes.first else { return false }
    let console = InMemoryLineConsole(
      lines: Array(bytes.dropFirst()).text.splitByScalars(keepingEmpty: true) { $0 == "\n" })
    let frontEnd = PlainFrontEnd(on: console)
    let role = first & 2 == 0 ? Role.member : .organisation
    switch first >> 2 & 3 {
    case 0:
      guard var runner = runner(of: role) else { return false }
      _ = frontEnd.run(&runner)
      try promiseOffered(runner.state.draft, in: runner.state.setting)
    case 1:
      let (setting, draft) = start(of: role)
      var runner = Runner(
        PaperEntry(setting, draft: draft, twice: first & 1 == 1), clock: { Material.now },
        perform: { $0.perform(in: Store()) })
      _ = frontEnd.run(&runner)
      if case .keyed(let draft)? = runner.state.outcome { try promiseOffered(draft, in: setting) }
    default:
      let people = (1...3).map { Respondent(id: RespondentID("m\($0)"), name: "議員0\($0)", kana: "", role: .member) }
      var runner = Runner(
        Reception(first & 4 == 0 ? .code : .names(people), assembly: "見本市議会", round: Sample.round()),
        clock: { Material.now }, perform: { _ in .admissionRefused(.unknownCode) })
      _ = frontEnd.run(&runner)
    }
    let hidden = console.transcript.splitByScalars { $0 == "\n" }.compactMap(\.firstHidden).first
    try promise(hidden == nil, "\(hidden.debugDescription) comes back")
    return true
  }

  // MARK: Inside

  /// 0xFF, which stands in no text, and the byte behind it are what is no byte of a terminal.
  private static func bursts(_ bytes: [UInt8]) -> [[RawInput]] {
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert, .backtab, .unknown,
    ]
    var bursts: [[RawInput]] = [[]]
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0xFF, let kind = rest.popFirst() else {
        bursts[bursts.count - 1].append(.byte(byte))
        continue
      }
      switch Int(kind) {
      case 0: bursts.append([])
      case 1: bursts[bursts.count - 1].append(.pasteStart)
      case 2: bursts[bursts.count - 1].append(.pasteEnd)
      case let number where number < 0x20: bursts[bursts.count - 1].append(.key(keys[number % keys.count]))
      case let number: bursts[bursts.count - 1].append(.click(row: number % 24, column: number % 40))
      }
    }
    return bursts
  }

  /// Scalars, since marks that come late are characters of their own.
  private static func told(_ events: [Event]) -> [String] {
    events.flatMap { event in
      switch event {
      case .key(.character(let key)): key.unicodeScalars.map { "\($0.value)" }
      case .committed(let word): word.unicodeScalars.map { "\($0.value)" }
      default: ["\(event)"]
      }
    }
  }

  private struct Store: InterviewStore {
    func save(_ draft: Draft) throws(StoreFault) {}
    func handIn(_ draft: Draft, as number: SheetNumber) throws(HandInRefusal) -> HandInReceipt {
      HandInReceipt(receipt: "123456", sheet: number.value)
    }
    func export(_ draft: Draft, receipt: HandInReceipt?) throws(StoreFault) -> Keepsake {
      .written(path: "hikae.txt")
    }
    func setAside(_ draft: Draft) throws(StoreFault) -> Draft { draft }
  }

  private static func start(of role: Role) -> (Setting, Draft) {
    let setting = Sample.inRound(role)
    return (
      setting,
      Draft(
        round: setting.round?.id, checklist: ChecklistReference(id: "mihon", version: "1", digest: "00"), role: role,
        respondent: "m01", entry: Draft.Entry(mode: .me), started: Material.now)
    )
  }

  private static func runner(of role: Role) -> Runner<Interview>? {
    guard let number = Material.number else { return nil }
    let (setting, draft) = start(of: role)
    return Runner(
      Interview(setting, draft: draft, number: .new(number)), clock: { Material.now },
      perform: { $0.perform(in: Store()) })
  }

  /// Every answer is one that was offered, and no text holds what nobody sees.
  private static func promiseOffered(_ draft: Draft, in setting: Setting) throws(BrokenPromise) {
    for (id, response) in draft.responses {
      guard let item = setting.checklist.items.first(where: { $0.id == id }) else {
        throw BrokenPromise(text: "an answer to \(id), which is not asked")
      }
      try promise(
        setting.checklist.choices(for: item).contains(response.choice), "an answer that is not offered: \(response)")
    }
    let texts =
      Array(draft.notes.values) + draft.plans.values.map(\.action) + [draft.opinion ?? ""]
      + draft.responses.values.flatMap { [$0.reason ?? "", $0.evidence ?? ""] }
    for text in texts {
      try promise(text.firstHidden == nil, "\(text.firstHidden.debugDescription) is kept of what was typed")
    }
  }
}
