/// A checklist as it is put to one respondent: the form, the rules that exist, and what the profile ruled out.
///
/// The one place that decides whether an item is asked; the session, the sheet and the export all ask here.
public struct Questionnaire: Equatable, Sendable {
  /// Why an item is not asked.
  public enum Exclusion: Equatable, Sendable {
    /// A profile question was answered no.
    case profile(ProfileQuestionID)
    /// The rule it rests on does not exist yet; a finding for the organisation.
    case rule(RuleID)
  }

  public let checklist: Checklist
  public let form: Coverage.Form
  public let rules: Set<RuleID>
  public let lentDevices: Round.LentDevices

  public init(checklist: Checklist, form: Coverage.Form, rules: Set<RuleID>, lentDevices: Round.LentDevices) {
    self.checklist = checklist
    self.form = form
    self.rules = rules
    self.lentDevices = lentDevices
  }

  /// As the round sets it.
  public init(checklist: Checklist, round: Round) {
    self.init(checklist: checklist, form: round.form, rules: Set(round.rules), lentDevices: round.lentDevices)
  }

  /// For a personal inspection: the full form, as if every rule existed and the council lent the devices.
  public init(personal checklist: Checklist, policy: Policy) {
    self.init(checklist: checklist, form: .full, rules: Set(policy.rules.map(\.id)), lentDevices: .council)
  }

  /// All items of the form, asked or not.
  public var items: [Item] { checklist.items(in: form) }

  /// The profile questions that can still rule something out, in order.
  public var profileQuestions: [ProfileQuestion] {
    let askable = Set(items.filter { !lacksRule($0) }.map(\.id))
    return checklist.profile.filter { question in
      question.whenNo.contains(where: askable.contains) && !isAssumedNo(question)
    }
  }

  /// Why `item` is not asked, given the answers to the profile questions; nil when it is.
  public func exclusion(of item: Item, profile: [ProfileQuestionID: Bool]) -> Exclusion? {
    if let requires = item.requires, lacksRule(item) { return .rule(requires) }
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
        return draft.responses[item.id].map { response in
          Answer(
            item: item.id, revision: item.revision, choice: response.choice, source: .respondent,
            reason: response.choice == .alternative ? response.reason : nil,
            evidence: checklist.role == .organisation ? response.evidence : nil)
        }
      }
    }
  }

  private func lacksRule(_ item: Item) -> Bool { item.requires.map { !rules.contains($0) } ?? false }

  private func isAssumedNo(_ question: ProfileQuestion) -> Bool {
    question.assumes == .lentDevices && lentDevices == .none
  }
}
