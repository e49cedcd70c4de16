import CWorkbook
import Characters
import Documents
import TextLayout

/// Writes one worksheet: its title, the table under a frozen heading, the notes, the chart.
struct WorksheetWriter {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  /// What the library writes to.
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let styles: Styles
  let worksheet: Worksheet

  private static let titleRow = 0
  private static let headingRow = 2
  private static let firstRow = 3
  /// In characters of half width, as Excel measures.
  private static let widestColumn = 40

  private var table: Document.Table { worksheet.table }
  private var lastRow: Int { Self.headingRow + table.rows.count }
  private var lastColumn: Int { table.columns.count - 1 }

  /// A narrow table is printed with empty columns beside it, so that the title above and the notes below are whole.
  private var lastPrintedColumn: Int {
    let missing = Self.leastPrintedWidth - table.columns.indices.reduce(0) { $0 + width(of: $1) + 1 }
    return lastColumn + max((missing + Self.emptyColumn - 1) / Self.emptyColumn, 0)
  }

  /// A portrait page holds about as many characters of half width.
  private static let leastPrintedWidth = 96
  private static let emptyColumn = 9

  func write(title: String, marks: [String]) throws(WorkbookError) {
    try write("\(title) \(worksheet.name) \(marks.joined(separator: " "))", Self.titleRow, 0, styles.title)
    let widths = table.columns.indices.map { width(of: $0) }
    for (index, column) in table.columns.enumerated() {
      try write(column.title, Self.headingRow, index, styles.heading)
      try check(worksheet_set_column(sheet, UInt16(index), UInt16(index), Double(widths[index] + 1), nil))
    }
    try setHeight(of: Self.headingRow, for: table.columns.map(\.title), in: widths)
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() { try write(cell, Self.firstRow + row, column) }
      let words = cells.map { if case .text(let text) = $0 { text } else { "" } }
      try setHeight(of: Self.firstRow + row, for: words, in: widths)
    }
    for (index, note) in table.notes.enumerated() { try write("注 \(note)", acrossRow: lastRow + 1 + index) }
    var end = lastRow + table.notes.count
    if let chart = worksheet.chart { end = try ChartWriter(self, chart).write(at: end + 2) }
    try setUpPaper(title: title, marks: marks, end: end)
  }

  private func setUpPaper(title: String, marks: [String], end: Int) throws(WorkbookError) {
    worksheet_freeze_panes(sheet, UInt32(Self.firstRow), 0)
    try check(
      worksheet_autofilter(sheet, UInt32(Self.headingRow), 0, UInt32(lastRow), UInt16(lastColumn)))
    try check(worksheet_repeat_rows(sheet, UInt32(Self.headingRow), UInt32(Self.headingRow)))
    try check(worksheet_print_area(sheet, 0, 0, UInt32(end), UInt16(lastPrintedColumn)))
    worksheet_set_paper(sheet, Self.a4)
    if lastColumn > 5 { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    // In inches; narrow at the sides, and room for header and footer.
    worksheet_set_margins(sheet, 0.4, 0.4, 0.75, 0.75)
    // In headers & begins a command. Title and marks are the program's own words and short.
    let words = [title, marks.joined(separator: " ")].map { $0.replacingScalars { $0 == "&" ? "&&" : nil } }
    try check(worksheet_set_header(sheet, "&L\(words[0])&R\(words[1])"))
    try check(worksheet_set_footer(sheet, "&C&P／&N"))
  }

  /// ECMA-376, 18.3.1.63: paperSize.
  private static let a4: UInt8 = 9

  private func write(_ cell: Document.Table.Cell, _ row: Int, _ column: Int) throws(WorkbookError) {
    switch cell {
    case .text(let text), .marked(let text): try write(text, row, column, styles.text)
    case .count(let count), .share(let count, _): try write(Double(count), row, column, styles.count)
    case .rate(let ratio):
      // As it is printed everywhere: a spreadsheet would round the binary fraction and not the decimal.
      guard let tenths = ratio.tenths else { return try write(Ratio.nothing, row, column, styles.rate) }
      try write(Double(tenths) / 1_000, row, column, styles.rate)
    case .whole(let percent):
      guard let percent else { return try write(Ratio.nothing, row, column, styles.wholePercent) }
      try write(Double(percent) / 100, row, column, styles.wholePercent)
    case .bar: break
    }
  }

  private func write(_ number: Double, _ row: Int, _ column: Int, _ style: Styles.Format) throws(WorkbookError) {
    try check(worksheet_write_number(sheet, UInt32(row), UInt16(column), number, style))
  }

  /// Across the printed columns, wrapped.
  private func write(_ note: String, acrossRow row: Int) throws(WorkbookError) {
    try setHeight(of: row, for: [note], in: [Self.leastPrintedWidth])
    try check(
      worksheet_merge_range(sheet, UInt32(row), 0, UInt32(row), UInt16(lastPrintedColumn), "", styles.note))
    try write(note, row, 0, styles.note)
  }

  /// Words stay words: a text cell is never calculated.
  private func write(_ text: String, _ row: Int, _ column: Int, _ style: Styles.Format) throws(WorkbookError) {
    try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), text.inCell, style))
  }

  private func width(of column: Int) -> Int {
    let content = table.rows.map { width(of: $0[column]) }.max() ?? 0
    // Long headings of numbers are wrapped, so that a sheet of many is still read on paper.
    if table.columns[column].isNumber { return max(content, 6) }
    let heading = min(table.columns[column].title.displayWidth, 12)
    let isAlone = table.columns.count == 1
    return min(max(heading, content), table.columns[column].limit ?? (isAlone ? 72 : Self.widestColumn))
  }

  private func width(of cell: Document.Table.Cell) -> Int {
    switch cell {
    case .text(let text), .marked(let text): text.displayWidth
    // Each third digit has a comma before it.
    case .count(let count), .share(let count, _): "\(count)".count * 4 / 3
    // 「100.0%」
    case .rate, .whole: 6
    case .bar: 0
    }
  }

  /// As high as its longest cell wrapped: LibreOffice leaves rows low that no height is written for.
  private func setHeight(of row: Int, for words: [String], in widths: [Int]) throws(WorkbookError) {
    let lines = zip(words, widths).map { $0.sanitized.wrapped(to: $1).count }.max() ?? 1
    // Excel's limit is 409 points.
    try check(worksheet_set_row(sheet, UInt32(row), min(Double(max(lines, 1)) * 18, 409), nil))
  }

  /// Where a row of the table stands on the sheet.
  static func row(of index: Int) -> Int { firstRow + index }
}

