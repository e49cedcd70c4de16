public import Inspection

/// A checklist as a form to be filled in on paper: what stands on it, before it has a format.
public struct PaperForm: Equatable, Sendable {
  /// A box to tick.
  public struct Tick: Equatable, Sendable {
    public var digit: Int
    public var label: String
  }

  /// Codes that stay whole where a row ends.
  public struct Skips: Equatable, Sendable {
    public var lead: String
    public var codes: [String]
  }

  /// A code, what is asked, and the boxes; never split over two pages.
  public struct Line: Equatable, Sendable {
    public var code: String
    public var text: String
    /// In small type below it.
    public var notes: [String]
    /// What need not be filled in after いいえ.
    public var skips: Skips?
    public var ticks: [Tick]
    /// Headings of lines to write on.
    public var blanks: [String]
  }

  /// A 分野 of the checklist; the first section, consent, has no heading of its own.
  public struct Section: Equatable, Sendable {
    public var heading: String?
    public var lines: [Line]
  }

  public var assembly: String
  /// The round; nil for a form that belongs to none.
  public var occasion: String?
  public var title: String
  /// Version and approval, or 案.
  public var edition: String
  public var scope: String
  public var preface: [String]
  /// Deadline and whom to ask.
  public var facts: [String]
  public var sections: [Section]

  public init(_ questionnaire: Questionnaire, policy: Policy, round: Round?) {
    let checklist = questionnaire.checklist
    let lines = FormLines(of: questionnaire)
    assembly = policy.assembly
    occasion = round?.title
    title = checklist.title + (checklist.approved == nil ? "（案）" : "")
    edition = PaperFormText.edition(of: questionnaire, policy: policy)
    scope = checklist.scope
    preface = checklist.preface + PaperFormText.howTo
    facts = round.map { PaperFormText.facts(of: $0) } ?? []
    sections = [Section(heading: nil, lines: [Self.line(.consent, of: lines)])]
    let profile = questionnaire.profileQuestions.map { Self.line(.profile($0.id), of: lines) }
    if !profile.isEmpty { sections.append(Section(heading: PaperFormText.profileHeading, lines: profile)) }
    let asked = Set(lines.all)
    sections += checklist.sections.compactMap { section in
      let items = section.items.map { FormLine.item($0.id) }.filter(asked.contains)
      return items.isEmpty ? nil : Section(heading: section.title, lines: items.map { Self.line($0, of: lines) })
    }
  }

  private static func line(_ line: FormLine, of lines: FormLines) -> Line {
    switch line {
    case .consent:
      Line(
        code: lines.code(of: line), text: lines.text(of: line), notes: [PaperFormText.consentNote],
        ticks: ticks(on: line, of: lines), blanks: [])
    case .profile(let id):
      Line(
        code: lines.code(of: line), text: lines.text(of: line), notes: [lines.guidance(of: line)].compactMap { $0 },
        skips: skips(after: id, of: lines),
        ticks: ticks(on: line, of: lines), blanks: [])
    case .item:
      Line(
        code: lines.code(of: line), text: lines.text(of: line),
        notes: [lines.guidance(of: line)].compactMap { $0 }, ticks: ticks(on: line, of: lines),
        blanks: [
          lines.choices(of: line).contains(.alternative) ? PaperFormText.reasonBlank : nil,
          lines.questionnaire.checklist.role == .organisation ? PaperFormText.evidenceBlank : nil,
        ].compactMap { $0 })
    }
  }

  private static func ticks(on line: FormLine, of lines: FormLines) -> [Tick] {
    lines.choices(of: line).map { Tick(digit: $0.digit, label: lines.fullLabel(of: $0, on: line)) }
  }

  private static func skips(after id: ProfileQuestionID, of lines: FormLines) -> Skips? {
    let question = lines.questionnaire.profileQuestions.first { $0.id == id }
    let skipped = question?.whenNo.map { FormLine.item($0) }.filter(lines.all.contains) ?? []
    return skipped.isEmpty ? nil : Skips(lead: PaperFormText.skipping, codes: skipped.map { lines.code(of: $0) })
  }
}
