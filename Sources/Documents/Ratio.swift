/// A share of a total as documents print and draw it: two counts, and the percentage that stands for them.
///
/// Whoever makes it has rounded it, so that one rule of rounding holds for every format.
public struct Ratio: Equatable, Sendable {
  /// 0 or more.
  public var count: Int
  /// 0 or more; 0 where there is nothing to take a share of.
  public var total: Int
  /// In tenths of a percent, 775 for 77.5 %; nil over nothing.
  public var tenths: Int?
  /// In whole percent, for what is said of a picture; nil over nothing.
  public var whole: Int?

  public init(_ count: Int, of total: Int, tenths: Int?, whole: Int?) {
    (self.count, self.total, self.tenths, self.whole) = (count, total, tenths, whole)
  }

  /// What stands for a share of nothing.
  public static let nothing = "−"

  /// `77.5%`, always with one decimal, or 「−」 over nothing.
  public var text: String { tenths.map { "\($0 / 10).\($0 % 10)%" } ?? Self.nothing }

  /// `77.5%（31／40）`, or 「−」 over nothing.
  public var textWithCounts: String { tenths == nil ? text : "\(text)（\(count)／\(total)）" }

  /// 0...1, not rounded; nil over nothing.
  var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
}
