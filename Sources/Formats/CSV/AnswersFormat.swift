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
            case .choices: lines.choices(of: line).map { "\($0.digit) \($0.japanese)" }.joined(separator: "、")
            case .choice, .reason, .evidence: ""
            }
          }
        })
  }
}
