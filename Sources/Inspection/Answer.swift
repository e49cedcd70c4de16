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
