import Inspection
import Interview
import Session
import Terminal
import Testing

@Suite struct TwoFrontEndsTests {
  /// What a person can do in either front end: keys on the screen, a line in plain mode.
  private enum Step: CaseIterable {
    case one, three, four, notOffered, enter, back, list, note

    /// Enter is pressed behind a digit that answers, as the line's end does; the field is emptied before it is written.
    var events: [Event] {
      switch self {
      case .one: Keys.typed("1⏎")
      case .three: Keys.typed("3⏎")
      case .four: Keys.typed("4⏎")
      case .notOffered: Keys.typed("6")
      case .enter: Keys.typed("⏎")
      case .back: Keys.typed("0")
      case .list: Keys.typed("83⏎")
      case .note: Keys.typed("7") + [.key(.control("u"))] + Keys.typed("覚え⏎")
      }
    }

    var lines: [String] {
      switch self {
      case .one: ["1"]
      case .three: ["3"]
      case .four: ["4"]
      case .notOffered: ["6"]
      case .enter: [""]
      case .back: ["0"]
      case .list: ["8", "3"]
      case .note: ["7", "覚え"]
      }
    }
  }

  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  @Test(arguments: 1...60) func `Keys and lines that say the same reach the same state`(seed: Int) {
    var dice = Dice(state: UInt64(seed))
    let setting = Sample.inRound()
    var draft = Desk.fresh(setting)
    draft.profile = ["device": true, "paper": true]
    draft.position = .item("M-PHY-02")
    var steps: [Step] = []
    for _ in 0..<12 {
      // A step that only an item knows is taken only there; elsewhere the two would speak of different things.
      let candidate = Step.allCases.randomElement(using: &dice) ?? .enter
      if isOnItem(after: steps + [candidate], setting, draft), isOnItem(after: steps, setting, draft) {
        steps.append(candidate)
      }
    }
    #expect(bySteps(steps, setting, draft).draft == byLines(steps, setting, draft).draft)
  }

  private func isOnItem(after steps: [Step], _ setting: Setting, _ draft: Draft) -> Bool {
    let state = byLines(steps, setting, draft)
    if case .item = state.draft.position { return true }
    return false
  }

  private func bySteps(_ steps: [Step], _ setting: Setting, _ draft: Draft) -> Interview {
    var runner = runner(setting, draft)
    let screen = InMemoryScreen(script: steps.flatMap(\.events))
    _ = ScreenFrontEnd(on: screen).run(&runner)
    return runner.state
  }

  private func byLines(_ steps: [Step], _ setting: Setting, _ draft: Draft) -> Interview {
    var runner = runner(setting, draft)
    _ = PlainFrontEnd(on: InMemoryLineConsole(lines: steps.flatMap(\.lines))).run(&runner)
    return runner.state
  }

  private func runner(_ setting: Setting, _ draft: Draft) -> Runner<Interview> {
    let store = SilentStore()
    return Runner(Interview(setting, draft: draft), clock: { Desk.now }, perform: { $0.perform(in: store) })
  }
}
