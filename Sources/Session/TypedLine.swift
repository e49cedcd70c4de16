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
  /// Something like the option's label, which is asked back.
  case similar(Page.Option)
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
    let word = line.asWord
    let number = Int(word) ?? Key(word: word)?.digit
    if word.isEmpty {
      self = .enter
    } else if page.isList, let number, number != 0 {
      self = page.rows.indices.contains(number - 1) ? .intent(.select(row: number - 1)) : .unknown
    } else {
      // 007 is 7.
      let action = table.command(for: number.map { String($0) } ?? word)
      self = Self.meaning(of: action) ?? Self.elsewhere(word, number, on: page)
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
  private static func elsewhere(_ word: String, _ number: Int?, on page: Page) -> TypedLine {
    if PageBindings.isCommand(word) { return .notOffered }
    if let number { return .intent(.choose(digit: number)) }
    return page.option(like: word).map { .similar($0) } ?? .unknown
  }
}

extension StringProtocol {
  /// What is typed as a word that may be one of the page's: half-width, lower case, without white space, and without the
  /// full stop or the like that ends a sentence.
  var asWord: String {
    let word = folded().lowercased().withoutWhiteSpace()
    var bare = word[...]
    while let mark = bare.last, "。．.、，,！!・".contains(mark) { bare.removeLast() }
    return bare.isEmpty ? word : String(bare)
  }
}

extension Page {
  /// The words that answer here, each with its option's digit: the labels, and what else people call the choice that a
  /// label is or begins with (はい、始めます).
  ///
  /// A choice that a question does not offer is still understood, so that the conversation can say why not.
  var answers: [(word: String, digit: Int)] {
    var answers = options.map { (word: $0.label.asWord, digit: $0.digit) }
    for choice in Choice.allCases {
      let words = choice.typedWords
      let option = options.first { $0.digit == choice.digit }
      let isNamed = option.map { option in words.contains { option.label == $0 || option.label.hasPrefix($0 + "、") } }
      guard isNamed ?? (status != nil) else { continue }
      answers += words.filter { word in !answers.contains { $0.word == word } }.map { ($0, choice.digit) }
    }
    return answers
  }

  /// The one option whose words stand in what was typed, or the other way about; nil where it is none or several.
  func option(like word: String) -> Option? {
    guard word.count > 1 else { return nil }
    let like = answers.filter { $0.word.count > 1 && (word.contains($0.word) || $0.word.contains(word)) }
    let digits = Set(like.map(\.digit))
    return digits.count == 1 ? options.first { digits.contains($0.digit) } : nil
  }
}

extension Choice {
  /// The words of forms, and what comes of はい and いいえ where the input method is set to katakana.
  fileprivate var typedWords: [String] {
    switch self {
    case .yes: words + ["ハイ", "ﾊｲ", "y"]
    case .no: words + ["イイエ", "ｲｲｴ"]
    case .partial, .unknown, .notApplicable, .alternative: words
    }
  }
}

/// Puts words together that come in pieces, as an input method commits them: は, い.
struct WordInput: Equatable {
  enum Reading: Equatable {
    case word(String)
    /// A piece that goes on with a word.
    case piece
    /// A key of its own. It may begin a word all the same: わ is the key of 0 and begins わからない.
    case key(beginsWord: Bool)
  }

  private var held = ""

  /// - Parameter words: of more than one character each.
  mutating func read(_ character: Character, among words: [String]) -> Reading {
    let typed = held + String(character)
    let goesOn = !held.isEmpty && words.contains { $0.hasPrefix(typed) }
    let begins = words.contains { $0.first == character }
    held = goesOn ? typed : begins ? String(character) : ""
    guard goesOn else { return .key(beginsWord: begins) }
    return words.contains(typed) ? .word(typed) : .piece
  }

  mutating func forget() { held = "" }
}
