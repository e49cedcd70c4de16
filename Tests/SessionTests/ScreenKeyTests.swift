import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing

@Suite struct ScreenKeyTests {
  private func desk(_ keys: [Event], role: Role = .member) -> Desk {
    Desk(Sample.inRound(role), Keys.toFirstItem + keys)
  }
  private func desk(_ keys: String) -> Desk { desk(Keys.typed(keys)) }

  @Test(arguments: [
    ("1", Choice.yes), ("３", .no), ("三", .no), ("ぬ", .yes), ("う", .unknown), ("ｱ", .no), ("はい", .yes), ("いいえ", .no),
    ("ハイ", .yes), ("ｲｲｴ", .no), ("一部", .partial), ("一部できている", .partial), ("該当なし", .notApplicable),
  ])
  func `Digits of any width, kana left on by accident, and words answer`(typed: String, choice: Choice) {
    #expect(desk(typed).draft.responses["M-PHY-01"]?.choice == choice)
    if typed.count > 1 { #expect(desk([.committed(typed)]).draft.responses["M-PHY-01"]?.choice == choice) }
  }

  @Test func `A word that an input method commits is a word, whatever keys its kana are`() {
    let answered = desk([.committed("わからない")])
    #expect(answered.draft.responses["M-PHY-01"]?.choice == .unknown)
    #expect(answered.text.contains("M-PHY-01"))
    for word in ["よんだ", "あああい", "わかった", "山田"] {
      let desk = desk([.committed(word)])
      #expect(desk.draft.responses.isEmpty)
      #expect(desk.text.contains("M-PHY-01") && desk.text.contains("日本語入力がオンのようです"), "\(word)")
    }
    #expect(desk([.committed("三。")]).draft.responses["M-PHY-01"]?.choice == .no)
    #expect(desk([.committed("もどる")]).text.contains("M-PHY-01"))
    #expect(desk([.committed("もどる"), Keys.enter]).text.contains("前提の質問 2問目"))
    let asked = desk([.committed("よくわからない")])
    #expect(asked.draft.responses.isEmpty && asked.text.contains("「4 わからない」のことですか"))
    #expect(desk([.committed("次へ")]).text.contains("M-PHY-01"))
    #expect(desk(Keys.typed("7⏎") + [.committed("会議の前に"), Keys.enter]).draft.notes["M-PHY-01"] == "会議の前に")
  }

  @Test func `A word that breaks off is taken key by key`() {
    // い alone could become いいえ; the 4 that follows is the answer.
    #expect(desk("い4").draft.responses["M-PHY-01"]?.choice == .unknown)
  }

  @Test func `Enter alone answers nothing`() {
    let desk = desk("⏎⏎⏎")
    #expect(desk.draft.responses.isEmpty)
    #expect(desk.text.contains("番号を押してください"))
  }

  @Test func `An arrow answers as the digit beside it does, so that the mark and the answer always agree`() {
    let down = desk([Keys.down, Keys.down])
    #expect(down.draft.responses["M-PHY-01"]?.choice == .partial)
    #expect(down.lines.contains { $0.hasPrefix("   > 2  一部できている") })
    #expect(down.text.contains("回答： 2 一部できている"))
    #expect(desk([.key(.up)]).draft.responses["M-PHY-01"]?.choice == .notApplicable)
    for keys in ["1", "12", "1", "3"] {
      for arrows in 0...3 {
        let moved = desk(Keys.typed(keys) + Array(repeating: Keys.down, count: arrows) + Keys.typed("1"))
        #expect(moved.text.contains("回答： 1 はい") && moved.lines.contains { $0.hasPrefix("   > 1  はい") })
        #expect(moved.lines.count { $0.hasPrefix("   > ") } == 1)
      }
    }
    #expect(desk(Keys.typed("1") + [Keys.down] + Keys.typed("1⏎")).text.contains("M-PHY-02"))
  }

  @Test func `A command is marked, leaves the answer alone, and is told before Enter does it`() {
    let marked = desk("19")
    #expect(marked.outcome == .suspended(isKept: true))
    #expect(marked.text.contains("印： 9 中断して保存（Enter で決まります）"))
    #expect(marked.draft.responses["M-PHY-01"]?.choice == .yes)
    // What was marked last counts.
    #expect(desk("191⏎").text.contains("M-PHY-02"))
    #expect(desk("190⏎").text.contains("前提の質問 2問目（全2問）"))
    #expect(desk("19⏎").draft.responses["M-PHY-01"]?.choice == .yes)
  }

  @Test(arguments: ["0", "０", "わ"]) func `0 and Enter goes one page back`(key: String) {
    #expect(desk(key).text.contains("M-PHY-01"))
    #expect(desk(key + "⏎").text.contains("前提の質問 2問目（全2問）"))
  }

  @Test func `Esc goes one page back, and keeps what is written`() {
    #expect(desk([Keys.escape]).text.contains("前提の質問 2問目"))
    for text in ["書きかけ", "一", "①", "9"] {
      let note = desk(Keys.typed("7⏎\(text)") + [Keys.escape])
      #expect(note.draft.notes["M-PHY-01"] == text)
      #expect(note.text.contains("1問目（全4問）") && note.text.contains("メモ： \(text)"))
    }
    #expect(desk(Keys.typed("7⏎") + [Keys.escape]).draft.notes.isEmpty)
    // An emptied field is ended by Enter.
    let emptied = Keys.typed("7⏎覚え⏎7⏎") + [.key(.control("u"))]
    #expect(desk(emptied + [Keys.escape]).draft.notes["M-PHY-01"] == "覚え")
    #expect(desk(emptied + [Keys.enter]).draft.notes.isEmpty)
  }

  @Test func `A number written as a word is a text`() {
    for text in ["①", "一", "三"] { #expect(desk("7⏎\(text)⏎").draft.notes["M-PHY-01"] == text) }
    // A digit alone was meant for the page before; it stays in the field.
    #expect(desk("7⏎３⏎").lines.contains("   ３"))
  }

  @Test func `Nothing acts behind the page that says that the window is too small`() {
    let small = Event.resized(Size(columns: 39, rows: 12))
    let large = Event.resized(Size(columns: 80, rows: 24))
    let keys: [Event] =
      Keys.typed("3⏎9⏎0q") + [.committed("いいえ"), .text("1"), .click(row: 8, column: 8), Keys.escape]
      + [Keys.controlC, Keys.controlC]
    let back = desk([small] + keys + [large])
    #expect(back.draft.responses.isEmpty && back.text.contains("M-PHY-01"))
    #expect(back.text.contains("回答： まだ選んでいません"))
    let note = Keys.typed("7⏎書き") + [small] + Keys.typed("消え") + [large] + Keys.typed("かけ⏎")
    #expect(desk(note).draft.notes["M-PHY-01"] == "書きかけ")
  }

  @Test func `Ctrl-Z takes back what was written in a field, and gives the shell back elsewhere`() {
    let stop = Event.key(.control("z"))
    let note = desk(Keys.typed("7⏎会議") + [stop, Keys.enter])
    #expect(note.draft.notes["M-PHY-01"] == "会" && note.screen.suspensions == 0)
    #expect(desk([stop]).screen.suspensions == 1)
    #expect(desk(Keys.typed("7⏎会議") + [.key(.function(1)), stop]).screen.suspensions == 1)
  }

  @Test func `In a text field digits and ? are text`() {
    #expect(desk("7⏎R9.3.31?は0⏎").draft.notes["M-PHY-01"] == "R9.3.31?は0")
  }

  @Test func `Pasted lines are text in a field and nothing elsewhere`() {
    #expect(desk(Keys.typed("7⏎") + [.text("一行目\n二行目\n9\n"), Keys.enter]).draft.notes["M-PHY-01"] == "一行目\n二行目\n9")
    let item = desk([.text("1\n1\n1\n")])
    #expect(item.draft.responses.isEmpty)
    #expect(item.text.contains("貼り付けられません"))
  }

  @Test func `A text is edited by the keys that people know`() {
    let edited: [(Event, String)] = [
      (.key(.backspace), "会議の"), (.key(.control("u")), ""), (.key(.control("w")), ""),
    ]
    for (key, left) in edited {
      #expect(desk(Keys.typed("7⏎会議のあ") + [key] + Keys.typed("朝⏎")).draft.notes["M-PHY-01"] == left + "朝")
    }
    let moved = Keys.typed("7⏎議") + [.key(.home)] + Keys.typed("会") + [.key(.end)] + Keys.typed("後⏎")
    #expect(desk(moved).draft.notes["M-PHY-01"] == "会議後")
  }

  @Test func `What is being written outlives Ctrl-C, a signal and a closed window`() {
    let written = Keys.typed("7⏎書きかけ") + [Keys.controlC]
    #expect(desk(written + Keys.typed("2⏎")).lines.contains("   書きかけ"))
    #expect(desk(written + Keys.typed("2⏎の文⏎")).draft.notes["M-PHY-01"] == "書きかけの文")
    for leave in [Keys.typed("1⏎"), [Keys.controlC]] {
      #expect(desk(written + leave).draft.notes["M-PHY-01"] == "書きかけ")
    }
    for event in [Event.disconnected, .terminated(.hangup)] {
      #expect(desk(Keys.typed("7⏎書きかけ") + [event]).draft.notes["M-PHY-01"] == "書きかけ")
    }
  }

  @Test func `A word that is broken off by another key is forgotten`() {
    #expect(desk(Keys.typed("は") + [Keys.enter] + Keys.typed("い")).draft.responses.isEmpty)
  }

  @Test func `On the list a number and Enter lead to a question, 0 and Enter goes back, Enter alone nowhere`() {
    #expect(desk("8⏎3⏎").text.contains("M-PHY-03"))
    #expect(desk("8⏎3").text.contains("質問の一覧"))
    #expect(desk("8⏎0⏎").text.contains("M-PHY-01"))
    #expect(desk("8⏎30⏎").text.contains("M-PHY-01"))
    #expect(desk("8⏎⏎⏎").text.contains("番号を押してください"))
    #expect(!desk("8⏎").lines.contains { $0.hasPrefix(">") })
    // The number that cannot grow begins anew, so the last digit counts.
    #expect(desk("8⏎13⏎").text.contains("M-PHY-03"))
    #expect(desk(Keys.typed("8⏎") + [Keys.down, Keys.down, Keys.enter]).text.contains("M-PHY-02"))
    #expect(desk("8⏎３⏎").text.contains("M-PHY-03"))
  }

  @Test(arguments: [("12", "議員12"), ("10", "議員10"), ("1", "議員01"), ("13", "議員03"), ("3⏎3⏎02", "議員02")])
  func `Two digits are the number of a row that is there, and else the last one is`(digits: String, name: String) {
    let people = (1...12).map { number in
      Respondent(id: .init("m\(number)"), name: "議員\(number < 10 ? "0" : "")\(number)", kana: "", role: .member)
    }
    let reception = Reception(.names(people), assembly: "見本市議会", round: Sample.round())
    var runner = Runner(reception, clock: { Desk.now }) { _ in nil }
    let screen = InMemoryScreen(size: Size(columns: 80, rows: 24), script: Keys.typed("1⏎\(digits)⏎"))
    _ = ScreenFrontEnd(on: screen).run(&runner)
    #expect(screen.lines.joined().contains("\(name)さんの点検を始めます"))
  }

  @Test func `The mark of the list stops at both ends, whatever moves it`() {
    for keys: [Key] in [
      [.up], [.pageUp, .pageUp], [.home], [.end, .home], [.down, .down, .pageUp], [.end, .backtab, .home], [.down],
    ] {
      #expect(desk(Keys.typed("8⏎") + keys.map { .key($0) } + [Keys.enter]).text.contains("M-PHY-01"), "\(keys)")
    }
    let nearlyLast = desk(Keys.typed("8⏎") + [.key(.end), .key(.down), .key(.up), Keys.enter]).text
    #expect(nearlyLast.contains("M-PHY-04") && !nearlyLast.contains("回答の見直し"))
    for keys: [Key] in [[.end], [.end, .down, .tab], [.pageDown, .pageDown, .pageDown], [.end, .up, .down]] {
      #expect(desk(Keys.typed("8⏎") + keys.map { .key($0) } + [Keys.enter]).text.contains("回答の見直し"), "\(keys)")
    }
  }

  @Test func `The third key that means nothing gets a friendly hint; kana says that input is on`() {
    #expect(!desk("zz").text.contains("この画面では使いません"))
    #expect(desk("zzz").text.contains("この画面では使いません"))
    for key in ["の", "漢", "ｶ"] { #expect(desk(key).text.contains("日本語入力がオンのようです"), "\(key)") }
  }

  @Test(arguments: [Key.escape, .enter, .character("?")]) func `? opens help and closes as easily`(key: Key) {
    let open = desk("?")
    #expect(open.text.contains("基本方針6(3)「物理的セキュリティ」"))
    #expect(open.text.contains("Enter 閉じる"))
    let closed = desk([.key(.character("?")), .key(key)])
    #expect(closed.text.contains("回答： まだ選んでいません"))
  }

  @Test func `u takes the last answer back`() {
    #expect(desk("13u⏎").draft.responses["M-PHY-01"]?.choice == .yes)
  }

  @Test func `Ctrl-C asks, twice leaves, and everything is kept`() {
    #expect(desk(Keys.typed("3") + [Keys.controlC]).text.contains("保存して終了しますか"))
    let left = desk(Keys.typed("3") + [Keys.controlC, Keys.controlC])
    #expect(left.outcome == .suspended(isKept: true))
    #expect(left.draft.responses["M-PHY-01"]?.choice == .no)
  }

  @Test(arguments: [[Keys.controlC], [.key(.function(1)), Keys.controlC]])
  func `Ctrl-C in the middle of a text keeps what stands there`(leaving: [Event]) {
    let writing = Keys.typed("7⏎memo") + leaving
    #expect(desk(writing + Keys.typed("2⏎")).text.contains("memo"))
    let left = desk(writing + [Keys.controlC])
    #expect(left.outcome == .suspended(isKept: true))
    #expect(left.draft.notes["M-PHY-01"] == "memo")
  }

  @Test func `A closed window or a signal ends the session`() {
    for event in [Event.disconnected, .terminated(.terminate), .terminated(.hangup)] {
      #expect(desk([event]).outcome == .suspended(isKept: true))
    }
  }

  @Test func `Enter shows the rest of a long preface before it goes on`() throws {
    var checklist = Sample.checklist()
    checklist.preface = (1...12).map { "\($0)番目の、少し長い前置きの文です。" }
    let setting = Setting(
      policy: Sample.policy, questionnaire: Questionnaire(personal: checklist, policy: Sample.policy),
      round: nil)
    func after(_ enters: Int) -> Desk {
      Desk(setting, columns: 40, rows: 12, Array(repeating: Keys.enter, count: enters))
    }
    #expect(after(0).text.contains("Enter で続き"))
    #expect(after(0).text.contains("1番目の") && !after(0).text.contains("12番目の"))
    let last = try #require((1...5).first { after($0).text.contains("12番目の") })
    #expect(after(last + 1).text.contains("はじめに") == after(last).text.contains("で続き"))
    #expect(after(last + 2).text.contains("前提の質問 1問目"))
  }
}
