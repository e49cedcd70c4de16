public import Inspection

/// A form to be filled in on paper: what stands on it, before it has a format.
public struct PaperForm: Equatable, Sendable {
  /// A box to tick, in the column of its digit.
  public struct Tick: Equatable, Sendable {
    /// Printed in the box, for whoever keys it in; nil where nobody does.
    public var digit: Int?
    /// What it means, in pieces that stay whole where a narrow column breaks it.
    public var words: [String]

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
  }

  /// A part under a heading, whose boxes stand in the same columns.
  public struct Section: Equatable, Sendable {
    public var heading: String
    /// What holds of all its lines.
    public var rule: String?
    public var columns: [Tick]
    public var lines: [Line]
  }

  public var assembly: String
  /// The round; nil for a form that belongs to none.
  public var occasion: String?
  public var title: String
  /// Version and approval, or 案; how the items were drawn.
  public var edition: String
  public var scope: String
  public var preface: [String]
  /// Deadline and whom to ask; who fills it in.
  public var facts: [String]
  /// Whether it begins with the slip code and ends with the opinion of the person.
  public var isPersonal: Bool
  public var sections: [Section]
}

/// A checklist as a form.
extension PaperForm {
  public init(_ questionnaire: Questionnaire, policy: Policy, round: Round?) {
    let checklist = questionnaire.checklist
    let lines = FormLines(of: questionnaire)
    self.init(
      assembly: policy.assembly, occasion: round?.title,
      title: checklist.title + (checklist.approved == nil ? "（案）" : ""),
      edition: PaperFormText.edition(of: questionnaire, policy: policy), scope: checklist.scope,
      preface: checklist.preface + PaperFormText.howTo, facts: round.map { PaperFormText.facts(of: $0) } ?? [],
      isPersonal: true, sections: [])
    func section(_ heading: String, _ rule: String? = nil, of members: [FormLine]) -> Section? {
      let printed = members.map { Self.line($0, of: lines) }
      // As many columns as any of its lines needs, each choice always in its own.
      let columns = Choice.allCases.compactMap { choice in
        members.first { lines.choices(of: $0).contains(choice) }.map { Self.tick(choice, on: $0) }
      }
      return printed.isEmpty ? nil : Section(heading: heading, rule: rule, columns: columns, lines: printed)
    }
    let profile = questionnaire.profileQuestions.map { FormLine.profile($0.id) }
    let items = Set(lines.all)
    let all = checklist.sections.flatMap { $0.items.map { FormLine.item($0.id) } }.filter(items.contains)
    let offered = Choice.allCases.filter { choice in all.contains { lines.choices(of: $0).contains(choice) } }
    sections =
      [
        section(PaperFormText.consentHeading, of: [.consent]),
        section(PaperFormText.profileHeading, PaperFormText.skipping, of: profile),
      ].compactMap { $0 }
      + checklist.sections.compactMap { part in
        var own = section(part.title, of: part.items.map { FormLine.item($0.id) }.filter(items.contains))
        own?.columns = offered.map { Tick(digit: $0.digit, words: PaperFormText.heading(of: $0)) }
        return own
      }
  }

  private static func line(_ line: FormLine, of lines: FormLines) -> Line {
    let item: Item? = if case .item(let id) = line { lines.item(id) } else { nil }
    var blanks: [Blank] = []
    if item != nil {
      if lines.choices(of: line).contains(.alternative) {
        blanks.append(Blank(label: PaperFormText.reasonBlank, rows: 1))
      }
      if lines.questionnaire.checklist.role == .organisation {
        blanks.append(Blank(label: PaperFormText.evidenceBlank, rows: 1))
      }
    }
    return Line(
      code: lines.code(of: line), skippedBy: lines.skippers(of: line).map { lines.code(of: $0) },
      text: lines.text(of: line),
      notes: line == .consent ? [PaperFormText.consentNote] : [lines.guidance(of: line)].compactMap { $0 },
      meanings: lines.choices(of: line).compactMap { choice in
        item?.note(of: choice).map { "\(choice.digit) \(choice.japanese)：\($0)" }
      }, ticks: lines.choices(of: line).map { tick($0, on: line) }, blanks: blanks)
  }

  private static func tick(_ choice: Choice, on line: FormLine) -> Tick {
    let isItem = if case .item = line { true } else { false }
    return Tick(
      digit: choice.digit,
      words: isItem
        ? PaperFormText.heading(of: choice) : PaperFormText.pieces(of: FormLines.label(of: choice, on: line)))
  }
}
