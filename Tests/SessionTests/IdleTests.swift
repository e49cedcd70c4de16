import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing

/// A shared screen that nobody touches; docs/secretariat.md promises three minutes, and six before the numbers go.
@Suite struct IdleTests {
  /// Each `idle` is ten seconds of the three minutes.
  private func desk(_ position: Draft.Position, _ events: [Event]) -> (screen: InMemoryScreen, state: Interview) {
    var setting = Sample.inRound()
    (setting.isShared, setting.showsCopy) = (true, true)
    var draft = Desk.fresh(setting)
    draft.position = position
    draft.profile = ["device": true, "paper": true]
    var runner = Runner(
      Interview(setting, draft: draft, number: .new(Desk.number)), clock: { Desk.now },
      perform: { $0.perform(in: Store()) })
    let screen = InMemoryScreen(script: events)
    _ = ScreenFrontEnd(on: screen, idleAfter: .seconds(180)).run(&runner)
    return (screen, runner.state)
  }

  private func idle(_ seconds: Int) -> [Event] { Array(repeating: .idle, count: seconds / 10) }

  private func text(_ position: Draft.Position, _ events: [Event]) -> String {
    desk(position, events).screen.lines.joined(separator: "\n")
  }

  @Test func `The last minute counts down and says where the answers are, and any key goes on without acting`() {
    #expect(!text(.item("M-PHY-01"), idle(110)).contains("秒で画面を閉じます"))
    let counting = text(.item("M-PHY-01"), idle(120)).filter { !$0.isWhitespace }
    #expect(counting.contains("あと60秒で画面を閉じます"))
    #expect(counting.contains("ここまでの答えは保存されています"))
    #expect(text(.item("M-PHY-01"), idle(170)).contains("あと10秒"))
    let touched = desk(.item("M-PHY-01"), idle(170) + Keys.typed("3") + idle(110))
    #expect(touched.state.draft.responses.isEmpty)
    #expect(!touched.screen.lines.joined().contains("秒で画面を閉じます"))
    #expect(desk(.item("M-PHY-01"), idle(170) + Keys.typed("33")).state.draft.responses["M-PHY-01"]?.choice == .no)
  }

  @Test func `After three minutes the page is left`() {
    #expect(desk(.item("M-PHY-01"), idle(180) + Keys.typed("3")).state.outcome == .suspended(isKept: true))
  }

  @Test func `The numbers stand for six minutes, and are never covered without a last warning`() {
    let handedIn = Keys.typed("1⏎")
    let warned = text(.handIn, handedIn + idle(350))
    #expect(warned.contains("受付番号　123456"))
    #expect(warned.filter { !$0.isWhitespace }.contains("回答番号と控えはもう表示されません"))
    #expect(desk(.handIn, handedIn + idle(350)).state.outcome != .finished(path: nil))
    #expect(desk(.handIn, handedIn + idle(360)).state.outcome == .finished(path: nil))
  }
}
