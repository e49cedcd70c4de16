/// One question of a checklist and all that is known about it.
public struct Item: Equatable, Sendable {
  /// How much depends on an item (重要度).
  public enum Importance: String, CaseIterable, Sendable {
    case high, medium, low

    /// 0 for what comes first.
    public var rank: Int {
      switch self {
      case .high: 0
      case .medium: 1
      case .low: 2
      }
    }
  }

  /// Practice is done; awareness is known, and makes a figure of its own.
  public enum Kind: String, CaseIterable, Sendable { case practice, awareness }

  /// What an answer is about when that decides whose policy applies (policy 9).
  public enum Subject: String, CaseIterable, Sendable {
    /// The answer depends on who manages the device.
    case device
  }

  public var id: ItemID
  /// Counts up when the question's meaning changes; only equal revisions are compared between rounds.
  public var revision: Int
  /// A few words for tables, charts and the first page; at most `labelLimit` characters.
  public var label: String
  public var question: String
  public var guidance: String
  /// The first is the main one, shown on the screen.
  public var clauses: [ClauseID]
  public var threats: [ThreatID]
  public var properties: [SecurityProperty]
  public var assets: [AssetID]
  public var importance: Importance
  public var kind: Kind
  /// What "partly" means here; absent: not offered.
  public var partial: String?
  /// The condition under which it does not apply; absent: not offered.
  public var notApplicable: String?
  /// A rule that must exist before the item is asked.
  public var requires: RuleID?
  public var about: Subject?
  /// Whether it looks back at an earlier round, so that nobody is asked in a round that has none before it.
  public var needsPrevious: Bool
  /// The place in the city's own standard (staff); filled in by the secretariat.
  public var standardReference: String?
  /// What would show it (organisation).
  public var evidence: String?
  /// One next step, without blame.
  public var remedy: String
  /// Whether the round's office and telephone are shown with the remedy, as where it says to ask.
  public var contact: Bool
  /// Whether it belongs to the short form.
  public var short: Bool

  /// Full-width characters that fit a column of a table on A4 (docs/design.md 4).
  public static let labelLimit = 14

  /// What a choice means for this item; nil where it needs no words.
  public func note(of choice: Choice) -> String? {
    switch choice {
    case .partial: partial
    case .notApplicable: notApplicable
    case .yes, .no, .unknown, .alternative: nil
    }
  }

  public init(
    id: ItemID, revision: Int, label: String, question: String, guidance: String, clauses: [ClauseID],
    threats: [ThreatID],
    properties: [SecurityProperty], assets: [AssetID], importance: Importance, kind: Kind, partial: String? = nil,
    notApplicable: String? = nil, requires: RuleID? = nil, about: Subject? = nil, needsPrevious: Bool = false,
    standardReference: String? = nil, evidence: String? = nil, remedy: String, contact: Bool = false,
    short: Bool = false
  ) {
    self.id = id
    self.revision = revision
    self.label = label
    self.question = question
    self.guidance = guidance
    self.clauses = clauses
    self.threats = threats
    self.properties = properties
    self.assets = assets
    self.importance = importance
    self.kind = kind
    self.partial = partial
    self.notApplicable = notApplicable
    self.requires = requires
    self.about = about
    self.needsPrevious = needsPrevious
    self.standardReference = standardReference
    self.evidence = evidence
    self.remedy = remedy
    self.contact = contact
    self.short = short
  }
}
