import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing

/// What is typed before a page that cannot be undone is in sight does nothing there.
@Suite struct TypeaheadTests {
  private func runner(_ position: Draft.Position) -> Runner<Interview> {
    let setting = Sample.inRound()
    var draft = Desk.fresh(setting)
    draft.position = position
    return Runner(
      Interview(setting, draft: draft, number: .new(Desk.number)), clock: { Desk.now },
      perform: { $0.perform(in: Store()) })
  }

  private func text(_ position: Draft.Position, _ bursts: String...) -> String {
    var runner = runner(position)
    let screen = BurstScreen(bursts.map { Keys.typed($0) })
    _ = ScreenFrontEnd(on: screen).run(&runner)
    return screen.frames.last?.lines.joined(separator: "\n") ?? ""
  }

  @Test func `A burst across the opinion hands nothing in, and one across the hand-in does not pass the numbers`() {
    let flood = String(repeating: "2⏎1⏎", count: 200)
    #expect(text(.opinion, flood).contains("回答番号　1234-5678-9014") && text(.opinion, flood).contains("提出する"))
    let receipt = text(.opinion, flood, "1⏎" + flood)
    #expect(receipt.contains("受付番号　123456"))
    #expect(text(.opinion, flood, "1⏎" + flood, "1⏎" + flood).contains("控えを残さずに終わる"))
  }

  @Test func `A page that is begun with is guarded too, and marks made by one who sees it count`() {
    #expect(text(.handIn, "1", "⏎").contains("受付番号　123456"))
    #expect(text(.handIn, "⏎", "1").contains("印： 1 提出する"))
  }

  @Test func `What the system says is not dropped with the keys`() {
    var runner = runner(.opinion)
    let screen = BurstScreen([Keys.typed("2⏎1⏎") + [.terminated(.hangup)]])
    guard case .terminated(.hangup) = ScreenFrontEnd(on: screen).run(&runner) else {
      Issue.record("the hang-up was dropped")
      return
    }
  }

  @Test func `A pasted block hands nothing in, line by line`() {
    var pasted = runner(.opinion)
    let console = PastedConsole([["2", "1", "1", "2"], ["1", "1", "2"]])
    _ = PlainFrontEnd(on: console).run(&pasted)
    #expect(console.transcript.contains("受付番号　123456"))
    #expect(pasted.state.outcome == .suspended(isKept: false))
    #expect(console.transcript.hasSuffix("番号： "))
  }
}
