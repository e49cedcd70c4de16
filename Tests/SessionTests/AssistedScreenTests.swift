import Inspection
import Interview
import InterviewSamples
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
      "", "⏎", "⏎1⏎1⏎", "⏎1⏎1⏎8⏎", "⏎1⏎1⏎7⏎", "⏎1⏎1⏎1⏎1⏎1⏎1⏎", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎", "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎",
    ]) func `Every page says whose answers are entered by whom, at 80×24 and at 40×12`(keys: String)
  {
    for (columns, rows) in [(80, 24), (40, 12)] {
      let desk = Desk(Self.setting, columns: columns, rows: rows, Keys.typed(keys))
      #expect(desk.screen.faults.isEmpty)
      #expect(desk.text.contains("代理入力：議員01さん（入力 職員01さん）"), "\(desk.text)")
    }
  }

  @Test func `The reading back is as recorded`() throws {
    for (columns, rows) in [(80, 24), (40, 12)] {
      var draft = Desk.fresh(Self.setting)
      draft.position = .profile("device")
      let desk = Desk(Self.setting, draft: draft, columns: columns, rows: rows, Keys.typed("1⏎1⏎1⏎3⏎4⏎1⏎1⏎4⏎2⏎"))
      try expectSnapshot(desk.lines, "read-back-\(columns)x\(rows)")
    }
  }

  @Test func `Asking for consent is as recorded`() throws {
    let assistance = Assistance(.spoken, of: "議員01", by: "職員01")
    for (columns, rows) in [(80, 24), (40, 12)] {
      let shown = lines(Consent(to: assistance, in: Self.setting), "1", columns: columns, rows: rows)
      try expectSnapshot(shown, "consent-\(columns)x\(rows)")
    }
  }

  @Test(
    arguments: [
      ("paper-consent", ""), ("paper-item", "1⏎1⏎1⏎"), ("paper-wrong", "1⏎1⏎1⏎8⏎"), ("paper-reason", "1⏎1⏎1⏎6⏎"),
      ("paper-done", "1⏎3⏎3⏎1⏎"), ("paper-differs", "1⏎3⏎3⏎1⏎⏎3⏎3⏎3⏎⏎"),
    ]) func `Keying a form in is as recorded`(name: String, keys: String) throws
  {
    var setting = Sample.inRound(.staff)
    setting.assistance = Assistance(.form, of: "議員01", by: "職員01")
    var draft = Desk.fresh(setting)
    draft.entry = Draft.Entry(mode: .paper, by: "s01")
    let entry = PaperEntry(setting, draft: draft, twice: name == "paper-differs")
    for (columns, rows) in [(80, 24), (40, 12)] {
      try expectSnapshot(lines(entry, keys, columns: columns, rows: rows), "\(name)-\(columns)x\(rows)")
    }
  }

  /// What a conversation shows after the keys.
  private func lines(_ state: Consent, _ keys: String, columns: Int, rows: Int) -> [String] {
    lines(state, keys, columns: columns, rows: rows) { _ in nil }
  }

  private func lines(_ state: PaperEntry, _ keys: String, columns: Int, rows: Int) -> [String] {
    lines(state, keys, columns: columns, rows: rows) { $0.perform(in: Store()) }
  }

  private func lines<State: Conversation>(
    _ state: State, _ keys: String, columns: Int, rows: Int, perform: @escaping (State.Effect) -> Intent?
  ) -> [String] {
    let screen = InMemoryScreen(size: Size(columns: columns, rows: rows), script: Keys.typed(keys))
    var runner = Runner(state, clock: { Desk.now }, perform: perform)
    _ = ScreenFrontEnd(on: screen).run(&runner)
    #expect(screen.faults.isEmpty)
    return screen.lines
  }
}
