import CWorkbook
import Characters
import Documents
import TextLayout

/// Writes a form to be filled in: a frozen title and headings, then texts and questions, locked but for the answers.
///
/// Lines are broken here, for Calc leaves 「。」 alone on a line, and rows are as high as their lines: no program fits the
/// height of rows that are merged or hold type of two sizes.
struct FillInWriter {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let styles: FillInStyles
  let form: FillInSheet

  // MARK: Columns

  private enum Column {
    static let code = 0
    static let question = 1
    static let answer = 2
    static let state = 3
    static let words = 4
  }

  /// In pixels. A tablet upright shows 820 of them; a telephone 390, which are the question and the digit of the answer.
  private static let widths = [64, 270, 128, 46]
  private var wordsWidth: Int { form.wordHeadings.count == 1 ? 200 : 150 }
  private static let headingRow = 1

  private var lastColumn: Int { Column.state + form.wordHeadings.count }
  private var width: Int { Self.widths.reduce(0, +) + form.wordHeadings.count * wordsWidth }
  /// The columns of question and answer, so that a telephone shows whole lines a little smaller.
  private static let textWidth = widths[Column.question] + widths[Column.answer]

  func write() throws(WorkbookError) {
    for (column, width) in (Self.widths + form.wordHeadings.map { _ in wordsWidth }).enumerated() {
      try check(worksheet_set_column_pixels(sheet, UInt16(column), UInt16(column), UInt32(width), nil))
    }
    let rows = form.rows.enumerated().map { ($0.offset + Self.headingRow + 1, $0.element) }
    try writeHead()
    for (row, content) in rows { try write(content, at: row, places: places(in: rows)) }
    try setUpPaper(last: Self.headingRow + form.rows.count)
    worksheet_freeze_panes(sheet, UInt32(Self.headingRow + 1), 0)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    // Without a password: it keeps slips out, and whoever has to can take it off.
    worksheet_protect(sheet, nil, nil)
    if let first = rows.first(where: { if case .question = $0.1 { true } else { false } })?.0 {
      worksheet_set_selection(sheet, UInt32(first), UInt16(Column.answer), UInt32(first), UInt16(Column.answer))
    }
  }

  /// The rows of the questions by their codes.
  private func places(in rows: [(Int, FillInSheet.Row)]) -> [String: Int] {
    var places: [String: Int] = [:]
    for case (let row, .question(let question)) in rows { places[question.code] = row }
    return places
  }

  private func writeHead() throws(WorkbookError) {
    try write("\(form.title)  \(form.marks.joined(separator: " "))", 0, Column.code, styles.title)
    let left = "\"\(form.words.leftBefore)\"&COUNTIF($D:$D,\"\(form.words.open)\")&\"\(form.words.leftAfter)\""
    let open = form.rows.count { if case .question(let question) = $0 { !question.choices.isEmpty } else { false } }
    try check(
      worksheet_write_formula_str(
        sheet, 0, UInt16(Column.answer), "=" + left, styles.left,
        "\(form.words.leftBefore)\(open)\(form.words.leftAfter)"))
    try check(worksheet_set_row(sheet, 0, 26, nil))
    let headings = [form.headings.code, form.headings.question, form.headings.answer, form.headings.state]
    for (column, heading) in (headings + form.wordHeadings).enumerated() {
      try write(heading, Self.headingRow, column, styles.columnHeading)
    }
    try check(worksheet_set_row(sheet, UInt32(Self.headingRow), 22, nil))
  }

  // MARK: Rows

  private func write(_ content: FillInSheet.Row, at row: Int, places: [String: Int]) throws(WorkbookError) {
    switch content {
    case .heading(let text): try writeAcross(text, at: row, size: 13, styles.heading)
    case .text(let text): try writeAcross(text, at: row, size: 11, styles.text)
    case .mark(let text): try writeAcross(text, at: row, size: 7, styles.mark, isOneLine: true)
    case .question(let question): try write(question, at: row, places: places)
    }
  }

