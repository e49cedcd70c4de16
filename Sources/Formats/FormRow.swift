import Characters
import Inspection

/// A row of a form that was filled in, whatever file it comes from; the texts are trimmed.
struct FormRow {
  /// The item's code, or what stands in its place.
  var item = ""
  var choice = ""
  var reason = ""
  var evidence = ""
  var note = ""

  subscript(heading: FormHeading) -> String {
    get {
      switch heading {
      case .item: item
      case .choice: choice
      case .reason: reason
      case .evidence: evidence
      case .note: note
      }
    }
    set {
      switch heading {
      case .item: item = newValue
      case .choice: choice = newValue
      case .reason: reason = newValue
      case .evidence: evidence = newValue
      case .note: note = newValue
      }
    }
  }
}

/// Turns rows into what a form says; the rules are those of the session, for CSV and Excel alike.
struct FormRowReader {
  /// What is wrong, and in which column.
  typealias Fault = (kind: AnswersFault.Kind, heading: FormHeading)

  let lines: FormLines
  /// Whether a form without consent is at fault, for nobody can be asked any more.
  let requiresConsent: Bool
  private(set) var form = FilledForm()
  private(set) var seen: Set<FormLine> = []
  private var faults: [Fault] = []

  init(lines: FormLines, requiresConsent: Bool) { (self.lines, self.requiresConsent) = (lines, requiresConsent) }

  /// Takes a row in and gives all that is wrong with it.
  mutating func read(_ row: FormRow) -> [Fault] {
    faults = []
    if let identity = FormIdentity(written: row.item) {
      form.identity = identity
    } else if [FormLines.codeLabel, FormLines.nameLabel].contains(row.item) {
      takeOnce(row, \.person)
    } else if row.item == FormLines.opinionLabel {
      takeOnce(row, \.opinion)
    } else {
      readLine(row)
    }
    return faults
  }

  /// Passes a row over of which a cell cannot be read: its line is there all the same.
  mutating func pass(_ row: FormRow) { if let line = lines.line(written: row.item) { seen.insert(line) } }

  private mutating func takeOnce(_ row: FormRow, _ place: WritableKeyPath<FilledForm, String?>) {
    guard let text = row.choice.nonEmpty else { return }
    if form[keyPath: place] != nil { note(.duplicate(row.item, column: Self.itemHeading), .item) }
    form[keyPath: place] = text
  }

  private mutating func readLine(_ row: FormRow) {
    guard let line = lines.line(written: row.item) else { return note(.row(.unknownCode(row.item)), .item) }
    // A code can be written in several ways, so that it is not the field that must be unique.
    guard seen.insert(line).inserted else { return note(.duplicate(row.item, column: Self.itemHeading), .item) }
    if case .item(let id) = line { form.notes[id] = row.note.nonEmpty }
    guard !row.choice.isEmpty else {
      if line == .consent, requiresConsent { note(.row(.consentMissing), .choice) }
      refuse(.reason, row)
      return refuse(.evidence, row)
    }
    guard let choice = FormLines.choice(written: row.choice) else {
      return note(.row(.unknownChoice(row.choice, code: row.item)), .choice)
    }
    answer(choice, on: line, row)
  }

  private mutating func answer(_ choice: Choice, on line: FormLine, _ row: FormRow) {
    let offered = lines.choices(of: line)
    guard offered.contains(choice) else {
      return note(.row(.choiceNotOffered(choice, code: row.item, offered: offered)), .choice)
    }
    if line == .consent, choice == .no { return note(.row(.consentRefused), .choice) }
    if choice != .alternative {
      refuse(.reason, row)
    } else if row.reason.isEmpty {
      note(.row(.reasonMissing(code: row.item)), .reason)
    }
    if lines.questionnaire.checklist.role != .organisation { refuse(.evidence, row) }
    form.answers[line] = Draft.Response(
      choice: choice, reason: row.reason.nonEmpty, evidence: row.evidence.nonEmpty)
  }

  /// Notes words where the answer takes none.
  private mutating func refuse(_ heading: FormHeading, _ row: FormRow) {
    guard !row[heading].isEmpty else { return }
    note(.row(.wordsNotTaken(code: row.item, column: heading.rawValue)), heading)
  }

  private mutating func note(_ kind: AnswersFault.Kind, _ heading: FormHeading) { faults.append((kind, heading)) }

  private static let itemHeading = FormHeading.item.rawValue
}
