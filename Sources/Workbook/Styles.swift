import CWorkbook

/// The formats of cells; they belong to the workbook.
struct Styles {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let title: Format
  let heading: Format
  let text: Format
  let count: Format
  /// To one decimal.
  let rate: Format
  let wholePercent: Format
  let note: Format

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    func format(_ setUp: (Format) -> Void) throws(WorkbookError) -> Format {
      guard let format = workbook_add_format(workbook) else { throw .memory(code: 0) }
      format_set_font_name(format, "游ゴシック")
      setUp(format)
      return format
    }
    func cell(_ numberFormat: String?) throws(WorkbookError) -> Format {
      try format {
        frame($0)
        if let numberFormat {
          format_set_num_format($0, numberFormat)
          format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
        } else {
          format_set_text_wrap($0)
        }
      }
    }
    title = try format {
      format_set_bold($0)
      format_set_font_size($0, 14)
    }
    heading = try format {
      frame($0)
      format_set_bold($0)
      format_set_text_wrap($0)
      format_set_bg_color($0, 0xE6ECF4)
    }
    text = try cell(nil)
    count = try cell("#,##0")
    rate = try cell("0.0%")
    wholePercent = try cell("0%")
    note = try format {
      format_set_text_wrap($0)
      format_set_align($0, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }
}

/// Thin lines around a cell whose words begin at its top.
private func frame(_ format: Styles.Format) {
  format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
  format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
}
