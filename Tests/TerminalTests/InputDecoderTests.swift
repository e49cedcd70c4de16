import Terminal
import Testing

@Suite struct InputDecoderTests {
  private func bytes(_ text: String) -> [RawInput] { text.utf8.map { .byte($0) } }

  private func decode(_ bursts: [RawInput]...) -> [Event] {
    var decoder = InputDecoder()
    return bursts.flatMap { decoder.decode($0) }
  }

  @Test func `each character is a key, with its marks`() {
    #expect(decode(bytes("１a?"), bytes("葛\u{E0100}"), bytes("か\u{3099}")) == .typing("１a?葛\u{E0100}か\u{3099}"))
  }

  @Test func `what an input method commits at once is a word, and a key held down is that key`() {
    #expect(decode(bytes("わからない")) == [.committed("わからない")])
    #expect(decode([.key(.up)] + bytes("一部\r")) == [.key(.up), .committed("一部"), .key(.enter)])
    #expect(decode(bytes("ああああ")) == .typing("ああああ"))
    #expect(decode(bytes("１２")) == .typing("１２"))
  }

  @Test func `a character cut by a slow line arrives whole`() {
    let all = bytes("漢")
    #expect(decode([all[0]], [all[1]], [all[2]]) == .typing("漢"))
  }

  @Test func `bytes that are no UTF-8 become the replacement character`() {
    #expect(decode([.byte(0xFF), .byte(0x31)]) == .typing("\u{FFFD}1"))
    #expect(decode([.byte(0xE3), .byte(0x31)]) == .typing("\u{FFFD}1"))
    // What begins another character is itself read.
    #expect(decode([.byte(0xE3)] + bytes("é")) == .typing("\u{FFFD}é"))
    #expect(decode([.byte(0xE3), .key(.up)]) == [.key(.character("\u{FFFD}")), .key(.up)])
  }

  @Test(
    arguments: [
      (0x0D, Key.enter), (0x0A, .control("j")), (0x09, .tab), (0x1B, .escape), (0x7F, .backspace), (0x08, .backspace),
      (0x03, .control("c")), (0x1A, .control("z")), (0x00, .unknown), (0x1C, .unknown),
    ] as [(UInt8, Key)])
  func `control characters are keys`(byte: UInt8, key: Key) {
    #expect(decode([.byte(byte)]) == [.key(key)])
  }

  @Test func `keys and text keep their order`() {
    #expect(
      decode(bytes("a") + [.key(.up)] + bytes("b\r"))
        == [.key(.character("a")), .key(.up), .key(.character("b")), .key(.enter)])
  }

  @Test func `a paste is one text, its line ends as line feeds, and never commands`() {
    #expect(
      pasting([.pasteStart, .key(.down)] + bytes("一\r二\r\n三\n9"), [.key(.up), .pasteEnd])
        == [.text("一\n二\n三\n9")])
  }

  @Test func `a mark of the end within a pasted text ends nothing, however the text is cut`() {
    let pasted = [.pasteStart] + bytes("一") + [.pasteEnd] + bytes("9\r\u{3}1") + [.pasteEnd]
    for cut in pasted.indices {
      #expect(pasting(Array(pasted[..<cut]), Array(pasted[cut...])) == [.text("一9\n\u{3}1")], "cut before \(cut)")
    }
  }

  /// The events of the bursts, and of the pause behind them.
  private func pasting(_ bursts: [RawInput]...) -> [Event] {
    var decoder = InputDecoder()
    let events = bursts.flatMap { decoder.decode($0) }
    return events + decoder.endPaste()
  }

  @Test func `an end of paste without a start is nothing`() {
    #expect(decode([.pasteEnd] + bytes("1")) == .typing("1"))
  }

  @Test(arguments: ["\u{1B}[1;5C", "\u{1B}[1~", "\u{1B}OZ", "\u{1B}[I"])
  func `a sequence that nobody knows is one unknown key, not Esc and an answer`(sequence: String) {
    #expect(decode(bytes(sequence + "2")) == [.key(.unknown), .key(.character("2"))])
  }

  @Test func `a paste that does not end is ended by Ctrl-C or given up, and keeps its text`() {
    #expect(
      decode([.pasteStart] + bytes("一二"), bytes("\u{3}"), bytes("1"))
        == [.text("一二"), .key(.control("c")), .key(.character("1"))])
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteStart] + bytes("一二")) == [])
    #expect(decoder.pasteLimit == .seconds(5))
    #expect(decoder.decode([.pasteEnd]) == [])
    #expect(decoder.pasteLimit == .milliseconds(50))
    #expect(decoder.endPaste() == [.text("一二")])
    #expect(decoder.pasteLimit == nil)
    #expect(decoder.decode(bytes("1")) == .typing("1"))
  }

  /// ECMA-48 8.3.14 CPR and 8.3.24 DA.
  @Test func `what the terminal reports is kept and is no input, early, late or cut`() {
    let report = bytes("\u{1B}[2;3R\u{1B}[?62;22c")
    for cut in [0, 3, 4, 5, 6, 9, 12, report.count] {
      var decoder = InputDecoder()
      #expect(!decoder.hasIdentified)
      let events = decoder.decode(bytes("1") + report[..<cut]) + decoder.decode(report[cut...] + bytes("2"))
      #expect(events == .typing("12"), "cut before byte \(cut)")
      #expect(decoder.reportedColumn == 3)
      #expect(decoder.hasIdentified)
    }
  }

  /// VT100 User Guide, Table 3-8, and xterm's ctlseqs, "PC-Style Function Keys": what PuTTY, xterm and Windows Terminal
  /// send for the numeric keypad in application mode.
  @Test func `the keypad in application mode types what is printed on it`() {
    let keypad = zip("pqrstuvwxymnjkloX", "0123456789-.*+,/=").flatMap { sent, key in
      #expect(decode(bytes("\u{1B}O\(sent)")) == [.key(.character(key))])
      return bytes("\u{1B}O\(sent)")
    }
    #expect(decode(keypad) == .typing("0123456789-.*+,/="))
    #expect(decode(bytes("\u{1B}OM\u{1B}OI")) == [.key(.enter), .key(.tab)])
  }

  /// What xterm.js (VS Code) and Windows Terminal send where curses knows no key for it: focus, modified keys.
  @Test(arguments: ["\u{1B}[I", "\u{1B}[O", "\u{1B}[1;2P", "\u{1B}[27;5;13~", "\u{1B}[13;2u", "\u{1B}[49;2;33;1;0;1_"])
  func `what a terminal sends beside keys answers nothing`(sequence: String) {
    #expect(decode(bytes(sequence)) == [.key(.unknown)])
  }

  @Test func `a sequence that breaks off is one unknown key`() {
    #expect(decode(bytes("\u{1B}[1"), [.key(.up)]) == [.key(.unknown), .key(.up)])
    #expect(decode(bytes("\u{1B}[1"), bytes("\r")) == [.key(.unknown), .key(.enter)])
  }

  @Test func `Esc and what is typed behind it stay two keys`() {
    #expect(decode(bytes("\u{1B}2")) == [.key(.escape), .key(.character("2"))])
    #expect(decode(bytes("\u{1B}"), bytes("[")) == [.key(.escape), .key(.character("["))])
  }
}
