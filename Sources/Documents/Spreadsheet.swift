/// A workbook before it has a format: a cover in words, then one table a worksheet; texts in it are raw.
public struct Spreadsheet: Equatable, Sendable {
  /// What the file says of itself beside its title, and when it was made.
  public struct Properties: Equatable, Sendable {
    /// What it is about.
    public var subject: String
    /// The office that makes it.
    public var author: String
    /// Whose it is.
    public var company: String
    /// In seconds since 1970-01-01T00:00:00Z; given, so that the same input gives the same bytes.
    public var created: Int

    public init(subject: String, author: String, company: String = "", created: Int) {
      (self.subject, self.author, self.company, self.created) = (subject, author, company, created)
    }
  }

  /// The first worksheet, where there is more to say than tables do: lines of words, one below the other.
  public struct Cover: Equatable, Sendable {
    /// A line of the cover, from top to bottom.
    public enum Line: Equatable, Sendable {
      case heading(String)
      case text(String)
      /// The name of a worksheet, which leads to it, and what stands there.
      case link(to: String, String)
    }

    public var name: String
    public var lines: [Line]

    public init(name: String, lines: [Line]) { (self.name, self.lines) = (name, lines) }
  }

  public var title: String
  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  public var properties: Properties
  public var cover: Cover?
  public var worksheets: [Worksheet]

  public init(
    title: String, marks: [String], properties: Properties, cover: Cover? = nil, worksheets: [Worksheet]
  ) {
    (self.title, self.marks, self.properties) = (title, marks, properties)
    (self.cover, self.worksheets) = (cover, worksheets)
  }
}

/// One table of a spreadsheet, with at least one row and no title twice; perhaps with charts below it.
public struct Worksheet: Equatable, Sendable {
  /// Bars in the cells of a column of rates.
  public struct Bars: Equatable, Sendable {
    /// The title of the column.
    public var column: String
    /// Whether more of it is a concern.
    public var isConcern: Bool

    public init(_ column: String, isConcern: Bool = false) { (self.column, self.isConcern) = (column, isConcern) }
  }

  /// A picture of a column of rates, over a run of rows.
  public struct Chart: Equatable, Sendable {
    /// How the values of a chart are drawn.
    public enum Kind: Equatable, Sendable {
      /// A bar for each row.
      case bars
      /// A line from row to row, with a gap where a row has no rate.
      case line
    }

    public var kind: Kind
    public var title: String
    /// The title of the column that names the bars or points.
    public var names: String
    /// The title of the column of rates.
    public var rates: String
    /// Rows of the table, never none.
    public var rows: ClosedRange<Int>
    /// What the picture says, for who does not see it.
    public var description: String

    public init(
      _ kind: Kind, title: String, names: String, rates: String, rows: ClosedRange<Int>, description: String
    ) {
      (self.kind, self.title, self.names, self.rates) = (kind, title, names, rates)
      (self.rows, self.description) = (rows, description)
    }
  }

  /// At most 31 characters, and none of `[]:*?/\\`.
  public var name: String
  public var table: Document.Table
  /// How many of the first columns stay in sight.
  public var frozenColumns: Int
  public var bars: [Bars]
  public var charts: [Chart]

  public init(
    name: String, table: Document.Table, frozenColumns: Int = 1, bars: [Bars] = [], charts: [Chart] = []
  ) {
    (self.name, self.table, self.frozenColumns) = (name, table, frozenColumns)
    (self.bars, self.charts) = (bars, charts)
  }
}
