import TextLayout

extension Document {
  /// A table whose cells are still values, so that each format sets them its own way.
  public struct Table: Equatable, Sendable {
    /// What stands in a cell; each format writes it in its own way.
    public enum Cell: Equatable, Sendable {
      case text(String)
      /// Words that ask for a look, set apart where a format has colours.
      case marked(String)
      case count(Int)
      /// A count, shaded by its share of the total where a format has colours.
      case share(Int, of: Int)
      /// In percent to one decimal, or 「−」; with `*` before it, and set apart, where the ratio is a concern.
      case rate(Ratio)
      /// In whole percent, or 「−」.
      case whole(Int?)
      /// By how many tenths of a percent point a rate differs: 「＋4.4」.
      case points(tenths: Int)
      /// The ratio drawn; left out where a format draws its own.
      case bar(Ratio)
    }

    /// A column: its title, and whether it holds numbers.
    public struct Column: Equatable, Sendable {
      public var title: String
      public var isNumber: Bool
      /// What a short title stands for; formats with room print it instead, the others explain it below the table.
      public var longTitle: String?
      /// The most characters of half width that a worksheet gives to words, which are wrapped; nil for as many as fit on
      /// paper.
      public var limit: Int?
      /// Whether its cells are kept on one line each, however long, where a format can.
      public var isUnbroken: Bool

      public init(
        _ title: String, isNumber: Bool = false, longTitle: String? = nil, limit: Int? = nil, isUnbroken: Bool = false
      ) {
        (self.title, self.isNumber, self.longTitle, self.limit) = (title, isNumber, longTitle, limit)
        self.isUnbroken = isUnbroken
      }
    }

    public var columns: [Column]
    /// A cell for each column in every row.
    public var rows: [[Cell]]
    /// Stands below it.
    public var notes: [String]

    public init(columns: [Column], rows: [[Cell]], notes: [String] = []) {
      (self.columns, self.rows, self.notes) = (columns, rows, notes)
    }
  }
}

extension Document.Table {
  /// The notes, after what the short titles stand for: 「は：はい、別：別の方法で対応」.
  var notesWithTitles: [String] {
    let titles = columns.compactMap { column in column.longTitle.map { "\(column.title)：\($0)" } }
    return (titles.isEmpty ? [] : [titles.joined(separator: "、")]) + notes
  }

  /// Whether a column holds bars.
  func isDrawn(_ index: Int) -> Bool { rows.contains { if case .bar = $0[index] { true } else { false } } }

  /// For formats that draw no bars of text.
  var withoutBars: Self {
    let kept = columns.indices.filter { !isDrawn($0) }
    return Self(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, notes: notes)
  }
}

extension Document.Table.Cell {
  /// As paper formats print it.
  public var text: String {
    switch self {
    case .text(let text), .marked(let text): text
    case .count(let count), .share(let count, _): "\(count)"
    case .rate(let ratio): (ratio.isConcern ? "*" : "") + ratio.text
    case .whole(let percent): percent.map { "\($0)%" } ?? Ratio.nothing
    case .points(let tenths):
      (tenths < 0 ? "−" : tenths > 0 ? "＋" : "±") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    case .bar(let ratio): drawn(ratio, width: 20)
    }
  }
  /// The same with a bar of so many cells.
  func text(barWidth: Int) -> String { if case .bar(let ratio) = self { drawn(ratio, width: barWidth) } else { text } }

  private func drawn(_ ratio: Ratio, width: Int) -> String {
    ratio.share.map { Bar(share: $0, width: width).text } ?? ""
  }
}
