import Characters
public import Inspection

/// What only a roster can have wrong.
public enum RosterDetail: Equatable, Sendable {
  case daysOutOfOrder
  case unsafeID(String)
}

public typealias RosterFault = TableFault<RosterDetail>
public typealias RosterError = TableError<RosterDetail>

/// `roster.csv`: who is asked, as Excel saves it — UTF-8 with or without BOM, or CP932.
public enum RosterFormat {
  enum Column: String, TableColumn {
    case id, name, kana, role, from, to, exempt

    static let required: [Column] = [.id, .name, .role]

    var japanese: String {
      switch self {
      case .id: "番号"
      case .name: "氏名"
      case .kana: "ふりがな"
      case .role: "役割"
      case .from: "就任日"
      case .to: "退任日"
      case .exempt: "除外理由"
      }
    }

    var synonyms: [String] {
      switch self {
      case .id: ["No", "No.", "整理番号", "職員番号"]
      case .name: ["名前", "お名前"]
      case .kana:
        [
          "かな", "カナ", "ｶﾅ", "フリガナ", "ﾌﾘｶﾞﾅ", "よみ", "読み", "よみがな", "読みがな", "読み仮名", "氏名かな", "氏名カナ",
          "氏名フリガナ", "氏名(かな)", "氏名(カナ)", "氏名(ふりがな)", "氏名(フリガナ)",
        ]
      case .role: ["区分", "種別", "対象区分"]
      case .from: ["就任", "就任年月日", "採用日", "任用開始日", "任期開始日"]
      case .to: ["退任", "退任年月日", "退職日", "任用終了日", "任期満了日"]
      // Not 備考: whatever stands in this column takes the person out of the denominator.
      case .exempt: ["除外", "除外の理由", "対象外理由", "対象外の理由"]
      }
    }
  }

  /// Reads the roster, or throws all its faults by line.
  ///
  /// - Parameter policy: the roles may be named as this assembly names its people.
  public static func decode(_ bytes: [UInt8], policy: Policy) throws(RosterError) -> Roster {
    var people: [Respondent] = []
    try read(bytes, policy: policy) { people.append($0) }
    return Roster(respondents: people)
  }

  /// The same of a roster of many, of whom no names are needed.
  ///
  /// - Parameter day: the reference day of the round.
  public static func standings(
    _ bytes: [UInt8], policy: Policy, on day: CalendarDay
  ) throws(RosterError) -> Standings {
    let standings = try? Standings(on: day) { take throws(RosterError) in
      try read(bytes, policy: policy, notingRepetitions: false, take)
    }
    // A roster with faults is read again, to tell them all by their lines.
    guard let standings, !standings.hasRepetition else {
      return Standings(of: try decode(bytes, policy: policy), on: day)
    }
    return standings
  }

  private static func read(
    _ bytes: [UInt8], policy: Policy, notingRepetitions: Bool = true, _ take: (Respondent) -> Void
  ) throws(RosterError) {
    var reader = try TableReader<Column, RosterDetail>(bytes)
    reader.notesRepetitions = notingRepetitions
    let words = Self.words(policy)
    try reader.forEach { reader, row in
      if let person = reader.respondent(row, words) { take(person) }
    }
  }

  /// What may stand in the column of roles.
  private static func words(_ policy: Policy) -> [String: Role] {
    var words: [String: Role] = ["会計年度任用職員": .staff, "\(policy.office)職員": .staff]
    for role in Role.allCases {
      for word in [role.rawValue, role.japanese, policy.name(of: role)] { words[word] = role }
    }
    return words
  }

  /// Writes a roster with the English headings.
  public static func encode(_ roster: Roster) -> [UInt8] {
    CSVWriter.bytes(
      [Column.allCases.map(\.rawValue)]
        + roster.respondents.map { person in
          [
            person.id.rawValue, person.name, person.kana, person.role.rawValue, person.from?.iso ?? "",
            person.to?.iso ?? "", person.exempt ?? "",
          ]
        })
  }
}

extension TableReader where Column == RosterFormat.Column, Detail == RosterDetail {
  fileprivate mutating func respondent(_ row: Row, _ words: [String: Role]) -> Respondent? {
    // Everything here is put on one line of a screen; only a name and a reason may have been broken by hand.
    for column in row.isPlain ? [] : columns {
      let found = row[column].unicodeScalars.first { $0 == "\t" || ($0 == "\n" && !column.mayBreak) }
      if let found { note(.controlCharacter(found, column: column.japanese), at: row) }
    }
    let id = text(.id, of: row)
    if !id.isEmpty { checkID(id, row) }
    let name = text(.name, of: row).onOneLine
    let role = role(text(.role, of: row), words, row)
    let from = day(.from, of: row)
    let to = day(.to, of: row)
    if let from, let to, to < from { note(.row(.daysOutOfOrder), at: row) }
    guard let role else { return nil }
    return Respondent(
      id: RespondentID(id), name: name, kana: row[.kana], role: role, from: from, to: to,
      exempt: row[.exempt].onOneLine.nonEmpty)
  }

  /// An id becomes a file name, so it holds letters, digits, hyphens and underscores of ASCII only.
  private mutating func checkID(_ id: String, _ row: Row) {
    let isSafe = id.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    if !isSafe || id.utf8.count > 64 { note(.row(.unsafeID(id)), at: row) } else { requireUnique(.id, of: row) }
  }

  private mutating func role(_ word: String, _ words: [String: Role], _ row: Row) -> Role? {
    if word.isEmpty { return nil }
    if let role = words[word] { return role }
    note(.unknownWord(word, column: Column.role.japanese, allowed: Role.allCases.map(\.japanese)), at: row)
    return nil
  }
}

extension String {
  fileprivate var onOneLine: String { containsScalar("\n") ? replacingScalars { $0 == "\n" ? " " : nil } : self }
}

extension RosterFormat.Column {
  fileprivate var mayBreak: Bool { self == .name || self == .exempt }
}
