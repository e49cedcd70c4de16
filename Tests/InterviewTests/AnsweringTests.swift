import Inspection
import Interview
import InterviewSamples
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

  @Test func `A digit held down writes its answer once, and again only where it could not be written`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.store.fault = .diskFull(path: "/data")
    visitor.press(1)
    visitor.store.fault = nil
    visitor.press(1)
    #expect(visitor.store.saved?.responses["M-PHY-01"]?.choice == .yes)
    visitor.store.saved = nil
    visitor.press(1)
    #expect(visitor.store.saved == nil)
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

  @Test func `A profile question that an earlier no has made pointless is not asked`() throws {
    var setting = Sample.inRound()
    var checklist = setting.checklist
    checklist.profile.append(
      ProfileQuestion(id: "lent", question: "端末を借りていますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-02"]))
    setting.questionnaire = Questionnaire(checklist: checklist, round: Sample.round())
    var visitor = try Visitor(setting)
    visitor.enter()
    #expect(visitor.page.banner.progress == "前提の質問 1問目（全3問）")
    visitor.answer(3)
    #expect(visitor.page.banner.progress == "前提の質問 2問目（全2問）")
    visitor.answer(1)
    #expect(visitor.page.heading?.code == "M-PHY-03")
  }

  @Test func `A rule that exists brings its item`() throws {
    var visitor = try Visitor(Sample.inRound(rules: ["list"]))
    visitor.begin()
    #expect(visitor.page.banner.progress == "1問目（全5問） 未回答 5")
  }

  @Test func `What is said when Enter or a digit does nothing is true of the page`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.press(1)
    #expect(visitor.page.notice?.text.contains("番号") == false)
    visitor.enter()
    visitor.enter()
    // There is no 一覧 on the profile questions.
    #expect(visitor.page.notice?.text == "番号を押してください。")
    visitor.answer(1, 1)
    visitor.enter()
    #expect(visitor.page.notice?.text.contains("一覧") == true)
  }

  @Test func `Whatever is to be told is told once`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.enter()
    visitor.press(1)
    #expect(visitor.page.notice == nil)
  }
}
