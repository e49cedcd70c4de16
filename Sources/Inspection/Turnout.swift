/// Who of one role is asked in a round, and who of them has handed in (提出).
///
/// The one place that decides it: the status, the letters and the summary all ask here.
public struct Turnout: Equatable, Sendable {
  /// On the roster on the reference day, less the exempt: those of whom 提出率 is. In the order of the roster.
  public let asked: [Respondent]
  /// On the roster on the reference day, but exempt; in the order of the roster.
  public let exempt: [Respondent]
  /// Of the role, by whomever.
  private let submissions: [Submission]

  public init(of role: Role, in round: Round, roster: Roster, after submissions: [Submission]) {
    asked = roster.asked(role, on: round.referenceDay)
    exempt = roster.onRoster(role, on: round.referenceDay).filter { $0.exempt != nil }
    self.submissions = submissions.filter { $0.role == role }
  }

  /// Everybody who handed in as one of the role, asked or not; a person counts once.
  public var people: Set<RespondentID> { Set(submissions.map(\.respondent)) }

  /// Those of the asked who have handed in; never more than `asked`.
  public var handedIn: [Respondent] {
    let people = people
    return asked.filter { people.contains($0.id) }
  }

  /// Those of the asked who have not.
  public var missing: [Respondent] {
    let people = people
    return asked.filter { !people.contains($0.id) }
  }

  /// How many people handed in although they are exempt.
  public var fromExempt: Int { people.intersection(exempt.map(\.id)).count }

  /// How many people handed in who were not on the roster on the reference day.
  public var fromOthers: Int { people.subtracting(asked.map(\.id)).subtracting(exempt.map(\.id)).count }

  /// How many people handed in after `deadline`, the one in force; they count.
  public func late(after deadline: CalendarDay) -> Int {
    Set(submissions.filter { deadline < $0.day }.map(\.respondent)).count
  }
}
