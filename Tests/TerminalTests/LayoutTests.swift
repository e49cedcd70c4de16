import Terminal
import Testing

@Suite struct LayoutTests {
  private func block(_ lines: [String], focus: Int? = nil) -> Block {
    var block = Block(width: 10)
    for (index, line) in lines.enumerated() {
      if let focus { block.item(line, isFocused: index == focus) } else { block.line(line) }
    }
    return block
  }

  private func layout(rows: Int, body: Block) -> Layout {
    Layout(
      size: Size(columns: 10, rows: rows), header: block(["題", "=="]), body: body, footer: block(["--", "鍵"]),
      note: { "上\($0) 下\($1)" })
  }

  @Test func `a body that fits leaves the footer at the bottom`() {
    let layout = layout(rows: 8, body: block(["一", "二"]))
    #expect(!layout.isScrolling)
    #expect(layout.frame(top: 5).lines == ["題", "==", "一", "二", "", "", "--", "鍵"])
  }

  @Test func `a body that does not fit scrolls and says what is hidden`() {
    let layout = layout(rows: 8, body: block(["一", "二", "三", "四", "五"]))
    #expect(layout.bodyHeight == 3)
    #expect(layout.frame(top: 0).lines == ["題", "==", "一", "二", "三", "上0 下2", "--", "鍵"])
    #expect(layout.frame(top: 99).lines == ["題", "==", "三", "四", "五", "上2 下0", "--", "鍵"])
    #expect(layout.reachable(99) == 2)
    #expect(layout.reachable(-1) == 0)
  }

  @Test func `the focus is brought into sight by the shortest way`() {
    let far = layout(rows: 8, body: block(["一", "二", "三", "四", "五"], focus: 4))
    #expect(far.revealingFocus(from: 0) == 2)
    #expect(far.frame(top: 2).cursor == Cursor(row: 4, column: 2))
    let near = layout(rows: 8, body: block(["一", "二", "三", "四", "五"], focus: 1))
    #expect(near.revealingFocus(from: 2) == 1)
    #expect(near.revealingFocus(from: 0) == 0)
  }

  @Test func `a focus scrolled out of sight shows no cursor`() {
    let layout = layout(rows: 8, body: block(["一", "二", "三", "四", "五"], focus: 4))
    #expect(layout.frame(top: 0).cursor == nil)
  }

  @Test func `on a low screen the header gives way before the footer`() {
    let layout = layout(rows: 6, body: block(["一", "二", "三"]))
    #expect(layout.frame(top: 0).lines == ["==", "一", "二", "三", "--", "鍵"])
  }
}
