import Characters

/// One line of the council's own follow-up (`actions.csv`): what came up in a round, and what is done about it.
public struct Action: Equatable, Sendable {
  /// What is done: people are helped, people are told, or a rule is made.
  public enum Kind: String, CaseIterable, Sendable { case support, training, rule }

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

    public func isSame(as other: Matter) -> Bool { kind == other.kind && items == other.items }
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

  public init(
    id: ActionID, round: RoundID, matter: Matter, cause: String = "", measure: String = "", owner: String = "",
    due: CalendarDay? = nil, state: State = .notStarted
  ) {
    (self.id, self.round, self.matter) = (id, round, matter)
    (self.cause, self.measure, self.owner) = (cause, measure, owner)
    (self.due, self.state) = (due, state)
  }
}

extension [Action] {
  /// Those that are neither done nor dropped; the next round goes on with them.
  public var open: [Action] { filter(\.state.isOpen) }

  public func overdue(on day: CalendarDay) -> [Action] { open.filter { $0.due.map { $0 < day } ?? false } }

  public func count(_ state: Action.State) -> Int { count { $0.state == state } }

  /// New lines for what is not here yet, numbered on from the highest number.
  public func additions(for matters: [Action.Matter], of round: RoundID) -> [Action] {
    let highest = compactMap(\.id.number).max() ?? 0
    let new = matters.filter { matter in !contains { $0.matter.isSame(as: matter) } }
    return zip(new, (highest + 1)...).map { Action(id: ActionID(number: $1), round: round, matter: $0) }
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

/// What people decided and did about a round's result; the tool only shows it.
public struct FollowUp: Equatable, Sendable {
  /// `actions.csv`; nil where there is none.
  public var actions: [Action]?
  /// `review.yaml`; nil where there is none.
  public var review: Review?

  /// `opinions.csv`; empty where there is none.
  public var opinions: [Opinion]

  public init(actions: [Action]? = nil, review: Review? = nil, opinions: [Opinion] = []) {
    (self.actions, self.review, self.opinions) = (actions, review, opinions)
  }

  public static let none = FollowUp()
}
