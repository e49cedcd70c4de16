import Inspection

/// Turns records into answers and notes every fault by its line.
struct AnswersReader {
  let lines: FormLines
  private(set) var faults: [AnswersFault] = []
  private(set) var answers = FormAnswers()
  private var seen: Set<FormLine> = []

  init(lines: FormLines) { self.lines = lines }

  /// Which column each field belongs to.
  mutating func columns(of header: CSVRecord) -> [AnswersFormat.Column] {
    var columns: [AnswersFormat.Column] = []
    for field in header.fields {
      let name = field.trimmed
      guard let column = AnswersFormat.Column.allCases.first(where: { $0.rawValue == name || $0.japanese == name })
      else {
        note(.unknownColumn(name), header.line)
        continue
      }
      if columns.contains(column) { note(.duplicateColumn(name), header.line) }
      columns.append(column)
    }
    for required in [AnswersFormat.Column.item, .choice] where !columns.contains(required) {
      note(.missingColumn(required.japanese), header.line)
    }
    return columns
  }

  mutating func read(_ record: CSVRecord, columns: [AnswersFormat.Column]) {
    // Excel keeps rows of nothing but commas below a table.
    if record.fields.allSatisfy({ $0.trimmed.isEmpty }) { return }
    guard record.fields.count == columns.count else {
      return note(.wrongFieldCount(found: record.fields.count, expected: columns.count), record.line)
    }
    let values = Dictionary(uniqueKeysWithValues: zip(columns, record.fields.map(\.trimmed)))
    for column in [AnswersFormat.Column.reason, .evidence] {
      if values[column, default: ""].unicodeScalars.contains(where: { $0.isControl && $0 != "\n" && $0 != "\r" }) {
        note(.controlCharacter(column: column.japanese), record.line)
      }
    }
    let code = values[.item, default: ""]
    guard !code.isEmpty else { return note(.noCode, record.line) }
    guard let line = lines.line(written: code) else { return note(.unknownCode(code), record.line) }
    guard seen.insert(line).inserted else { return note(.duplicateCode(code), record.line) }
    let word = values[.choice, default: ""]
    let words = Words(reason: values[.reason]?.nonEmpty, evidence: values[.evidence]?.nonEmpty)
    guard !word.isEmpty else { return checkNoWords(words, code, record.line) }
    guard let choice = Choice(written: word) else { return note(.unknownChoice(word, code: code), record.line) }
    answer(choice, words, on: line, code, record.line)
  }

  private struct Words {
    var reason: String?
    var evidence: String?
  }

  private mutating func answer(_ choice: Choice, _ words: Words, on line: FormLine, _ code: String, _ number: Int) {
    let offered = lines.choices(of: line)
    guard offered.contains(choice) else {
      return note(.choiceNotOffered(choice, code: code, offered: offered), number)
    }
    if line == .consent, choice == .no { return note(.consentRefused, number) }
    switch (choice, words.reason) {
    case (.alternative, nil): note(.reasonMissing(code: code), number)
    case (.alternative, _), (_, nil): break
    case (_, _?): note(.wordsNotTaken(code: code, column: AnswersFormat.Column.reason.japanese), number)
    }
    let takesEvidence = lines.questionnaire.checklist.role == .organisation
    if words.evidence != nil, !takesEvidence {
      note(.wordsNotTaken(code: code, column: AnswersFormat.Column.evidence.japanese), number)
    }
    answers[line] = Draft.Response(choice: choice, reason: words.reason, evidence: words.evidence)
  }

  private mutating func checkNoWords(_ words: Words, _ code: String, _ number: Int) {
    if words.reason != nil {
      note(.wordsNotTaken(code: code, column: AnswersFormat.Column.reason.japanese), number)
    }
    if words.evidence != nil {
      note(.wordsNotTaken(code: code, column: AnswersFormat.Column.evidence.japanese), number)
    }
  }

  private mutating func note(_ kind: AnswersFault.Kind, _ line: Int) { faults.append(AnswersFault(kind, line: line)) }
}
