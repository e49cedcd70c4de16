public import Documents
public import Inspection

/// A checklist as a form.
extension PaperForm {
  public init(_ questionnaire: Questionnaire, policy: Policy, round: Round?) {
    let checklist = questionnaire.checklist
    let lines = FormLines(of: questionnaire)
    self.init(
      checklist.title + (checklist.approved == nil ? "（案）" : ""), assembly: policy.assembly, mark: PaperFormText.caution
    )
    occasion = round?.title
    edition = PaperFormText.edition(of: questionnaire, policy: policy)
    scope = checklist.scope
    preface = checklist.preface + PaperFormText.howTo
    facts = round.map { PaperFormText.facts(of: $0) } ?? []
    personal = PaperFormText.personal
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
    var printed = Line(
      code: lines.code(of: line), text: lines.text(of: line),
      notes: line == .consent ? [PaperFormText.consentNote] : [lines.guidance(of: line)].compactMap { $0 },
      ticks: lines.choices(of: line).map { tick($0, on: line) }, blanks: blanks)
    printed.skippedBy = lines.skippers(of: line).map { lines.code(of: $0) }
    printed.meanings = lines.choices(of: line).compactMap { choice in
      item?.note(of: choice).map { "\(choice.digit) \(choice.japanese)：\($0)" }
    }
    return printed
  }

  private static func tick(_ choice: Choice, on line: FormLine) -> Tick {
    let isItem = if case .item = line { true } else { false }
    return Tick(
      digit: choice.digit,
      words: isItem
        ? PaperFormText.heading(of: choice) : PaperFormText.pieces(of: FormLines.label(of: choice, on: line)))
  }
}
