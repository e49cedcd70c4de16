public import Documents
public import Inspection

extension Ratio {
  /// A rate with its percentages as the rule of rounding makes them.
  public init(_ rate: Rate) {
    self.init(rate.numerator, of: rate.denominator, tenths: rate.percent?.tenths, whole: rate.wholePercent)
  }
}

extension Document.Table.Cell {
  /// In percent to one decimal, or 「−」.
  public static func rate(_ rate: Rate) -> Self { .rate(Ratio(rate)) }

  /// Drawn; left out where a format draws its own.
  public static func bar(_ rate: Rate) -> Self { .bar(Ratio(rate)) }
}

extension Rate {
  /// `77.5%`, or 「−」 over nothing.
  var text: String { Ratio(self).text }

  /// `77.5%（31／40）`.
  var textWithCounts: String { Ratio(self).textWithCounts }
}
