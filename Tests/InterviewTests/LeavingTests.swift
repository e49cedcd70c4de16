import Inspection
import Interview
import InterviewSamples
import Testing

@Suite struct LeavingTests {
  @Test func `Starting again lands on the same page, wherever one left`() throws {
    var visitor = try Visitor(Sample.inRound())
    func check() { #expect(visitor.pageAfterRestart == visitor.page) }
    visitor.enter()
    visitor.answer(1)
    check()
    visitor.answer(1, 3)
    check()
    visitor.answer(3, 3, 3)
    check()
    visitor.answer(1)
    check()
    visitor.answer(4)
    check()
    visitor.answer(2)
    check()
    #expect(visitor.page.heading?.section == "提出")
  }

  @Test func `There is no draft before the first answer`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.enter()
    visitor.send(.interrupt)
    #expect(visitor.page.lead == ["終了しますか。まだ何も答えていません。"])
    visitor.answer(1)
    #expect(visitor.outcome == .suspended(isKept: false))
    #expect(visitor.store.saved == nil)
  }

  @Test func `9 saves and leaves`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(1)
    visitor.send(.suspend)
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.store.saved?.responses["M-PHY-01"]?.choice == .yes)
  }

  @Test(arguments: ["reason", "evidence", "note", "plan text", "due", "replace"])
  func `Leaving in the middle of writing lands on the page that asked for it`(field: String) throws {
    var visitor = try Visitor(Sample.inRound(field == "evidence" ? .organisation : .staff))
    visitor.begin()
    switch field {
    case "reason": visitor.answer(6)
    case "note": visitor.send(.note)
    case "evidence": visitor.answer(1)
    default:
      visitor.answer(3, 1, 1, 1)
      visitor.answer(1)
      if field == "replace" {
        visitor.answer(4, 2)
        visitor.store.refusal = .alreadyHandedIn(timesReplaced: 0)
        visitor.answer(1)
      } else {
        visitor.answer(field == "due" ? 1 : 2)
      }
    }
    guard case .text = visitor.page.prompt else {
      Issue.record("no text is asked for: \(visitor.page)")
      return
    }
    visitor.send(.hangUp)
    let page = try #require(visitor.pageAfterRestart)
    #expect(field == "replace" ? page.heading?.section == "提出" : page.heading?.code == "M-PHY-01")
    #expect(page.prompt == .options)
  }

  @Test func `What stands in a text field outlives Ctrl-C, whether one goes on or leaves`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.note)
    visitor.send(.keep(text: "書きかけ"))
    visitor.send(.interrupt)
    visitor.answer(2)
    #expect(visitor.page.prompt == .text(label: "メモ", initial: "書きかけ"))
    visitor.send(.interrupt)
    visitor.answer(1)
    #expect(visitor.store.saved?.notes["M-PHY-01"] == "書きかけ")
    #expect(visitor.pageAfterRestart?.heading?.code == "M-PHY-01")
  }

  @Test func `A disk that stays full does not hold anybody, and nothing is called saved that is not`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.store.fault = .diskFull(path: "/home")
    visitor.press(1)
    visitor.send(.suspend)
    #expect(visitor.page.options.map(\.label) == ["もう一度保存して終わる", "続ける", "保存せずに終わる"])
    #expect(visitor.page.lead.first?.contains("まだ保存できていません") == true)
    visitor.answer(1)
    #expect(visitor.outcome == nil)
    visitor.answer(3)
    #expect(visitor.outcome == .suspended(isKept: true))
    // Everything up to the page before is there.
    #expect(visitor.store.saved?.profile == ["device": true, "paper": true])
    #expect(visitor.pageAfterRestart?.heading?.code == "M-PHY-01")
  }

  @Test func `The way out without saving is there only when saving has failed`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.store.fault = .diskFull(path: "/home")
    visitor.press(1)
    visitor.store.fault = nil
    visitor.press(3)
    visitor.send(.interrupt)
    #expect(visitor.page.options.map(\.digit) == [1, 2])
    visitor.answer(3)
    #expect(visitor.outcome == nil)
  }

  @Test func `Leaving does not lose what could not be saved without a word`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.store.fault = .diskFull(path: "/home")
    visitor.press(1)
    visitor.send(.suspend)
    #expect(visitor.outcome == nil)
    #expect(visitor.page.notice?.kind == .trouble)
  }

  @Test func `Ctrl-C asks; 1 and Enter leaves, 2 and Enter or 0 goes on, Enter alone does neither`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.interrupt)
    #expect(visitor.page.lead.first?.contains("保存して終了しますか") == true)
    visitor.answer(2)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.send(.interrupt)
    visitor.enter()
    #expect(visitor.page.notice?.text == "番号を押してください。")
    visitor.send(.back)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.send(.interrupt)
    visitor.answer(1)
    #expect(visitor.outcome == .suspended(isKept: true))
  }

  @Test func `Ctrl-C twice leaves safely`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(1)
    visitor.send(.interrupt)
    visitor.send(.interrupt)
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.pageAfterRestart?.heading?.code == "M-PHY-01")
  }

  @Test func `A closed window ends at once, with every answer on disk`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(3)
    visitor.send(.hangUp)
    #expect(visitor.outcome == .suspended(isKept: true))
    #expect(visitor.store.saved == visitor.draft)
  }
}
