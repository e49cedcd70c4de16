import Terminal
import Testing

@Suite struct ListViewTests {
  private func selection(_ list: ListView, page: Int = 10, after keys: Key...) -> Int {
    var list = list
    for key in keys where !list.handle(key, page: page) { Issue.record("\(key) was left alone") }
    return list.selection
  }

  @Test func `arrows move and stop at the ends`() {
    let list = ListView(count: 3)
    #expect(selection(list, after: .up) == 0)
    #expect(selection(list, after: .down) == 1)
    #expect(selection(list, after: .end) == 2)
    #expect(selection(list, after: .end, .down) == 2)
    #expect(selection(list, after: .end, .home) == 0)
  }

  @Test func `a page is what is in sight`() {
    let list = ListView(count: 38)
    #expect(selection(list, page: 12, after: .pageDown) == 12)
    #expect(selection(list, page: 12, after: .pageDown, .up, .pageUp) == 0)
    #expect(selection(list, page: 12, after: .pageDown, .pageDown, .pageDown, .pageDown) == 37)
  }

  @Test func `an empty list selects nothing beyond itself`() {
    #expect(selection(ListView(count: 0, selection: 4), after: .end) == 0)
  }

  @Test func `a shorter list keeps the selection inside`() {
    var list = ListView(count: 9, selection: 8)
    list.resize(to: 4)
    #expect(list.selection == 3)
  }

  @Test func `other keys are left alone`() {
    var list = ListView(count: 3)
    let handled = list.handle(.enter)
    #expect(!handled)
  }
}
