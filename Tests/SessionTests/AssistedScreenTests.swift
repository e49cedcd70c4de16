import Inspection
import Interview
import Session
import Terminal
import Testing

/// Somebody else's entry on the screen: who enters whose answers is always to be seen.
@Suite struct AssistedScreenTests {
  private static let setting: Setting = {
    var setting = Sample.inRound()
    setting.assistance = Assistance(.spoken, of: "議員01", by: "職員01")
    return setting
  }()

  @Test(
    arguments: [
      "", "⏎", "⏎1⏎1⏎", "⏎1⏎1⏎8", "⏎1⏎1⏎7", "⏎1⏎1⏎1⏎1⏎1⏎1⏎", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎",
    ]) func `Every page says whose answers are entered by whom, at 80×24 and at 40×12`(keys: String)
  {
    for (columns, rows) in [(80, 24), (40, 12)] {
      let desk = Desk(Self.setting, columns: columns, rows: rows, Keys.typed(keys))
      #expect(desk.screen.faults.isEmpty)
      #expect(desk.text.contains("代理入力：議員01さん（入力 職員01さん）"), "\(desk.text)")
    }
  }

  /// What a conversation shows at the end of the keys.
  private func lines<State: Conversation>(_ state: State, _ keys: String, columns: Int, rows: Int) -> [String]
  where State.Effect == Interview.Effect {
    let screen = InMemoryScreen(size: Size(columns: columns, rows: rows), script: Keys.typed(keys))
    var runner = Runner(state, clock: { Desk.now }, perform: { $0.perform(in: SilentStore()) })
    _ = ScreenFrontEnd(on: screen).run(&runner)
    #expect(screen.faults.isEmpty)
    return screen.lines
  }

  @Test func `A form is keyed in on one page, and a wrong line leaves an empty field`() {
    var setting = Self.setting
    setting.assistance?.source = .form
    var draft = Desk.fresh(setting)
    draft.entry = Draft.Entry(mode: .paper, by: "s01")
    let entry = PaperEntry(setting, draft: draft, twice: false)
    for (columns, rows) in [(80, 24), (40, 12)] {
      let begun = lines(entry, "1⏎1⏎", columns: columns, rows: rows).joined(separator: "\n")
      #expect(begun.contains("P2"))
      #expect(begun.contains("点検票：議員01さん"))
      let wrong = lines(entry, "1⏎1⏎8⏎1⏎", columns: columns, rows: rows).joined(separator: "\n")
      #expect(wrong.contains("M-PHY-01"), "\(wrong)")
    }
  }
}
