import Inspection
import Interview
import Testing

@Suite struct AnsweringTests {
  @Test func `Nothing is marked before a digit is pressed`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    #expect(visitor.page.heading?.code == "M-PHY-01")
    #expect(visitor.page.options.allSatisfy { !$0.isChosen })
    #expect(visitor.page.status == "回答： まだ選んでいません")
    #expect(visitor.draft.responses.isEmpty)
  }

  @Test func `Enter alone never answers and says what to press`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.enter()
    #expect(visitor.page.heading?.code == "M-PHY-01")
    #expect(visitor.page.notice?.text.contains("番号を押してください") == true)
    #expect(visitor.draft.responses.isEmpty)
  }

  @Test func `A digit shows the answer; Enter goes on`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(2)
    #expect(visitor.page.status == "回答： 2 一部できている")
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.enter()
    #expect(visitor.page.heading?.code == "M-PHY-02")
  }

  @Test func `A digit means the same on every item, and what is not offered is absent`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    #expect(visitor.page.options.map(\.digit) == [1, 2, 3, 4, 5])
    visitor.answer(1)
    #expect(visitor.page.options.map(\.digit) == [1, 3, 4, 5])
    visitor.press(2)
    #expect(visitor.page.notice?.text.contains("2 は選べません") == true)
    #expect(visitor.draft.responses["M-PHY-02"] == nil)
    visitor.answer(1, 1)
    #expect(visitor.page.options.map(\.digit) == [1, 3, 4])
  }

  @Test func `The next question is shown only when the answer is on disk`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.store.fault = .diskFull(path: "/home")
    visitor.answer(1)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    let notice = try #require(visitor.page.notice)
    // What happened, whether the answers are safe, what to do.
    #expect(notice.kind == .trouble)
    for words in ["いっぱい", "前の画面までの答えは無事", "もう一度", "000-000-0000"] { #expect(notice.text.contains(words)) }
    visitor.store.fault = nil
    visitor.enter()
    #expect(visitor.page.heading?.code == "M-PHY-02")
    #expect(visitor.store.saved?.responses["M-PHY-01"]?.choice == .yes)
  }

  @Test func `The total counts the items that the profile left`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.enter()
    visitor.answer(3, 1)
    // Without a device and the rule: paper and room are left.
    #expect(visitor.page.banner.progress == "1問目（全2問） 未回答 2")
    #expect(visitor.page.heading?.code == "M-PHY-03")
  }

  @Test func `Going back to the profile brings items back with their answers`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(4)
    visitor.send(.back)
    visitor.send(.back)
    #expect(visitor.page.question == "会議用の端末を使いますか。")
    visitor.answer(3, 1)
    #expect(visitor.page.heading?.code == "M-PHY-03")
    visitor.send(.back)
    visitor.send(.back)
    visitor.answer(1, 1)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    #expect(visitor.page.status == "回答： 4 わからない")
  }

  @Test func `A rule that exists brings its item`() throws {
    var visitor = try Visitor(Sample.inRound(rules: ["list"]))
    visitor.begin()
    #expect(visitor.page.banner.progress == "1問目（全5問） 未回答 5")
  }

  @Test func `Another way asks how, and is not left without`() throws {
    var visitor = try Visitor(Sample.inRound(.staff))
    visitor.begin()
    visitor.press(6)
    #expect(visitor.page.prompt == .text(label: "どのような方法で行っていますか", initial: ""))
    visitor.write("  ")
    #expect(visitor.page.notice != nil)
    visitor.write(" 当番が見ています ")
    #expect(visitor.draft.responses["M-PHY-01"]?.reason == "当番が見ています")
    visitor.enter()
    #expect(visitor.page.heading?.code == "M-PHY-02")
    // Coming back out of the question does not answer it for good.
    visitor.press(6)
    visitor.send(.cancel)
    visitor.enter()
    #expect(visitor.page.prompt == .text(label: "どのような方法で行っていますか", initial: ""))
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
    visitor.send(.cancel)
    #expect(visitor.draft.notes["M-PHY-01"] == "=1+1")
    visitor.send(.note)
    visitor.write("")
    #expect(visitor.draft.notes.isEmpty)
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
