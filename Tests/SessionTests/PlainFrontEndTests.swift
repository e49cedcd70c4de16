import Inspection
import Interview
import InterviewSamples
import Session
import Terminal
import Testing
import TextLayout

@Suite struct PlainFrontEndTests {
  private func session(_ lines: [String], role: Role = .member, columns: Int? = nil)
    -> (transcript: String, state: Interview)
  {
    let setting = Sample.inRound(role)
    let store = Store()
    var runner = Runner(
      Interview(setting, draft: Desk.fresh(setting), number: .new(Desk.number)), clock: { Desk.now },
      perform: { $0.perform(in: store) })
    let console = InMemoryLineConsole(lines: lines, columns: columns)
    _ = PlainFrontEnd(on: console).run(&runner)
    return (console.transcript, runner.state)
  }

  @Test func `A whole inspection reads as recorded`() throws {
    let (transcript, state) = session(
      [
        "", "1", "1", "2", "", "いいえ", "４", "0", "わからない", "メモ", "確かめる", "", "1", "1", "1", "R9.3.31", "3", "2", "1", "1",
        "2",
      ])
    #expect(!transcript.contains("\u{1B}"))
    #expect(state.outcome == .finished(path: nil))
    try expectSnapshot(transcript.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }, "plain")
  }

  @Test func `Every question has its number, and digits, full-width digits and words answer`() {
    let (transcript, state) = session(["", "１", "はい", "いいえ", "わからない"])
    #expect(transcript.contains("1問目（全4問）") && transcript.contains("3問目（全4問）"))
    #expect(state.draft.responses.mapValues(\.choice) == ["M-PHY-01": .no, "M-PHY-02": .unknown])
  }

  @Test func `What is not understood is asked again with the reason`() {
    let (transcript, state) = session(["", "1", "1", "9月", "abc", "よんだ"])
    #expect(transcript.contains("1-5 のどれかを入れてください"))
    #expect(transcript.contains("日本語入力がオンのようです"))
    #expect(state.draft.responses.isEmpty)
  }

  @Test func `What is not offered is asked again with the reason`() {
    let (transcript, _) = session(["", "1", "1", "1", "2"])
    #expect(transcript.contains("2 は選べません"))
  }

  @Test func `戻る, 一覧, メモ and 中断 work as words and as digits`() {
    #expect(session(["", "1", "1", "戻る"]).transcript.hasSuffix("番号： "))
    for back in ["戻る", "0"] { #expect(session(["", "1", "1", back]).state.page.question?.contains("紙の資料を持ち") == true) }
    for list in ["一覧", "8"] { #expect(session(["", "1", "1", list]).state.page.rows.count == 5) }
    #expect(session(["", "1", "1", "一覧", "3"]).state.page.heading?.code == "M-PHY-03")
    for leave in ["中断", "9"] { #expect(session(["", "1", "1", leave]).state.outcome == .suspended(isKept: true)) }
    #expect(session(["", "1", "1", "メモ", "戻る"]).state.draft.notes.isEmpty)
  }

  @Test func `Enter alone in a text keeps what is there, 消す empties it`() {
    let written = ["", "1", "1", "メモ", "確かめる", "メモ"]
    #expect(session(written + [""]).state.draft.notes["M-PHY-01"] == "確かめる")
    #expect(session(written + ["別の文"]).state.draft.notes["M-PHY-01"] == "別の文")
    #expect(session(written + ["消す"]).state.draft.notes.isEmpty)
    #expect(session(written).transcript.hasSuffix("メモ（今は「確かめる」）： "))
  }

  @Test func `Enter alone leads nowhere from a list`() {
    for enter in ["", "次へ"] {
      let (transcript, state) = session(["", "1", "1", "1", "8", enter])
      #expect(state.page.rows.count == 5)
      #expect(transcript.contains("番号を押してください"))
    }
  }

  @Test func `Controls and escapes in a line get neither into the answers nor back onto the terminal`() {
    let (transcript, state) = session(["", "1", "1", "7", "\u{1B}[2J赤\u{202E}い", "7"])
    #expect(state.draft.notes["M-PHY-01"] == "[2J赤い")
    #expect(!transcript.contains("\u{1B}") && !transcript.contains("\u{202E}"))
  }

  /// docs/formats.md, 書き込み: as on the screen, where no more can be typed.
  @Test func `A text of 2,000 characters is taken, a longer one is refused and changes nothing`() {
    let writing = ["", "1", "1", "メモ"]
    let longest = String(repeating: "あ", count: 2_000)
    #expect(session(writing + [longest]).state.draft.notes["M-PHY-01"] == longest)
    let (transcript, state) = session(writing + [longest + "あ"])
    #expect(transcript.contains("2000字まで"))
    #expect(state.draft.notes.isEmpty)
  }

  @Test func `An answer is said again, and a choice of what to do is not`() {
    let (transcript, _) = session(["", "1", "はい。", "わからない", "2", "2", "0", "3"])
    for answer in ["＞ 1 はい を記録しました。", "＞ 4 わからない を記録しました。", "＞ 3 いいえ を記録しました。"] {
      #expect(transcript.contains(answer), "\(answer)")
    }
    // 2 is not offered on the second item.
    #expect(!transcript.contains("2 一部") && transcript.contains("2 は選べません"))
    #expect(!session(["", "1", "1", "8", "5", "1"]).transcript.contains("先へ進む を記録"))
    #expect(session(["6"], role: .staff).transcript.contains("記録") == false)
  }

  @Test func `What stands above a question is said when it is new, and no rule is drawn`() {
    let (transcript, _) = session(["", "1", "1", "1", "1"])
    #expect(!transcript.contains("----"))
    func count(_ text: String) -> Int { transcript.ranges(of: text).count }
    #expect(count("見本市議会 情報セキュリティ自己点検") == 1)
    #expect(count("物理的セキュリティ　基本方針") == 1)
    for number in 1...3 { #expect(count("\(number)問目（全4問）") == 1) }
  }

  @Test func `Something like a label is asked back and answers nothing`() {
    let (transcript, state) = session(["", "1", "1", "よくわからない"])
    #expect(transcript.contains("「4 わからない」のことですか"))
    #expect(state.draft.responses.isEmpty)
  }

  @Test func `The transcript only grows`() {
    let lines = ["", "1", "1", "2", "x", "?", "8", "3", "メモ", "覚え"]
    for count in lines.indices {
      #expect(session(Array(lines[...count])).transcript.hasPrefix(session(Array(lines[..<count])).transcript))
    }
  }

  @Test func `The end of input leaves safely`() {
    let (_, state) = session(["", "1", "1", "3"])
    #expect(state.outcome == .suspended(isKept: true))
    #expect(state.draft.responses["M-PHY-01"]?.choice == .no)
  }

  /// 72 cells where lines have no width, the terminal's where they have, and never more than 45 kanji.
  @Test(arguments: [(nil, 72), (40, 40), (80, 80), (300, 90)] as [(Int?, Int)])
  func `Every line of text fits the terminal and is never cut`(columns: Int?, width: Int) {
    let writing = ["メモ", String(repeating: "会議の前に確かめる。", count: 9), "7"]
    let (transcript, _) = session(["", "1", "1", "?", "ま", "2月"] + writing + ["戻る", "8", "0"], columns: columns)
    // What follows a prompt stands on its row only here, where nobody presses Enter.
    let lines = transcript.replacing(/(番号|メモ|」）)：\s/, with: "\n").split(separator: "\n")
    for line in lines {
      #expect(line.displayWidth <= width, "\(line)")
      #expect(!"、。」）".contains(line.first ?? " "), "\(line)")
    }
    #expect(lines.contains { $0.displayWidth > width - 8 })
    #expect(transcript.replacing("\n", with: "").contains("基本方針6(3)「物理的セキュリティ」：備えます。"))
  }
}
