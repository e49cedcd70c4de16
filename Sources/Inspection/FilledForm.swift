import Characters

/// Which form a file is: of which round, and with which checklist.
///
/// It stands on the form in plain words, `FORM 1 <digest> <checklist> <round>`, for some programs drop a hidden sheet.
public struct FormIdentity: Equatable, Sendable {
  public var checklist: ChecklistID
  /// Hexadecimal BLAKE2b-256 of the checklist's bytes.
  public var digest: String
  /// nil for a form that belongs to none.
  public var round: RoundID?

  public init(checklist: ChecklistID, digest: String, round: RoundID?) {
    (self.checklist, self.digest, self.round) = (checklist, digest, round)
  }

  /// Reads the line as it is written on a form; nil for any other text.
  public init?(written text: some StringProtocol) {
    let words = text.splitByScalars(keepingEmpty: true) { $0 == " " }
    guard words.count >= 4, words[0] == Self.mark, words[1] == Self.version else { return nil }
    // A round's id is the name of a folder and may hold spaces.
    let round = words.dropFirst(4).joined(separator: " ")
    self.init(checklist: ChecklistID(words[3]), digest: words[2], round: round.nonEmpty.map { RoundID($0) })
  }

  /// The line that stands on the form.
  public var line: String {
    ([Self.mark, Self.version, digest, checklist.rawValue] + [round?.rawValue].compactMap { $0 }).joined(separator: " ")
  }

  private static let mark = "FORM"
  private static let version = "1"
}

/// All that a form says that was filled in away from the screen.
public struct FilledForm: Equatable, Sendable {
  /// As it is written; nil where nothing says it.
  public var identity: FormIdentity?
  /// The slip code, or in a round without codes the number on the roster or the name, as it is written.
  public var person: String?
  public var answers: FormAnswers
  /// For the person alone, or in a signed round with the sheet.
  public var notes: [ItemID: String]
  public var opinion: String?

  public init(
    identity: FormIdentity? = nil, person: String? = nil, answers: FormAnswers = FormAnswers(),
    notes: [ItemID: String] = [:], opinion: String? = nil
  ) {
    (self.identity, self.person, self.answers) = (identity, person, answers)
    (self.notes, self.opinion) = (notes, opinion)
  }
}

extension Draft {
  /// Takes over what a form says; what the form leaves open stays as it was.
  public mutating func take(_ form: FilledForm) {
    take(form.answers)
    notes.merge(form.notes) { _, new in new }
    opinion = form.opinion ?? opinion
  }
}

/// The columns of a form by their headings, on whatever it is printed and from whatever it is read.
public enum FormHeading: String, CaseIterable, Sendable {
  case item = "項目"
  case choice = "回答"
  case reason = "理由"
  case evidence = "根拠"
  case note = "メモ"

  /// As it may be called in English.
  public var english: String {
    switch self {
    case .item: "item"
    case .choice: "choice"
    case .reason: "reason"
    case .evidence: "evidence"
    case .note: "note"
    }
  }
}

extension FormLines {
  /// What stands in the place of an item's code where the person is named.
  public static let codeLabel = "点検コード"
  /// The same in a round without codes.
  public static let nameLabel = "番号又は氏名"
  /// What stands in the place of an item's code where the opinion is written.
  public static let opinionLabel = "ご意見"

  /// Reads what people write on a form: what `Choice(written:)` reads, `1.0`, ○ and ×.
  public static func choice(written text: String) -> Choice? {
    let word = text.folded().trimmed()
    switch word {
    case "○", "◯", "〇", "✓", "✔", "レ": return .yes
    case "×", "✕", "✖": return .no
    default: return Choice(written: withoutFraction(word))
    }
  }

  /// `1` for `1.0`, as a spreadsheet writes a number.
  private static func withoutFraction(_ word: String) -> String {
    let parts = word.splitByScalars(keepingEmpty: true) { $0 == "." }
    guard parts.count == 2, let fraction = parts.last, !fraction.isEmpty,
      fraction.unicodeScalars.allSatisfy({ $0 == "0" })
    else { return word }
    return parts[0]
  }
}
