import Inspection

/// Turns records into actions and notes every fault by its line.
struct ActionsReader {
  typealias Column = ActionsFormat.Column

  private(set) var faults: [ActionsFault] = []
  private var seen: Set<String> = []

  /// Which column each field belongs to.
  mutating func columns(of header: CSVRecord) -> [Column] {
    var columns: [Column] = []
    for field in header.fields {
      let name = field.trimmed
      guard let column = Column.allCases.first(where: { $0.rawValue == name || $0.japanese == name }) else {
        note(.unknownColumn(name, allowed: Column.allCases.map(\.japanese)), header.line)
        continue
      }
      if columns.contains(column) { note(.duplicateColumn(name), header.line) }
      columns.append(column)
    }
    for column in Column.allCases where !columns.contains(column) {
      note(.missingColumn(column.japanese), header.line)
    }
    return columns
  }

  mutating func action(_ record: CSVRecord, columns: [Column]) -> Action? {
    // Excel keeps rows of nothing but commas below a table.
    if record.fields.allSatisfy({ $0.trimmed.isEmpty }) { return nil }
    let line = record.line
    guard record.fields.count == columns.count else {
      note(.wrongFieldCount(found: record.fields.count, expected: columns.count), line)
      return nil
    }
    let before = faults.count
    var values: [Column: String] = [:]
    for (column, field) in zip(columns, record.fields) {
      let value = CSVWriter.withoutApostrophe(field.replacing("\r\n", with: "\n").trimmed)
      // A cell of Excel may hold several lines, and tabs between words.
      if value.unicodeScalars.contains(where: { $0.isControl || $0 == "\r" }) {
        note(.controlCharacter(column: column.japanese), line)
      }
      values[column] = value
    }
    func value(_ column: Column) -> String { values[column, default: ""] }
    for column in [Column.id, .round, .kind, .subject, .state] where value(column).isEmpty {
      note(.empty(column: column.japanese), line)
    }
    checkID(value(.id), line)
    let kind = word(value(.kind), of: .kind, Action.Kind.allCases, line) { $0.japanese }
    let due = day(value(.due), line)
    let state = word(value(.state), of: .state, Action.State.allCases, line) { $0.japanese }
    guard faults.count == before, let kind, let state else { return nil }
    let items = value(.items).split { $0.isWhitespace || "、,，".contains($0) }.map { ItemID(String($0)) }
    return Action(
      id: ActionID(value(.id)), round: RoundID(value(.round)),
      matter: Action.Matter(kind: kind, items: items, subject: value(.subject), ground: value(.ground)),
      cause: value(.cause), measure: value(.measure), owner: value(.owner), due: due, state: state)
  }

  private mutating func checkID(_ id: String, _ line: Int) {
    guard !id.isEmpty else { return }
    if ActionID(id).number == nil {
      note(.malformedID(id), line)
    } else if !seen.insert(id).inserted {
      note(.duplicateID(id), line)
    }
  }

  /// By its Japanese or its English word.
  private mutating func word<Word: RawRepresentable>(
    _ text: String, of column: Column, _ words: [Word], _ line: Int, japanese: (Word) -> String
  ) -> Word? where Word.RawValue == String {
    guard !text.isEmpty else { return nil }
    if let word = words.first(where: { japanese($0) == text || $0.rawValue == text }) { return word }
    note(.unknownWord(text, column: column.japanese, allowed: words.map(japanese)), line)
    return nil
  }

  private mutating func day(_ text: String, _ line: Int) -> CalendarDay? {
    guard !text.isEmpty else { return nil }
    let day = CalendarDay(written: text)
    if day == nil { note(.notADay(text, column: Column.due.japanese), line) }
    return day
  }

  private mutating func note(_ kind: ActionsFault.Kind, _ line: Int) { faults.append(ActionsFault(kind, line: line)) }
}
