/// A workbook before it has a format: one table a worksheet; texts in it are raw.
public struct Spreadsheet: Equatable, Sendable {
  public var title: String
  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  /// What the file says of its making, in seconds since 1970-01-01T00:00:00Z; given, so that the same input gives the
  /// same bytes.
  public var created: Int
  public var worksheets: [Worksheet]

  public init(title: String, marks: [String], created: Int, worksheets: [Worksheet]) {
    (self.title, self.marks, self.created, self.worksheets) = (title, marks, created, worksheets)
  }
}

/// One table of a spreadsheet, perhaps with a chart.
public struct Worksheet: Equatable, Sendable {
  /// Bars of a column of rates, in one chart for each series.
  public struct Chart: Equatable, Sendable {
    /// A run of rows that are drawn together.
    public struct Series: Equatable, Sendable {
      public var name: String
      /// Rows of the table, never none.
      public var rows: ClosedRange<Int>

      public init(name: String, rows: ClosedRange<Int>) { (self.name, self.rows) = (name, rows) }
    }

    public var title: String
    /// The index of the column that names the bars.
    public var names: Int
    /// The index of the column of rates.
    public var rates: Int
    public var series: [Series]

    public init(title: String, names: Int, rates: Int, series: [Series]) {
      (self.title, self.names, self.rates, self.series) = (title, names, rates, series)
    }
  }

  /// At most 31 characters, and none of `[]:*?/\\`.
  public var name: String
  public var table: Document.Table
  public var chart: Chart?

  public init(name: String, table: Document.Table, chart: Chart? = nil) {
    (self.name, self.table, self.chart) = (name, table, chart)
  }
}
