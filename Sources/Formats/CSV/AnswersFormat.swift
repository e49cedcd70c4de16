import Characters
public import Inspection

/// What only a form that was filled in with Excel can have wrong.
public enum AnswerDetail: Equatable, Sendable {
  /// No line of the form has this code.
  case unknownCode(String)
  case unknownChoice(String, code: String)
  case choiceNotOffered(Choice, code: String, offered: [Choice])
  /// 別の方法 without the method.
  case reasonMissing(code: String)
  /// Words where the answer takes none.
  case wordsNotTaken(code: String, column: String)
  /// The person does not agree to somebody else entering the answers.
  case consentRefused
}

public typealias AnswersFault = TableFault<AnswerDetail>
public typealias AnswersError = TableError<AnswerDetail>

/// A form filled in with Excel: a line for each question, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum AnswersFormat {
  enum Column: String, TableColumn {
    case item, choice, reason, evidence, question, choices

    static let required: [Column] = [.item, .choice]

    var japanese: String {
      switch self {
      case .item: "項目"
      case .choice: "回答"
      case .reason: "理由"
      case .evidence: "根拠"
      case .question: "設問"
      case .choices: "選べる回答"
      }
    }
  }

  /// Reads the answers, or throws all the faults by line; an empty answer leaves its line open.
  public static func decode(_ bytes: [UInt8], for lines: FormLines) throws(AnswersError) -> FormAnswers {
    var table = try TableReader<Column, AnswerDetail>(bytes)
    var reader = AnswersReader(lines: lines)
    _ = try table.map { table, row in reader.read(row, noting: &table) }
    return reader.answers
  }

  /// A form to fill in: every line with its question and the answers that can be chosen.
  public static func blank(_ lines: FormLines) -> [UInt8] {
    let columns = Column.allCases.filter { $0 != .evidence || lines.questionnaire.checklist.role == .organisation }
    return CSVWriter.bytes(
      [columns.map(\.japanese)]
        + lines.all.map { line in
          columns.map { column in
            switch column {
            case .item: lines.code(of: line)
            case .question: lines.text(of: line)
            case .choices:
              lines.choices(of: line).map { "\($0.digit) \(FormLines.label(of: $0, on: line))" }.joined(separator: "、")
            case .choice, .reason, .evidence: ""
            }
          }
        })
  }
}

/// Turns rows into the answers of a form.
private struct AnswersReader {
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
