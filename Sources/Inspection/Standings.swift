/// What everybody on a roster is to 提出率: in seventeen bytes for each, where a figure needs no names.
public struct Standings: Equatable, Sendable {
  /// Of one person, in a byte.
  struct Mark: Equatable, Sendable {
    private let bits: UInt8

    fileprivate init(of person: Respondent, on day: CalendarDay) {
      bits = UInt8(person.role.order) << 2 | person.standing(as: person.role, on: day).rawValue
    }

    func isOf(_ role: Role) -> Bool { Int(bits >> 2) == role.order }

    func standing(as role: Role) -> Respondent.Standing {
      isOf(role) ? Respondent.Standing(rawValue: bits & 3) ?? .other : .other
    }
  }

  /// Rising.
  private(set) var ids: [RespondentID] = []
  /// Of each of them.
  private(set) var marks: [Mark] = []

  /// Of nobody.
  public init() {}

  /// - Parameters:
  ///   - people: gives everybody to its closure, in any order; throws what that throws.
  ///   - day: the reference day of the round.
  public init<Failure: Error>(
    on day: CalendarDay, of people: ((Respondent) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    var (ids, marks) = ([RespondentID](), [Mark]())
    var isRising = true
    try people { person in
      if let last = ids.last, person.id < last { isRising = false }
      ids.append(person.id)
      marks.append(Mark(of: person, on: day))
    }
    if !isRising {
      let order = ids.indices.sorted { ids[$0] < ids[$1] }
      (ids, marks) = (order.map { ids[$0] }, order.map { marks[$0] })
    }
    (self.ids, self.marks) = (ids, marks)
  }

  /// - Parameter day: the reference day of the round.
  public init(of roster: Roster, on day: CalendarDay) {
    self.init(on: day) { roster.respondents.forEach($0) }
  }

  public var count: Int { ids.count }

  /// Whether somebody is on the roster.
  public func contains(_ id: RespondentID) -> Bool {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if ids[middle] < id { lower = middle + 1 } else { upper = middle }
    }
    return lower < count && ids[lower] == id
  }

  /// Whether somebody was given twice.
  public var hasRepetition: Bool { zip(ids, ids.dropFirst()).contains { $0 == $1 } }
}
