/// Who of a roster has handed in, a byte for each person: of a box of many no submission is kept.
public struct HandIns: Equatable, Sendable {
  /// By the place on the roster; empty where nobody is counted this way.
  private var marks: [UInt8]

  /// - Parameter people: how many are on the roster.
  public init(people: Int = 0) { marks = Array(repeating: 0, count: people) }

  /// What one submission tells: as one of which role, and whether after the deadline in force.
  public struct Mark: Equatable, Sendable {
    /// On the roster, from 0.
    public var place: Int32
    fileprivate var bits: UInt8

    public init(place: Int, as role: Role, isLate: Bool) {
      self.place = Int32(place)
      bits = HandIns.bit(role) | (isLate ? HandIns.lateBit(role) : 0)
    }
  }

  public mutating func add(_ mark: Mark) { marks[Int(mark.place)] |= mark.bits }

  func hasHandedIn(_ place: Int, as role: Role) -> Bool { has(HandIns.bit(role), at: place) }

  func isLate(_ place: Int, as role: Role) -> Bool { has(HandIns.lateBit(role), at: place) }

  private func has(_ bit: UInt8, at place: Int) -> Bool { !marks.isEmpty && marks[place] & bit != 0 }

  private static func bit(_ role: Role) -> UInt8 { 1 << role.order }
  private static func lateBit(_ role: Role) -> UInt8 { 8 << role.order }
}

/// How many of one role are asked in a round, and how many of them have handed in: what `Turnout` lists, counted alone.
public struct TurnoutCount: Equatable, Sendable {
  public private(set) var asked = 0
  public private(set) var exempt = 0
  public private(set) var handedIn = 0
  /// Of the asked, those who handed in as one of another role.
  public private(set) var elsewhere = 0
  /// Everybody who handed in as one of the role.
  public private(set) var people = 0
  public private(set) var fromExempt = 0
  public private(set) var fromOthers = 0
  public private(set) var late = 0

  /// - Parameters:
  ///   - unread: whose submission is in the box and cannot be read; only the roster says of which role they are.
  ///   - handIns: further submissions.
  ///   - deadline: the one in force.
  public init(
    of role: Role, in round: Round, roster: Roster, after submissions: [Submission], unread: Set<RespondentID> = [],
    beside handIns: HandIns = HandIns(), deadline: CalendarDay
  ) {
    let own = submissions.filter { $0.role == role }
    var (ownPeople, latePeople) = (Set(own.map(\.respondent)), Set(own.filter { deadline < $0.day }.map(\.respondent)))
    let others = Set(submissions.filter { $0.role != role }.map(\.respondent))
    for (place, person) in roster.respondents.enumerated() {
      let isOwn = ownPeople.remove(person.id) != nil || handIns.hasHandedIn(place, as: role)
      let isElsewhere = others.contains(person.id) || Role.allCases.contains { $0 != role && handIns.hasHandedIn(place, as: $0) }
      if latePeople.remove(person.id) != nil || handIns.isLate(place, as: role) { late += 1 }
      count(
        person.standing(as: role, on: round.referenceDay), hasHandedIn: isOwn || person.role == role && unread.contains(person.id),
        isElsewhere: isElsewhere && !isOwn)
    }
    // Who is left stands on no roster.
    people += ownPeople.count
    fromOthers += ownPeople.count
    late += latePeople.count
  }

  private mutating func count(_ standing: Respondent.Standing, hasHandedIn: Bool, isElsewhere: Bool) {
    if hasHandedIn { people += 1 }
    switch standing {
    case .asked:
      asked += 1
      if hasHandedIn { handedIn += 1 }
      if isElsewhere { elsewhere += 1 }
    case .exempt:
      exempt += 1
      if hasHandedIn { fromExempt += 1 }
    case .other:
      if hasHandedIn { fromOthers += 1 }
    }
  }
}
