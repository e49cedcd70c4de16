import Terminal
import Testing

@Suite struct KeyTests {
  private enum Command: Equatable { case answer(Int), next, help, back }

  private let table = BindingTable<Command>([
    Binding(
      (1...5).map { (.character(Character("\($0)")), .answer($0)) }, keyLabel: "1-5", label: "答える", help: "選びます。"),
    Binding([.enter, .character(" ")], .next, label: "次へ", help: "次の問いへ進みます。"),
    Binding([.character("?"), .function(1)], .help, label: "説明", help: "この画面の説明です。"),
    Binding([.character("b")], .back, label: "戻る", help: "前の問いへ戻ります。"),
  ])

  private func command(_ key: Key) -> Command? {
    if case .command(let command) = table.lookup(key) { command } else { nil }
  }

  @Test(arguments: ["3", "３", "あ", "ｱ"])
  func `a digit is understood full-width and in kana input`(character: Character) {
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

  @Test func `a circled digit is not a digit`() {
    #expect(command(.character("①")) == nil)
  }

  @Test func `the most literal reading that is bound wins`() {
    let table = BindingTable<Int>([
      Binding([.character("3")], 1, label: "数", help: ""), Binding([.character("あ")], 2, label: "字", help: ""),
    ])
    guard case .command(let command) = table.lookup(.character("あ")) else { return #expect(Bool(false)) }
    #expect(command == 2)
  }

  @Test func `an unknown kana tells that the input method is on`() {
    guard case .unbound(let isKana) = table.lookup(.character("ん")) else { return #expect(Bool(false)) }
    #expect(isKana)
    guard case .unbound(let isKana) = table.lookup(.function(9)) else { return #expect(Bool(false)) }
    #expect(!isKana)
  }

  @Test func `a disabled key says why`() {
    var table = table
    table.bindings[3].availability = .disabled(reason: "最初の問いです")
    guard case .disabled(let reason) = table.lookup(.character("b")) else { return #expect(Bool(false)) }
    #expect(reason == "最初の問いです")
    #expect(table.keyLine(width: 80) == ["1-5 答える  Enter 次へ  ? 説明"])
    #expect(table.help.last?.unavailable == "最初の問いです")
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
