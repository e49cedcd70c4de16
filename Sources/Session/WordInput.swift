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

  /// Of the words of plain mode those of yes and no, which no other word and no digit's kana begins.
  private static let words = TypedWord.answers.filter { [1, 3].contains($0.value) && $0.key.count > 1 }

  private var held = ""

  mutating func read(_ character: Character) -> Reading {
    let typed = held + String(character)
    if let digit = Self.words[typed] {
      held = ""
      return .digit(digit)
    }
    if Self.words.keys.contains(where: { $0.hasPrefix(typed) }) {
      held = typed
      return .held
    }
    held = ""
    return .keys(Array(typed))
  }

  mutating func forget() { held = "" }
}
