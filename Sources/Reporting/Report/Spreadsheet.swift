public import Inspection

/// A workbook before it has a format: one table a sheet, in Japanese; texts in it are raw.
public struct Spreadsheet: Equatable, Sendable {
  public struct Sheet: Equatable, Sendable {
    /// At most 31 characters, and none of `[]:*?/\\`.
    public var name: String
    public var table: ReportTable
    public var chart: Chart?

    public init(name: String, table: ReportTable, chart: Chart? = nil) {
      (self.name, self.table, self.chart) = (name, table, chart)
    }
  }

  /// Bars of a column of rates, in one series for each run of rows.
  public struct Chart: Equatable, Sendable {
    public var title: String
    /// The column that names the bars.
    public var names: Int
    public var rates: Int
    public var series: [Series]
  }

  public struct Series: Equatable, Sendable {
    public var name: String
    /// Rows of the table, never none.
    public var rows: ClosedRange<Int>

    public init(name: String, rows: ClosedRange<Int>) { (self.name, self.rows) = (name, rows) }
  }

  public var title: String
  /// 取扱注意 and 案, as far as they apply.
  public var marks: [String]
  /// What the file says of its making, so that the same input gives the same bytes.
  public var created: Timestamp
  public var sheets: [Sheet]

  public init(title: String, marks: [String], created: Timestamp, sheets: [Sheet]) {
    (self.title, self.marks, self.created, self.sheets) = (title, marks, created, sheets)
  }
}
