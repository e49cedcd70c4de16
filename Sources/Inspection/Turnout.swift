/// Who of one role is asked in a round, and who of them has handed in (提出).
///
/// The one place that decides it: the status, the letters and the summary all ask here.
public struct Turnout: Equatable, Sendable {
  /// On the roster on the reference day, less the exempt: those of whom 提出率 is. In the order of the roster.
  public let asked: [Respondent]
  /// On the roster on the reference day, but exempt; in the order of the roster.
  public let exempt: [Respondent]
  /// Of the asked, those who handed in as one of another role, in the order of the roster: their role has changed since.
  public let elsewhere: [Respondent]
  /// Of the role, by whomever.
  private let submissions: [Submission]
  /// Those of the role by the roster whose submission nobody can read.
  private let unread: Set<RespondentID>

  /// - Parameter unread: whose submission is in the box and cannot be read; only the roster says of which role they are.
  public init(
    of role: Role, in round: Round, roster: Roster, after submissions: [Submission], unread: Set<RespondentID> = []
  ) {
    asked = roster.asked(role, on: round.referenceDay)
    exempt = roster.people(.exempt, as: role, on: round.referenceDay)
    self.submissions = submissions.filter { $0.role == role }
    self.unread = unread.filter { roster[$0]?.role == role }
    let inOtherRoles = Set(submissions.filter { $0.role != role }.map(\.respondent))
    let own = Set(self.submissions.map(\.respondent))
    elsewhere = asked.filter { inOtherRoles.contains($0.id) && !own.contains($0.id) }
  }

  /// Everybody who handed in as one of the role, asked or not; a person counts once.
  public var people: Set<RespondentID> { Set(submissions.map(\.respondent)).union(unread) }

  /// Those of the asked who have handed in; never more than `asked`.
  public var handedIn: [Respondent] {
    let people = people
    return asked.filter { people.contains($0.id) }
  }

  /// Those of the asked who have not, in whatever role.
  public var missing: [Respondent] {
    let people = people.union(elsewhere.map(\.id))
    return asked.filter { !people.contains($0.id) }
  }

  /// How many people handed in although they are exempt.
  public var fromExempt: Int { people.intersection(exempt.map(\.id)).count }

  /// How many people handed in who were not on the roster on the reference day.
  public var fromOthers: Int { people.subtracting(asked.map(\.id)).subtracting(exempt.map(\.id)).count }

  /// How many people handed in after `deadline`, the one in force, as far as it can be read; they count.
  public func late(after deadline: CalendarDay) -> Int {
    Set(submissions.filter { deadline < $0.day }.map(\.respondent)).count
  }
}
