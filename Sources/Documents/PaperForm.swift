/// A form to be filled in on paper, before it has a format.
///
/// It renders itself: as `text`, as `word()`, and by a template as `html(by:)`. Texts in it are raw; each format makes
/// them harmless for itself. A part that is nil or empty is left out.
public struct PaperForm: Equatable, Sendable {
  /// A box to tick, in the column of its digit.
  public struct Tick: Equatable, Sendable {
    /// Printed in the box, for whoever keys it in; nil where nobody does.
    public var digit: Int?
    /// What it means, in pieces that stay whole where a narrow column breaks it.
    public var words: [String]

    public init(digit: Int?, words: [String]) { (self.digit, self.words) = (digit, words) }

    public var label: String { words.joined() }
  }

  /// Room to write, behind a word.
  public struct Blank: Equatable, Sendable {
    public var label: String
    /// Rows of about 30 characters.
    public var rows: Int

    public init(label: String, rows: Int) { (self.label, self.rows) = (label, rows) }
  }

  /// A code, what is asked, and the boxes; never split over two pages.
  public struct Line: Equatable, Sendable {
    public var code: String
    /// The codes of the questions after whose いいえ it need not be filled in.
    public var skippedBy: [String] = []
    public var text: String
    /// What explains it.
    public var notes: [String]
    /// What the choices mean on this line.
    public var meanings: [String] = []
    public var ticks: [Tick]
    public var blanks: [Blank]

    public init(code: String, text: String, notes: [String], ticks: [Tick], blanks: [Blank]) {
      (self.code, self.text, self.notes, self.ticks, self.blanks) = (code, text, notes, ticks, blanks)
    }

    /// The box that stands in a column; nil where the line offers none.
    func tick(in column: Tick) -> Tick? {
      ticks.first { $0 == column || (column.digit != nil && $0.digit == column.digit) }
    }

    /// What is asked, and behind it the codes after which it is not.
    var question: String { skippedBy.isEmpty ? text : "\(text)（\(skippedBy.joined(separator: "・"))）" }
  }

  /// A part under a heading, whose boxes stand in the same columns.
  public struct Section: Equatable, Sendable {
    public var heading: String
    /// What holds of all its lines.
    public var rule: String?
    public var columns: [Tick]
    public var lines: [Line]

    public init(heading: String, rule: String? = nil, columns: [Tick], lines: [Line]) {
      (self.heading, self.rule, self.columns, self.lines) = (heading, rule, columns, lines)
    }
  }

  /// What a form for one person has before its sections and behind them: the boxes of a code, and room for an opinion.
  public struct Personal: Equatable, Sendable {
    public var codeLabel: String
    public var codeNote: String
    public var opinionHeading: String
    public var opinionNote: String

    public init(codeLabel: String, codeNote: String, opinionHeading: String, opinionNote: String) {
      (self.codeLabel, self.codeNote) = (codeLabel, codeNote)
      (self.opinionHeading, self.opinionNote) = (opinionHeading, opinionNote)
    }
  }

  /// 取扱注意.
  public var mark: String
  public var assembly: String
  /// The round; nil for a form that belongs to none.
  public var occasion: String?
  public var title: String
  /// Version and approval, or 案; how the items were drawn.
  public var edition = ""
  public var scope = ""
  public var preface: [String] = []
  /// Deadline and whom to ask; who fills it in.
  public var facts: [String] = []
  public var personal: Personal?
  public var sections: [Section] = []

  public init(_ title: String, assembly: String, mark: String) {
    (self.title, self.assembly, self.mark) = (title, assembly, mark)
  }
}
