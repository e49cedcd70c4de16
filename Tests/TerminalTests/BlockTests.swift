import Terminal
import Testing

@Suite struct BlockTests {
  private func lines(_ block: Block) -> [String] { block.rows.map(\.text) }

  @Test func `both edges share a row where they fit`() {
    var block = Block(width: 20)
    block.line(left: "点検", right: "議員", indent: 1)
    #expect(lines(block) == [" 点検          議員"])
  }

  @Test func `edges that do not fit take a row each`() {
    var block = Block(width: 12)
    block.line(left: "情報点検票", right: "議員", indent: 1)
    #expect(lines(block) == [" 情報点検票", "       議員"])
  }

  @Test func `a paragraph wraps inside its indent`() {
    var block = Block(width: 10)
    block.paragraph("1  はいといいえ", indent: 2, hanging: 3)
    #expect(lines(block) == ["  1  はい", "     とい", "     いえ"])
  }

  @Test func `the focused item has one mark and the cursor`() {
    var block = Block(width: 20)
    block.item("1  はい", isFocused: false, indent: 4)
    block.item("2  いいえ", isFocused: true, indent: 4)
    #expect(lines(block) == ["    1  はい", "  > 2  いいえ"])
    #expect(block.cursor == Cursor(row: 1, column: 4))
    #expect(block.focus == 1..<2)
  }

  @Test func `the mark is all that differs between focused and not`() {
    var focused = Block(width: 20)
    focused.item("はい", isFocused: true, indent: 4)
    var other = Block(width: 20)
    other.item("はい", isFocused: false, indent: 4)
    let difference = zip(lines(focused)[0], lines(other)[0]).filter { $0 != $1 }.count
    #expect(difference == 1)
  }

  @Test func `a field holds the cursor at its insertion point`() {
    var block = Block(width: 20)
    block.line("メモ")
    block.field(TextField("漢字"), indent: 1, height: 4)
    #expect(lines(block) == ["メモ", " 漢字"])
    #expect(block.cursor == Cursor(row: 1, column: 5))
    #expect(block.rows[1].spans.last?.isField == true)
    #expect(block.rows[1].width == 20)
  }

  @Test func `an appended block brings its focus along`() {
    var inner = Block(width: 10)
    inner.item("一", isFocused: true)
    var block = Block(width: 10)
    block.blank(2)
    block.append(inner)
    #expect(block.cursor == Cursor(row: 2, column: 2))
    #expect(block.focus == 2..<3)
  }

  @Test(arguments: [(40, 12), (80, 24), (200, 60), (1, 1), (3, 2)])
  func `a frame of blocks fits any screen`(columns: Int, rows: Int) {
    let size = Size(columns: columns, rows: rows)
    var header = Block(width: columns)
    header.line(left: "熊本市議会 情報セキュリティ自己点検（案）", right: "議員", indent: 1, style: .bold)
    header.rule()
    var body = Block(width: columns)
    body.paragraph("会議中に席を離れるときは、会議用の端末の画面をロックしていますか。", indent: 3)
    for number in 1...5 { body.item("\(number)  一部できている", isFocused: number == 5, indent: 5, hanging: 3) }
    body.field(TextField("あいうえお"), indent: 3, height: 2)
    var footer = Block(width: columns)
    footer.rule()
    footer.line("1-5 答える")
    let layout = Layout(size: size, header: header, body: body, footer: footer)
    let screen = InMemoryScreen(size: size)
    screen.draw(layout.frame(top: layout.revealingFocus(from: 0)))
    // A block is at least two cells wide, so that it can hold a kanji.
    if columns > 1 { #expect(screen.faults.isEmpty) }
  }
}
