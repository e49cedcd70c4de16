/// What people decided when they looked at the policy after a round (policy 8), as `review.yaml` records it.
///
/// Everything may still be blank: the tool makes the form and never fills in a decision.
public struct Review: Equatable, Sendable {
  /// Whether the policy has to be reviewed, in the words of the office.
  public enum Need: String, CaseIterable, Sendable {
    case needed = "要"
    case notNeeded = "否"
  }

  /// Whether the policy has to be changed, and why.
  public struct Judgement: Equatable, Sendable {
    public var needed: Need?
    public var reason: String?
    public init(needed: Need? = nil, reason: String? = nil) { (self.needed, self.reason) = (needed, reason) }
  }

  /// What can still be to fill in, by its key in the file.
  public enum Blank: String, CaseIterable, Sendable {
    case lookedAt
    case resultsNeeded = "results.needed"
    case resultsReason = "results.reason"
    case circumstancesNeeded = "circumstances.needed"
    case circumstancesReason = "circumstances.reason"
    case circumstancesWhat = "circumstances.what"
    case day
    case decidedBy
  }

  public var lookedAt: [String]
  /// The two triggers of the policy: the result of the inspection, and changed circumstances.
  public var results: Judgement
  public var circumstances: Judgement
  /// What has changed; each is a question for the review.
  public var changes: [String]
  public var day: CalendarDay?
  public var decidedBy: String?

  public init(
    lookedAt: [String] = [], results: Judgement = Judgement(), circumstances: Judgement = Judgement(),
    changes: [String] = [], day: CalendarDay? = nil, decidedBy: String? = nil
  ) {
    (self.lookedAt, self.results, self.circumstances) = (lookedAt, results, circumstances)
    (self.changes, self.day, self.decidedBy) = (changes, day, decidedBy)
  }

  /// Whether nothing was written into the form yet.
  public var isBlank: Bool { self == Review() }

  /// What is still to fill in; what has changed only where that makes the review needed.
  public var blanks: [Blank] {
    Blank.allCases.filter { blank in
      switch blank {
      case .lookedAt: lookedAt.isEmpty
      case .resultsNeeded: results.needed == nil
      case .resultsReason: results.reason == nil
      case .circumstancesNeeded: circumstances.needed == nil
      case .circumstancesReason: circumstances.reason == nil
      case .circumstancesWhat: circumstances.needed == .needed && changes.isEmpty
      case .day: day == nil
      case .decidedBy: decidedBy == nil
      }
    }
  }
}
