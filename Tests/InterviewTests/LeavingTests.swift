import Inspection
import Interview
import Testing

@Suite struct LeavingTests {
  @Test func `Starting again lands on the same page, wherever one left`() throws {
    var visitor = try Visitor(Sample.inRound())
    var pages = [visitor.page]
    func check() { #expect(visitor.pageAfterRestart?.heading == visitor.page.heading, "\(visitor.page)") }
    visitor.enter()
    check()
    visitor.answer(1)
    check()
    visitor.answer(1, 3)
    check()
    visitor.answer(3, 3, 3)
    check()
    visitor.press(1)
    check()
    visitor.press(4)
    check()
    visitor.write("")
    check()
    pages.append(visitor.page)
    #expect(visitor.page.heading?.section == "提出")
  }

  @Test func `9 saves and leaves`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(1)
    visitor.send(.suspend)
    #expect(visitor.outcome == .suspended)
    #expect(visitor.store.saved?.responses["M-PHY-01"]?.choice == .yes)
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

  @Test func `Ctrl-C asks once; 1 leaves, anything else goes on`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.interrupt)
    #expect(visitor.page.lead.first?.contains("保存して終了しますか") == true)
    visitor.press(2)
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.send(.interrupt)
    visitor.enter()
    #expect(visitor.page.heading?.code == "M-PHY-01")
    visitor.send(.interrupt)
    visitor.press(1)
    #expect(visitor.outcome == .suspended)
  }

  @Test func `Ctrl-C twice leaves safely`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.send(.interrupt)
    visitor.send(.interrupt)
    #expect(visitor.outcome == .suspended)
    #expect(visitor.pageAfterRestart?.heading?.code == "M-PHY-01")
  }

  @Test func `A closed window ends at once, with every answer on disk`() throws {
    var visitor = try Visitor(Sample.inRound())
    visitor.begin()
    visitor.press(3)
    visitor.send(.hangUp)
    #expect(visitor.outcome == .suspended)
    #expect(visitor.store.saved == visitor.draft)
  }
}
