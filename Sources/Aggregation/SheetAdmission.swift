public import Inspection

/// A decoded sheet and the line of the box it was read from.
public struct PlacedSheet: Equatable, Sendable {
  /// From 1.
  public var line: Int
  public var sheet: Sheet

  public init(line: Int, sheet: Sheet) { (self.line, self.sheet) = (line, sheet) }
}

/// Which of the handed-in sheets count, and which are left out for what reason; the same for any order of the lines.
///
/// The one place that decides whether a sheet counts: it does when it keeps the `SheetRules` of the round and repeats no
/// sheet that counts already.
public struct SheetAdmission: Equatable, Sendable {
  /// In the order of their 回答番号.
  public var counted: [Sheet]
  /// In the order of their lines.
  public var leftOut: [LeftOut]

  /// - Parameters:
  ///   - sheets: every sheet that could be decoded.
  ///   - unreadable: the lines that could not, with the reason.
  ///   - checklists: the frozen checklists of the round, one per role at most.
  ///   - roster: who may have signed.
  public init(
    of sheets: [PlacedSheet], unreadable: [LeftOut] = [], in round: Round, answering checklists: [Checklist],
    by roster: Roster
  ) {
    let rules = SheetRules(of: round, answering: checklists, by: roster)
    var candidates: [PlacedSheet] = []
    leftOut = unreadable
    for placed in sheets {
      if let reason = rules.fault(of: placed.sheet) {
        leftOut.append(LeftOut(line: placed.line, reason: reason, role: placed.sheet.role))
      } else {
        candidates.append(placed)
      }
    }
    counted = []
    var numbers: Set<CheckedNumber> = []
    var signers: Set<RespondentID> = []
    var hasOrganisation = false
    for placed in candidates.sorted(by: { ($0.sheet.id, $0.line) < ($1.sheet.id, $1.line) }) {
      let reason =
        numbers.insert(placed.sheet.id).inserted
        ? Self.repetition(of: placed.sheet, after: &signers, hasOrganisation: &hasOrganisation)
        : .duplicateNumber(placed.sheet.id)
      if let reason {
        leftOut.append(LeftOut(line: placed.line, reason: reason, role: placed.sheet.role))
      } else {
        counted.append(placed.sheet)
      }
    }
    leftOut.sort { $0.line < $1.line }
  }

  private static func repetition(
    of sheet: Sheet, after signers: inout Set<RespondentID>, hasOrganisation: inout Bool
  ) -> LeftOut.Reason? {
    if sheet.role == .organisation {
      defer { hasOrganisation = true }
      return hasOrganisation ? .secondOrganisationSheet : nil
    }
    guard let respondent = sheet.signature?.respondent else { return nil }
    return signers.insert(respondent).inserted ? nil : .duplicateRespondent(respondent)
  }
}

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
  private let isSigned: Bool
  private let people: Set<RespondentID>

  init(of round: Round, answering checklists: [Checklist], by roster: Roster) {
    self.round = round.id
    isSigned = round.handIn == .signed
    people = Set(roster.respondents.map(\.id))
    roleOfDigest = Dictionary(
      round.checklists.flatMap { frozen in frozen.digests.map { ($0, frozen.role) } },
      uniquingKeysWith: { first, _ in first })
    items = Dictionary(
      checklists.filter { round.asks($0.role) }.map { ($0.role, Self.allowed(by: $0, in: round)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first fault in the order of docs/figures.md 1, or nil when the sheet counts.
  func fault(of sheet: Sheet) -> LeftOut.Reason? {
    guard sheet.round == round else { return .wrongRound(sheet.round) }
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
    return people.contains(respondent) ? nil : .unknownRespondent(respondent)
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
