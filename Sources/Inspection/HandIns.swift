/// Who has handed in, as far as it was counted while a box was read: a byte for each person of the roster.
public struct HandIns: Equatable, Sendable {
  /// What one submission tells: who, as one of which role, and whether after the deadline in force.
  public struct Entry: Equatable, Sendable {
    public var respondent: RespondentID
    public var role: Role
    public var isLate: Bool

    public init(_ respondent: RespondentID, as role: Role, isLate: Bool) {
      (self.respondent, self.role, self.isLate) = (respondent, role, isLate)
    }
  }

  /// By the place among the standings; empty where nobody is counted this way.
  private var marks: [UInt8] = []
  /// Those of people who are not on the roster.
  private(set) var strangers: [Entry] = []

  public init() {}

  /// - Parameter entries: one for each person at most.
  public init(_ entries: [Entry], by roster: Standings) {
    marks = Array(repeating: 0, count: roster.count)
    // As a box holds them, they stand in this order already, and need no copy.
    let isRising = zip(entries, entries.dropFirst()).allSatisfy { $0.respondent < $1.respondent }
    var place = 0
    for entry in isRising ? entries : entries.sorted(by: { $0.respondent < $1.respondent }) {
      while place < roster.count, roster.ids[place] < entry.respondent { place += 1 }
      if place < roster.count, roster.ids[place] == entry.respondent {
        marks[place] = Self.bit(entry.role) | (entry.isLate ? Self.lateBit(entry.role) : 0)
      } else {
        strangers.append(entry)
      }
    }
  }

  func hasHandedIn(_ place: Int, as role: Role) -> Bool { has(Self.bit(role), at: place) }

  func isLate(_ place: Int, as role: Role) -> Bool { has(Self.lateBit(role), at: place) }

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
    of role: Role, roster: Standings, after submissions: [Submission], unread: Set<RespondentID> = [],
    beside handIns: HandIns = HandIns(), deadline: CalendarDay
  ) {
    let entries =
      submissions.map { HandIns.Entry($0.respondent, as: $0.role, isLate: deadline < $0.day) } + handIns.strangers
    var ownPeople = Set(entries.filter { $0.role == role }.map(\.respondent))
    var latePeople = Set(entries.filter { $0.role == role && $0.isLate }.map(\.respondent))
    let others = Set(entries.filter { $0.role != role }.map(\.respondent))
    for (place, (id, mark)) in zip(roster.ids, roster.marks).enumerated() {
      let isOwn = ownPeople.takes(id) || handIns.hasHandedIn(place, as: role)
      let isElsewhere =
        others.contains(id) || Role.allCases.contains { $0 != role && handIns.hasHandedIn(place, as: $0) }
      if latePeople.takes(id) || handIns.isLate(place, as: role) { late += 1 }
      let isUnread = mark.isOf(role) && unread.contains(id)
      count(mark.standing(as: role), hasHandedIn: isOwn || isUnread, isElsewhere: isElsewhere && !isOwn)
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

extension Set {
  /// Takes an element out; false where it is not in. A set that is mostly empty is not even looked at.
  fileprivate mutating func takes(_ element: Element) -> Bool { !isEmpty && remove(element) != nil }
}
