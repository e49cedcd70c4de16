import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing
import TextLayout

@Suite struct FrameTests {
  private static let sizes = [
    (40, 12), (41, 13), (40, 60), (59, 17), (60, 18), (80, 24), (132, 43), (200, 12), (300, 100),
  ]

  /// The way through everything with hostile and awkward text in every field.
  private static let hostile =
    "\u{1B}[31m赤\u{202E}逆\u{07}ｶﾞか\u{3099}葛\u{E0100}𠮷㈱①👨‍👩‍👧＝1+1" + String(repeating: "とても長い覚え書き、", count: 12)

  @Test(arguments: sizes.indices) func `Every page fits every size, whatever people have written`(index: Int) {
    let (columns, rows) = Self.sizes[index]
    for role in [Role.member, .organisation] {
      var draft = Desk.fresh(Sample.inRound(role))
      draft.notes = ["M-PHY-01": Self.hostile]
      draft.responses = ["M-PHY-01": .init(choice: role == .member ? .no : .alternative, reason: Self.hostile)]
      draft.plans = ["M-PHY-01": ImprovementPlan(action: Self.hostile, due: nil)]
      draft.opinion = Self.hostile
      draft.profile = ["device": true, "paper": true]
      for position: Draft.Position in [
        .preface, .profile("device"), .item("M-PHY-01"), .review, .plan("M-PHY-01"), .opinion, .handIn,
      ] {
        draft.position = position
        for keys in ["", "?", "8⏎", "7⏎", "2⏎"] {
          let desk = Desk(Sample.inRound(role), draft: draft, columns: columns, rows: rows, Keys.typed(keys))
          #expect(desk.screen.faults.isEmpty, "\(position) \(keys) at \(columns)×\(rows): \(desk.screen.faults)")
          #expect(!desk.text.contains("\u{1B}") && !desk.text.contains("\u{202E}"))
        }
      }
    }
  }

  /// A row of 45 kanji is the longest that the eye follows to the next; the answer stands near the choices.
  @Test(arguments: [(132, 43), (300, 100)]) func `A wide window does not make long rows or a long way`(
    columns: Int, rows: Int
  ) throws {
    let item = Desk(Sample.inRound(), columns: columns, rows: rows, Keys.toFirstItem + Keys.typed("1"))
    #expect(item.lines.allSatisfy { $0.displayWidth <= 95 })
    let choice = try #require(item.lines.lastIndex { $0.contains("5  該当なし") })
    let answer = try #require(item.lines.firstIndex { $0.contains("回答： 1 はい") })
    #expect(answer - choice < 24)
    #expect(item.lines.filter { $0.contains("短い間でも") }.allSatisfy { $0.displayWidth <= 90 })
  }

  @Test func `The field takes the rows that are free, and says what of a long text is hidden`() {
    let long = (1...40).map { "\($0)行目" }.joined(separator: "\n")
    var draft = Desk.fresh(Sample.inRound())
    draft.position = .item("M-PHY-01")
    for (columns, rows) in [(80, 24), (40, 12), (80, 40)] {
      let writing = Keys.typed("7⏎") + [.text(long)]
      let desk = Desk(Sample.inRound(), draft: draft, columns: columns, rows: rows, writing)
      let shown = desk.lines.filter { $0.contains("行目") }.count
      #expect(desk.text.contains("40行目") && desk.text.contains("（上に \(40 - shown)行）"), "\(desk.text)")
      // What the header (3 rows), the footer (2) and what stands above the field (8) leave.
      #expect(shown == [24: 11, 12: 6, 40: 27][rows], "\(desk.text)")
      let up = Desk(
        Sample.inRound(), draft: draft, columns: columns, rows: rows, writing + Array(repeating: .key(.up), count: 39))
      #expect(up.text.contains("（下に \(40 - shown)行）"), "\(up.text)")
    }
  }

  /// docs/design.md 6: colour is for the marked answer, for what is told and for the progress, and says nothing alone.
  @Test func `What has a colour is said in words too`() throws {
    func coloured(_ keys: String) -> [String] {
      let frame = Desk(Sample.inRound(), Keys.toFirstItem + Keys.typed(keys)).screen.frames.last
      return frame?.rows.flatMap(\.spans).filter { $0.style.colour != nil }.map(\.text) ?? []
    }
    #expect(coloured("") == [])
    #expect(coloured("⏎") == ["＞"])
    // One of four is answered: a quarter of the rule, beside 未回答 3.
    let answered = coloured("1")
    #expect(answered == [String(repeating: " ", count: 20), "1  はい"])
    #expect(Desk(Sample.inRound(), Keys.toFirstItem + Keys.typed("1")).text.contains("未回答 3"))
  }

  @Test func `The chrome has no character of ambiguous width`() {
    // UAX #11: the marks that programs like to draw with.
    for keys in ["", "⏎", "⏎1⏎1⏎", "⏎1⏎1⏎8⏎", "⏎1⏎1⏎?", "⏎1⏎1⏎1⏎1⏎1⏎1⏎"] {
      let text = Desk(Sample.inRound(), Keys.typed(keys)).text
      #expect(!text.contains { "─│┌┐└┘├┤□■○●◎△▲▼→←↑↓※★☆…×÷“”‘’§°①②③".contains($0) }, "\(text)")
    }
  }

  @Test func `The cursor stands on the mark, on the question, or where one writes`() throws {
    let item = Desk(Sample.inRound(), Keys.toFirstItem)
    let question = try #require(item.lines.firstIndex { $0.contains("会議中に席を離れる") })
    #expect(item.cursor?.row == question)
    let marked = Desk(Sample.inRound(), Keys.toFirstItem + [Keys.down])
    let option = try #require(marked.lines.firstIndex { $0.contains("> 1") })
    #expect(marked.cursor?.row == option)
    let note = Desk(Sample.inRound(), Keys.toFirstItem + Keys.typed("7⏎会議"))
    let field = try #require(note.lines.firstIndex { $0.hasSuffix("会議") })
    #expect(note.cursor == Cursor(row: field, column: 3 + 4))
    let list = Desk(Sample.inRound(), Keys.toFirstItem + Keys.typed("8⏎") + [Keys.down])
    let row = try #require(list.lines.firstIndex { $0.hasPrefix(">") })
    #expect(list.cursor?.row == row)
  }

  @Test func `A changed window keeps the page, the mark and what is being written`() {
    let item = Desk(Sample.inRound(), Keys.toFirstItem + [Keys.down, .resized(Size(columns: 50, rows: 20))])
    #expect(item.lines.contains { $0.contains("> 1") })
    let note = Desk(
      Sample.inRound(), Keys.toFirstItem + Keys.typed("7⏎書きかけ") + [.resized(Size(columns: 40, rows: 12))])
    #expect(note.text.contains("書きかけ"))
  }
}
