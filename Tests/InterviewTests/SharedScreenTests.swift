import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct SharedScreenTests {
  private var shared: Setting {
    var setting = Sample.inRound()
    (setting.isShared, setting.showsCopy) = (true, true)
    return setting
  }

  @Test func `A page that nobody touches is left, with what was being written`() throws {
    var visitor = try Visitor(shared)
    visitor.begin()
    visitor.press(3)
    visitor.send(.note)
    visitor.send(.abandon(text: "書きかけ"))
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.store.saved?.notes["M-PHY-01"] == "書きかけ")
    #expect(visitor.pageAfterRestart?.heading?.code == "M-PHY-01")
  }

  @Test func `A note is not lost when the question about leaving is left untouched on top of it`() throws {
    var visitor = try Visitor(shared)
    visitor.begin()
    visitor.send(.note)
    visitor.write("覚え")
    visitor.send(.note)
    visitor.send(.interrupt)
    visitor.send(.abandon(text: nil))
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.store.saved?.notes["M-PHY-01"] == "覚え")
  }

  @Test func `A plan being written is kept as well`() throws {
    var visitor = try Visitor(shared)
    visitor.answerAll(3)
    visitor.answer(1, 2)
    visitor.send(.abandon(text: "鍵をかける"))
    #expect(visitor.store.saved?.plans["M-PHY-01"]?.action == "鍵をかける")
  }

  private func atKeepsake() throws -> Visitor {
    var visitor = try Visitor(shared)
    visitor.store.shown = ["控えの初め", "控えの終わり"]
    visitor.answerAll()
    visitor.goOn()
    visitor.answer(1, 1)
    return visitor
  }

  @Test func `After the numbers the copy is shown, and no file that the next person could find is offered`() throws {
    var visitor = try atKeepsake()
    #expect(visitor.page.options.map(\.label) == ["控えをこの画面で見る", "控えを見ずに終わる"])
    #expect(visitor.page.lead.allSatisfy { !$0.contains("保存できます") })
    visitor.answer(1)
    #expect(visitor.page.lead == ["控えの初め", "控えの終わり"])
    // Enter reads on, and at the end it closes the copy: the numbers can be seen again, and nothing is written.
    #expect(visitor.page.prompt == .enter && visitor.page.commands.map(\.command) == [.next])
    visitor.enter()
    visitor.send(.back)
    #expect(visitor.page.lead.contains("受付番号　123456"))
    visitor.answer(1, 2)
    #expect(visitor.outcome == .finished(path: nil))
    #expect(visitor.store.isDraftGone && !visitor.store.isWrittenAfterHandIn)
  }

  @Test func `Who does not want to see it ends there, and a copy that nobody comes back to is covered`() throws {
    var visitor = try atKeepsake()
    visitor.answer(2)
    #expect(visitor.outcome == .finished(path: nil) && visitor.store.exported.isEmpty)
    var left = try atKeepsake()
    left.answer(1)
    left.send(.abandon(text: nil))
    #expect(left.outcome == .finished(path: nil) && left.store.isDraftGone)
  }

  @Test func `Ctrl-C on the copy says what goes with it`() throws {
    var visitor = try atKeepsake()
    visitor.answer(1)
    visitor.send(.interrupt)
    #expect(visitor.page.lead == ["提出は済んでいます。終わりますか。回答番号と控えは、もう表示されません。"])
  }

  @Test func `On one's own the copy that is shown leads back, and the draft is kept`() throws {
    var setting = Sample.personal
    setting.showsCopy = true
    var visitor = try Visitor(setting)
    visitor.store.shown = ["控え"]
    visitor.answerAll()
    visitor.answer(1, 1)
    #expect(visitor.page.lead == ["控え"])
    visitor.send(.back)
    #expect(visitor.page.options.first?.label == "控えをこの画面で見る")
    visitor.answer(2)
    #expect(visitor.outcome == .finished(path: nil) && !visitor.store.isDraftGone)
  }

  @Test func `Numbers that nobody came back to are covered and the draft removed`() throws {
    var visitor = try Visitor(shared)
    visitor.answerAll()
    visitor.goOn()
    visitor.answer(1)
    visitor.send(.abandon(text: nil))
    #expect(visitor.outcome == .finished(path: nil))
    #expect(visitor.store.isDraftGone)
  }

  @Test func `A page says where the answers are before it is covered, on a shared screen only`() throws {
    var visitor = try Visitor(shared)
    #expect(visitor.page.idleNote == "まだ何も答えていません。")
    visitor.begin()
    #expect(visitor.page.idleNote?.contains("保存されています") == true)
    #expect(try atKeepsake().page.idleNote?.contains("もう表示されません") == true)
    #expect(try Visitor(Sample.inRound()).page.idleNote == nil)
  }

  @Test(arguments: [Intent.suspend, .interrupt, .back])
  func `The code page of a shared screen has no way out but the supervisor's code`(intent: Intent) throws {
    let now = Timestamp(secondsSinceEpoch: 0)
    var reception = Reception(.code, assembly: "見本市議会", round: Sample.round(), isShared: true)
    _ = reception.update(intent, at: now)
    #expect(reception.outcome == nil)
    #expect(reception.page.notice?.text.contains("点検担当") == true)
    _ = reception.update(.dismissed, at: now)
    #expect(reception.outcome == .left)
  }
}
