/// A person on the roster, or the organisation as one respondent.
public struct Respondent: Equatable, Sendable {
  public var id: RespondentID
  public var name: String
  public var kana: String
  public var role: Role
  /// The first and the last day of the term or appointment; nil is open.
  public var from: CalendarDay?
  public var to: CalendarDay?
  /// Why the person is not asked; nil for those who are.
  public var exempt: String?

  public init(
    id: RespondentID, name: String, kana: String, role: Role, from: CalendarDay? = nil, to: CalendarDay? = nil,
    exempt: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kana = kana
    self.role = role
    self.from = from
    self.to = to
    self.exempt = exempt
  }

  /// Whether the person holds office on `day` (policy 4(1): appointments may begin and end within the year).
  public func isOnRoster(on day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  /// What somebody is to 提出率 of a role.
  enum Standing: UInt8, Sendable {
    /// Of whom it is: on the roster on the reference day, and not exempt.
    case asked
    /// On the roster on the reference day, but exempt.
    case exempt
    case other
  }

  func standing(as role: Role, on day: CalendarDay) -> Standing {
    guard self.role == role, isOnRoster(on: day) else { return .other }
    return exempt == nil ? .asked : .exempt
  }
}

/// Who is asked in a round, in the order of the file.
public struct Roster: Equatable, Sendable {
  public var respondents: [Respondent]

  public init(respondents: [Respondent]) { self.respondents = respondents }

  public subscript(id: RespondentID) -> Respondent? { respondents.first { $0.id == id } }

  /// Those who may answer in a round, whatever the day: of a role that it asks, and not exempt.
  ///
  /// They get a slip code and are let in; whether they also count for 提出率 is for `asked` to say.
  public func invited(to round: Round) -> [Respondent] {
    respondents.filter { $0.exempt == nil && round.asks($0.role) }
  }

  /// Those of a role who are on the roster on `day`, less the exempt: of whom 提出率 is (docs/design.md 7).
  public func asked(_ role: Role, on day: CalendarDay) -> [Respondent] {
    people(.asked, as: role, on: day)
  }

  func people(_ standing: Respondent.Standing, as role: Role, on day: CalendarDay) -> [Respondent] {
    respondents.filter { $0.standing(as: role, on: day) == standing }
  }
}

/// Who answers a checklist: policy 4(1) names members and staff; the organisation answers what no person can.
public enum Role: String, CaseIterable, Sendable, Comparable {
  case member, staff, organisation

  /// The order in which roles are shown: members, staff, organisation.
  public static func < (a: Role, b: Role) -> Bool { a.order < b.order }

  var order: Int {
    switch self {
    case .member: 0
    case .staff: 1
    case .organisation: 2
    }
  }
}
