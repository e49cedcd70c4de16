import Inspection
import Interview
import InterviewSamples
import Terminal
import Testing

/// Reading what does not fit, and where the cursor stands for those who follow it.
@Suite struct ScrollingTests {
  private func desk(_ keys: [Event], rows: Int = 12) -> Desk {
    var draft = Desk.fresh(Sample.inRound())
    draft.position = .item("M-PHY-01")
    return Desk(Sample.inRound(), draft: draft, columns: 40, rows: rows, keys)
  }

  @Test func `The question is in sight at once, and after an answer by digit`() {
    for keys in ["", "1", "5", "⏎", "xyz"] { #expect(desk(Keys.typed(keys)).text.contains("会議中に席を離れる")) }
  }

  @Test func `PageDown reads on to the end of an item, the next key leads back`() {
    let end = desk(Array(repeating: .key(.pageDown), count: 4))
    #expect(end.text.contains("ロックできる機種が多くあります") || end.text.contains("M-PHY-01"))
    #expect(end.text.contains("ここまでです。PageUp で前へ"))
    let back = desk(Array(repeating: .key(.pageDown), count: 4) + Keys.typed("1"))
    #expect(back.text.contains("会議中に席を離れる") && back.text.contains("回答： 1 はい"))
  }

  @Test func `PageDown reads on while one writes, and nothing is lost`() {
    let note = desk(Keys.typed("7⏎書きかけ") + [.key(.pageDown), .key(.pageUp)] + Keys.typed("の文⏎"))
    #expect(note.draft.notes["M-PHY-01"] == "書きかけの文")
  }

  @Test func `Every row of help can be reached, and Ctrl-C asks there too`() {
    #expect(desk(Keys.typed("?") + [.key(.end)]).text.contains("ここまでです"))
    #expect(desk(Keys.typed("?") + [Keys.down]).text != desk(Keys.typed("?")).text)
    #expect(desk(Keys.typed("?") + [Keys.controlC]).text.contains("終了しますか"))
  }

  @Test func `A page without a focus has the cursor where its text begins, and follows it`() throws {
    for keys in ["?", "?" + "⏎"] {
      let desk = desk(Keys.typed(keys))
      let cursor = try #require(desk.cursor)
      #expect(!desk.lines[cursor.row].isEmpty)
    }
    let preface = Desk(Sample.inRound(), [])
    let cursor = try #require(preface.cursor)
    #expect(preface.lines[cursor.row].contains("はじめに"))
  }

  @Test func `What went wrong is read from its beginning, however small the window`() throws {
    var draft = Desk.fresh(Sample.inRound())
    draft.position = .item("M-PHY-01")
    let path = "/home/gian01/.local/share/tenken/r8-1/m01.json"
    let desk = Desk(
      Sample.inRound(), draft: draft, store: Store(fault: .diskFull(path: path)), columns: 40, rows: 12,
      Keys.typed("1"))
    let row = try #require(desk.lines.firstIndex { $0.contains("＞ /home/gian01") })
    #expect(desk.cursor?.row == row)
  }
}
