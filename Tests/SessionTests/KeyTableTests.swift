import Inspection
import Interview
import InterviewSamples
import Terminal
import Testing

@testable import Session

/// The key line, the help screen, the typed words and what all of them do are one table.
@Suite struct KeyTableTests {
  private func bindings(_ kind: PageKind) -> [Binding<PageAction>] { PageBindings.table(for: kind.page).bindings }

  // MARK: Keys

  @Test(arguments: PageKind.all) func `Every key named on the key line does something`(kind: PageKind) {
    for binding in bindings(kind) where binding.keyLabel != nil {
      // The answer that is chosen already stays chosen.
      let chosen = kind.page.options.filter(\.isChosen).map { "\($0.digit)" }
      for (key, _) in binding.keys where !chosen.contains(key.name) { #expect(kind.acts(key), "\(key.name)") }
    }
  }

  @Test(arguments: PageKind.all) func `No key and no word is bound twice, and each binding is explained`(kind: PageKind)
  {
    let keys = bindings(kind).flatMap { $0.keys.map(\.key.name) }
    for name in Set(keys) { #expect(keys.count { $0 == name } == 1, "\(name)") }
    let words = bindings(kind).flatMap { $0.words.map(\.word) } + keys.filter { $0.count == 1 }
    for word in Set(words) { #expect(words.count { $0 == word } == 1, "\(word)") }
    #expect(bindings(kind).allSatisfy { !$0.label.isEmpty && !$0.help.isEmpty })
  }

  @Test(arguments: PageKind.all) func `Help lists exactly the keys that are live`(kind: PageKind) {
    let page = kind.page
    var screen = ScreenState()
    screen.show(page)
    _ = ScreenInput.intents(for: .function(1), on: page, &screen)
    #expect(screen.showsHelp == page.offers(.help))
    guard screen.showsHelp else { return }
    // High enough for the whole of it.
    let rows = PageView(page, size: Size(columns: 100, rows: 90)).frame(&screen).rows
    let listed = rows.filter { $0.spans.contains { $0.style == .bold } }.map(\.text)
    #expect(listed == PageBindings.table(for: page).help.map { " \($0.keys)  \($0.label)" })
  }

  @Test(arguments: PageKind.all)
  func `Everything on the key line of a page is on the screen, even in the smallest window`(kind: PageKind) {
    for columns in [40, 80] {
      let lines = PageBindings.table(for: kind.page).keyLine(width: columns - 2)
      #expect(lines.count <= 3)
      for binding in bindings(kind) {
        if let keys = binding.keyLabel { #expect(lines.contains { $0.contains("\(keys) \(binding.label)") }) }
      }
    }
  }

  // MARK: Words

  /// What docs/members.md tells people to type and to press, and what each of them means.
  private static let commands: [(command: Command, keys: [Key], words: [String], intent: Intent)] = [
    (.next, [.enter], ["", "次", "次へ", "つぎ", "Ｎ"], .next),
    (.back, [.character("0"), .escape], ["0", "０", "戻る", "もどる", "b"], .back),
    (.note, [.character("7"), .character("m")], ["7", "７", "メモ", "めも", "M"], .note),
    (.list, [.character("8"), .character("l")], ["8", "一覧", "いちらん", "l"], .list),
    (.suspend, [.character("9"), .character("q")], ["9", "中断", "終了", "やめる", "q"], .suspend),
    (.undo, [.character("u")], ["u", "元に戻す", "取消し", "取り消し"], .undo),
  ]

  @Test(arguments: PageKind.all) func `Keys and words lead to the same intents`(kind: PageKind) {
    let page = kind.page
    if page.isWritten {
      // Characters are text; Enter takes what stands there, Esc and 戻る go back even where that is not offered, and what
      // has not been touched is as it was.
      #expect(pressed(.enter, on: page) == [.submit(text: initial(page))])
      #expect(typed("", on: page) == [.submit(text: initial(page))])
      #expect(pressed(.escape, on: page) == [.back])
      #expect(typed("戻 る", on: page) == [.back])
      #expect(typed("消す", on: page) == [.submit(text: "")])
      #expect(pressed(.character("0"), .character("q"), on: page) == [])
      for text in ["0", "q", "?", "次へ", "もどる", "はい", "戻るとき"] {
        #expect(typed(text, on: page) == [.submit(text: text)])
      }
    }
    for (command, keys, words, intent) in Self.commands where page.offers(command) && !page.isWritten {
      for key in keys {
        // A digit or a letter marks, and Enter does it; Enter and Esc do it at once.
        if case .character = key {
          #expect(pressed(key, on: page) == [], "\(key.name)")
          #expect(pressed(key, .enter, on: page) == [intent], "\(key.name)")
        } else {
          #expect(pressed(key, on: page) == [intent], "\(key.name)")
        }
      }
      for word in words { #expect(typed(word, on: page) == [intent], "\(word)") }
    }
    for option in page.options {
      let digit = Key.character(Character("\(option.digit)"))
      #expect(pressed(digit, on: page) == [.choose(digit: option.digit)])
      #expect(typed("\(option.digit)", on: page) == [.choose(digit: option.digit)])
    }
    for row in page.rows.indices.prefix(9) {
      #expect(pressed(.character(Character("\(row + 1)")), .enter, on: page) == [.select(row: row)])
      #expect(typed("\(row + 1)", on: page) == [.select(row: row)])
    }
  }

  @Test(arguments: PageKind.all) func `A command that a page does not offer is none there, by key and by word`(
    kind: PageKind
  ) {
    let page = kind.page
    for (command, keys, words, intent) in Self.commands where !page.offers(command) && !page.isWritten {
      for key in keys { #expect(key == .enter || !pressed(key, .enter, on: page).contains(intent), "\(key.name)") }
      // In a list digits are numbers of rows.
      for word in words where !word.isEmpty && !(page.isList && word.first?.isNumber == true) {
        #expect(TypedLine(word, on: page) == .notOffered, "\(word)")
      }
    }
  }

  @Test(arguments: PageKind.all) func `Each word in the list of what can be typed does something`(kind: PageKind) throws
  {
    for entry in PageBindings.table(for: kind.page).typedKeys {
      let name = try #require(entry.split(separator: " ").first).filter { !"「」".contains($0) }
      for line in lines(named: name) {
        #expect(![.notOffered, .unknown].contains(TypedLine(line, on: kind.page)), "\(entry)")
        let reply = kind.reply(line)
        for complaint in [SessionText.notOffered, "この画面では \(line) は選べません", "読み取れませんでした", "この画面では使えません"] {
          #expect(!reply.contains(complaint), "\(entry): \(reply)")
        }
      }
    }
  }

  // MARK: The rhythm

  @Test(arguments: PageKind.all) func `No character alone ever leaves a page or does anything but mark`(kind: PageKind)
  {
    for character in "0123456789０９はわやゆよqblmnu " where !kind.page.isWritten {
      for intent in pressed(.character(character), on: kind.page) {
        if case .choose = intent { continue }
        Issue.record("\(character): \(intent)")
      }
    }
  }

  @Test(arguments: PageKind.all) func `Enter does what was marked last, an option or a command`(kind: PageKind) {
    let page = kind.page
    guard let option = page.options.first, page.offers(.back) else { return }
    let (zero, digit) = (Key.character("0"), Key.character(Character("\(option.digit)")))
    #expect(pressed(zero, digit, .enter, on: page) == [.choose(digit: option.digit), .next])
    #expect(pressed(digit, zero, .enter, on: page) == [.choose(digit: option.digit), .back])
    #expect(pressed(zero, .enter, .enter, on: page) == [.back, .next])
  }

  @Test(arguments: PageKind.all) func `Nothing is marked on a page that asks nothing, until a digit is pressed`(
    kind: PageKind
  ) {
    guard kind.page.status == nil, !kind.page.options.isEmpty else { return }
    #expect(kind.page.options.allSatisfy { !$0.isChosen })
  }

  @Test(arguments: PageKind.all) func `No sentence names a key that is not active on its page`(kind: PageKind) {
    let page = kind.page
    let live = PageBindings.table(for: page).help.map(\.keys).joined(separator: "、")
    let sentences =
      page.lead + page.guidance + page.explanation + [page.notice?.text].compactMap { $0 }
      + PageBindings.table(for: page).help.map(\.help)
    for name in ["Enter", "Esc", "スペース", "PageUp", "PageDown", "矢印", "Ctrl", "F1"] where !live.contains(name) {
      for sentence in sentences { #expect(!sentence.contains(name), "\(name): \(sentence)") }
    }
  }

  @Test func `The list of what can be typed is what docs/members.md shows`() throws {
    let item = try #require(PageKind.all.first { $0.name == "item" })
    let note = try #require(PageKind.all.first { $0.name == "note written before" })
    let list = try #require(PageKind.all.first { $0.name == "list" })
    #expect(
      PageBindings.table(for: item.page).typedKeys
        == ["1-5 答える", "Enter 次へ", "0 戻る", "7 メモ", "8 一覧", "9 中断して保存", "? 説明", "u 元に戻す"])
    #expect(PageBindings.table(for: note.page).typedKeys == ["Enter 書き終わる", "「戻る」 戻る", "「消す」 空にする"])
    #expect(PageBindings.table(for: list.page).typedKeys == ["番号 選んだ質問へ", "0 戻る", "? 説明"])
  }

  @Test func `Answers in words are the digits of the choices, wherever a digit answers`() throws {
    let item = try #require(PageKind.all.first { $0.name == "item" }).page
    let words = [
      "はい": 1, "ﾊｲ": 1, "ハイ": 1, "Ｙ": 1, "一部": 2, "一部できている": 2, "いいえ": 3, "ｲｲｴ": 3, "イイエ": 3, "わからない": 4,
      "分からない": 4, "該当なし": 5, "非該当": 5, "別の方法": 6, "別の方法で対応": 6,
    ]
    for (word, digit) in words { #expect(typed(word, on: item) == [.choose(digit: digit)], "\(word)") }
    // docs/design.md 6: a single kana is the key under it; a sentence ends with a full stop.
    for (word, digit) in ["はい。": 1, "わからない．": 4, "ぬ": 1, "三": 3] {
      #expect(typed(word, on: item) == [.choose(digit: digit)], "\(word)")
    }
    for word in ["yes", "よんだ", "2月", "①", "はいいえ"] { #expect(TypedLine(word, on: item) == .unknown, "\(word)") }
  }

  @Test func `The labels of a page are its words, and what is only like one of them is asked back`() throws {
    let item = try #require(PageKind.all.first { $0.name == "item" }).page
    for (word, digit) in ["よくわからない": 4, "わからないです": 4, "はい、していま す": 1, "なし": 5, "できている": 2] {
      #expect(TypedLine(word, on: item) == .similar(try #require(item.options.first { $0.digit == digit })), "\(word)")
    }
    let review = try #require(PageKind.all.first { $0.name == "review" }).page
    #expect(typed("一覧を見て直す", on: review) == [.choose(digit: 3)])
    // はい is an answer to a question, and no word for the first line of any page.
    for word in ["はい", "いいえ", "わからない"] { #expect(TypedLine(word, on: review) == .unknown, "\(word)") }
  }

  /// The lines that a name in the list of what can be typed stands for.
  private func lines(named name: String) -> [String] {
    let ends = name.split(separator: "-").compactMap { Int($0) }
    if name == "Enter" { return [""] }
    if name == "番号" { return ["1"] }
    if ends.count == 2 { return (ends[0]...ends[1]).map { "\($0)" } }
    return name.split(separator: "・").map { String($0) }
  }

  private func initial(_ page: Page) -> String { if case .text(_, let initial) = page.prompt { initial } else { "" } }

  /// What the keys ask for on the page as it is when it has just come, or the last one.
  private func pressed(_ keys: Key..., on page: Page) -> [Intent] {
    var screen = ScreenState()
    screen.show(page)
    return keys.flatMap { ScreenInput.intents(for: $0, on: page, &screen) }
  }

  private func typed(_ line: String, on page: Page) -> [Intent] {
    switch TypedLine(line, on: page) {
    case .intent(let intent): [intent]
    case .enter: [PlainFrontEnd.enter(on: page)]
    case .help, .notOffered, .tooLong, .similar, .unknown: []
    }
  }
}
