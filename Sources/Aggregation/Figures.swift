public import Inspection

/// The rates of docs/design.md 7.1 over a tally; the only place where their formulas stand.
///
/// Figures of several items are added before any rate is taken.
public struct Figures: Hashable, Sendable {
  public var tally: Tally

  public init(tally: Tally = Tally()) { self.tally = tally }

  public static func + (a: Figures, b: Figures) -> Figures { Figures(tally: a.tally + b.tally) }

  /// 実施率, the headline: (a+v) ÷ (a+v+b+c+d). Of awareness items it is 周知率.
  public var implementation: Rate { Rate(tally.kept, of: tally.applicable) }

  /// 未回答を含めた率: (a+v) ÷ (a+v+b+c+d+f).
  public var withUnanswered: Rate { Rate(tally.kept, of: tally.applicable + tally.unanswered) }

  /// 一部を含む率: (a+v+b) ÷ (a+v+b+c+d).
  public var atLeastPartly: Rate { Rate(tally.kept + tally.partial, of: tally.applicable) }

  /// わからない率: d ÷ (a+v+b+c+d); the organisation's task rather than the person's.
  public var notKnown: Rate { Rate(tally.unknown, of: tally.applicable) }

  /// 該当なし率: e ÷ (a+v+b+c+d+e); says something about the item.
  public var notApplicable: Rate { Rate(tally.notApplicable, of: tally.applicable + tally.notApplicable) }
}

extension Rate {
  /// Whether tables mark an 実施率 or 周知率: below what the round aims at, on as many answers as a proposal needs.
  public func isConcern(under thresholds: Round.Thresholds) -> Bool {
    denominator >= RoleProposals.basesFrom && isBelow(percent: thresholds.support)
  }
}

/// 提出 of one role: who was asked and who handed in (docs/design.md 7).
public struct HandInFigures: Equatable, Sendable {
  /// What explains the difference between people who handed in and sheets that were counted.
  public struct Reconciliation: Equatable, Sendable {
    /// Submissions of all people of the role, asked or not.
    public var submissions: Int
    /// Submissions by people who were exempt.
    public var fromExempt: Int
    /// Submissions by people who were not on the roster on the reference day.
    public var fromOthers: Int
    /// Submissions dated after the deadline in force; they count.
    public var late: Int
    /// 回答票数: sheets counted.
    public var sheets: Int
    /// Sheets that name this role and were left out.
    public var leftOut: Int
    /// Of the people asked, those who handed in as one of another role.
    public var elsewhere: Int

    public init(
      submissions: Int, fromExempt: Int = 0, fromOthers: Int = 0, late: Int = 0, sheets: Int,
      leftOut: Int = 0, elsewhere: Int = 0
    ) {
      self.submissions = submissions
      self.fromExempt = fromExempt
      self.fromOthers = fromOthers
      self.late = late
      self.sheets = sheets
      self.leftOut = leftOut
      self.elsewhere = elsewhere
    }
  }

  /// On the roster on the reference day, less the exempt.
  public var asked: Int
  /// On the roster on the reference day, but exempt; said wherever `asked` is.
  public var exempt: Int
  /// Those of the asked who handed in; never more than `asked`.
  public var handedIn: Int
  /// Absent where it is not shown: to the public, and before closing.
  public var reconciliation: Reconciliation?

  /// 提出率.
  public var rate: Rate { Rate(handedIn, of: asked) }

  public init(asked: Int, exempt: Int = 0, handedIn: Int, reconciliation: Reconciliation?) {
    (self.asked, self.exempt, self.handedIn) = (asked, exempt, handedIn)
    self.reconciliation = reconciliation
  }

  /// Computes them from the roster and the submissions, those counted already beside those at hand.
  public init(
    of role: Role, status: RoundStatus, roster: Standings, submissions: [Submission],
    unread: Set<RespondentID> = [], beside handIns: HandIns = HandIns(), sheets: Int, leftOut: Int
  ) {
    let turnout = TurnoutCount(
      of: role, roster: roster, after: submissions, unread: unread, beside: handIns,
      deadline: status.deadline)
    self.init(
      asked: turnout.asked, exempt: turnout.exempt, handedIn: turnout.handedIn,
      reconciliation: Reconciliation(
        submissions: turnout.people, fromExempt: turnout.fromExempt, fromOthers: turnout.fromOthers,
        late: turnout.late, sheets: sheets, leftOut: leftOut, elsewhere: turnout.elsewhere))
  }
}
