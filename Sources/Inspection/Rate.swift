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
