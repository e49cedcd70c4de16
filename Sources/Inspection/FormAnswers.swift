import Characters

/// What a form that was filled in away from the screen says.
public struct FormAnswers: Equatable, Sendable {
  public var consent: Bool?
  public var profile: [ProfileQuestionID: Bool]
  public var responses: [ItemID: Draft.Response]

  public init(
    consent: Bool? = nil, profile: [ProfileQuestionID: Bool] = [:], responses: [ItemID: Draft.Response] = [:]
  ) {
    self.consent = consent
    self.profile = profile
    self.responses = responses
  }

  /// What a draft holds of it.
  public init(of draft: Draft) {
    self.init(consent: draft.consent, profile: draft.profile, responses: draft.responses)
  }

  /// The answer on a line; yes and no stand for consent and for the profile questions. Setting nil leaves the line open.
  public subscript(line: FormLine) -> Draft.Response? {
    get {
      switch line {
      case .consent: consent.map { Draft.Response(choice: $0 ? .yes : .no) }
      case .profile(let id): profile[id].map { Draft.Response(choice: $0 ? .yes : .no) }
      case .item(let id): responses[id]
      }
    }
    set {
      switch line {
      case .consent: consent = newValue.map { $0.choice == .yes }
      case .profile(let id): profile[id] = newValue.map { $0.choice == .yes }
      case .item(let id): responses[id] = newValue
      }
    }
  }
}

extension Draft {
  /// Holds exactly what a form says; plans for answers that invite none are dropped.
  public mutating func hold(_ form: FormAnswers) {
    (consent, profile, responses) = (form.consent, form.profile, form.responses)
    plans = plans.filter { responses[$0.key]?.choice.invitesPlan == true }
  }

  /// Takes over what a form says; what the form leaves open stays as it was.
  public mutating func take(_ form: FormAnswers) {
    hold(
      FormAnswers(
        consent: form.consent ?? consent, profile: profile.merging(form.profile) { _, new in new },
        responses: responses.merging(form.responses) { _, new in new }))
  }
}

extension Choice {
  /// Reads what people write for a choice: its digit of either width, its word (`はい`), its name in files (`yes`), or
  /// digit and word as they stand together on a form (`2 一部できている（…）`).
  public init?(written text: String) {
    let word = text.folded().lowercased().prefix { $0 != "(" }.trimmed()
    if let digit = word.prefix(1).number(digits: 1...1), let choice = Choice(digit: digit) {
      let rest = String(word.dropFirst().drop { $0.isWhitespace || $0 == "." })
      guard rest.isEmpty || choice.isNamed(rest) else { return nil }
      self = choice
    } else if let choice = Self.allCases.first(where: { $0.isNamed(word) }) {
      self = choice
    } else {
      return nil
    }
  }

  private func isNamed(_ word: String) -> Bool { rawValue == word || words.contains(word) }

  /// The words that people write or type for it, the one on screens and forms first.
  public var words: [String] {
    switch self {
    case .yes, .no: [japanese, FormLines.label(of: self, on: .consent)]
    case .partial: [japanese, "一部"]
    case .unknown: [japanese, "分からない"]
    case .notApplicable: [japanese, "非該当"]
    case .alternative: [japanese, "別の方法"]
    }
  }
}

/// A line of a checklist that was filled in away from the screen, on paper or in Excel.
public enum FormLine: Hashable, Sendable {
  /// That the person agrees to somebody else entering the answers.
  case consent
  case profile(ProfileQuestionID)
  case item(ItemID)
}

/// The lines of one questionnaire's form in the order in which they are printed, with the codes printed beside them.
///
/// Consent is `P0`, the profile questions are `P1`, `P2` … and items go by their id. Print, keying and Excel all ask here.
public struct FormLines: Equatable, Sendable {
  public let questionnaire: Questionnaire
  /// Consent first, then the profile questions, then every item that a rule lets be asked.
  public let all: [FormLine]
  private let codes: [FormLine: String]
  private let lines: [String: FormLine]

  public init(of questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    let profile = questionnaire.profileQuestions.map { FormLine.profile($0.id) }
    all = [.consent] + profile + questionnaire.asked(profile: [:]).map { .item($0.id) }
    var codes: [FormLine: String] = [.consent: "P0"]
    var lines: [String: FormLine] = ["P0": .consent]
    for (index, question) in questionnaire.profileQuestions.enumerated() {
      codes[.profile(question.id)] = "P\(index + 1)"
      lines["P\(index + 1)"] = .profile(question.id)
      lines[Self.plain(question.id.rawValue)] = .profile(question.id)
    }
    for case .item(let id) in all {
      codes[.item(id)] = id.rawValue
      lines[Self.plain(id.rawValue)] = .item(id)
      lines[String(Self.plain(id.rawValue).dropFirst())] = .item(id)
    }
    (self.codes, self.lines) = (codes, lines)
  }

  /// As printed: `P1`, `M-PHY-01`.
  public func code(of line: FormLine) -> String { codes[line] ?? "" }

  /// The line of a code as people type it: either width and case, hyphens and the role's letter left out at will; nil
  /// for a code that stands nowhere on the form.
  public func line(written code: some StringProtocol) -> FormLine? { lines[Self.plain(code)] }

  /// What is printed beside the code.
  public func text(of line: FormLine) -> String {
    switch line {
    case .consent: Self.consentQuestion
    case .profile(let id): questionnaire.profileQuestions.first { $0.id == id }?.question ?? ""
    case .item(let id): item(id)?.question ?? ""
    }
  }

  /// What explains the question; nil for consent, and where nothing is explained.
  public func guidance(of line: FormLine) -> String? {
    switch line {
    case .consent: nil
    case .profile(let id): questionnaire.profileQuestions.first { $0.id == id }?.guidance
    case .item(let id): item(id)?.guidance
    }
  }

  /// A choice as it is printed where it is ticked, with what it means on this line: 「一部できている（途中まで読んだ）」.
  public func fullLabel(of choice: Choice, on line: FormLine) -> String {
    let item: Item? = if case .item(let id) = line { item(id) } else { nil }
    return Self.label(of: choice, on: line) + (item?.note(of: choice).map { "（\($0)）" } ?? "")
  }

  /// The choices that can be ticked, in the order of their digits.
  public func choices(of line: FormLine) -> [Choice] {
    switch line {
    case .consent, .profile: [.yes, .no]
    case .item(let id): item(id).map { questionnaire.checklist.choices(for: $0) } ?? []
    }
  }

  /// The profile questions after whose いいえ a line need not be filled in, in the order of the form.
  public func skippers(of line: FormLine) -> [FormLine] {
    guard case .item(let id) = line else { return [] }
    return questionnaire.profileQuestions.filter { $0.whenNo.contains(id) }.map { .profile($0.id) }
  }

  /// The lines that have to be filled in, given the answers to the profile questions.
  public func asked(profile: [ProfileQuestionID: Bool]) -> [FormLine] {
    let questions = Set(questionnaire.profileQuestions(after: profile).map(\.id))
    let items = Set(questionnaire.asked(profile: profile).map(\.id))
    return all.filter { line in
      switch line {
      case .consent: true
      case .profile(let id): questions.contains(id)
      case .item(let id): items.contains(id)
      }
    }
  }

  /// The item of an id; nil where the form does not ask it.
  public func item(_ id: ItemID) -> Item? { questionnaire.items.first { $0.id == id } }

  private static func plain(_ code: some StringProtocol) -> String {
    let plain = code.folded().uppercased().withoutWhiteSpace()
    return String(plain.unicodeScalars.filter { !$0.isStroke && $0 != "_" })
  }
}
