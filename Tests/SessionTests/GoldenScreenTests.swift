import Inspection
import Interview
import InterviewSamples
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
    ("item-command", .member, "⏎1⏎1⏎29"),
    ("note", .member, "⏎1⏎1⏎7⏎会議の前に確かめる。"),
    ("item-with-note", .member, "⏎1⏎1⏎37⏎会議の前に確かめる。⏎"),
    ("list", .member, "⏎1⏎1⏎1⏎3⏎8⏎"),
    ("review-open", .member, "⏎1⏎1⏎1⏎8⏎5⏎"),
    ("review", .member, "⏎1⏎1⏎1⏎3⏎4⏎1⏎"),
    ("review-marked", .member, "⏎1⏎1⏎1⏎3⏎4⏎1⏎3"),
    ("plan", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎1⏎"),
    ("plan-text", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎1⏎2⏎"),
    ("plan-due", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎1⏎1⏎きのう⏎"),
    ("plan-due-check", .member, "⏎1⏎1⏎2⏎3⏎4⏎1⏎1⏎1⏎3月31日⏎"),
    ("opinion", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("opinion-text", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎"),
    ("hand-in", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎"),
    ("hand-in-marked", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1"),
    ("receipt", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎"),
    ("receipt-enter-by-habit", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎⏎"),
    ("keepsake", .member, "⏎1⏎1⏎1⏎1⏎1⏎1⏎1⏎2⏎1⏎1⏎"),
    ("item-long", .member, "⏎1⏎1⏎1⏎"),
    ("item-kana", .member, "⏎1⏎1⏎ま"),
    ("item-wrong-keys", .member, "⏎1⏎1⏎xyz"),
    ("item-undone", .member, "⏎1⏎1⏎13u⏎"),
    ("item-with-reason", .organisation, "⏎6⏎当番が見回っている⏎見回り表⏎0⏎"),
    ("list-number", .member, "⏎1⏎1⏎1⏎8⏎3"),
    ("help-list", .member, "⏎1⏎1⏎8⏎?"),
    ("reason", .staff, "⏎1⏎1⏎6⏎"),
    ("evidence", .organisation, "⏎1⏎"),
    ("help", .member, "⏎1⏎1⏎?"),
  ]

  @Test(arguments: pages.map(\.name)) func `Each page is as recorded, at 80×24 and at 40×12`(name: String) throws {
    let page = try #require(Self.pages.first { $0.name == name })
    // A preface that does not fit takes more than one Enter; the pages behind it are reached all the same.
    let lead = page.keys.hasPrefix("⏎") ? page.keys.dropFirst() : page.keys[...]
    try expectSnapshots(of: name) { size in
      var draft = Desk.fresh(Sample.inRound(page.role))
      if page.keys.hasPrefix("⏎") {
        draft.position = page.role == .organisation ? .item("M-PHY-01") : .profile("device")
      }
      return Desk(
        Sample.inRound(page.role), draft: draft, columns: size.columns, rows: size.rows, Keys.typed(String(lead))
      ).screen
    }
  }

  @Test func `Asking before leaving, and help on writing, are as recorded`() throws {
    let asked: [(String, [Event])] = [
      ("leaving", [Keys.controlC]), ("help-note", Keys.typed("7⏎") + [.key(.function(1))]),
    ]
    for (name, keys) in asked {
      try expectSnapshots(of: name) { size in
        Desk(Sample.inRound(), draft: Self.atFirstItem, columns: size.columns, rows: size.rows, keys).screen
      }
    }
  }

  @Test func `What goes wrong is told as recorded`() throws {
    let path = "/home/gian01/.local/share/tenken/r8-1/m01.json"
    try expectSnapshots(of: "trouble") { size in
      Desk(
        Sample.inRound(), draft: Self.atFirstItem, store: Store(fault: .noPermission(path: path)),
        columns: size.columns, rows: size.rows, Keys.typed("1")
      ).screen
    }
    for (name, refusal) in [("closed", HandInRefusal.roundClosed), ("replace", .alreadyHandedIn(timesReplaced: 0))] {
      var draft = Self.atFirstItem
      draft.position = .handIn
      try expectSnapshots(of: name) { [draft] size in
        Desk(
          Sample.inRound(), draft: draft, store: Store(refusal: refusal), columns: size.columns, rows: size.rows,
          Keys.typed("1⏎")
        ).screen
      }
    }
  }

  @Test func `What somebody is asked who has handed in is as recorded`() throws {
    let asked = [
      ("standing", ""), ("earlier-number", "2⏎"), ("earlier-number-slip", "2⏎\(Desk.number.digits)⏎"),
      ("starting-point", "2⏎\(Desk.number.digits)⏎"),
    ]
    for (name, keys) in asked {
      let state = Replacement(in: Sample.inRound(), receipt: "123456", isBegun: false)
      try expectSnapshots(of: name) { size in
        Self.show(state, Keys.typed(keys), size) { _ in
          .numberLookedUp(name == "earlier-number-slip" ? .slipCode : .sheet([]))
        }
      }
    }
  }

  @Test func `A personal inspection is as recorded`() throws {
    try expectSnapshots(of: "preface-personal") { size in
      Desk(Sample.personal, columns: size.columns, rows: size.rows, []).screen
    }
    var draft = Desk.fresh(Sample.personal)
    draft.position = .review
    try expectSnapshots(of: "keepsake-personal") { [draft] size in
      Desk(Sample.personal, draft: draft, columns: size.columns, rows: size.rows, Keys.typed("1⏎")).screen
    }
    draft.profile = ["device": true]
    try expectSnapshots(of: "anew") { [draft] size in
      Desk(Sample.personal, draft: draft, columns: size.columns, rows: size.rows, Keys.typed("4⏎")).screen
    }
  }

  /// As on a shared screen and over ssh; Enter reads on, and closes the copy at its end.
  @Test func `A copy that is shown fits every screen and is read with Enter alone, to its last word`() {
    var setting = Sample.inRound()
    setting.showsCopy = true
    var draft = Self.atFirstItem
    draft.position = .handIn
    let paragraphs = (1...30).map { "・次にすること\($0)：電源ボタンを押して、画面を消してから席を離れる。" }
    for (columns, rows) in [(80, 24), (40, 12)] {
      let desk = Desk(
        setting, draft: draft, store: Store(shown: paragraphs), columns: columns, rows: rows,
        Keys.typed("1⏎1⏎1⏎" + String(repeating: "⏎", count: 60)))
      #expect(desk.screen.faults.isEmpty)
      #expect(desk.outcome == .suspended(isKept: false) && desk.text.contains("番号を押してください"))
      let shown = desk.screen.frames.map { $0.rows.map(\.text).joined() }
      for number in 1...30 { #expect(shown.contains { $0.contains("次にすること\(number)：") }, "\(number)") }
    }
  }

  @Test func `The reception is as recorded`() throws {
    let people = (10...22).map { Respondent(id: RespondentID("m\($0)"), name: "議員\($0)", kana: "ぎいん", role: .member) }
    let doors: [(String, Reception.Door, Round?, String)] = [
      ("reception-role", .roles(Role.allCases), nil, ""), ("reception-names", .names(people), Sample.round(), "1⏎"),
      ("reception-name-check", .names(people), Sample.round(), "1⏎3⏎"),
      ("reception-code", .code, Sample.round(), ""),
      ("reception-mistyped", .code, Sample.round(), "123456789013⏎"),
    ]
    for (name, door, round, keys) in doors {
      let reception = Reception(door, assembly: "見本市議会", round: round)
      try expectSnapshots(of: name) { Self.show(reception, Keys.typed(keys), $0) }
    }
    let announcement = Announcement(["この点検回はまだ始まっていません。令和8年11月1日から始められます。"], assembly: "見本市議会")
    try expectSnapshots(of: "announcement") { Self.show(announcement, [], $0) }
  }

  private static var atFirstItem: Draft {
    var draft = Desk.fresh(Sample.inRound())
    draft.position = .item("M-PHY-01")
    return draft
  }

  private static func show<State: Conversation>(
    _ state: State, _ keys: [Event], _ size: Size, perform: @escaping (State.Effect) -> Intent? = { _ in nil }
  ) -> InMemoryScreen {
    let screen = InMemoryScreen(size: size, script: keys)
    var runner = Runner(state, clock: { Desk.now }, perform: perform)
    _ = ScreenFrontEnd(on: screen).run(&runner)
    return screen
  }

  private func expectSnapshots(of name: String, _ show: (Size) -> InMemoryScreen) throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)] {
      let screen = show(size)
      #expect(screen.faults.isEmpty)
      try expectSnapshot(screen.lines, "\(name)-\(size.columns)x\(size.rows)")
    }
  }
}
