public import Inspection

/// What one sheet, taken alone, must be to count: of the round, and answering what the round asks.
public struct SheetRules: Sendable {
  /// What may be answered for one item.
  private struct Allowed: Sendable {
    var revision: Int
    var choices: Set<Choice>
    /// Profile questions that can rule it out.
    var profile: Set<ProfileQuestionID>
    /// Set where the round itself rules it out.
    var exclusion: Questionnaire.Exclusion?
  }

  private let roleOfDigest: [String: Role]
  private let items: [Role: [ItemID: Allowed]]
  private let checklists: [Checklist]
  private let settings: Round
  private let isSigned: Bool
  /// Who may have signed.
  private let roster: Standings

  public init(of round: Round, answering checklists: [Checklist], by roster: Standings) {
    isSigned = round.handIn == .signed
    roleOfDigest = Dictionary(
      round.checklists.flatMap { frozen in frozen.digests.map { ($0, frozen.role) } },
      uniquingKeysWith: { first, _ in first })
    items = Dictionary(
      checklists.filter { round.asks($0.role) }.map { ($0.role, Self.allowed(by: $0, in: round)) },
      uniquingKeysWith: { first, _ in first })
    (self.checklists, settings, self.roster) = (checklists, round, roster)
  }

  /// What the unsigned sheets that count look like.
  public var forms: [SheetForm] {
    checklists.filter { settings.asks($0.role) && !settings.isSigned(for: $0.role) }.flatMap { checklist in
      roleOfDigest.filter { $0.value == checklist.role }.keys.sorted().map {
        form(of: checklist, as: $0, in: settings)
      }
    }
  }

  private func form(of checklist: Checklist, as digest: String, in round: Round) -> SheetForm {
    let questionnaire = Questionnaire(checklist: checklist, round: round)
    let items = questionnaire.items
    let sources =
      [.respondent] + checklist.profile.map { Answer.Source.profile($0.id) }
      + Set(items.compactMap(\.requires)).sorted().map { .rule($0) }
    let answers = items.map { item in
      guard let allowed = self.items[checklist.role]?[item.id] else { return [Answer]() }
      return sources.flatMap { source in
        Choice.allCases.map { Answer(item: item.id, revision: item.revision, choice: $0, source: source) }
      }.filter { Self.fault(of: $0, allowed: allowed) == nil }
    }
    let sectionOf = questionnaire.sectionOfItem
    let practice = items.indices.filter { questionnaire.table(of: items[$0]) == .practice }
    return SheetForm(
      round: round.id, role: checklist.role,
      checklist: ChecklistReference(id: checklist.id, version: checklist.version, digest: digest), answers: answers,
      sections: checklist.sections.map { section in
        practice.filter { sectionOf[items[$0].id] == section.id }
      })
  }

  /// The first fault in the order of docs/figures.md 1, or nil when the sheet counts.
  func fault(of sheet: Sheet) -> LeftOut.Reason? {
    guard sheet.round == settings.id else { return .wrongRound(sheet.round) }
    guard let allowed = items[sheet.role] else { return .roleNotAsked(sheet.role) }
    guard let role = roleOfDigest[sheet.checklist.digest] else {
      return .unknownChecklist(digest: sheet.checklist.digest)
    }
    guard role == sheet.role else { return .checklistOfRole(role) }
    let faults = sheet.answers.compactMap { answer in
      allowed[answer.item].map { Self.fault(of: answer, allowed: $0) } ?? .unknownItem(answer.item)
    }
    return faults.min { $0.kind.order < $1.kind.order } ?? signatureFault(of: sheet)
  }

  /// What is wrong with the name on the sheet of a signed round; the organisation's is one and needs none to be told apart.
  private func signatureFault(of sheet: Sheet) -> LeftOut.Reason? {
    guard isSigned, sheet.role != .organisation else { return nil }
    guard let respondent = sheet.signature?.respondent else { return .notSigned }
    return roster.contains(respondent) ? nil : .unknownRespondent(respondent)
  }

  private static func fault(of answer: Answer, allowed: Allowed) -> LeftOut.Reason? {
    guard answer.revision == allowed.revision else {
      return .wrongRevision(answer.item, found: answer.revision, expected: allowed.revision)
    }
    guard allows(answer.source, allowed) else { return .contradictsRound(answer.item) }
    let offered = answer.source == .respondent ? allowed.choices : [.notApplicable]
    return offered.contains(answer.choice) ? nil : .choiceNotOffered(answer.item, answer.choice)
  }

  private static func allows(_ source: Answer.Source, _ allowed: Allowed) -> Bool {
    switch (allowed.exclusion, source) {
    case (.rule(let missing), .rule(let named)): missing == named
    case (.rule, _), (_, .rule): false
    case (_, .profile(let question)): allowed.profile.contains(question)
    case (.profile, .respondent): false
    case (nil, .respondent): true
    }
  }

  private static func allowed(by checklist: Checklist, in round: Round) -> [ItemID: Allowed] {
    let questionnaire = Questionnaire(checklist: checklist, round: round)
    let pairs = questionnaire.items.map { item in
      let allowed = Allowed(
        revision: item.revision, choices: Set(checklist.choices(for: item)),
        profile: Set(checklist.profile.filter { $0.whenNo.contains(item.id) }.map(\.id)),
        exclusion: questionnaire.exclusion(of: item, profile: [:]))
      return (item.id, allowed)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
