import Inspection
import Interview
import InterviewSamples
import Practice
import Terminal
import Testing

@testable import Session

/// Whatever is pressed, typed, held down or pasted: there is always a way on, and nothing is done by accident that cannot be
/// undone.
@Suite struct RandomKeysTests {
  /// What the outside was asked that cannot be taken back.
  private final class Diary: @unchecked Sendable {
    var handIns = 0
    var store = Store()

    /// An interview that writes down here what it asks for.
    func runner(_ setting: Setting, _ draft: Draft) -> Runner<Interview> {
      Runner(Interview(setting, draft: draft, number: .new(Desk.number)), clock: { Desk.now }) { effect in
        if case .handIn = effect { self.handIns += 1 }
        return effect.perform(in: self.store)
      }
    }
  }

  private static let odd = Array("0123456789０３９はいえあぬわやゆよyqbnlmu?ー一二。 xのか\u{3099}")
  private static let special: [Key] = [
    .enter, .enter, .enter, .escape, .up, .down, .home, .end, .tab, .backtab, .pageDown, .pageUp, .backspace,
    .function(1), .control("c"), .control("u"), .control("j"),
  ]

  /// One thing that a hand does: a key, a key held down, a line typed fast, a paste, a window that shrinks.
  private func burst(_ dice: inout SplitMix64) -> [Event] {
    func character() -> Event { .key(.character(Self.odd.randomElement(using: &dice) ?? "1")) }
    switch Int.random(in: 0..<20, using: &dice) {
    case 0..<8: return [character()]
    case 8..<13: return [.key(Self.special.randomElement(using: &dice) ?? .enter)]
    case 13: return Array(repeating: .key(Bool.random(using: &dice) ? .enter : .character("1")), count: 40)
    case 14: return (0..<20).flatMap { _ in [character(), .key(.enter)] }
    case 15: return [.text("1\n1\n2\n1\n1\n")]
    case 16: return Keys.typed("令和9年3月31日⏎")
    case 17:
      return [.resized(Size(columns: 30, rows: 8))] + Keys.typed("1⏎1⏎") + [.resized(Size(columns: 80, rows: 24))]
    case 18: return [.click(row: Int.random(in: 0..<24, using: &dice), column: 8)]
    default: return Keys.typed("1⏎")
    }
  }

  private func draft(_ setting: Setting, _ dice: inout SplitMix64) -> Draft {
    var draft = Desk.fresh(setting)
    let positions: [Draft.Position] = [.preface, .item("M-PHY-01"), .review, .opinion, .handIn]
    draft.position = positions.randomElement(using: &dice) ?? .preface
    for item in setting.checklist.items {
      draft.responses[item.id] = .init(choice: [.yes, .no, .unknown].randomElement(using: &dice) ?? .yes)
    }
    draft.profile = Dictionary(uniqueKeysWithValues: setting.checklist.profile.map { ($0.id, true) })
    return draft
  }

  @Test(arguments: [Role.member, .staff, .organisation], 1...12)
  func
    `On the screen no flood of keys hands in twice in one frame, and the numbers are passed by nobody who did not see them`(
      role: Role, seed: Int
    )
  {
    var dice = SplitMix64(seed: UInt64(seed))
    let setting = Sample.inRound(role)
    let diary = Diary()
    var runner = diary.runner(setting, draft(setting, &dice))
    let hand = BurstScreen((0..<80).map { _ in burst(&dice) })
    // From one frame to the next at most one step is taken that cannot be undone.
    var before = 0
    hand.onDraw = {
      #expect(diary.handIns - before <= 1)
      before = diary.handIns
    }
    _ = ScreenFrontEnd(on: hand).run(&runner)
    #expect(hand.faults.isEmpty)
    #expect(diary.handIns <= 1)
  }

  /// The same on the values alone, where what led to each step can be seen.
  @Test(arguments: 1...24) func `An irreversible step follows its own mark and Enter, and no page is a dead end`(
    seed: Int
  )
    throws
  {
    var dice = SplitMix64(seed: UInt64(seed) + 100)
    let setting = Sample.inRound()
    let diary = Diary()
    var runner = diary.runner(setting, draft(setting, &dice))
    var screen = ScreenState()
    var marked: Int?
    for _ in 0..<600 where runner.state.outcome == nil {
      let page = runner.state.page
      screen.show(page)
      // A way on: something to press that is on the page, and a way out.
      try #require(!page.options.isEmpty || !page.rows.isEmpty || page.prompt == .enter || page.isWritten)
      try #require(page.offers(.next))
      try #require(page.options.filter(\.isChosen).count <= 1)
      if let status = page.status, let chosen = page.options.first(where: \.isChosen) {
        try #require(status == "回答： \(chosen.digit) \(chosen.label)")
      }
      for event in burst(&dice) {
        guard case .key(let key) = event, runner.state.outcome == nil else { continue }
        let page = runner.state.page
        screen.show(page)
        for intent in ScreenInput.intents(for: key, on: page, &screen) {
          let guarded = runner.state.page
          if guarded.isGuarded, intent == .next {
            marked = guarded.options.first(where: \.isChosen)?.digit
          }
          runner.send(intent)
          let after = runner.state.page
          let hasLeft = runner.state.outcome != nil || after.heading != guarded.heading
          // What leaves a guarded page forwards was marked on it, and is done by Enter.
          if guarded.isGuarded, hasLeft, intent != .back, intent != .interrupt, intent != .suspend {
            try #require(intent == .next)
            try #require(marked != nil || guarded.prompt == .enter)
          }
          // Nor do two Ctrl-C pass the numbers.
          if diary.handIns > 0, intent == .interrupt { try #require(runner.state.outcome == nil) }
        }
      }
    }
  }

  @Test(arguments: 1...12) func `A pasted block hands in nothing in lines either`(seed: Int) {
    var dice = SplitMix64(seed: UInt64(seed) + 200)
    let setting = Sample.inRound()
    let words = ["", "1", "2", "3", "はい", "戻る", "一覧", "9月", "１", "0", "わからない", "令和9年3月31日"]
    // Every block but the last was typed before the page of the hand-in.
    let block = (0..<400).map { _ in words.randomElement(using: &dice) ?? "" }
    var draft = draft(setting, &dice)
    draft.position = .item("M-PHY-01")
    let diary = Diary()
    var runner = diary.runner(setting, draft)
    let console = PastedConsole([block])
    _ = PlainFrontEnd(on: console).run(&runner)
    #expect(diary.handIns == 0)
  }
}
