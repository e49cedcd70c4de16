import CWorkbook
import Documents

/// Draws the charts of a worksheet by the spreadsheet's own means, so that an office can restyle them: two beside each other
/// below the table, on a page of their own where the table leaves no room.
struct ChartWriter {
  private let sheet: Sheet
  private let worksheet: Worksheet
  /// A printed page, in pixels and in points.
  private let page: (width: Int, height: Int)
  /// Where the first row of the table stands.
  private let firstRow: Int

  /// A picture that is not scaled, and a row that nobody set, in pixels.
  private static let size = (width: 480.0, height: 288.0)
  private static let rowHeight = 20
  /// What a landscape page holds at full size.
  private static let tallest = 620

  init(_ sheet: Sheet, _ worksheet: Worksheet, width: Int, height: Int, firstRow: Int) {
    (self.sheet, self.worksheet, self.firstRow) = (sheet, worksheet, firstRow)
    page = (width, height)
  }

  /// From `row` on, under so many points of the table; gives the last row they cover, nil where there is none.
  func write(at row: Int, below table: Int) throws(WorkbookError) -> Int? {
    guard !worksheet.charts.isEmpty else { return nil }
    let height = min(worksheet.charts.map(Self.height).max() ?? 0, Self.tallest)
    let rows = height / Self.rowHeight + 2
    var breaks: [UInt32] = []
    // A pixel is three quarters of a point.
    let hasRoom = table + rows * Self.rowHeight * 3 / 4 < page.height
    for (index, chart) in worksheet.charts.enumerated() {
      let top = row + index / 2 * rows
      if index % 2 == 0, index > 0 || !hasRoom { breaks.append(UInt32(top)) }
      try write(chart, at: top, left: index % 2 * (page.width / 2), height: height)
    }
    // 0 ends the list.
    breaks.append(0)
    try check(worksheet_set_h_pagebreaks(sheet.pointer, &breaks))
    return row + (worksheet.charts.count + 1) / 2 * rows - 1
  }

  private static func height(of chart: Worksheet.Chart) -> Int {
    switch chart.kind {
    case .bars: 100 + chart.rows.count * 36
    case .line: 360
    }
  }

  private func write(_ chart: Worksheet.Chart, at row: Int, left: Int, height: Int) throws(WorkbookError) {
    let type = chart.kind == .bars ? LXW_CHART_BAR : LXW_CHART_LINE
    guard let drawn = workbook_add_chart(sheet.workbook, UInt8(type.rawValue)),
      let series = chart_add_series(drawn, nil, nil)
    else { throw .memory(code: 0) }
    set(series, to: chart)
    chart_title_set_name(drawn, chart.title.inCell)
    var font = lxw_chart_font()
    font.size = 11
    chart_title_set_name_font(drawn, &font)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    switch chart.kind {
    case .bars:
      // Of a bar chart the library calls the upright axis y. There the names stand, from the bottom unless reversed.
      chart_axis_set_reverse(drawn.pointee.y_axis)
      setPercents(drawn.pointee.x_axis)
      colour(series, of: chart)
    case .line:
      setPercents(drawn.pointee.y_axis)
      chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue))
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
      chart_show_blanks_as(drawn, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    }
    try withCopies(of: [chart.description.inCell]) { words throws(WorkbookError) in
      var options = lxw_chart_options()
      options.x_offset = Int32(left)
      options.x_scale = Double(page.width / 2 - 12) / Self.size.width
      options.y_scale = Double(height) / Self.size.height
      options.description = words[0]
      try check(worksheet_insert_chart_opt(sheet.pointer, UInt32(row), 0, drawn, &options))
    }
  }

  private func set(_ series: UnsafeMutablePointer<lxw_chart_series>, to chart: Worksheet.Chart) {
    let (first, last) = (UInt32(firstRow + chart.rows.lowerBound), UInt32(firstRow + chart.rows.upperBound))
    let (names, rates) = (UInt16(column(chart.names)), UInt16(column(chart.rates)))
    chart_series_set_categories(series, worksheet.name, first, names, last, names)
    chart_series_set_values(series, worksheet.name, first, rates, last, rates)
    chart_series_set_labels(series)
  }

  /// `TableRules` has seen that there is one.
  private func column(_ title: String) -> Int { worksheet.table.columns.firstIndex { $0.title == title } ?? 0 }

  private func setPercents(_ axis: UnsafeMutablePointer<lxw_chart_axis>) {
    chart_axis_set_min(axis, 0)
    chart_axis_set_max(axis, 1)
    chart_axis_set_num_format(axis, "0%")
    var line = lxw_chart_line()
    (line.color, line.width) = (0xD9D9D9, 0.75)
    chart_axis_major_gridlines_set_line(axis, &line)
  }

  /// A colour means concern; it is the darker one, so that a print without colours tells it too.
  private func colour(_ series: UnsafeMutablePointer<lxw_chart_series>, of chart: Worksheet.Chart) {
    var (calm, concern) = (lxw_chart_fill(), lxw_chart_fill())
    (calm.color, concern.color) = (0xA9B8CC, 0xC55A11)
    let column = column(chart.rates)
    withUnsafeMutablePointer(to: &calm) { calm in
      withUnsafeMutablePointer(to: &concern) { concern in
        var points = chart.rows.map { row in
          var point = lxw_chart_point()
          point.fill =
            if case .rate(let ratio) = worksheet.table.rows[row][column], ratio.isConcern { concern } else { calm }
          return point
        }
        points.withUnsafeMutableBufferPointer { points in
          var pointers = points.indices.map { points.baseAddress?.advanced(by: $0) } + [nil]
          _ = chart_series_set_points(series, &pointers)
        }
      }
    }
  }
}
