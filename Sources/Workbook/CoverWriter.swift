import CWorkbook
import Documents

/// Writes the first worksheet: words one below the other on A4 portrait, and links to the others.
struct CoverWriter {
  let sheet: Sheet
  let cover: Spreadsheet.Cover

  /// In characters of half width: a portrait page holds them at full size.
  private static let width = 96
  /// Letters of 11 points are wider than Excel's unit.
  private static let wrapped = 90
  private static let wrappedTitle = 68
  private static let line = 17.5
  private static let titleLine = 24.0

  func write(title: String, marks: [String]) throws(WorkbookError) {
    try sheet.setWidth(of: 0, to: Self.width)
    let words = ([title] + marks).joined(separator: " ")
    try sheet.setHeight(of: 0, for: [words], in: [Self.wrappedTitle], line: Self.titleLine)
    try sheet.write(words, 0, 0, sheet.styles.coverTitle)
    for (index, line) in cover.lines.enumerated() { try write(line, index + 2) }
    try check(worksheet_print_area(sheet.pointer, 0, 0, UInt32(cover.lines.count + 1), 0))
    try sheet.setUpPaper(title: title, name: cover.name, marks: marks)
  }

  private func write(_ line: Spreadsheet.Cover.Line, _ row: Int) throws(WorkbookError) {
    switch line {
    case .heading(let text):
      try sheet.setHeight(of: row, for: [text], in: [Self.wrapped], line: Self.line, more: 10)
      try sheet.write(text, row, 0, sheet.styles.chapter)
    case .text(let text):
      try setHeight(of: row, for: text)
      try sheet.write(text, row, 0, sheet.styles.line)
    case .link(let name, let text):
      let words = "\(name)：\(text)"
      try setHeight(of: row, for: words)
      try check(
        worksheet_write_url_opt(
          sheet.pointer, UInt32(row), 0, "internal:'\(name)'!A1", sheet.styles.link, words.inCell, nil))
    }
  }

  private func setHeight(of row: Int, for text: String) throws(WorkbookError) {
    try sheet.setHeight(of: row, for: [text], in: [Self.wrapped], line: Self.line)
  }
}
