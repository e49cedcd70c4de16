import Inspection
import Interview
import Session
import Terminal
import Testing

/// Every page as it looks at the usual size and in a small, magnified window.
@Suite struct GoldenScreenTests {
  private static let pages: [(name: String, role: Role, keys: String)] = [
    ("preface", .member, ""),
    ("profile", .member, "⏎"),
    ("item", .member, "⏎1⏎1⏎"),
    ("item-answered", .member, "⏎1⏎1⏎2"),
    ("item-enter-alone", .member, "⏎1⏎1⏎⏎"),
    ("item-not-offered", .member, "⏎1⏎1⏎1⏎2"),
    ("note", .member, "⏎1⏎1⏎7会議の前に確かめる。"),
    ("item-with-note", .member, "⏎1⏎1⏎37会議の前に確かめる。⏎"),
    ("list", .member, "⏎1⏎1⏎1⏎3⏎8"),
    ("review-open", .member, "⏎1⏎1⏎1⏎85⏎"),
    ("review", .member, "⏎1⏎1⏎1⏎3⏎4⏎1⏎"),
    ("plan", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎1"),
    ("plan-text", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎12"),
    ("plan-due", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎11きのう⏎"),
    ("opinion", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1"),
    ("hand-in", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("receipt", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎1"),
    ("keepsake", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("reason", .staff, "⏎1⏎1⏎6"),
    ("evidence", .organisation, "⏎1⏎"),
    ("help", .member, "⏎1⏎1⏎?"),
  ]

  @Test(arguments: pages.map(\.name)) func `Each page is as recorded, at 80×24 and at 40×12`(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    for (columns, rows) in [(80, 24), (40, 12)] {
      let desk = Desk(Sample.inRound(page.role), columns: columns, rows: rows, Keys.typed(page.keys))
      #expect(desk.screen.faults.isEmpty)
      try expectSnapshot(desk.lines, "\(name)-\(columns)x\(rows)")
    }
  }

  @Test func `Asking before leaving is as recorded`() throws {
    for (columns, rows) in [(80, 24), (40, 12)] {
      let keys = Keys.toFirstItem + [Keys.controlC]
      try expectSnapshot(
        Desk(Sample.inRound(), columns: columns, rows: rows, keys).lines, "leaving-\(columns)x\(rows)")
    }
  }
}
