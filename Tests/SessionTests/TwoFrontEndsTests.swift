import Inspection
import Interview
import InterviewSamples
import Practice
import Session
import Terminal
import Testing

/// Keys on the screen and lines in plain mode say the same, and a conversation told directly agrees with both.
@Suite struct TwoFrontEndsTests {
  /// Something that a person does, with how it is said in each way.
  private struct Step {
    var intents: [Intent]
    var keys: [Event]
    var line: String
  }

  @Test(arguments: [Role.member, .staff, .organisation], 1...20)
  func `Keys and lines that say the same reach the same state`(role: Role, seed: Int) {
    var dice = SplitMix64(seed: UInt64(seed))
    let setting = Sample.inRound(role)
    var told = runner(setting)
    var steps: [Step] = []
    while steps.count < 60, told.state.outcome == nil {
      let step = step(on: told.state.page, &dice)
      for intent in step.intents { told.send(intent) }
      steps.append(step)
    }
    told.send(.hangUp)

    var pressed = runner(setting)
    // High enough that no page is read in parts.
    let screen = InMemoryScreen(size: Size(columns: 120, rows: 80), script: steps.flatMap(\.keys))
    _ = ScreenFrontEnd(on: screen).run(&pressed)
    var typed = runner(setting)
    _ = PlainFrontEnd(on: InMemoryLineConsole(lines: steps.map(\.line))).run(&typed)

    let way = steps.map(\.line)
    #expect(pressed.state.draft == told.state.draft, "\(way)")
    #expect(typed.state.draft == told.state.draft, "\(way)")
    #expect(pressed.state.outcome == told.state.outcome && typed.state.outcome == told.state.outcome, "\(way)")
  }

  private func step(on page: Page, _ dice: inout SplitMix64) -> Step {
    let commands = page.commands.map(\.command).filter { ![.help, .suspend].contains($0) }
    switch page.prompt {
    case .text(_, let initial): return textStep(initial, &dice)
    case .rows:
      let row = Int.random(in: 0..<page.rows.count, using: &dice)
      if Bool.random(using: &dice) { return Step(intents: [.back], keys: Keys.typed("0⏎"), line: "戻る") }
      return Step(intents: [.select(row: row)], keys: Keys.typed("\(row + 1)⏎"), line: "\(row + 1)")
    case .options, .enter:
      if Int.random(in: 0..<4, using: &dice) == 0, let command = commands.randomElement(using: &dice) {
        return Self.step(command)
      }
      return page.options.isEmpty ? Self.step(.next) : digitStep(on: page, &dice)
    }
  }

  /// A digit; where it is offered, with the Enter that the end of a line is.
  private func digitStep(on page: Page, _ dice: inout SplitMix64) -> Step {
    let digit = Int.random(in: 1...6, using: &dice)
    let isOffered = page.options.contains { $0.digit == digit }
    return Step(
      intents: [.choose(digit: digit)] + (isOffered ? [.next] : []),
      keys: Keys.typed("\(digit)" + (isOffered ? "⏎" : "")),
      line: "\(digit)")
  }

  /// The field is emptied before it is written.
  private func textStep(_ initial: String, _ dice: inout SplitMix64) -> Step {
    let text = ["", "覚え", "R9.3.31", "123456789014", "は１ 2"].randomElement(using: &dice) ?? ""
    if Int.random(in: 0..<5, using: &dice) == 0 {
      return Step(intents: [.back], keys: [Keys.escape], line: "戻る")
    }
    return Step(
      intents: [.submit(text: text)], keys: [.key(.end), .key(.control("u"))] + Keys.typed(text + "⏎"),
      line: text.isEmpty && !initial.isEmpty ? "消す" : text)
  }

  private static func step(_ command: Command) -> Step {
    switch command {
    case .next: Step(intents: [.next], keys: [Keys.enter], line: "")
    case .back: Step(intents: [.back], keys: Keys.typed("０⏎"), line: "戻る")
    case .note: Step(intents: [.note], keys: Keys.typed("や⏎"), line: "７")
    case .list: Step(intents: [.list], keys: Keys.typed("8⏎"), line: "一覧")
    case .undo: Step(intents: [.undo], keys: Keys.typed("Ｕ⏎"), line: "元に戻す")
    case .suspend, .help: Step(intents: [.suspend], keys: Keys.typed("9⏎"), line: "中断")
    }
  }

  private func runner(_ setting: Setting) -> Runner<Interview> {
    Runner(
      Interview(setting, draft: Desk.fresh(setting), number: .new(Desk.number)), clock: { Desk.now },
      perform: { $0.perform(in: Store()) })
  }
}
