import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing

@Suite struct FrameTests {
  private static let sizes = [
    (40, 12), (41, 13), (40, 60), (59, 17), (60, 18), (80, 24), (132, 43), (200, 12), (200, 60),
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
