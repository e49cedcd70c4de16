/// A checklist as it is put to one respondent: its length, the rules and earlier rounds that there are, and what the
/// profile ruled out.
///
/// The one place that decides whether an item is asked, of anybody at all, and set apart; the session, the sheet, the
/// export and the summary all ask here.
public struct Questionnaire: Equatable, Sendable {
  /// Why an item is not asked.
  public enum Exclusion: Equatable, Sendable {
    /// A profile question was answered no.
    case profile(ProfileQuestionID)
    /// The rule it rests on does not exist yet; a finding for the organisation.
    case rule(RuleID)
  }

  public let checklist: Checklist
  public let length: ChecklistLength
  public let rules: Set<RuleID>
  public let lentDevices: Round.LentDevices
  /// Whether there is an earlier round to look back on.
  public let hasPrevious: Bool

  public init(
    checklist: Checklist, length: ChecklistLength, rules: Set<RuleID>, lentDevices: Round.LentDevices,
    hasPrevious: Bool = true
  ) {
    self.checklist = checklist
    self.length = length
    self.rules = rules
    self.lentDevices = lentDevices
    self.hasPrevious = hasPrevious
  }

  /// As the round sets it.
  public init(checklist: Checklist, round: Round) {
    self.init(
      checklist: checklist, length: round.length, rules: Set(round.rules), lentDevices: round.lentDevices,
      hasPrevious: round.previous != nil)
  }

  /// For a personal inspection: the full form, as if every rule existed and the council lent the devices.
  public init(personal checklist: Checklist, policy: Policy) {
    self.init(checklist: checklist, length: .full, rules: Set(policy.rules.map(\.id)), lentDevices: .council)
  }

  /// All items of its length, asked or not; without those that look back where there is nothing to look back on.
  public var items: [Item] { checklist.items(in: length).filter { hasPrevious || !$0.needsPrevious } }

  /// The items that are put to somebody: all but those whose rule does not exist.
  ///
  /// What a profile question rules out is among them, even where the round answers it for everybody: its 該当なし is an
  /// answer that is counted.
  public var askedOfSomebody: [Item] { items.filter { missingRule(of: $0) == nil } }

  /// The rule for want of which `item` is put to nobody; nil where there is none.
  public func missingRule(of item: Item) -> RuleID? {
    item.requires.flatMap { rules.contains($0) ? nil : $0 }
  }

  /// Whether `item` is set apart as 参考: its answer is about devices under another body's policy (policy 9).
  ///
  /// The organisation answers for what it does itself, never for another body's devices.
  public func isReferenceOnly(_ item: Item) -> Bool {
    item.about == .device && lentDevices == .executive && checklist.role != .organisation
  }

  /// Why an item of the checklist yields no figure in the round, whoever answers and whatever they answer.
  public enum Silence: Hashable, Sendable {
    /// The short form leaves it out.
    case form
    case noPrevious
    case rule(RuleID)
    /// The round answers a profile question for everybody, so that it applies to nobody.
    case nobody
    case reference
    /// Too few answer it, which is known when the answers are counted.
    case few
  }

  /// nil where answers to `item` make a figure: 実施率, or 周知率 of an awareness item.
  public func silence(of item: Item) -> Silence? {
    if length == .short, !item.short { return .form }
    if item.needsPrevious, !hasPrevious { return .noPrevious }
    switch exclusion(of: item, profile: [:]) {
    case .rule(let rule): return .rule(rule)
    case .profile: return .nobody
    case nil: return isReferenceOnly(item) ? .reference : nil
    }
  }

  /// Whether words about what shows it go with `choice`: the organisation's do, where there is something to show.
  public func takesEvidence(with choice: Choice) -> Bool { checklist.role == .organisation && choice.invitesEvidence }

  /// The profile questions that can rule something out, in order.
  public var profileQuestions: [ProfileQuestion] { profileQuestions(after: [:]) }

