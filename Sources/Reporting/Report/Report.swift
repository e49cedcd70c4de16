public import Aggregation
import TextLayout

/// A printed document before it has a format: headings, paragraphs, lists and tables, in Japanese.
///
/// Texts in it are raw; each format makes them harmless for itself.
public struct Report: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    /// Names the part in templates; the same for every round.
    public var id: String
    public var heading: String
    public var blocks: [Block]

    public init(id: String, heading: String, blocks: [Block]) {
      (self.id, self.heading, self.blocks) = (id, heading, blocks)
    }
  }

  public enum Block: Equatable, Sendable {
    /// Level 1 stands below the part's own heading, level 2 below that.
    case heading(String, level: Int = 1)
    case paragraph(String)
    case list([String])
    case table(ReportTable)
    case trend(ReportTrend)
  }

  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  public var title: String
  /// Lines below the title: the assembly, the day.
  public var lead: [String]
  public var parts: [Part]

  public init(marks: [String], title: String, lead: [String], parts: [Part]) {
    self.marks = marks
    self.title = title
    self.lead = lead
    self.parts = parts
  }
}

/// A table of a report; its cells are still values, so that each format sets them its own way.
public struct ReportTable: Equatable, Sendable {
  public enum Cell: Equatable, Sendable {
    case text(String)
    case count(Int)
    /// A count, shaded by its share of the total where a format has colours.
    case share(Int, of: Int)
    /// In percent to one decimal, or 「−」.
    case rate(Rate)
    /// In whole percent, or 「−」.
    case whole(Int?)
    /// The rate drawn; left out where a format draws its own.
    case bar(Rate)
  }

  public struct Column: Equatable, Sendable {
    public var title: String
    public var isNumber: Bool
    /// What a short title stands for; formats with room print it instead, the others explain it below the table.
    public var longTitle: String?
    /// The most cells that a sheet gives to words, which are wrapped; nil for as many as fit on paper.
    public var limit: Int?

    public init(_ title: String, isNumber: Bool = false, longTitle: String? = nil, limit: Int? = nil) {
      (self.title, self.isNumber, self.longTitle, self.limit) = (title, isNumber, longTitle, limit)
    }
  }

  public var columns: [Column]
  public var rows: [[Cell]]
  /// Stands below it.
  public var notes: [String]

  public init(columns: [Column], rows: [[Cell]], notes: [String] = []) {
    (self.columns, self.rows, self.notes) = (columns, rows, notes)
  }
}

extension ReportTable {
  /// The notes, after what the short titles stand for: 「は：はい、別：別の方法で対応」.
  var notesWithTitles: [String] {
    let titles = columns.compactMap { column in column.longTitle.map { "\(column.title)：\($0)" } }
    return (titles.isEmpty ? [] : [titles.joined(separator: "、")]) + notes
  }

  /// For formats that draw no bars of text.
  var withoutBars: ReportTable {
    let kept = columns.indices.filter { index in
      !rows.contains { if case .bar = $0[index] { true } else { false } }
    }
    return ReportTable(
      columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } }, notes: notes)
  }
}

extension ReportTable.Cell {
  /// As paper formats print it.
  var text: String {
    switch self {
    case .text(let text): text
    case .count(let count), .share(let count, _): "\(count)"
    case .rate(let rate): rate.text
    case .whole(let percent): percent.map { "\($0)%" } ?? Rate.nothing
    case .bar(let rate):
      rate.denominator > 0 ? Bar(share: Double(rate.numerator) / Double(rate.denominator), width: 20).text : ""
    }
  }
}

extension Rate {
  /// What stands for a rate over nothing (docs/design.md 7.1).
  static let nothing = "−"

  /// `77.5%`, or 「−」 over nothing.
  var text: String { percent?.description ?? Self.nothing }

  /// `77.5%（31／40）`.
  var textWithCounts: String { percent.map { "\($0)（\(numerator)／\(denominator)）" } ?? Self.nothing }
}
