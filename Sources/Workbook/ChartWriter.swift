import CWorkbook
import Documents

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