  /// Those still worth asking: an earlier no may have ruled out all that a later question could.
  public func profileQuestions(after profile: [ProfileQuestionID: Bool]) -> [ProfileQuestion] {
    var open = Set(asked(profile: [:]).map(\.id))
    return checklist.profile.filter { question in
      let isUseful = question.whenNo.contains(where: open.contains)
      if profile[question.id] == false { open.subtract(question.whenNo) }
      return isUseful
    }
  }

  /// Why `item` is not asked, given the answers to the profile questions; nil when it is.
  public func exclusion(of item: Item, profile: [ProfileQuestionID: Bool]) -> Exclusion? {
    if let rule = missingRule(of: item) { return .rule(rule) }
    for question in checklist.profile where question.whenNo.contains(item.id) {
      if isAssumedNo(question) || profile[question.id] == false { return .profile(question.id) }
    }
    return nil
  }

  /// The items that are asked, in order.
  public func asked(profile: [ProfileQuestionID: Bool]) -> [Item] {
    items.filter { exclusion(of: $0, profile: profile) == nil }
  }

  /// The answers of a draft as they stand on a sheet: chosen ones, and 該当なし for what was ruled out.
  public func answers(of draft: Draft) -> [Answer] {
    items.compactMap { item in
      switch exclusion(of: item, profile: draft.profile) {
      case .profile(let question):
        return Answer(item: item.id, revision: item.revision, choice: .notApplicable, source: .profile(question))
      case .rule(let rule):
        return Answer(item: item.id, revision: item.revision, choice: .notApplicable, source: .rule(rule))
      case nil:
        guard let response = draft.responses[item.id], response.isComplete else { return nil }
        return Answer(
          item: item.id, revision: item.revision, choice: response.choice, source: .respondent,
          reason: response.choice == .alternative ? response.reason : nil,
          evidence: takesEvidence(with: response.choice) ? response.evidence : nil)
      }
    }
  }

  /// The asked items whose answer invites an improvement plan, in order.
  public func plannable(in draft: Draft) -> [Item] {
    asked(profile: draft.profile).filter { draft.responses[$0.id]?.choice.invitesPlan == true }
  }

  /// The plans that go with the answers; those of items ruled out since stay in the draft.
  public func plans(of draft: Draft) -> [ItemID: ImprovementPlan] {
    let plannable = Set(plannable(in: draft).map(\.id))
    return draft.plans.filter { plannable.contains($0.key) }
  }

  /// The notes on items that are asked.
  public func notes(of draft: Draft) -> [ItemID: String] {
    let asked = Set(asked(profile: draft.profile).map(\.id))
    return draft.notes.filter { asked.contains($0.key) }
  }

  private func isAssumedNo(_ question: ProfileQuestion) -> Bool {
    question.assumes == .lentDevices && lentDevices == .none
  }
}

/// What makes a question fit to be asked: one fact, at most 42 characters, ending in か。, without double negatives.
///
/// The rules are those of the secretariat's review (docs/design.md 4) and hold for items and profile questions alike.
enum QuestionRules {
  /// Characters, so that a question fits two rows at 80 columns and four at 40.
  static let limit = 42

  static let conjunctions = ["及び", "又は", "かつ"]

  /// Forms of negation; two of them in one question make it hard to answer.
  static let negations = ["ない", "なく", "なけれ", "なかっ", "ません", "ずに", "ず、"]

  static func faults(of question: String) -> [Fault.Kind] {
    var found: [Fault.Kind] = []
    if question.count > limit { found.append(.tooLong(length: question.count, limit: limit)) }
    if !question.hasSuffix("か。") { found.append(.notAQuestion) }
    found += conjunctions.filter { occurrences(of: $0, in: question) > 0 }.map { .doubleBarrelled($0) }
    if negations.map({ occurrences(of: $0, in: question) }).reduce(0, +) >= 2 { found.append(.doubleNegative) }
    return found
  }

  private static func occurrences(of needle: String, in text: String) -> Int {
    var count = 0
    var rest = Substring(text)
    while let range = rest.firstRange(of: needle) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
