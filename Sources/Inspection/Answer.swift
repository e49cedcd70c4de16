import Characters

/// The answer to one item on a handed-in sheet.
public struct Answer: Equatable, Sendable {
  /// Who gave it: the person, a profile question that ruled the item out, or a rule that does not exist yet.
  public enum Source: Equatable, Sendable {
    case respondent
    case profile(ProfileQuestionID)
    case rule(RuleID)
  }

  public var item: ItemID
  public var revision: Int
  public var choice: Choice
  public var source: Source
  /// How it is done instead (`alternative` only).
  public var reason: String?
  /// What shows it (organisation only).
  public var evidence: String?

  public init(
    item: ItemID, revision: Int, choice: Choice, source: Source, reason: String? = nil, evidence: String? = nil
  ) {
    self.item = item
    self.revision = revision
    self.choice = choice
    self.source = source
    self.reason = reason
    self.evidence = evidence
  }
}

/// What a person will do about a no or a partial.
public struct ImprovementPlan: Equatable, Sendable {
  public var action: String
  public var due: CalendarDay?

  public init(action: String, due: CalendarDay?) { (self.action, self.due) = (action, due) }
}

/// The exact checklist that was answered.
public struct ChecklistReference: Equatable, Hashable, Sendable {
  public var id: ChecklistID
  public var version: String
  /// Hexadecimal BLAKE2b-256 of the checklist's bytes.
  public var digest: String

  public init(id: ChecklistID, version: String, digest: String) {
    (self.id, self.version, self.digest) = (id, version, digest)
  }
}

/// An answer to an item, with the digit that means it on every item (docs/design.md 6).
public enum Choice: String, CaseIterable, Sendable, Hashable {
  case yes
  case partial
  case no
  case unknown
  case notApplicable = "not_applicable"
  case alternative

  /// The key that chooses it, 1–6; the same on every item.
  public var digit: Int {
    switch self {
    case .yes: 1
    case .partial: 2
    case .no: 3
    case .unknown: 4
    case .notApplicable: 5
    case .alternative: 6
    }
  }

  public init?(digit: Int) {
    guard let match = Self.allCases.first(where: { $0.digit == digit }) else { return nil }
    self = match
  }

  /// Whether it is done as asked or in another way.
  public var isKept: Bool { self == .yes || self == .alternative }

  /// Whether the item applies to whoever answers so.
  public var applies: Bool { self != .notApplicable }

  /// Whether a plan or an explanation is called for (課題): partly, no, or not known.
  public var needsAttention: Bool { self == .partial || self == .no || self == .unknown }

  /// Whether an improvement plan is offered for it (docs/design.md 6: for what is no or partial).
  public var invitesPlan: Bool { self == .partial || self == .no }

  /// Whether something can show it (organisation): what is done, in whole, in part or in another way.
  public var invitesEvidence: Bool { self == .yes || self == .partial || self == .alternative }

  /// Whether it is はい, and nothing is said that shows it (organisation).
  public func lacksEvidence(_ evidence: String?) -> Bool { self == .yes && (evidence?.isBlank ?? true) }
}

/// An item that was put to somebody, with what one sheet or draft says of it.
public struct AnsweredItem: Equatable, Sendable {
  public var item: Item
  /// nil: left open, or no sheet was handed in.
  public var choice: Choice?
  /// How it is done instead (`alternative` only).
  public var reason: String?
  /// What shows it (organisation only).
  public var evidence: String?
  public var note: String?
  public var plan: ImprovementPlan?
  /// Whether it is set apart as 参考 (policy 9).
  public var isReferenceOnly: Bool

  /// Whether it is answered はい, and nothing is said that shows it.
  public var lacksEvidence: Bool { choice?.lacksEvidence(evidence) ?? false }

  /// Whether something is said that shows it, whatever the answer.
  public var namesEvidence: Bool { !(evidence?.isBlank ?? true) }
}

/// A section of a checklist, such as 物理的セキュリティ, as one sheet or draft answers it.
public struct AnsweredSection: Equatable, Sendable {
  public var id: SectionID
  public var title: String
  /// In checklist order; empty where only the counts are shown.
  public var rows: [AnsweredItem]
  /// How many of its items have which answer.
  public var tally: Tally
}

extension Questionnaire {
  /// The sections with at least one item that was put to somebody, in checklist order, with `answers` and what goes with
  /// them.
  ///
  /// An item for want of whose rule nobody is asked stands in none, so that it is not taken for one left open.
  public func sections(
    answered answers: [Answer], notes: [ItemID: String], plans: [ItemID: ImprovementPlan]
  ) -> [AnsweredSection] {
    let given = Dictionary(answers.map { ($0.item, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = Set(askedOfSomebody.map(\.id))
    return checklist.sections.compactMap { section in
      let rows = section.items.filter { asked.contains($0.id) }.map { item in
        AnsweredItem(
          item: item, choice: given[item.id]?.choice, reason: given[item.id]?.reason,
          evidence: given[item.id]?.evidence, note: notes[item.id], plan: plans[item.id],
          isReferenceOnly: isReferenceOnly(item))
      }
      guard !rows.isEmpty else { return nil }
      let tally = rows.reduce(into: Tally()) { $0.count($1.choice) }
      return AnsweredSection(id: section.id, title: section.title, rows: rows, tally: tally)
    }
  }
}
