public import Inspection

/// An earlier round as far as a later one is compared with it: counted anew, or as its internal edition has it.
public struct EarlierRound: Equatable, Sendable {
  /// An item of a role that shows its tables.
  public struct Item: Equatable, Sendable {
    public var id: ItemID
    public var revision: Int
    public var table: ItemFigures.Table
    public var tally: Tally
    public init(id: ItemID, revision: Int, table: ItemFigures.Table, tally: Tally) {
      (self.id, self.revision, self.table, self.tally) = (id, revision, table, tally)
    }
  }

  /// An item of the organisation's sheet.
  public struct Answered: Equatable, Sendable {
    public var id: ItemID
    public var revision: Int
    /// nil: 未回答.
    public var choice: Choice?
    /// What was named to show the answer.
    public var evidence: String?
    public init(id: ItemID, revision: Int, choice: Choice?, evidence: String? = nil) {
      (self.id, self.revision, self.choice, self.evidence) = (id, revision, choice, evidence)
    }
  }

  public var id: RoundID
  public var title: String
  public var isRegular: Bool
  public var fiscalYear: Int
  public var opens: CalendarDay
  public var isClosed: Bool
  /// Whether members were elected between the round before it and it.
  public var hadElectionBefore: Bool
  public var policy: PolicyID
  /// The number of its internal edition; nil where there is none.
  public var edition: Int?
  /// Of the file that it was taken from, hexadecimal BLAKE2b-256, where that was given by name and nothing else is known.
  public var file: String?
  /// Of roles that show their tables, in checklist order.
  public var roles: [Role: [Item]]
  /// nil where there is no sheet of the organisation.
  public var organisation: [Answered]?

  public init(
    id: RoundID, title: String, isRegular: Bool, fiscalYear: Int, opens: CalendarDay, isClosed: Bool,
    hadElectionBefore: Bool, policy: PolicyID, edition: Int? = nil, file: String? = nil, roles: [Role: [Item]],
    organisation: [Answered]?
  ) {
    (self.id, self.title, self.isRegular, self.fiscalYear, self.opens) = (id, title, isRegular, fiscalYear, opens)
    (self.isClosed, self.hadElectionBefore, self.policy) = (isClosed, hadElectionBefore, policy)
    (self.edition, self.file, self.roles, self.organisation) = (edition, file, roles, organisation)
  }

  /// A round that was counted; only what its internal edition shows is taken.
  public init(of summary: Summary, edition: Int? = nil) {
    let roles = summary.roles.compactMap { part in
      Disclosure.shownTables(of: part).map { tables in
        (
          part.role,
          tables.items.map {
            Item(id: $0.item.id, revision: $0.item.revision, table: $0.table, tally: $0.figures.tally)
          }
        )
      }
    }
    self.init(
      id: summary.round.id, title: summary.round.title, isRegular: summary.round.isRegular,
      fiscalYear: summary.round.fiscalYear, opens: summary.round.opens, isClosed: summary.status.closed != nil,
      hadElectionBefore: summary.round.electionBetween, policy: summary.policy.id, edition: edition,
      roles: Dictionary(roles, uniquingKeysWith: { first, _ in first }),
      organisation: summary.organisation.flatMap { organisation in
        organisation.hasSheet
          ? organisation.rows.map {
            Answered(id: $0.item.id, revision: $0.item.revision, choice: $0.choice, evidence: $0.evidence)
          } : nil
      })
  }

  /// What the organisation named; nil where it named nothing.
  public var evidence: EarlierEvidence? {
    let entries = (organisation ?? []).compactMap { answer in
      answer.evidence.map { EarlierEvidence.Entry(item: answer.id, revision: answer.revision, text: $0) }
    }
    return entries.isEmpty ? nil : EarlierEvidence(round: id, entries: entries)
  }
}

/// Earlier rounds that a round may be compared with, oldest first.
public struct PreviousRounds: Equatable, Sendable {
  /// Why a round cannot be compared with another.
  public enum Refusal: Error, Equatable, Sendable {
    /// 定期 and 臨時 are never mixed.
    case otherKind(RoundID)
    case otherPolicy(RoundID)
    case notClosed(RoundID)
    /// It does not open before the round at hand.
    case notEarlier(RoundID)
    case namedTwice(RoundID)
    /// It is not what its own last edition was made of, or what it was closed with.
    case changed(RoundID)
  }

  public let rounds: [EarlierRound]

  public static let none = PreviousRounds(unchecked: [])

  private init(unchecked rounds: [EarlierRound]) { self.rounds = rounds }

  /// Throws the first `Refusal` in the order in which they are named.
  public init(_ rounds: [EarlierRound], before summary: Summary) throws(Refusal) {
    var seen: Set<RoundID> = []
    for earlier in rounds {
      let id = earlier.id
      guard seen.insert(id).inserted else { throw .namedTwice(id) }
      guard earlier.policy == summary.policy.id else { throw .otherPolicy(id) }
      guard earlier.isRegular == summary.round.isRegular else { throw .otherKind(id) }
      guard id != summary.round.id, earlier.opens < summary.round.opens else { throw .notEarlier(id) }
      guard earlier.isClosed else { throw .notClosed(id) }
    }
    self.rounds = rounds.sorted { a, b in
      a.opens != b.opens ? a.opens < b.opens : a.id.rawValue < b.id.rawValue
    }
  }
}
