import CWorkbook
import Documents
import TextLayout

/// Writes one worksheet: its title, the one table under a frozen heading, the notes, the charts.
struct WorksheetWriter {
  let sheet: Sheet
  let worksheet: Worksheet
  private let paper: PaperWidth

  private static let titleRow = 0
  private static let headingRow = 1
  private static let firstRow = 2
  /// In characters of half width, as Excel measures.
  private static let widestColumn = 60
  /// Excel's button of the filter stands below the words of the heading.
  private static let filterButton = 14.0
  /// What is beside the words of a cell, in characters of half width.
  private static let edge = 1
  /// Of a column that nothing is written to.
  private static let emptyPixels = 64

  private var table: Document.Table { worksheet.table }
  private var lastRow: Int { Self.headingRow + table.rows.count }
  private var lastColumn: Int { table.columns.count - 1 }

  /// What is narrower than the page is printed with empty columns beside it, so that title, notes and charts are whole.
  private var lastPrintedColumn: Int { lastColumn + (paper.breaks.isEmpty ? paper.rest / Self.emptyPixels : 0) }

  init(sheet: Sheet, worksheet: Worksheet) {
    (self.sheet, self.worksheet) = (sheet, worksheet)
    let table = worksheet.table
    paper = PaperWidth(
      table.columns.indices.map { Self.width(of: $0, in: table) + Self.edge },
      yielding: Set(table.columns.indices.filter { !table.columns[$0].isNumber }),
      frozen: min(worksheet.frozenColumns, table.columns.count))
  }

  func write(title: String, marks: [String]) throws(WorkbookError) {
    try sheet.write(([title, worksheet.name] + marks).joined(separator: " "), Self.titleRow, 0, sheet.styles.title)
    for (column, width) in paper.widths.enumerated() { try sheet.setWidth(of: column, to: width) }
    try addTable()
    let widths = paper.widths.map { $0 - Self.edge }
    var height = try sheet.setHeight(
      of: Self.headingRow, for: table.columns.map(\.title), in: widths, more: Self.filterButton)
    for (row, cells) in table.rows.enumerated() {
      for (column, cell) in cells.enumerated() { try write(cell, Self.firstRow + row, column) }
      height += try sheet.setHeight(of: Self.firstRow + row, for: cells.map(\.words), in: widths)
    }
    for bars in worksheet.bars { try draw(bars) }
    for (index, note) in table.notes.enumerated() {
      height += try write("注 \(note)", acrossRow: lastRow + 2 + index)
    }
    let end = lastRow + (table.notes.isEmpty ? 0 : table.notes.count + 1)
    let charts = ChartWriter(
      sheet, worksheet, width: paper.pixels + paper.rest, height: PaperWidth.pageHeight * 100 / paper.scale,
      firstRow: Self.firstRow)
    let last = try charts.write(at: end + 2, below: Int(height)) ?? end
    try setUpPaper(title: title, marks: marks, end: last)
  }

  private func addTable() throws(WorkbookError) {
    try withCopies(of: [TableRules.name(for: worksheet)] + table.columns.map(\.title.inCell)) {
      words throws(WorkbookError) in
      var columns = words.dropFirst().map { word in
        var column = lxw_table_column()
        (column.header, column.header_format) = (word, sheet.styles.heading)
        return column
      }
      let added = columns.withUnsafeMutableBufferPointer { columns in
        var pointers = columns.indices.map { columns.baseAddress?.advanced(by: $0) } + [nil]
        return pointers.withUnsafeMutableBufferPointer { pointers in
          var options = lxw_table_options()
          (options.name, options.columns) = (words[0], pointers.baseAddress)
          options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
          options.style_type_number = 1
          options.no_banded_rows = 1
          return worksheet_add_table(
            sheet.pointer, UInt32(Self.headingRow), 0, UInt32(lastRow), UInt16(lastColumn), &options)
        }
      }
      try check(added)
    }
  }

