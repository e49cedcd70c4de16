import Characters

/// A key as a person knows it, whatever bytes the terminal sends for it.
public enum Key: Hashable, Sendable {
  /// A printable character, the space among them; full-width and kana as they came from the input method.
  case character(Character)
  case enter, escape, tab, backtab, backspace, delete, insert
  case up, down, left, right
  case pageUp, pageDown, home, end
  /// F1 is `function(1)`.
  case function(Int)
  /// A letter with Ctrl held, in lower case: Ctrl-C is `control("c")`. Ctrl-H, I and M are backspace, tab and enter.
  case control(Character)
  /// A key that the terminal names and tenken has no use for.
  case unknown
}

extension Key {
  /// The key that types the word, which is one character; nil for any other word.
  public init?(word: String) {
    guard word.count == 1, let character = word.first else { return nil }
    self = .character(character)
  }

  /// What is printed on a Japanese keyboard for the key, without a glyph of ambiguous width (arrows are such).
  public var name: String {
    switch self {
    case .character(" "): "スペース"
    case .character(let character): String(character)
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backtab: "Shift-Tab"
    case .backspace: "BackSpace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "上矢印"
    case .down: "下矢印"
    case .left: "左矢印"
    case .right: "右矢印"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .home: "Home"
    case .end: "End"
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .unknown: "不明なキー"
    }
  }
}

extension Key {
  /// The readings of the key as a command, the most literal first: itself, half-width, lower case, and the digit that
  /// this kanji means or whose key gives this kana when kana input is on by accident.
  ///
  /// Folded by `Characters`, which is not NFKC, so that ① is no 1.
  public var readings: [Key] {
    guard case .character(let character) = self else { return [self] }
    let narrow = String(character).folded().first ?? character
    let lower = narrow.lowercased().first ?? narrow
    var readings = [character]
    for reading in [narrow, lower, Key.digits[character]] {
      if let reading, !readings.contains(reading) { readings.append(reading) }
    }
    return readings.map { .character($0) }
  }

  /// True for a kana or a kanji: the input method or kana input is on where a command was expected.
  public var isJapanese: Bool {
    guard case .character(let character) = self, let scalar = character.unicodeScalars.first else { return false }
    switch scalar.value {
    // 々〆〇, kana, kanji (CJK Unified Ideographs), half-width kana.
    case 0x3005...0x3007, 0x3041...0x30FF, 0x4E00...0x9FFF, 0xFF66...0xFF9F: return true
    default: return false
    }
  }

  /// The kanji digits, and the digit row of the JIS X 6002 keyboard in kana input.
  private static let digits: [Character: Character] = [
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9", "〇": "0", "零": "0",
    "ぬ": "1", "ふ": "2", "あ": "3", "う": "4", "え": "5", "お": "6", "や": "7", "ゆ": "8", "よ": "9", "わ": "0",
    "ﾇ": "1", "ﾌ": "2", "ｱ": "3", "ｳ": "4", "ｴ": "5", "ｵ": "6", "ﾔ": "7", "ﾕ": "8", "ﾖ": "9", "ﾜ": "0",
  ]
}

/// Something that happened at the terminal.
public enum Event: Hashable, Sendable {
  /// A key was pressed, or an input method committed one character.
  case key(Key)
  /// Several characters came at once, Japanese among them: a word that an input method committed.
  case committed(String)
  /// Text was pasted: one or more lines, their ends as LF. It is never read as commands.
  case text(String)
  /// The left button of the mouse was pressed on a cell, from 0.
  case click(row: Int, column: Int)
  /// The window has another size.
  case resized(Size)
  /// The program was suspended and has come back; the screen is already drawn again.
  case resumed
  /// Nothing has happened for as long as the loop waits.
  case idle
  /// The system asks the program to end.
  case terminated(Termination)
  /// The terminal is gone: its window was closed or the line was cut. Nothing more can be read or shown.
  case disconnected

  /// Whether somebody's hand made it, at the keyboard or with the mouse.
  public var isTyped: Bool {
    switch self {
    case .key, .committed, .text, .click: true
    case .resized, .resumed, .idle, .terminated, .disconnected: false
    }
  }

  /// Nothing can come after it.
  public var isLast: Bool {
    switch self {
    case .terminated, .disconnected: true
    default: false
    }
  }
}

/// The signals that ask a program to end.
public enum Termination: Hashable, Sendable {
  case hangup, interrupt, terminate

  /// The exit status by the shells' convention: 128 and the number of the signal in POSIX.
  public var exitStatus: Int32 {
    switch self {
    case .hangup: 128 + 1
    case .interrupt: 128 + 2
    case .terminate: 128 + 15
    }
  }
}