extension String {
  /// The text on one line as a cell may hold it: without U+FFFE and U+FFFF, which XML does not allow (XML 1.0, 2.2), and
  /// at most 16,383 scalars, since a cell holds 32,767 units of UTF-16 (Excel specifications and limits).
  var inCell: String { sanitized.cut }

  /// The same on several lines.
  var inCellLines: String { sanitizedLines.cut }

  private var cut: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }.prefix(16_383)))
  }
}

/// Draws the bars of a worksheet by the spreadsheet's own means, so that an office can restyle them.
struct ChartWriter {
  private let writer: WorksheetWriter
  private let chart: Worksheet.Chart

  init(_ writer: WorksheetWriter, _ chart: Worksheet.Chart) { (self.writer, self.chart) = (writer, chart) }

  /// One chart for each series, one below the other from `row` on; gives the last row they cover.
  func write(at row: Int) throws(WorkbookError) -> Int {
    var top = row
    for series in chart.series {
      let height = 5 + series.rows.count * 2
      try write(series, at: top, height: height)
      top += height + 1
    }
    return top - 1
  }

  private func write(_ series: Worksheet.Chart.Series, at row: Int, height: Int) throws(WorkbookError) {
    guard let drawn = workbook_add_chart(writer.workbook, UInt8(LXW_CHART_BAR.rawValue)),
      let bars = chart_add_series(drawn, nil, nil)
    else { throw .memory(code: 0) }
    let (first, last) = (
      UInt32(WorksheetWriter.row(of: series.rows.lowerBound)), UInt32(WorksheetWriter.row(of: series.rows.upperBound))
    )
    let (names, rates) = (UInt16(chart.names), UInt16(chart.rates))
    chart_series_set_categories(bars, writer.worksheet.name, first, names, last, names)
    chart_series_set_values(bars, writer.worksheet.name, first, rates, last, rates)
    chart_series_set_labels(bars)
    chart_title_set_name(drawn, "\(chart.title)（\(series.name)）")
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    // Of a bar chart the library calls the upright axis y. There the names stand, from the bottom unless reversed.
    chart_axis_set_reverse(drawn.pointee.y_axis)
    chart_axis_set_min(drawn.pointee.x_axis, 0)
    chart_axis_set_max(drawn.pointee.x_axis, 1)
    chart_axis_set_num_format(drawn.pointee.x_axis, "0%")
    var options = lxw_chart_options()
    // A row is 20 pixels high, the picture 480 wide unless scaled, and 288 high.
    (options.x_scale, options.y_scale) = (1.5, Double(height * 20) / 288)
    try check(worksheet_insert_chart_opt(writer.sheet, UInt32(row), 0, drawn, &options))
  }
}
