/// A worksheet that people fill in, before it has a format: texts, and questions with cells to answer in; texts are raw.
///
/// All cells but those of answers are locked, so that nothing else is changed by a slip; it is no protection from intent.
public struct FillInSheet: Equatable, Sendable {
  /// The columns before those of further words, by their headings.
  public struct Headings: Equatable, Sendable {
    public var code: String
    public var question: String
    public var answer: String
    public var state: String

    public init(code: String, question: String, answer: String, state: String) {
      (self.code, self.question, self.answer, self.state) = (code, question, answer, state)
    }
  }

  /// The words of the program's own cells.
  public struct Words: Equatable, Sendable {
    public var open: String
    public var done: String
    public var skipped: String
    /// What stands before and behind the number of open questions.
    public var leftBefore: String
    public var leftAfter: String
    /// What is said to somebody who writes something that is not on a list: at most 32 characters, and 255.
    public var refusalHeading: String
    public var refusal: String
    /// The choice that makes other questions needless.
    public var skippingDigit: Int
    public var skippingWord: String

    public init(
      open: String, done: String, skipped: String, leftBefore: String, leftAfter: String, refusalHeading: String,
      refusal: String, skippingDigit: Int, skippingWord: String
    ) {
      (self.open, self.done, self.skipped) = (open, done, skipped)
      (self.leftBefore, self.leftAfter) = (leftBefore, leftAfter)
      (self.refusalHeading, self.refusal) = (refusalHeading, refusal)
      (self.skippingDigit, self.skippingWord) = (skippingDigit, skippingWord)
    }
  }

  /// A question with the answers that may be chosen.
  public struct Question: Equatable, Sendable {
    public var code: String
    public var text: String
    /// Below the question, in smaller type.
    public var guidance: [String]
    /// What some of the choices mean, below the guidance and apart from it.
    public var meanings: [String]
    /// The list to choose from; empty for words of one's own.
    public var choices: [String]
    /// The codes of the questions of which one answered with the skipping choice makes this one needless.
    public var skippedBy: [String]
    /// The further columns, by index, in which something may be written beside the answer.
    public var words: [Int]
    /// Whether there is room for several sentences.
    public var isLong: Bool

    public init(
      code: String, text: String, guidance: [String] = [], meanings: [String] = [], choices: [String] = [],
      skippedBy: [String] = [], words: [Int] = [], isLong: Bool = false
    ) {
      (self.code, self.text, self.guidance, self.meanings) = (code, text, guidance, meanings)
      (self.choices, self.skippedBy, self.words, self.isLong) = (choices, skippedBy, words, isLong)
    }
  }

  /// A row of the sheet, from top to bottom.
  public enum Row: Equatable, Sendable {
    case heading(String)
    case text(String)
    case question(Question)
    /// In small type, for the program rather than for people.
    case mark(String)
  }

  /// The sheet's name, at most 31 characters and none of `[]:*?/\\`.
  public var name: String
  public var title: String
  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  /// What the file says of its making, in seconds since 1970-01-01T00:00:00Z.
  public var created: Int
  public var headings: Headings
  /// The headings of further columns for words.
  public var wordHeadings: [String]
  public var words: Words
  public var rows: [Row]
  /// Lines of a second sheet that nobody sees.
  public var hidden: [String]

  public init(
    name: String, title: String, marks: [String], created: Int, headings: Headings, wordHeadings: [String],
    words: Words, rows: [Row], hidden: [String]
  ) {
    (self.name, self.title, self.marks, self.created) = (name, title, marks, created)
    (self.headings, self.wordHeadings, self.words) = (headings, wordHeadings, words)
    (self.rows, self.hidden) = (rows, hidden)
  }
}
