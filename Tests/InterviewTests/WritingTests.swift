import Inspection
import Interview
import InterviewSamples
import Testing

/// What is written about an item, and taking an answer back without losing it.
@Suite struct WritingTests {
  @Test func `Another way asks how, and is not left without`() throws {
    var visitor = try Visitor(Sample.inRound(.staff))
    visitor.begin()
    visitor.press(6)
    #expect(visitor.page.status == "回答： 6 別の方法で対応")
    visitor.enter()
    #expect(visitor.page.prompt == .text(label: "どのような方法で行っていますか", initial: ""))
    visitor.write("  ")
    #expect(visitor.page.notice != nil)
    visitor.write(" 当番が見ています ")
    #expect(visitor.draft.responses["M-PHY-01"]?.reason == "当番が見ています")
    #expect(visitor.page.heading?.code == "M-PHY-02")
    // Coming back out of the question does not answer it for good.
    visitor.answer(6)
    visitor.send(.back)
    #expect(visitor.page.banner.progress?.hasSuffix("未回答 3") == true)
    visitor.enter()
    #expect(visitor.page.prompt == .text(label: "どのような方法で行っていますか", initial: ""))
  }

  @Test func `The way and the evidence survive a slip of the finger, unseen beside another answer`() throws {
    var visitor = try Visitor(Sample.inRound(.staff))
    visitor.begin()
    visitor.answer(6)
    visitor.write("当番が見ています")
    visitor.send(.back)
    #expect(visitor.page.guidance.contains("方法： 当番が見ています"))
    visitor.press(1)
    #expect(!visitor.page.guidance.contains { $0.contains("当番") })
    visitor.answer(6)
    #expect(visitor.page.prompt == .text(label: "どのような方法で行っていますか", initial: "当番が見ています"))
  }

  @Test func `What showed it an earlier time is offered to be confirmed, and is no answer by itself`() throws {
    var setting = Sample.inRound(.organisation)
    setting.earlierEvidence = ["M-PHY-01": "要綱第3条"]
    var visitor = try Visitor(setting)
    visitor.begin()
    visitor.answer(1)
    #expect(visitor.page.guidance.contains { $0.hasPrefix("前回の根拠： 要綱第3条") })
    #expect(visitor.page.prompt == .text(label: "根拠となる文書など", initial: ""))
    visitor.write("")
    #expect(visitor.draft.responses["M-PHY-01"]?.evidence == nil)
    visitor.answer(1)
    #expect(!visitor.page.guidance.contains { $0.contains("前回の根拠") })
  }

  @Test func `The organisation is asked what shows it; nothing may be said`() throws {
    var visitor = try Visitor(Sample.inRound(.organisation))
    visitor.begin()
    visitor.answer(1)
    #expect(visitor.page.prompt == .text(label: "根拠となる文書など", initial: ""))
    visitor.write("要綱第3条")
    visitor.answer(1)
    #expect(visitor.page.guidance.contains { $0.contains("台帳") })
    visitor.write("")
    #expect(visitor.draft.responses["M-PHY-01"]?.evidence == "要綱第3条")
    #expect(visitor.draft.responses["M-PHY-02"]?.evidence == nil)
    // What is not done has nothing to show.
    visitor.answer(3)
    #expect(visitor.page.heading?.code == "M-PHY-04")
  }

  @Test func `A note is kept, shown, and removed by emptying it`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.note)
    visitor.write("=1+1")
    #expect(visitor.page.heading?.code == "M-PHY-01")
    #expect(visitor.page.guidance.contains("メモ： =1+1"))
    visitor.send(.note)
    #expect(visitor.page.prompt == .text(label: "メモ", initial: "=1+1"))
    visitor.send(.back)
    #expect(visitor.draft.notes["M-PHY-01"] == "=1+1")
    visitor.send(.note)
    visitor.write("")
    #expect(visitor.draft.notes.isEmpty)
  }

  @Test func `Taking back touches the answer alone, not what was written since`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(3)
    visitor.send(.note)
    visitor.write("覚え")
    visitor.press(3)
    visitor.send(.undo)
    #expect(visitor.draft.responses.isEmpty)
    #expect(visitor.draft.notes == ["M-PHY-01": "覚え"])
    visitor.send(.undo)
    #expect(visitor.page.question == "会議の紙の資料を持ちますか。")
    #expect(visitor.page.status == "回答： まだ選んでいません")
  }

  @Test func `The last change of an answer can be taken back`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(1)
    visitor.press(3)
    visitor.send(.undo)
    #expect(visitor.page.status == "回答： 1 はい")
    #expect(visitor.store.saved?.responses["M-PHY-01"]?.choice == .yes)
    visitor.send(.undo)
    #expect(visitor.page.status == "回答： まだ選んでいません")
  }
}
