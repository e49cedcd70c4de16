import Characters
import Inspection
import Interview
import Terminal
import TextLayout

/// What a line means that is typed in plain mode.
enum TypedLine: Equatable, Sendable {
  /// Nothing but white space, or the word for Enter.
  case enter
  case help
  case intent(Intent)
  /// A command that another page offers.
  case notOffered
  /// A text of more than `Page.longestText` characters.
  case tooLong
  case unknown

  /// Reads one line; `page` decides whether a number means an option, a row or a command, and whether words are text.
  init(_ line: String, on page: Page) {
    let table = PageBindings.table(for: page)
    if page.isWritten {
      // Everything is text but the table's words alone.
      let text = line.sanitized
      let word = text.withoutWhiteSpace()
      self =
        Self.meaning(of: table.command(for: word))
        ?? (word.isEmpty ? .enter : text.count > Page.longestText ? .tooLong : .intent(.submit(text: text)))
      return
    }
    let word = line.folded().lowercased().trimmed()
    if word.isEmpty {
      self = .enter
    } else if page.isList, let number = Int(word), number != 0 {
      self = page.rows.indices.contains(number - 1) ? .intent(.select(row: number - 1)) : .unknown
    } else {
      // 007 is 7.
      let word = Int(word).map { String($0) } ?? word
      self = Self.meaning(of: table.command(for: word)) ?? Self.elsewhere(word)
    }
  }

  private static func meaning(of action: PageAction?) -> TypedLine? {
    switch action {
    case .confirm: .enter
    case .help: .help
    case .intent(let intent): .intent(intent)
    case .command(let command): command.intent.map { .intent($0) }
    case .digit(0): .intent(.back)
    case .digit, .closeHelp, .move, .scroll, .first, .last, .edit, nil: nil
    }
  }

  /// A number that the page does not offer is answered by the conversation, which knows why.
  private static func elsewhere(_ word: String) -> TypedLine {
    if PageBindings.isCommand(word) { return .notOffered }
    return Int(word).map { .intent(.choose(digit: $0)) } ?? .unknown
  }
}

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

  /// Of the words that answer those of yes and no, which no other word and no digit's kana begins.
  private static let words = PageBindings.answers.filter { answer in
    [Choice.yes, .no].contains { $0.digit == answer.digit } && answer.word.count > 1
  }

  private var held = ""

  mutating func read(_ character: Character) -> Reading {
    let typed = held + String(character)
    if let digit = Self.words.first(where: { $0.word == typed })?.digit {
      held = ""
      return .digit(digit)
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
