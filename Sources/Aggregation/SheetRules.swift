import Inspection

/// What one sheet, taken alone, must be to count: of the round, and answering what the round asks.
struct SheetRules {
  /// What may be answered for one item.
  private struct Allowed {
    var revision: Int
    var choices: Set<Choice>
    /// Profile questions that can rule it out.
    var profile: Set<ProfileQuestionID>
    /// Set where the round itself rules it out.
    var exclusion: Questionnaire.Exclusion?
  }

  private let round: RoundID
  private let roleOfDigest: [String: Role]
  private let items: [Role: [ItemID: Allowed]]

  init(of round: Round, answering checklists: [Checklist]) {
    self.round = round.id
    roleOfDigest = Dictionary(
      round.checklists.flatMap { frozen in frozen.digests.map { ($0, frozen.role) } },
      uniquingKeysWith: { first, _ in first })
    items = Dictionary(
      checklists.filter { round.asks($0.role) }.map { ($0.role, Self.allowed(by: $0, in: round)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first fault found, or nil when the sheet counts.
  func fault(of sheet: Sheet) -> LeftOut.Reason? {
    guard sheet.round == round else { return .wrongRound(sheet.round) }
    guard let allowed = items[sheet.role] else { return .roleNotAsked(sheet.role) }
    guard let role = roleOfDigest[sheet.checklist.digest] else {
      return .unknownChecklist(digest: sheet.checklist.digest)
    }
    guard role == sheet.role else { return .checklistOfRole(role) }
    var seen: Set<ItemID> = []
    for answer in sheet.answers {
      guard let item = allowed[answer.item] else { return .unknownItem(answer.item) }
      guard seen.insert(answer.item).inserted else { return .repeatedItem(answer.item) }
      if let fault = Self.fault(of: answer, allowed: item) { return fault }
    }
    return nil
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