  private func write(_ cell: Document.Table.Cell, _ row: Int, _ column: Int) throws(WorkbookError) {
    let styles = sheet.styles
    switch cell {
    case .text(let text): try sheet.write(text, row, column, styles.text)
    case .marked(let text): try sheet.write(text, row, column, text.isEmpty ? styles.text : styles.marked)
    case .count(let count), .share(let count, _): try sheet.write(Double(count), row, column, styles.count)
    case .rate(let ratio):
      // As it is printed everywhere: a spreadsheet would round the binary fraction and not the decimal.
      guard let tenths = ratio.tenths else { return try sheet.write(Ratio.nothing, row, column, styles.rate) }
      try sheet.write(Double(tenths) / 1_000, row, column, ratio.isConcern ? styles.concern : styles.rate)
    case .whole(let percent):
      guard let percent else { return try sheet.write(Ratio.nothing, row, column, styles.wholePercent) }
      try sheet.write(Double(percent) / 100, row, column, styles.wholePercent)
    case .points(let tenths): try sheet.write(Double(tenths) / 10, row, column, styles.points)
    case .bar: break
    }
  }

  /// From 0 to 100 %, whatever the rates.
  private func draw(_ bars: Worksheet.Bars) throws(WorkbookError) {
    guard let column = table.columns.firstIndex(where: { $0.title == bars.column }) else { return }
    var format = lxw_conditional_format()
    format.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
    (format.data_bar_2010, format.bar_solid, format.bar_no_border) = (1, 1, 1)
    format.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    format.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    (format.min_value, format.max_value) = (0, 1)
    format.bar_color = bars.isConcern ? 0xF4B183 : 0xC9D3E0
    try check(
      worksheet_conditional_format_range(
        sheet.pointer, UInt32(Self.firstRow), UInt16(column), UInt32(lastRow), UInt16(column), &format))
  }

  /// Across the columns of the first page, wrapped; gives the height in points.
  private func write(_ note: String, acrossRow row: Int) throws(WorkbookError) -> Double {
    let last = paper.breaks.isEmpty ? lastPrintedColumn : paper.columns - 1
    let pixels = paper.pixels + (last - paper.columns + 1) * Self.emptyPixels
    let height = try sheet.setHeight(of: row, for: [note], in: [pixels / 7 - 2])
    if last > 0 {
      try check(
        worksheet_merge_range(sheet.pointer, UInt32(row), 0, UInt32(row), UInt16(last), "", sheet.styles.note))
    }
    try sheet.write(note, row, 0, sheet.styles.note)
    return height
  }

  private func setUpPaper(title: String, marks: [String], end: Int) throws(WorkbookError) {
    let frozen = min(worksheet.frozenColumns, table.columns.count)
    // The title stands in the header of every page.
    worksheet_freeze_panes(sheet.pointer, UInt32(Self.firstRow), UInt16(frozen))
    try check(worksheet_repeat_rows(sheet.pointer, UInt32(Self.headingRow), UInt32(Self.headingRow)))
    try check(worksheet_repeat_columns(sheet.pointer, 0, UInt16(frozen - 1)))
    try check(worksheet_print_area(sheet.pointer, UInt32(Self.headingRow), 0, UInt32(end), UInt16(lastPrintedColumn)))
    if !paper.breaks.isEmpty {
      // 0 ends the list.
      var breaks = paper.breaks.map { UInt16($0) } + [0]
      try check(worksheet_set_v_pagebreaks(sheet.pointer, &breaks))
    }
    worksheet_set_landscape(sheet.pointer)
    worksheet_set_print_scale(sheet.pointer, UInt16(paper.scale))
    try sheet.setUpPaper(title: title, name: worksheet.name, marks: marks)
  }

  private static func width(of column: Int, in table: Document.Table) -> Int {
    let content = table.rows.map { $0[column].width }.max() ?? 0
    let title = table.columns[column].title.displayWidth
    // Long headings of numbers are wrapped, so that a sheet of many is still read on paper.
    if table.columns[column].isNumber { return max(content, 4) }
    return min(max(min(title, 12), content + 1), table.columns[column].limit ?? widestColumn)
  }
}

extension Document.Table.Cell {
  /// In characters of half width.
  fileprivate var width: Int {
    switch self {
    case .text(let text), .marked(let text): text.displayWidth
    // Each third digit has a comma before it.
    case .count(let count), .share(let count, _): "\(count)".count * 4 / 3
    // 「*69.9%」、「-100.0」
    case .rate, .whole, .points: 6
    case .bar: 0
    }
  }

  /// What may have to be wrapped.
  fileprivate var words: String {
    switch self {
    case .text(let text), .marked(let text): text
    case .count, .share, .rate, .whole, .points, .bar: ""
    }
  }
}
