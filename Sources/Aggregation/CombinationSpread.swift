public import Inspection

/// How the rates of assemblies lie: their quartiles, each to one decimal, half up.
///
/// The definition is type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), R's own and Python's
/// `statistics.quantiles(…, method="inclusive")`: between the two nearest of the sorted values in proportion. They are
/// worked out in whole numbers, so that nothing is rounded before the end.
public struct Spread: Equatable, Sendable {
  public var lower: Percent
  public var median: Percent
  public var upper: Percent

  public init(lower: Percent, median: Percent, upper: Percent) {
    (self.lower, self.median, self.upper) = (lower, median, upper)
  }

  /// nil where none of `rates` is a rate of anything.
  public init?(of rates: [Rate]) {
    let sorted = rates.filter { $0.denominator > 0 }.map(Fraction.init).sorted()
    guard let last = sorted.indices.last else { return nil }
    func quarter(_ number: Int) -> Percent {
      let (index, rest) = (last * number).quotientAndRemainder(dividingBy: 4)
      return sorted[index].percent(Int128(rest), quartersTowards: sorted[min(index + 1, last)])
    }
    self.init(lower: quarter(1), median: quarter(2), upper: quarter(3))
  }
}

/// A share of two counts of any size that files can hold.
private struct Fraction: Comparable {
  let numerator: Int128
  let denominator: Int128

  init(_ rate: Rate) { (numerator, denominator) = (Int128(rate.numerator), Int128(rate.denominator)) }

  static func < (a: Self, b: Self) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

  static func == (a: Self, b: Self) -> Bool { a.numerator * b.denominator == b.numerator * a.denominator }

  /// ((4 − q) × self + q × other) ÷ 4.
  func percent(_ q: Int128, quartersTowards other: Self) -> Percent {
    let dividend = ((4 - q) * numerator * other.denominator + q * other.numerator * denominator) * 1_000
    let divisor = 4 * denominator * other.denominator
    return Percent(tenths: Int((2 * dividend + divisor) / (2 * divisor)))
  }
}
