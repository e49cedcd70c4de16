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
  /// Whether it is below what its maker aims at, which tables mark.
  public var isConcern = false

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

extension Document {
  /// One ratio over time, oldest first: a line where a format draws, the same numbers in words where it does not.
  public struct Trend: Equatable, Sendable {
    /// A point on the axis of time.
    public struct Point: Equatable, Sendable {
      /// The time, such as a year.
      public var label: String
      /// nil where there is nothing to compare: the line has a gap there.
      public var ratio: Ratio?

      public init(_ label: String, _ ratio: Ratio?) { (self.label, self.ratio) = (label, ratio) }
    }

    public var title: String
    public var points: [Point]

    public init(title: String, points: [Point]) { (self.title, self.points) = (title, points) }
  }
}

extension Document.Trend {
  /// 「令和7年度 70.0%、令和8年度 72.5%」, with 「−」 for a gap.
  var values: String { points.map { "\($0.label) \($0.ratio?.text ?? Ratio.nothing)" }.joined(separator: "、") }

  /// The title, then the values.
  public var text: String { "\(title)：\(values)" }

  /// Points that follow one another without a gap, by their indices.
  var runs: [[Int]] {
    points.indices.reduce(into: [[Int]]()) { runs, index in
      guard points[index].ratio?.tenths != nil else { return }
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
  }
}
