/// How strongly a cell is shaded: of 0...5, one more for each 20 % begun, so that only nothing at all is left white.
struct HTMLShade {
  var step: Int

  init(_ count: Int, of total: Int) {
    step = total > 0 ? min((count * Self.darkest + total - 1) / total, Self.darkest) : 0
  }

  private init(step: Int) { self.step = step }

  private static let darkest = 5

  /// The template's class of this shade.
  var name: String { "shade\(step)" }

  private var words: String {
    switch step {
    case 0: "0件"
    case Self.darkest: "80%を超える"
    default: "\(step * 20)%以下"
    }
  }

  struct Sample {
    var swatch: String
    var words: String
  }

  /// The shades with what they mean, lightest first.
  static var samples: [Sample] {
    (0...darkest).map { HTMLShade(step: $0) }.map { Sample(swatch: $0.name, words: $0.words) }
  }
}

/// A trend laid out on a picture whose unit is a pixel of the page.
struct HTMLTrend {
  struct Station {
    var at: Int
    var year: String
    /// nil: a gap.
    var point: Point?
  }

  struct Point {
    var height: Int
    var percentAt: Int
    var percent: String
  }

  struct Line {
    var level: Int
    var levelAt: Int
    var share: String
  }

  var subject: String
  var values: String
  var drawnWidth: Int
  var drawnHeight: Int
  var yearsAt: Int
  var gridFrom: Int
  var gridTo: Int
  var grid: [Line]
  var runs: [String]
  var stations: [Station]
  var hasGap: Bool

  private static let (top, plot, left, step, edge) = (26, 70, 64, 96, 44)

  init(_ trend: Document.Trend) {
    subject = trend.title.html
    values = trend.values.html
    let last = Self.left + max(trend.points.count - 1, 0) * Self.step
    (drawnWidth, drawnHeight, yearsAt) = (last + Self.edge, Self.top + Self.plot + 30, Self.top + Self.plot + 22)
    (gridFrom, gridTo) = (Self.edge - 8, last + Self.edge)
    grid = [0, 50, 100].map { percent in
      let level = Self.height(of: percent * 10)
      return Line(level: level, levelAt: level + 4, share: "\(percent)%")
    }
    stations = trend.points.enumerated().map { index, point in
      Station(at: Self.left + index * Self.step, year: point.label.html, point: point.ratio.flatMap(Self.point))
    }
    let stations = stations
    runs = trend.runs.map { run in
      run.compactMap { index in stations[index].point.map { "\(stations[index].at),\($0.height)" } }
        .joined(separator: " ")
    }
    hasGap = stations.contains { $0.point == nil }
  }

  private static func point(_ ratio: Ratio) -> Point? {
    ratio.tenths.map { tenths in
      let height = height(of: tenths)
      return Point(height: height, percentAt: height - 9, percent: ratio.text)
    }
  }

  /// Of a point at so many tenths of a percent.
  private static func height(of tenths: Int) -> Int { top + (1_000 - tenths) * plot / 1_000 }
}
