import Characters
import Inspection

/// Turns rows into the answers of a form.
struct AnswersReader {
  typealias Table = TableReader<AnswersFormat.Column, AnswerDetail>

  let lines: FormLines
  private(set) var answers = FormAnswers()
  private var seen: Set<FormLine> = []

  init(lines: FormLines) { self.lines = lines }

  mutating func read(_ row: Table.Row, noting table: inout Table) {
    let code = table.text(.item, of: row)
    guard !code.isEmpty else { return }
    guard let line = lines.line(written: code) else { return table.note(.row(.unknownCode(code)), at: row) }
    // A code can be written in several ways, so that it is not the field that must be unique.
    guard seen.insert(line).inserted else {
      return table.note(.duplicate(code, column: AnswersFormat.Column.item.japanese), at: row)
    }
    let word = row[.choice]
    guard !word.isEmpty else { return refuse([.reason, .evidence], row, &table) }
    guard let choice = Choice(written: word) else {
      return table.note(.row(.unknownChoice(word, code: code)), at: row)
    }
    answer(choice, on: line, row, &table)
  }

  private mutating func answer(_ choice: Choice, on line: FormLine, _ row: Table.Row, _ table: inout Table) {
    let code = row[.item]
    let offered = lines.choices(of: line)
    guard offered.contains(choice) else {
      return table.note(.row(.choiceNotOffered(choice, code: code, offered: offered)), at: row)
    }
    if line == .consent, choice == .no { return table.note(.row(.consentRefused), at: row) }
    if choice != .alternative {
      refuse([.reason], row, &table)
    } else if row[.reason].isEmpty {
      table.note(.row(.reasonMissing(code: code)), at: row)
    }
    if lines.questionnaire.checklist.role != .organisation { refuse([.evidence], row, &table) }
    answers[line] = Draft.Response(
      choice: choice, reason: row[.reason].nonEmpty, evidence: row[.evidence].nonEmpty)
  }

  /// Notes words where the answer takes none.
  private func refuse(_ columns: [AnswersFormat.Column], _ row: Table.Row, _ table: inout Table) {
    for column in columns where !row[column].isEmpty {
      table.note(.row(.wordsNotTaken(code: row[.item], column: column.japanese)), at: row)
    }
  }
}
