import Terminal
import Testing

@Suite struct KeyTests {
  private enum Command: Equatable { case answer(Int), next, help, back }

  private let table = BindingTable<Command>([
    Binding(
      keys: (1...5).map { (.character(Character("\($0)")), .answer($0)) },
      words: [("はい", .answer(1)), ("いいえ", .answer(3))],
      keyLabel: "1-5", typedLabel: "1-5", label: "答える", help: "選びます。"),
    Binding([.enter, .character(" ")], to: .next, keyLabel: "Enter", label: "次へ", help: "次の問いへ進みます。"),
    Binding([.character("?"), .function(1)], to: .help, keyLabel: "?", label: "説明", help: "この画面の説明です。"),
    Binding(
      [.character("b")], words: ["戻る"], to: .back, keyLabel: "b", typedLabel: "「戻る」", label: "戻る", help: "前の問いへ戻ります。"),
    Binding([], words: ["前"], to: .back, label: "戻る", help: ""),
  ])

  private func command(_ key: Key) -> Command? { table.command(for: key) }

  @Test(arguments: ["3", "３", "あ", "ｱ", "三"])
  func `a digit is understood full-width, as a kanji and in kana input`(character: Character) {
    #expect(command(.character(character)) == .answer(3))
  }

  @Test func `the kana of the digit row are those of JIS X 6002`() {
    let digits = zip("ぬふあうえおやゆよわ", "1234567890").allSatisfy { kana, digit in
      Key.character(kana).readings.contains(.character(digit))
    }
    #expect(digits)
    let narrow = zip("ﾇﾌｱｳｴｵﾔﾕﾖﾜ", "1234567890").allSatisfy { kana, digit in
      Key.character(kana).readings.contains(.character(digit))
    }
    #expect(narrow)
  }

  @Test func `letters, marks and the space fold to half-width lower case`() {
    #expect(command(.character("Ｂ")) == .back)
    #expect(command(.character("B")) == .back)
    #expect(command(.character("？")) == .help)
    #expect(command(.character("　")) == .next)
  }

  @Test func `the kanji digits are digits`() {
    for (kanji, digit) in zip("一二三四五六七八九〇零", "12345678900") {
      #expect(Key.character(kanji).readings.contains(.character(digit)))
    }
    #expect(Key.character("十").readings == [.character("十")])
  }

  @Test func `a circled digit is not a digit`() {
    #expect(command(.character("①")) == nil)
  }

  @Test func `the most literal reading that is bound wins`() {
    let table = BindingTable<Int>([
      Binding([.character("3")], to: 1, label: "数", help: ""), Binding([.character("あ")], to: 2, label: "字", help: ""),
    ])
    #expect(table.command(for: .character("あ")) == 2)
  }

  @Test func `an unknown kana tells that the input method is on`() {
    #expect(command(.character("ん")) == nil && Key.character("ん").isJapanese)
    #expect(Key.character("漢").isJapanese && Key.character("ｶ").isJapanese)
    #expect(!Key.function(9).isJapanese && !Key.character("z").isJapanese && !Key.character("。").isJapanese)
  }

  @Test func `a typed word is one of the words or the character of a key, and nothing else`() {
    #expect(["はい", "いいえ", "戻る", "前"].map { table.command(for: $0) } == [.answer(1), .answer(3), .back, .back])
    #expect(["3", "あ", "三"].map { table.command(for: $0) } == [.answer(3), .answer(3), .answer(3)])
    #expect(["b", "?"].map { table.command(for: $0) } == [.back, .help])
    // A number of two digits is no key.
    for word in ["", "ああ", "12", "次へ", "Enter", "bb"] { #expect(table.command(for: word) == nil, "\(word)") }
  }

  @Test func `only what has a label is on the key line and among what can be typed`() {
    #expect(table.keyLine(width: 80) == ["1-5 答える  Enter 次へ  ? 説明  b 戻る"])
    #expect(table.typedKeys == ["1-5 答える", "「戻る」 戻る"])
  }

  @Test func `the key line breaks between bindings only`() {
    #expect(table.keyLine(width: 22) == ["1-5 答える  Enter 次へ", "? 説明  b 戻る"])
    #expect(table.keyLine(width: 12) == ["1-5 答える", "Enter 次へ", "? 説明", "b 戻る"])
  }

  @Test func `help names every key`() {
    #expect(table.help.map(\.keys) == ["1-5", "Enter、スペース", "?、F1", "b"])
    let block = table.helpBlock(width: 30)
    #expect(Array(block.rows.map(\.text).prefix(2)) == [" 1-5  答える", "    選びます。"])
  }
}
