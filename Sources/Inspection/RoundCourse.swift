/// What the office still has to do in a round, and from when, by the round's own dates.
public struct RoundCourse: Equatable, Sendable {
  /// What the office has to do next in a round.
  public enum Step: Equatable, Sendable {
    /// Can be closed from this day on, after the deadline in force.
    case close(from: CalendarDay)
    /// Figures and report, now that it is closed.
    case report
    /// Actions that are open, those of them past their day, and the next day of one.
    case actions(open: Int, overdue: Int, next: CalendarDay?)
    /// The review of the policy is not recorded, or not all of it.
    case review
    /// The next regular inspection, by the year after.
    case nextRound(fiscalYear: Int)
    /// What was handed in is destroyed from this day on.
    case dispose(from: CalendarDay)
  }

  private let round: Round
  private let status: RoundStatus
  private let isReported: Bool
  private let actions: [Action]
  private let review: Review?

  /// - Parameters:
  ///   - isReported: whether there is an internal edition.
  ///   - actions: nil where there is no list.
  public init(of round: Round, status: RoundStatus, isReported: Bool, actions: [Action]?, review: Review?) {
    (self.round, self.status, self.isReported) = (round, status, isReported)
    (self.actions, self.review) = (actions ?? [], review)
  }

  /// In the order in which they come.
  public func steps(on today: CalendarDay) -> [Step] {
    var steps: [Step] = []
    if status.closed == nil { steps.append(.close(from: status.deadline.adding(days: 1))) }
    if !isReported { steps.append(.report) }
    let open = actions.open
    if !open.isEmpty {
      steps.append(
        .actions(
          open: open.count, overdue: open.overdue(on: today).count,
          next: open.compactMap(\.due).filter { $0 >= today }.min()))
    }
    if review.map({ !$0.blanks.isEmpty }) ?? true { steps.append(.review) }
    if round.isRegular { steps.append(.nextRound(fiscalYear: round.fiscalYear + 1)) }
    if status.purged == nil { steps.append(.dispose(from: round.disposal(status))) }
    return steps
  }
}
