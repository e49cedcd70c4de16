public import Inspection

/// One rate over rounds, oldest first: a line where a format draws, the same numbers in words where it does not.
public struct ReportTrend: Equatable, Sendable {
  public struct Point: Equatable, Sendable {
    /// The round's year.
    public var label: String
    /// nil where the round cannot be compared: the line has a gap there.
    public var rate: Rate?

    public init(_ label: String, _ rate: Rate?) { (self.label, self.rate) = (label, rate) }
  }

  public var title: String
  public var points: [Point]

  public init(title: String, points: [Point]) { (self.title, self.points) = (title, points) }
}

extension ReportTrend.Point {
  /// In percent to one decimal, or 「−」 for a gap.
  var percent: String { rate?.text ?? Rate.nothing }
}

extension ReportTrend {
  /// 「令和7年度 70.0%、令和8年度 72.5%」
  var values: String { points.map { "\($0.label) \($0.percent)" }.joined(separator: "、") }

  var text: String { "\(title)：\(values)" }

  /// Points that follow one another without a gap, by their indices.
  var runs: [[Int]] {
    points.indices.reduce(into: [[Int]]()) { runs, index in
      guard points[index].rate?.percent != nil else { return }
      if let last = runs.last?.last, last == index - 1 {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
  }
}
