public import Documents
public import Inspection

/// A checklist as a form to be filled in with Excel and read back: the texts are those of the paper form.
public enum ExcelForm {
  /// The form for everybody of a role: the person writes the slip code on it.
  ///
  /// - Parameters:
  ///   - identity: what the form says it is, by which it is known again.
  ///   - round: with the deadline in force; nil for a form that belongs to none.
  public static func sheet(
    of questionnaire: Questionnaire, policy: Policy, round: Round?, identity: FormIdentity
  ) -> FillInSheet {
    let paper = PaperForm(questionnaire, policy: policy, round: round)
    let lines = FormLines(of: questionnaire)
    let columns = WordColumns(of: lines)
    var rows: [FillInSheet.Row] = [.text([paper.assembly, paper.occasion].compactMap { $0 }.joined(separator: "　"))]
    rows += ([paper.edition, paper.scope] + paper.facts + questionnaire.checklist.preface).map { .text($0) }
    rows.append(.heading(ExcelFormText.howToHeading))
    rows += ExcelFormText.howTo(lines, in: round, columns.headings).map { .text($0) }
    if let round {
      rows.append(.heading(ExcelFormText.personHeading))
      rows.append(.question(ExcelFormText.person(in: round)))
    }
    for (index, section) in paper.sections.enumerated() {
      // Consent stands with the code.
      if index > 0 { rows.append(.heading(section.heading)) }
      rows += section.lines.compactMap { line in
        lines.line(written: line.code).map { .question(question(line, $0, of: lines, columns)) }
      }
    }
    rows.append(.heading(PaperFormText.personal.opinionHeading))
    rows.append(
      .question(
        FillInSheet.Question(code: FormLines.opinionLabel, text: PaperFormText.personal.opinionNote, isLong: true)))
    if let round {
      rows.append(.heading(ExcelFormText.afterwardsHeading))
      rows += ExcelFormText.afterwards(round, role: questionnaire.checklist.role).map { .text($0) }
    }
    rows.append(.mark(identity.line))
    return FillInSheet(
      name: ExcelFormText.sheetName, title: paper.title, marks: [PaperFormText.caution],
      created: (round?.opens ?? policy.effective).daysSinceEpoch * 86_400, headings: ExcelFormText.headings,
      wordHeadings: columns.headings.map(\.rawValue), words: ExcelFormText.words, rows: rows, hidden: [identity.line])
  }

  /// The columns for words beside the answer.
  private struct WordColumns {
    let headings: [FormHeading]

    init(of lines: FormLines) {
      let takesReasons = lines.all.contains { lines.choices(of: $0).contains(.alternative) }
      headings =
        (takesReasons ? [.reason] : []) + (lines.questionnaire.checklist.role == .organisation ? [.evidence] : [])
        + [.note]
    }

    func indices(on line: FormLine, of lines: FormLines) -> [Int] {
      guard case .item = line else { return [] }
      return headings.indices.filter {
        headings[$0] != .reason || lines.choices(of: line).contains(.alternative)
      }
    }
  }

  private static func question(
    _ printed: PaperForm.Line, _ line: FormLine, of lines: FormLines, _ columns: WordColumns
  ) -> FillInSheet.Question {
    var item: Item?
    if case .item(let id) = line { item = lines.item(id) }
    return FillInSheet.Question(
      code: printed.code, text: printed.text,
      guidance: line == .consent ? [ExcelFormText.consentNote] : printed.notes,
      meanings: printed.meanings + (item?.evidence.map { ["\(FormHeading.evidence.rawValue)：\($0)"] } ?? []),
      choices: lines.choices(of: line).map { "\($0.digit) \(FormLines.label(of: $0, on: line))" },
      skippedBy: printed.skippedBy,
      words: columns.indices(on: line, of: lines))
  }
}
