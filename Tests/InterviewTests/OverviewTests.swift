import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct OverviewTests {
  @Test func `The list shows every question with its answer and leads to any of them, leaving one open`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(3)
    visitor.send(.list)
    #expect(visitor.page.rows.map(\.mark) == ["いいえ", "未回答", "未回答", "未回答", ""])
    #expect(visitor.page.prompt == .rows(anchor: 0))
    visitor.send(.select(row: 2))
    #expect(visitor.page.heading?.code == "M-PHY-03")
    visitor.answer(1, 1)
    #expect(visitor.page.lead.contains { $0.contains("まだ答えていない質問が 1問") })
    visitor.answer(2)
    #expect(visitor.page.heading?.code == "M-PHY-02")
  }

  @Test func `How much is answered is told while questions are put, and not where nothing is counted`() throws {
    var visitor = try Visitor(Sample.inRound())
    #expect(visitor.page.banner.share == nil)
    visitor.begin()
    #expect(visitor.page.banner.share == 0)
    visitor.press(3)
    #expect(visitor.page.banner.share == 0.25)
  }

  @Test func `The last row of the list goes on to the review, back returns to the question`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.list)
    visitor.send(.back)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.send(.list)
    visitor.send(.select(row: 4))
    #expect(visitor.page.heading?.section == "回答の見直し")
  }

  @Test func `What is changed from the review returns to the review`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll()
    #expect(visitor.page.lead == ["はい 4問です。", "すべての質問にお答えいただきました。"])
    visitor.answer(3)
    visitor.send(.select(row: 1))
    visitor.answer(4)
    #expect(visitor.page.lead.first == "はい 3問、わからない 1問です。")
  }

  @Test func `Looking at the list twice from the review still returns to the review`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll()
    visitor.answer(3)
    visitor.send(.select(row: 1))
    visitor.send(.list)
    visitor.send(.select(row: 0))
    visitor.answer(3)
    #expect(visitor.page.heading?.section == "回答の見直し")
  }

  @Test(arguments: [-1, 99]) func `A row that is not there leads to the review`(row: Int) throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.list)
    visitor.send(.select(row: row))
    #expect(visitor.page.heading?.section == "回答の見直し")
  }

  @Test func `A plan that is made is kept by Enter, changed, or given up`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.answer(3, 1, 1, 1)
    visitor.answer(1)
    visitor.enter()
    #expect(visitor.page.notice?.text == "番号を押してください。")
    visitor.answer(2)
    visitor.write("自分で鍵をかける")
    visitor.write("R9.3.31")
    visitor.send(.back)
    #expect(visitor.page.guidance.contains("今の計画： 自分で鍵をかける（令和9年3月31日まで）"))
    // It is shown marked; Enter leads on through its text and its day, which stand there.
    #expect(visitor.page.options.map(\.isChosen) == [false, true, false, false])
    visitor.enter()
    #expect(visitor.page.prompt == .text(label: "改善のために行うこと", initial: "自分で鍵をかける"))
    visitor.write("自分で鍵をかける")
    visitor.write("令和9年3月31日")
    #expect(visitor.page.heading?.section == "ご意見")
    #expect(visitor.draft.plans["M-PHY-01"]?.action == "自分で鍵をかける")
    visitor.send(.back)
    visitor.answer(3)
    #expect(visitor.draft.plans.isEmpty)
    visitor.send(.back)
    visitor.send(.undo)
    #expect(visitor.draft.plans["M-PHY-01"]?.action == "自分で鍵をかける")
    #expect(visitor.page.guidance.contains("今の計画： 自分で鍵をかける（令和9年3月31日まで）"))
  }

  @Test(arguments: ["1", "１", " 3 "]) func `A digit alone is no opinion: it was meant for another page`(digit: String)
    throws
  {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll()
    visitor.answer(1, 1)
    visitor.write(digit)
    #expect(visitor.page.heading?.section == "ご意見")
    #expect(visitor.page.notice?.text.contains("空のまま Enter") == true)
    #expect(visitor.draft.opinion == nil)
    visitor.write("1回でよい")
    #expect(visitor.draft.opinion == "1回でよい")
  }

  @Test func `Before the opinion stands a choice; what is written is kept, shown again, and given up by 2`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll()
    visitor.answer(1)
    #expect(visitor.page.options.map(\.label) == ["書く", "書かない"])
    visitor.answer(1)
    visitor.write(" 早く知りたい。 ")
    #expect(visitor.store.saved?.opinion == "早く知りたい。")
    visitor.send(.back)
    #expect(visitor.page.guidance == ["今のご意見： 早く知りたい。"])
    #expect(visitor.page.options.map(\.isChosen) == [true, false])
    visitor.enter()
    #expect(visitor.page.prompt == .text(label: "ご意見", initial: "早く知りたい。"))
    visitor.send(.back)
    visitor.answer(2)
    #expect(visitor.store.saved?.opinion == nil)
    #expect(visitor.page.heading?.section == "提出")
  }

  // 2026-11-24 at the clock of these tests.
  @Test func `A day without a year is the next one, and is asked about before it is taken`() throws {
    for (written, day) in [("3月31日", "2027-03-31"), ("１１／２４", "2026-11-24"), ("11.23", "2027-11-23")] {
      var visitor = try Visitor(Sample.inRound())
      visitor.answerAll(3)
      visitor.answer(1, 1)
      #expect(visitor.page.heading?.code == "M-PHY-01")
      visitor.write(written)
      #expect(visitor.page.question == "\(Sample.day(day).japanese)までに行います。この日でよいですか。")
      #expect(visitor.draft.plans["M-PHY-01"]?.due == nil)
      visitor.answer(2)
      visitor.write(written)
      visitor.answer(1)
      #expect(visitor.draft.plans["M-PHY-01"]?.due == Sample.day(day))
      #expect(visitor.page.heading?.code == "M-PHY-02")
    }
  }

  @Test func `A day in the past is asked about, and one that is certain is read back`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll(3)
    visitor.answer(1, 1)
    visitor.write("令和8年11月23日")
    #expect(visitor.page.question?.contains("もう過ぎた日です") == true)
    visitor.answer(2)
    visitor.write("令和9年3月31日")
    #expect(visitor.page.notice?.text.contains("令和9年3月31日") == true)
    #expect(visitor.page.heading?.code == "M-PHY-02")
  }

  @Test func `Today is not past`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll(3)
    visitor.answer(1, 1)
    visitor.write("令和8年11月24日")
    #expect(visitor.page.heading?.code == "M-PHY-02")
  }

  @Test func `The open questions are gone through one after another, back to the review`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.answer(1)
    visitor.send(.list)
    visitor.send(.select(row: 2))
    visitor.answer(1)
    visitor.send(.list)
    visitor.send(.select(row: 4))
    visitor.answer(2)
    #expect(visitor.page.heading?.code == "M-PHY-02")
    visitor.answer(1)
    // Not the answered one between.
    #expect(visitor.page.heading?.code == "M-PHY-04")
    visitor.answer(1)
    #expect(visitor.page.heading?.section == "回答の見直し")
    #expect(visitor.page.lead.contains("すべての質問にお答えいただきました。"))
  }

  @Test func `What was written about a question stands with it, in the list and in the review`() throws {
    var visitor = try Visitor(Sample.inRound(.organisation))
    visitor.begin()
    visitor.send(.note)
    visitor.write("総務課に聞く")
    visitor.answer(6)
    visitor.write("当番が見ています")
    visitor.write("当番表")
    visitor.send(.back)
    let written = ["方法： 当番が見ています", "根拠： 当番表", "メモ： 総務課に聞く"]
    #expect(visitor.page.guidance.suffix(3) == written[...])
    visitor.send(.list)
    for text in written { #expect(visitor.page.rows[0].label.contains(text)) }
    visitor.send(.select(row: visitor.page.rows.count - 1))
    #expect(visitor.page.guidance == written.map { "M-PHY-01 \($0)" })
  }

  @Test func `Plans are made for no and partly only, each may be skipped`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.answer(2, 3, 4, 1)
    visitor.answer(1)
    #expect(visitor.page.banner.progress == "改善計画 1件目（全2件）")
    #expect(visitor.page.lead.contains("改善策：議会局に尋ねる。"))
    // The remedy names the office, so its telephone stands beside it.
    #expect(visitor.page.guidance.contains { $0.contains("000-000-0000") })
    visitor.answer(1)
    visitor.write("きのう")
    #expect(visitor.page.notice?.text.contains("令和9年3月31日") == true)
    visitor.write("R9.3.31")
    #expect(visitor.draft.plans["M-PHY-01"] == ImprovementPlan(action: "議会局に尋ねる。", due: Sample.day("2027-03-31")))
    #expect(visitor.page.heading?.code == "M-PHY-02")
    visitor.answer(2)
    visitor.write("自分で鍵をかける")
    visitor.write("")
    #expect(visitor.draft.plans["M-PHY-02"] == ImprovementPlan(action: "自分で鍵をかける", due: nil))
    #expect(visitor.page.heading?.section == "ご意見")
  }

  @Test func `All plans can be skipped at once, and a changed answer drops its plan`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll(3)
    visitor.answer(1)
    visitor.answer(1)
    visitor.write("")
    visitor.answer(4)
    #expect(visitor.page.heading?.section == "ご意見")
    #expect(visitor.draft.plans.count == 1)
    while visitor.page.heading?.section != "回答の見直し" { visitor.send(.back) }
    visitor.answer(3)
    visitor.send(.select(row: 0))
    visitor.answer(1)
    #expect(visitor.draft.plans.isEmpty)
  }

  @Test func `Without a no or partly there are no plans to make`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.answerAll()
    visitor.answer(1)
    #expect(visitor.page.heading?.section == "ご意見")
  }
}
