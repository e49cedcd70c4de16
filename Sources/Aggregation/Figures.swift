public import Inspection

/// The rates of docs/design.md 7.1 over a tally; the only place where their formulas stand.
///
/// Figures of several items are added, counts and people alike, before any rate is taken.
public struct Figures: Hashable, Sendable {
  public var tally: Tally
  /// People asked, once per item that is added in.
  public var people: Int

  public init(tally: Tally = Tally(), people: Int = 0) { (self.tally, self.people) = (tally, people) }

  public static func + (a: Figures, b: Figures) -> Figures {
    Figures(tally: a.tally + b.tally, people: a.people + b.people)
  }

  /// 実施率, the headline: (a+v) ÷ (a+v+b+c+d). Of awareness items it is 周知率.
  public var implementation: Rate { Rate(tally.kept, of: tally.applicable) }

  /// 未回答を含めた率: (a+v) ÷ (a+v+b+c+d+f).
  public var withUnanswered: Rate { Rate(tally.kept, of: tally.applicable + tally.unanswered) }

  /// 対象者全員比: (a+v) ÷ people asked, whether or not they handed in.
  public var amongAllAsked: Rate { Rate(tally.kept, of: people) }

  /// 一部を含む率: (a+v+b) ÷ (a+v+b+c+d).
  public var atLeastPartly: Rate { Rate(tally.kept + tally.partial, of: tally.applicable) }

  /// わからない率: d ÷ (a+v+b+c+d); the organisation's task rather than the person's.
  public var notKnown: Rate { Rate(tally.unknown, of: tally.applicable) }

  /// 該当なし率: e ÷ (a+v+b+c+d+e); says something about the item.
  public var notApplicable: Rate { Rate(tally.notApplicable, of: tally.applicable + tally.notApplicable) }
}
