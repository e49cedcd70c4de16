import Characters

/// One line of the council's own follow-up (`actions.csv`): what came up in a round, and what is done about it.
public struct Action: Equatable, Sendable {
  /// What is done: people are helped, people are told, a rule is made, the organisation closes a gap of its own, or the
  /// executive body that manages lent devices is told.
  public enum Kind: String, CaseIterable, Sendable { case support, training, rule, organisation, managingBody }

  /// How far an action is (状況).
  public enum State: String, CaseIterable, Sendable {
    case notStarted, started, done, dropped

    /// Whether there is still something to do.
    public var isOpen: Bool { self == .notStarted || self == .started }
  }

  /// What came up: two are the same when their kind and items are.
  public struct Matter: Equatable, Sendable {
    public var kind: Kind
    /// In checklist order; may be empty in a line that people added themselves.
    public var items: [ItemID]
    /// 課題.
    public var subject: String
    /// 根拠: clause, rule and counts in words.
    public var ground: String

    public init(kind: Kind, items: [ItemID], subject: String, ground: String) {
      (self.kind, self.items, self.subject, self.ground) = (kind, items, subject, ground)
    }

    /// Whether both are of the same kind and about the same items, whatever they are called.
    public func isSame(as other: Matter) -> Bool { kind == other.kind && items == other.items }
  }

  /// A matter that a round brings up, and what is planned about it already; only the organisation plans in its sheet.
  public struct Finding: Equatable, Sendable {
    public var matter: Matter
    public var plan: ImprovementPlan?

    public init(_ matter: Matter, plan: ImprovementPlan? = nil) { (self.matter, self.plan) = (matter, plan) }
  }

  /// `A-01`; stays the same when the line is carried into the next round.
  public var id: ActionID
  /// The round in which it came up.
  public var round: RoundID
  public var matter: Matter
  /// 原因, 対応 and 担当, which people fill in.
  public var cause: String
  public var measure: String
  public var owner: String
  public var due: CalendarDay?
  public var state: State
  /// Whether the office lets the public edition tell measure, owner, day and state.
  public var isPublic: Bool

  public init(
    id: ActionID, round: RoundID, matter: Matter, cause: String = "", measure: String = "", owner: String = "",
    due: CalendarDay? = nil, state: State = .notStarted, isPublic: Bool = false
  ) {
    (self.id, self.round, self.matter) = (id, round, matter)
    (self.cause, self.measure, self.owner) = (cause, measure, owner)
    (self.due, self.state, self.isPublic) = (due, state, isPublic)
  }
}

extension [Action] {
  /// Those that are neither done nor dropped; the next round goes on with them.
  public var open: [Action] { filter(\.state.isOpen) }

  /// The open actions whose day was before `day`.
  public func overdue(on day: CalendarDay) -> [Action] { open.filter { $0.due.map { $0 < day } ?? false } }

  /// How many are in a state.
  public func count(_ state: Action.State) -> Int { count { $0.state == state } }

  /// New lines for what is not here yet, numbered on from the highest number; a plan is their 対応 and 期限.
  public func additions(for findings: [Action.Finding], of round: RoundID) -> [Action] {
    let highest = compactMap(\.id.number).max() ?? 0
    let new = findings.filter { finding in !contains { $0.matter.isSame(as: finding.matter) } }
    return zip(new, (highest + 1)...).map { finding, number in
      Action(
        id: ActionID(number: number), round: round, matter: finding.matter, measure: finding.plan?.action ?? "",
        due: finding.plan?.due)
    }
  }
}

extension ActionID {
  /// `A-01`, with two digits at least.
  public init(number: Int) { self.init("A-" + CalendarDay.padded(number, 2)) }

  /// nil unless it is `A-` and one to six digits.
  public var number: Int? {
    rawValue.hasPrefix("A-") ? rawValue.dropFirst(2).number(digits: 1...6) : nil
  }
}