  /// From the question's column to the last; the column of codes stays empty, so that the row is no question.
  ///
  /// - Parameter isOneLine: whether programs have to find it as it is.
  private func writeAcross(
    _ text: String, at row: Int, size: Double, _ style: Styles.Format, isOneLine: Bool = false
  ) throws(WorkbookError) {
    let lines = Self.lines(of: text, size: size, in: Self.textWidth)
    try check(
      worksheet_merge_range(
        sheet, UInt32(row), UInt16(Column.question), UInt32(row), UInt16(lastColumn), "", style))
    try write(isOneLine ? text : lines.joined(separator: "\n"), row, Column.question, style)
    try setHeight(of: row, Double(lines.count) * size)
  }

  private func write(_ question: FillInSheet.Question, at row: Int, places: [String: Int]) throws(WorkbookError) {
    try write(question.code, row, Column.code, styles.code)
    let height = try writeTexts(of: question, at: row)
    if question.isLong {
      try check(
        worksheet_merge_range(
          sheet, UInt32(row), UInt16(Column.answer), UInt32(row), UInt16(lastColumn), "", styles.words))
      return try setHeight(of: row, max(height, 120))
    }
    try check(
      worksheet_write_blank(
        sheet, UInt32(row), UInt16(Column.answer), question.choices.isEmpty ? styles.typed : styles.answer))
    try offer(question.choices, at: row)
    let skips = question.skippedBy.compactMap { places[$0] }.map(isSkipping)
    try writeState(of: question, at: row, skips: skips)
    for index in form.wordHeadings.indices {
      let isOpen = question.words.contains(index)
      try check(
        worksheet_write_blank(
          sheet, UInt32(row), UInt16(Column.words + index), isOpen ? styles.words : styles.closed))
    }
    if !skips.isEmpty { try grey(row, when: "OR(\(skips.joined(separator: ",")))") }
    try setHeight(of: row, height)
  }

  /// Question, guidance and meanings in one cell, each in its own type; gives the height of the lines in points.
  private func writeTexts(of question: FillInSheet.Question, at row: Int) throws(WorkbookError) -> Double {
    let width = Self.widths[Column.question]
    let asked = Self.lines(of: question.text, size: 12, in: width)
    let guidance = question.guidance.flatMap { Self.lines(of: $0, size: 10, in: width) }
    let meanings = question.meanings.flatMap { Self.lines(of: $0, size: 10, in: width) }
    var runs = [(styles.asked, asked)]
    if !guidance.isEmpty { runs.append((styles.guidance, guidance)) }
    if !meanings.isEmpty { runs.append((styles.meaning, meanings)) }
    let texts = runs.enumerated().map { index, run in
      (run.0, run.1.joined(separator: "\n") + (index + 1 < runs.count ? "\n" : ""))
    }
    if texts.count == 1 {
      try write(texts[0].1, row, Column.question, styles.question)
    } else {
      let strings = CStrings(texts.map { $0.1.inCellLines })
      var runs = zip(texts, strings.pointers).map { lxw_rich_string_tuple(format: $0.0, string: $1) }
      try check(Self.writeRuns(&runs, sheet, row, Column.question, styles.question))
      withExtendedLifetime(strings) {}
    }
    return Double(asked.count) * 12 + Double(guidance.count + meanings.count) * 10
  }

  private static func writeRuns(
    _ runs: inout [lxw_rich_string_tuple], _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
    _ style: Styles.Format
  ) -> lxw_error {
    runs.withUnsafeMutableBufferPointer { runs in
      var list = runs.indices.map { index in runs.baseAddress.map { $0 + index } } + [nil]
      return worksheet_write_rich_string(sheet, UInt32(row), UInt16(column), &list, style)
    }
  }

  /// Exactly the choices, as a list to choose from.
  private func offer(_ choices: [String], at row: Int) throws(WorkbookError) {
    guard !choices.isEmpty else { return }
    // The library ends the program at an inline list of more than 255 bytes.
    guard choices.joined(separator: ",").utf8.count <= 255, !choices.contains(where: { $0.containsScalar(",") }) else {
      throw .listTooLong
    }
    let strings = CStrings(choices + [form.words.refusalHeading, form.words.refusal])
    var list = Array(strings.pointers.prefix(choices.count)) + [nil]
    let answer = list.withUnsafeMutableBufferPointer { list in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      validation.value_list = list.baseAddress
      validation.error_title = strings.pointers[choices.count]
      validation.error_message = strings.pointers[choices.count + 1]
      return worksheet_data_validation_cell(sheet, UInt32(row), UInt16(Column.answer), &validation)
    }
    withExtendedLifetime(strings) {}
    try check(answer)
  }

