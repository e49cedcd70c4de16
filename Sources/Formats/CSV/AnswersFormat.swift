public import Inspection

/// Something wrong with a line of a form that was filled in with Excel.
public struct AnswersFault: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case notText
    case openQuote
    case textAfterQuote
    case noHeader
    case missingColumn(String)
    case unknownColumn(String)
    case duplicateColumn(String)
    case wrongFieldCount(found: Int, expected: Int)
    case noCode
    /// No line of the form has this code.
    case unknownCode(String)
    case duplicateCode(String)
    case unknownChoice(String, code: String)
    case choiceNotOffered(Choice, code: String, offered: [Choice])
    /// 別の方法 without the method.
    case reasonMissing(code: String)
    /// Words where the answer takes none.
    case wordsNotTaken(code: String, column: String)
    /// The person does not agree to somebody else entering the answers.
    case consentRefused
    case controlCharacter(column: String)
  }

  /// From 1.
  public var line: Int
  public var kind: Kind

  public init(_ kind: Kind, line: Int) { (self.kind, self.line) = (kind, line) }
}

public struct AnswersError: Error, Equatable, Sendable {
  public var faults: [AnswersFault]
}

/// A form filled in with Excel: a line for each question, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum AnswersFormat {
  enum Column: String, CaseIterable {
    case item, choice, reason, evidence, question, choices

    /// The Japanese headings, which the blank form has.
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
    guard let text = CSVReader.text(of: bytes) else { throw AnswersError(faults: [AnswersFault(.notText, line: 1)]) }
    let records: [CSVRecord]
    do throws(CSVReader.Failure) {
      records = try CSVReader.records(of: text)
    } catch {
      switch error {
      case .openQuote(let line): throw AnswersError(faults: [AnswersFault(.openQuote, line: line)])
      case .textAfterQuote(let line): throw AnswersError(faults: [AnswersFault(.textAfterQuote, line: line)])
      }
    }
    guard let header = records.first else { throw AnswersError(faults: [AnswersFault(.noHeader, line: 1)]) }
    var reader = AnswersReader(lines: lines)
    let columns = reader.columns(of: header)
    if reader.faults.isEmpty {
      for record in records.dropFirst() { reader.read(record, columns: columns) }
    }
    guard reader.faults.isEmpty else { throw AnswersError(faults: reader.faults) }
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
