/// Understands はい and いいえ typed out on the screen while the input method is on.
///
/// Kana that could still become one of the words are held back; all other characters go on as keys.
struct WordInput: Equatable {
  enum Reading: Equatable {
    /// Could still become a word.
    case held
    case digit(Int)
    /// No word: each character is a key of its own.
    case keys([Character])
  }

  private static let words: [(word: String, digit: Int)] = [
    ("はい", 1), ("ハイ", 1), ("ﾊｲ", 1), ("いいえ", 3), ("イイエ", 3), ("ｲｲｴ", 3),
  ]

  private var held = ""

  mutating func read(_ character: Character) -> Reading {
    let typed = held + String(character)
    if let word = Self.words.first(where: { $0.word == typed }) {
      held = ""
      return .digit(word.digit)
    }
    if Self.words.contains(where: { $0.word.hasPrefix(typed) }) {
      held = typed
      return .held
    }
    held = ""
    return .keys(Array(typed))
  }

  mutating func forget() { held = "" }
}
