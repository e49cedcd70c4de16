extension Document {
  /// One ratio over time, oldest first: a line where a format draws, the same numbers in words where it does not.
  public struct Trend: Equatable, Sendable {
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

  var text: String { "\(title)：\(values)" }

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
