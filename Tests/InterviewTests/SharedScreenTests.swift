import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct SharedScreenTests {
  private var shared: Setting {
    var setting = Sample.inRound()
    setting.isShared = true
    return setting
  }

  @Test func `A page that nobody touches is left, with what was being written`() throws {
    var visitor = try Visitor(shared)
    visitor.begin()
    visitor.press(3)
    visitor.send(.note)
    visitor.send(.abandon(text: "書きかけ"))
    #expect(visitor.outcome == .suspended)
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
    #expect(visitor.outcome == .suspended)
    #expect(visitor.store.saved?.notes["M-PHY-01"] == "覚え")
  }

  @Test func `A plan being written is kept as well`() throws {
    var visitor = try Visitor(shared)
    visitor.answerAll(3)
    visitor.press(1)
    visitor.press(2)
    visitor.send(.abandon(text: "鍵をかける"))
    #expect(visitor.store.saved?.plans["M-PHY-01"]?.action == "鍵をかける")
  }

  @Test func `After the numbers it ends without offering a file that the next person could find`() throws {
    var visitor = try Visitor(shared)
    visitor.answerAll()
    visitor.press(1)
    visitor.write("")
    visitor.press(1)
    visitor.press(1)
    #expect(visitor.outcome == .finished(path: nil))
    #expect(visitor.store.isDraftGone)
  }

  @Test func `Numbers that nobody came back to are covered and the draft removed`() throws {
    var visitor = try Visitor(shared)
    visitor.answerAll()
    visitor.press(1)
    visitor.write("")
    visitor.press(1)
    visitor.send(.abandon(text: nil))
    #expect(visitor.outcome == .finished(path: nil))
    #expect(visitor.store.isDraftGone)
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
