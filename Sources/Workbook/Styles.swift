import CWorkbook

/// The formats of cells; they belong to the workbook.
struct Styles {
  typealias Format = UnsafeMutablePointer<lxw_format>

  /// In points; printed at `PaperWidth.leastScale` and more it is 8 and more.
  static let size = 10.0
  /// Of a line of that size, in points.
  static let line = 16.0

  let title: Format
  /// The same on more than one line.
  let coverTitle: Format
  let heading: Format
  let text: Format
  /// Words that ask for a look.
  let marked: Format
  let count: Format
  /// To one decimal.
  let rate: Format
  /// The same of a rate that is a concern: `*` before it, so that it is told without a colour.
  let concern: Format
  let wholePercent: Format
  /// A difference in percent points, always with its sign.
  let points: Format
  let note: Format
  let chapter: Format
  let line: Format
  let link: Format

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    func format(_ setUp: (Format) -> Void) throws(WorkbookError) -> Format {
      guard let format = workbook_add_format(workbook) else { throw .memory(code: 0) }
      format_set_font_name(format, "游ゴシック")
      format_set_font_size(format, Self.size)
      setUp(format)
      return format
    }
    func words(_ setUp: (Format) -> Void = { _ in }) throws(WorkbookError) -> Format {
      try format {
        frame($0)
        format_set_text_wrap($0)
        setUp($0)
      }
    }
    func number(_ numberFormat: String, _ setUp: (Format) -> Void = { _ in }) throws(WorkbookError) -> Format {
      try format {
        frame($0)
        format_set_num_format($0, numberFormat)
        format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
        setUp($0)
      }
    }
    title = try format {
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    coverTitle = try format {
      wrap($0)
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    heading = try words {
      format_set_bold($0)
      format_set_bg_color($0, 0xE6ECF4)
    }
    text = try words()
    marked = try words(emphasize)
    count = try number("#,##0")
    rate = try number("0.0%")
    concern = try number("\"*\"0.0%", emphasize)
    wholePercent = try number("0%")
    points = try number("+0.0;-0.0;0.0")
    note = try format(wrap)
    chapter = try format {
      format_set_text_wrap($0)
      format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
      format_set_bold($0)
      format_set_font_size($0, 12)
    }
    line = try format {
      wrap($0)
      format_set_font_size($0, 11)
    }
    link = try format {
      wrap($0)
      format_set_font_size($0, 11)
      format_set_underline($0, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      format_set_font_color($0, 0x1F3864)
    }
  }
}

/// Thin lines around a cell whose words begin at its top.
private func frame(_ format: Styles.Format) {
  format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
  format_set_border_color(format, 0x808080)
  format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
}

private func wrap(_ format: Styles.Format) {
  format_set_text_wrap(format)
  format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
}

/// A colour that means concern, and bold, which a print without colours shows too.
private func emphasize(_ format: Styles.Format) {
  format_set_bold(format)
  format_set_bg_color(format, 0xFCE4D6)
}
