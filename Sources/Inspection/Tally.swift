/// The answers to one item, or to several added together, by choice.
///
/// The counts of one item add up to the sheets of the role. Tallies are merged with `+` in any order.
public struct Tally: Hashable, Sendable {
  public var yes = 0
  public var alternative = 0
  public var partial = 0
  public var no = 0
  public var unknown = 0
  public var notApplicable = 0
  public var unanswered = 0

  public init() {}

  public init(
    yes: Int = 0, alternative: Int = 0, partial: Int = 0, no: Int = 0, unknown: Int = 0, notApplicable: Int = 0,
    unanswered: Int = 0
  ) {
    self.yes = yes
    self.alternative = alternative
    self.partial = partial
    self.no = no
    self.unknown = unknown
    self.notApplicable = notApplicable
    self.unanswered = unanswered
  }

  /// Counts an answer, or several alike; nil is an item left open.
  public mutating func count(_ choice: Choice?, times: Int = 1) {
    switch choice {
    case .yes: yes += times
    case .alternative: alternative += times
    case .partial: partial += times
    case .no: no += times
    case .unknown: unknown += times
    case .notApplicable: notApplicable += times
    case nil: unanswered += times
    }
  }

  /// How many answered with `choice`.
  public subscript(choice: Choice) -> Int {
    switch choice {
    case .yes: yes
    case .alternative: alternative
    case .partial: partial
    case .no: no
    case .unknown: unknown
    case .notApplicable: notApplicable
    }
  }

  public static func + (a: Tally, b: Tally) -> Tally {
    Tally(
      yes: a.yes + b.yes, alternative: a.alternative + b.alternative, partial: a.partial + b.partial, no: a.no + b.no,
      unknown: a.unknown + b.unknown, notApplicable: a.notApplicable + b.notApplicable,
      unanswered: a.unanswered + b.unanswered)
  }

  public static func += (a: inout Tally, b: Tally) { a = a + b }

  /// a + v: kept as asked or in another way.
  public var kept: Int { sum(of: \.isKept) }

  /// b + c + d: what calls for attention (課題).
  public var concerns: Int { sum(of: \.needsAttention) }

  /// a + v + b + c + d: answers of those to whom it applies, of whom most rates are.
  public var applicable: Int { sum(of: \.applies) }

  /// a + v + b + c + d + f: what applies, as far as anybody said.
  public var open: Int { applicable + unanswered }

  /// All answers and gaps; for one item the number of sheets.
  public var total: Int { applicable + notApplicable + unanswered }

  private func sum(of isCounted: (Choice) -> Bool) -> Int {
    Choice.allCases.reduce(0) { $0 + (isCounted($1) ? self[$1] : 0) }
  }
}

/// An exact fraction of two counts, such as 実施率 31 / 40.
///
/// A rate over nothing has no percent: it prints 「−」, never 0 % (docs/design.md 7.1).
public struct Rate: Hashable, Sendable {
  /// 0 or more.
  public var numerator: Int
  /// 0 or more; 0 where there is nothing to take a share of.
  public var denominator: Int

  public init(_ numerator: Int, of denominator: Int) { (self.numerator, self.denominator) = (numerator, denominator) }

  /// To one decimal, half up; nil over nothing.
  public var percent: Percent? {
    denominator > 0 ? Percent(tenths: Self.roundedHalfUp(numerator * 1_000, dividedBy: denominator)) : nil
  }

  /// To a whole percent, half up, as the public edition prints it; nil over nothing.
  public var wholePercent: Int? {
    denominator > 0 ? Self.roundedHalfUp(numerator * 100, dividedBy: denominator) : nil
  }

  /// Whether it is a smaller share than `other`, compared without rounding; a rate over nothing is smaller than none.
  public func isLess(than other: Rate) -> Bool {
    denominator > 0 && other.denominator > 0
      && numerator * other.denominator < other.numerator * denominator
  }

  /// Whether it is less than `limit` percent, compared without rounding; never over nothing.
  public func isBelow(percent limit: Int) -> Bool { denominator > 0 && numerator * 100 < limit * denominator }

  /// Whether it is at least `limit` percent and more than none at all, compared without rounding.
  public func reaches(percent limit: Int) -> Bool { numerator > 0 && numerator * 100 >= limit * denominator }

  private static func roundedHalfUp(_ dividend: Int, dividedBy divisor: Int) -> Int {
    (2 * dividend + divisor) / (2 * divisor)
  }
}

/// A percentage to one decimal, held as tenths so that no binary fraction is ever rounded.
public struct Percent: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// 775 for 77.5 %.
  public var tenths: Int

  public init(tenths: Int) { self.tenths = tenths }

  /// `77.5%`, always with one decimal.
  public var description: String { "\(tenths / 10).\(tenths % 10)%" }

  public static func < (a: Self, b: Self) -> Bool { a.tenths < b.tenths }
}
