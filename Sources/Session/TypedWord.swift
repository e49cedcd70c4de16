import Inspection
import Interview

/// Understands what people type at a prompt that wants a number: digits, commands in words, はい and いいえ.
///
/// Used line by line in plain mode; the screen takes はい and いいえ from the same table.
enum TypedWord: Equatable, Sendable {
  case choose(digit: Int)
  case command(Command)
  /// Nothing but white space: Enter alone.
  case nothing
  case row(Int)
  case unknown

  /// Reads one line; `page` decides whether a number means an option, a row or a command.
  init(_ line: String, on page: Page) {
    let word = Self.plain(line)
    if word.isEmpty {
      self = .nothing
    } else if let command = Self.commands[word] {
      self = .command(command)
    } else if let number = Int(word) {
      self = Self.number(number, on: page)
    } else if let digit = Self.answers[word] {
      self = .choose(digit: digit)
    } else {
      self = .unknown
    }
  }

  /// Half-width, lower case, without white space at both ends.
  private static func plain(_ line: String) -> String {
    let folded = line.folded().lowercased()
    return String(folded.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func number(_ number: Int, on page: Page) -> TypedWord {
    if case .rows = page.prompt {
      if number == 0 { return .command(.back) }
      return page.rows.indices.contains(number - 1) ? .row(number - 1) : .unknown
    }
    return digitCommands[number].map { .command($0) } ?? .choose(digit: number)
  }

  /// The digits that mean the same on every page with options (docs/design.md 6.2).
  private static let digitCommands: [Int: Command] = [0: .back, 7: .note, 8: .list, 9: .suspend]

  private static let commands: [String: Command] = [
    "戻る": .back, "もどる": .back, "b": .back,
    "次": .next, "次へ": .next, "つぎ": .next, "n": .next,
    "メモ": .note, "めも": .note, "m": .note,
    "一覧": .list, "いちらん": .list, "l": .list,
    "中断": .suspend, "終了": .suspend, "やめる": .suspend, "q": .suspend,
    "元に戻す": .undo, "取消し": .undo, "取り消し": .undo, "u": .undo,
    "?": .help, "説明": .help, "ヘルプ": .help, "h": .help,
  ]

  static let answers: [String: Int] = [
    "はい": 1, "ﾊｲ": 1, "ハイ": 1, "y": 1,
    "一部": 2, "一部できている": 2,
    "いいえ": 3, "ｲｲｴ": 3, "イイエ": 3,
    "わからない": 4, "分からない": 4,
    "該当なし": 5,
    "別の方法": 6, "別の方法で対応": 6,
  ]
}
