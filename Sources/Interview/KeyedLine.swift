import Characters
import Inspection

/// What was typed on one line while a paper form is keyed in.
enum KeyedLine: Equatable {
  /// `words` is the reason, or what shows it, typed behind the digit.
  case answer(FormLine, Choice, words: String?)
  /// `-`: nothing is ticked on the form.
  case blank(FormLine)
  /// Enter alone.
  case nothing
  case fault(Fault)

  enum Fault: Equatable {
    case unknownCode(String)
    /// A code alone.
    case choiceMissing(code: String)
    case notAChoice(String, code: String)
    case notOffered(Choice, code: String)
    /// The item is ruled out by a profile question.
    case ruledOut(code: String)
    /// Every line is keyed, so a digit alone belongs to none.
    case codeMissing
    case wordsNotTaken(code: String)
    /// Without consent nothing is keyed.
    case consentNeeded
  }

  /// Reads `M-PHY-03 1`, `PHY03 1`, `phy031`, `1` or `6 鍵のかかる棚` in either width.
  ///
  /// A digit alone belongs to `next`; `asked` are the lines that are not ruled out.
  init(_ text: String, next: FormLine?, asked: [FormLine], lines: FormLines) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      self = .nothing
      return
    }
    let line: FormLine
    var rest = Array(words)
    if let coded = lines.line(written: first) {
      line = coded
      rest.removeFirst()
    } else if Self.isMark(first) {
      guard let next else {
        self = .fault(.codeMissing)
        return
      }
      line = next
    } else if let coded = lines.line(written: first.dropLast()), let last = first.last, Self.isMark(String(last)) {
      line = coded
      rest[0] = first.suffix(1)
    } else {
      self = .fault(.unknownCode(String(first)))
      return
    }
    self = Self.reading(rest, on: line, asked: asked, lines: lines)
  }

  private static func reading(
    _ words: [Substring], on line: FormLine, asked: [FormLine], lines: FormLines
  ) -> KeyedLine {
    let code = lines.code(of: line)
    guard asked.contains(line) else { return .fault(.ruledOut(code: code)) }
    guard let mark = words.first else { return .fault(.choiceMissing(code: code)) }
    if isBlank(mark) { return line == .consent ? .fault(.consentNeeded) : .blank(line) }
    guard let choice = Choice(written: String(mark)) else { return .fault(.notAChoice(String(mark), code: code)) }
    guard lines.choices(of: line).contains(choice) else { return .fault(.notOffered(choice, code: code)) }
    let rest = words.dropFirst().joined(separator: " ")
    if !rest.isEmpty, choice != .alternative, !takesEvidence(line, choice, lines) {
      return .fault(.wordsNotTaken(code: code))
    }
    return .answer(line, choice, words: rest.nonEmpty)
  }

  private static func takesEvidence(_ line: FormLine, _ choice: Choice, _ lines: FormLines) -> Bool {
    if case .item = line { lines.questionnaire.takesEvidence(with: choice) } else { false }
  }

  /// A choice or the sign for none.
  private static func isMark(_ text: some StringProtocol) -> Bool {
    isBlank(text) || Choice(written: String(text)) != nil || Int(text.folded()) != nil
  }

  private static func isBlank(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.count == 1 && text.folded().unicodeScalars.allSatisfy(\.isStroke)
  }
}