  /// Whether the question in a row is answered with the choice that makes others needless: picked, or typed.
  private func isSkipping(_ row: Int) -> String {
    let (cell, digit) = ("$C$\(row + 1)", form.words.skippingDigit)
    let wide = digit.description.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(String.init)
      .joined()
    return
      "COUNTIF(\(cell),\"*\(form.words.skippingWord)*\")>0,\(cell)=\(digit),\(cell)=\"\(digit)\",\(cell)=\"\(wide)\""
  }

  private func writeState(
    of question: FillInSheet.Question, at row: Int, skips: [String]
  ) throws(WorkbookError) {
    guard !question.choices.isEmpty else { return try write("", row, Column.state, styles.state) }
    let words = form.words
    let answered = "IF(TRIM($C$\(row + 1)&\"\")=\"\",\"\(words.open)\",\"\(words.done)\")"
    let formula =
      skips.isEmpty ? answered : "IF(OR(\(skips.joined(separator: ","))),\"\(words.skipped)\",\(answered))"
    try check(
      worksheet_write_formula_str(
        sheet, UInt32(row), UInt16(Column.state), "=" + formula, styles.state, words.open))
  }

  private func grey(_ row: Int, when formula: String) throws(WorkbookError) {
    let strings = CStrings(["=" + formula])
    var condition = lxw_conditional_format()
    condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    condition.value_string = strings.pointers[0]
    condition.format = styles.grey
    let answer = worksheet_conditional_format_range(sheet, UInt32(row), 0, UInt32(row), UInt16(lastColumn), &condition)
    withExtendedLifetime(strings) {}
    try check(answer)
  }

  // MARK: Paper and measures

  private func setUpPaper(last: Int) throws(WorkbookError) {
    worksheet_set_paper(sheet, 9)  // A4 (ECMA-376-1, 18.3.1.63)
    // A4 is 794 wide and 1123 long at 96 dots an inch; a centimetre is left at each side, and the twelfth part of the rest
    // for programs that draw columns wider. Fitting to a page would be exact, but Excel then breaks pages where it likes.
    let isWide = width > 800
    if isWide { worksheet_set_landscape(sheet) }
    worksheet_set_print_scale(sheet, UInt16(min(100, (isWide ? 960 : 658) * 100 / width)))
    worksheet_set_margins(sheet, 0.39, 0.39, 0.6, 0.6)
    try check(worksheet_repeat_rows(sheet, UInt32(Self.headingRow), UInt32(Self.headingRow)))
    try check(worksheet_print_area(sheet, 0, 0, UInt32(last), UInt16(lastColumn)))
    // In headers & begins a command.
    let marks = form.marks.joined(separator: " ").inCell.replacingScalars { $0 == "&" ? "&&" : nil }
    try check(worksheet_set_header(sheet, "&R\(marks)"))
    try check(worksheet_set_footer(sheet, "&C&P／&N"))
  }

  private func write(_ text: String, _ row: Int, _ column: Int, _ style: Styles.Format) throws(WorkbookError) {
    try check(worksheet_write_string(sheet, UInt32(row), UInt16(column), text.inCellLines, style))
  }

  /// - Parameter size: of the type, in points; a point is 4/3 pixels, and a cell half as wide as the type is high.
  private static func lines(of text: String, size: Double, in width: Int) -> [String] {
    text.sanitizedLines.wrapped(to: Int(Double(width - 12) / (size * 2 / 3)))
  }

  /// - Parameter lines: the sizes of all lines added, in points.
  private func setHeight(of row: Int, _ lines: Double) throws(WorkbookError) {
    // Excel's limit is 409 points.
    try check(worksheet_set_row(sheet, UInt32(row), min(lines * 1.5 + 8, 409), nil))
  }
}

/// Texts as C holds them, for as long as this is there.
private final class CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ texts: [String]) {
    pointers = texts.map { text in
      let text = text.utf8CString
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: text.count)
      text.withUnsafeBufferPointer { if let start = $0.baseAddress { copy.initialize(from: start, count: $0.count) } }
      return copy
    }
  }

  deinit { for pointer in pointers { pointer?.deallocate() } }
}
