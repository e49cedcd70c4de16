import Testing
import TextLayout

@Suite struct TableTests {
  @Test func `columns are as wide as their content in cells`() {
    let table = Table(
      columns: [.init("項目"), .init("率", .right)],
      rows: [["画面のロック", "98.5"], ["ｶﾞ", "−"]])
    #expect(
      table.lines() == [
        "項目            率",
        "------------  ----",
        "画面のロック  98.5",
        "ｶﾞ               −",
      ])
  }

  @Test func `a cell wraps at the limit of its column`() {
    let table = Table(columns: [.init("問", limit: 6), .init("数", .right)], rows: [["席を離れる", "1"]])
    #expect(
      table.lines() == [
        "問      数",
        "------  --",
        "席を離   1",
        "れる",
      ])
  }

  @Test func `the widest column gives way`() {
    let table = Table(columns: [.init("甲"), .init("乙")], rows: [["一二三四五六七八", "九十"]])
    #expect(table.lines(width: 14) == ["甲        乙", "--------  ----", "一二三四  九十", "五六七八"])
  }

  @Test func `missing cells are empty and surplus ones are cut`() {
    let table = Table(columns: [.init("甲"), .init("乙")], rows: [["一"], ["一", "二", "三"]])
    #expect(table.lines() == ["甲  乙", "--  --", "一", "一  二"])
  }

  @Test func `text from people cannot break the table`() {
    let table = Table(columns: [.init("甲"), .init("乙")], rows: [["一\n二", "\u{1B}[2J"]])
    #expect(table.lines() == ["甲  乙", "--  ---", "一  [2J", "二"])
  }

  @Test func `a table without columns is nothing`() {
    #expect(Table(columns: []).lines().isEmpty)
  }
}

@Suite struct BarTests {
  @Test(arguments: [
    (0.0, ".........."), (0.5, "#####....."), (1.0, "##########"), (0.999, "#########."), (0.001, "#........."),
    (-1.0, ".........."), (2.0, "##########"),
  ])
  func `a share is drawn by cells`(share: Double, text: String) {
    #expect(Bar(share: share, width: 10).text == text)
  }

  @Test func `a bar without width is nothing`() {
    #expect(Bar(share: 0.5, width: 0).text == "")
    #expect(Bar(share: 1, width: -1).text == "")
  }
}
