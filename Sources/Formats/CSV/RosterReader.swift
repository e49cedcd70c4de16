import Inspection

/// Turns records into respondents and notes every fault by its line.
struct RosterReader {
  private(set) var faults: [RosterFault] = []
  private var seen: Set<String> = []

  private static let roles: [String: Role] = [
    "member": .member, "議員": .member, "staff": .staff, "職員": .staff, "議会局職員": .staff,
    "会計年度任用職員": .staff, "organisation": .organisation, "組織": .organisation,
  ]

  /// Which column each field belongs to.
  mutating func columns(of header: CSVRecord) -> [RosterFormat.Column] {
    var columns: [RosterFormat.Column] = []
    for field in header.fields {
      let name = field.trimmed
      guard let column = RosterFormat.Column.allCases.first(where: { $0.rawValue == name || $0.japanese == name })
      else {
        note(.unknownColumn(name), header.line)
        continue
      }
      if columns.contains(column) { note(.duplicateColumn(name), header.line) }
      columns.append(column)
    }
    for required in [RosterFormat.Column.id, .name, .role] where !columns.contains(required) {
      note(.missingColumn(required.rawValue), header.line)
    }
    return columns
  }

  mutating func respondent(_ record: CSVRecord, columns: [RosterFormat.Column]) -> Respondent? {
    // Excel keeps rows of nothing but commas below a table.
    if record.fields.allSatisfy({ $0.trimmed.isEmpty }) { return nil }
    guard record.fields.count == columns.count else {
      note(.wrongFieldCount(found: record.fields.count, expected: columns.count), record.line)
      return nil
    }
    let before = faults.count
    var values: [RosterFormat.Column: String] = [:]
    for (column, field) in zip(columns, record.fields) {
      let value = field.replacing("\r\n", with: "\n").trimmed
      let mayBreak = column == .exempt || column == .name
      if value.unicodeScalars.contains(where: { $0.isControl || $0 == "\t" || $0 == "\r" || ($0 == "\n" && !mayBreak) })
      {
        note(.controlCharacter(column: column.rawValue), record.line)
      }
      values[column] = value.replacing("\n", with: " ")
    }
    let id = required(.id, in: values, record.line)
    checkID(id, record.line)
    let name = required(.name, in: values, record.line)
    let role = role(required(.role, in: values, record.line), record.line)
    let from = day(.from, in: values, record.line)
    let to = day(.to, in: values, record.line)
    if let from, let to, to < from { note(.daysOutOfOrder, record.line) }
    guard faults.count == before, let role else { return nil }
    return Respondent(
      id: RespondentID(id), name: name, kana: values[.kana] ?? "", role: role, from: from, to: to,
      exempt: values[.exempt].flatMap { $0.isEmpty ? nil : $0 })
  }

  private mutating func required(
    _ column: RosterFormat.Column, in values: [RosterFormat.Column: String], _ line: Int
  ) -> String {
    let value = values[column] ?? ""
    if value.isEmpty { note(.empty(column: column.rawValue), line) }
    return value
  }

  /// An id becomes a file name, so it holds letters, digits, hyphens and underscores of ASCII only.
  private mutating func checkID(_ id: String, _ line: Int) {
    guard !id.isEmpty else { return }
    let isSafe = id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if !isSafe || id.utf8.count > 64 {
      note(.unsafeID(id), line)
    } else if !seen.insert(id).inserted {
      note(.duplicateID(id), line)
    }
  }

  private mutating func role(_ word: String, _ line: Int) -> Role? {
    guard !word.isEmpty else { return nil }
    let role = Self.roles[word]
    if role == nil { note(.unknownRole(word), line) }
    return role
  }

  private mutating func day(
    _ column: RosterFormat.Column, in values: [RosterFormat.Column: String], _ line: Int
  ) -> CalendarDay? {
    guard let text = values[column], !text.isEmpty else { return nil }
    let day = CalendarDay(written: text)
    if day == nil { note(.notADay(text, column: column.rawValue), line) }
    return day
  }

  private mutating func note(_ kind: RosterFault.Kind, _ line: Int) { faults.append(RosterFault(kind, line: line)) }
}
