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
    case .yes, .no: [japanese]
    case .partial: [japanese, "一部"]
    case .unknown: [japanese, "分からない"]
    case .notApplicable: [japanese, "非該当"]
    case .alternative: [japanese, "別の方法"]
    }
  }
}
