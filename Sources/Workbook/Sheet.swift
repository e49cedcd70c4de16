import CWorkbook
import Characters
import TextLayout

/// One worksheet of the library, with the few things that every writer does to it.
struct Sheet {
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  let styles: Styles

  /// Words stay words: a text cell is never calculated.
  func write(_ text: String, _ row: Int, _ column: Int, _ style: Styles.Format) throws(WorkbookError) {
    try check(worksheet_write_string(pointer, UInt32(row), UInt16(column), text.inCell, style))
  }

  func write(_ number: Double, _ row: Int, _ column: Int, _ style: Styles.Format) throws(WorkbookError) {
    try check(worksheet_write_number(pointer, UInt32(row), UInt16(column), number, style))
  }

  func setWidth(of column: Int, to width: Int) throws(WorkbookError) {
    try check(worksheet_set_column(pointer, UInt16(column), UInt16(column), Double(width), nil))
  }

  /// As high as its longest cell wrapped: LibreOffice leaves rows low that no height is written for.
  ///
  /// - Parameter more: points beside those of the lines.
  /// - Returns: the height in points.
  @discardableResult
  func setHeight(
    of row: Int, for words: [String], in widths: [Int], line: Double = Styles.line, more: Double = 0
  ) throws(WorkbookError) -> Double {
    let lines = zip(words, widths).map { $0.sanitized.wrapped(to: max($1, 1)).count }.max() ?? 1
    // Excel's limit is 409 points.
    let height = min(Double(max(lines, 1)) * line + more, 409)
    try check(worksheet_set_row(pointer, UInt32(row), height, nil))
    return height
  }

  /// A4 with title and marks above, number and count of pages below.
  func setUpPaper(title: String, name: String, marks: [String]) throws(WorkbookError) {
    worksheet_set_paper(pointer, Self.a4)
    // In inches; narrow at the sides, and room for header and footer.
    worksheet_set_margins(pointer, 0.4, 0.4, 0.75, 0.75)
    // In headers & begins a command. Title and marks are the program's own words and short.
    let words = [title, name, marks.joined(separator: " ")].map { $0.replacingScalars { $0 == "&" ? "&&" : nil } }
    try check(worksheet_set_header(pointer, "&L\(words[0])　\(words[1])&R\(words[2])"))
    try check(worksheet_set_footer(pointer, "&C&P／&N"))
  }

  /// ECMA-376, 18.3.1.63: paperSize.
  private static let a4: UInt8 = 9
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

/// Gives C what it wants to be able to write to: copies of texts, freed when `body` is done.
func withCopies<Result>(
  of texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws(WorkbookError) -> Result
) throws(WorkbookError) -> Result {
  let copies = texts.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return try body(copies)
}
