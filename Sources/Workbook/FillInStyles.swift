import CWorkbook

/// The formats of a form's cells; they belong to the workbook.
struct FillInStyles {
  let title, left, columnHeading, heading, text, mark: Styles.Format
  let code, question, asked, guidance, meaning, state: Styles.Format
  /// To be written in: a choice, a number typed as it is, and words.
  let answer, typed, words: Styles.Format
  /// A cell in which nothing goes.
  let closed: Styles.Format
  /// What a row turns to that need not be filled in.
  let grey: Styles.Format

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) {
    func format(size: Double, _ setUp: (Styles.Format) -> Void = { _ in }) throws(WorkbookError) -> Styles.Format {
      guard let format = workbook_add_format(workbook) else { throw .memory(code: 0) }
      format_set_font_name(format, "游ゴシック")
      format_set_font_size(format, size)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      setUp(format)
      return format
    }
    func framed(_ format: Styles.Format) {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xA0A8B0)
      format_set_text_wrap(format)
    }
    func open(_ format: Styles.Format) {
      framed(format)
      format_set_bg_color(format, 0xFFFBE0)
      format_set_unlocked(format)
    }
    title = try format(size: 14) { format_set_bold($0) }
    left = try format(size: 12) { format in
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    columnHeading = try format(size: 11) { format in
      framed(format)
      format_set_bold(format)
      format_set_bg_color(format, 0xE6ECF4)
    }
    heading = try format(size: 13) { format in
      format_set_bold(format)
      format_set_text_wrap(format)
    }
    text = try format(size: 11) { format_set_text_wrap($0) }
    mark = try format(size: 7) { format in
      format_set_text_wrap(format)
      format_set_font_color(format, 0x808080)
    }
    code = try format(size: 9) { format in
      framed(format)
      format_set_font_color(format, 0x505860)
    }
    question = try format(size: 12) { format in
      framed(format)
      format_set_bold(format)
    }
    asked = try format(size: 12) { format_set_bold($0) }
    guidance = try format(size: 10)
    meaning = try format(size: 10) { format_set_font_color($0, 0x1F4E9E) }
    state = try format(size: 10) { format in
      framed(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    answer = try format(size: 11, open)
    typed = try format(size: 12) { format in
      open(format)
      // As text: a number of twelve digits would be rounded on the screen, and lose the naughts before it.
      format_set_num_format(format, "@")
    }
    words = try format(size: 10) { format in
      open(format)
      format_set_num_format(format, "@")
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    closed = try format(size: 10, framed)
    grey = try format(size: 10) { format in
      format_set_font_color(format, 0x909090)
      format_set_bg_color(format, 0xE8E8E8)
    }
  }
}
