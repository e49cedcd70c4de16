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
  /// It does not say whether the person agrees, where nobody can be asked any more.
  case consentMissing
  /// The form has lost the line of this code.
  case lineMissing(code: String)
}

public typealias AnswersFault = TableFault<AnswerDetail>
public typealias AnswersError = TableError<AnswerDetail>

/// A form filled in with Excel: a line for each question, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum AnswersFormat {
  enum Column: String, TableColumn {
    case item, choice, reason, evidence, question, choices, guidance

    static let required: [Column] = [.item, .choice]

    var japanese: String {
      switch self {
      case .item: FormHeading.item.rawValue
      case .choice: FormHeading.choice.rawValue
      case .reason: FormHeading.reason.rawValue
      case .evidence: FormHeading.evidence.rawValue
      case .question: "設問"
      case .choices: "選べる回答"
      case .guidance: "説明"
      }
    }
  }

  /// Reads the form, or throws all the faults by line; an empty answer leaves its line open.
  ///
  /// - Parameter requiringConsent: whether an empty line of consent is at fault.
  public static func decode(
    _ bytes: [UInt8], for lines: FormLines, requiringConsent: Bool = false
  ) throws(AnswersError) -> FilledForm {
    var table = try TableReader<Column, AnswerDetail>(bytes)
    var reader = FormRowReader(lines: lines, requiresConsent: requiringConsent)
    _ = try table.map { table, row in
      guard !table.text(.item, of: row).isEmpty else { return }
      let read = FormRow(
        item: row[.item], choice: row[.choice], reason: row[.reason], evidence: row[.evidence])
      for fault in reader.read(read) { table.note(fault.kind, at: row) }
    }
    return reader.form
  }

  /// A form to fill in: every line with its question, the answers that can be chosen with what they mean, and what explains
  /// the question.
  ///
  /// - Parameters:
  ///   - identity: what the form is; nil for one that is never taken in beside others.
  ///   - personLabel: `FormLines.codeLabel` or `nameLabel`.
  public static func blank(
    _ lines: FormLines, identity: FormIdentity? = nil, personLabel: String = FormLines.codeLabel
  ) -> [UInt8] {
    let columns = Column.allCases.filter { $0 != .evidence || lines.questionnaire.checklist.role == .organisation }
    func alone(_ item: String) -> [String] { columns.map { $0 == .item ? item : "" } }
    return CSVWriter.bytes(
      [columns.map(\.japanese)] + (identity == nil ? [] : [alone(personLabel)])
        + lines.all.map { line in
          columns.map { column in
            switch column {
            case .item: lines.code(of: line)
            case .question: lines.text(of: line)
            case .choices:
              lines.choices(of: line).map { "\($0.digit) \(lines.fullLabel(of: $0, on: line))" }.joined(separator: "、")
            case .guidance: lines.guidance(of: line) ?? ""
            case .choice, .reason, .evidence: ""
            }
          }
        } + (identity.map { [alone(FormLines.opinionLabel), alone($0.line)] } ?? []))
  }
}
