import CWorkbook
public import Documents
import Glibc

/// Writes a spreadsheet as an Office Open XML workbook (ECMA-376) by libxlsxwriter; the same input gives the same bytes.
public enum WorkbookWriter {
  public static func bytes(of spreadsheet: Spreadsheet) throws(WorkbookError) -> [UInt8] {
    try bytes(created: spreadsheet.created) { workbook throws(WorkbookError) in
      let styles = try Styles(of: workbook)
      for worksheet in spreadsheet.worksheets {
        let sheet = try sheet(worksheet.name, in: workbook)
        try WorksheetWriter(workbook: workbook, sheet: sheet, styles: styles, worksheet: worksheet)
          .write(title: spreadsheet.title, marks: spreadsheet.marks)
      }
    }
  }

  /// The form as a workbook of two sheets, of which the second is hidden.
  public static func bytes(of form: FillInSheet) throws(WorkbookError) -> [UInt8] {
    try bytes(created: form.created) { workbook throws(WorkbookError) in
      let shown = try sheet(form.name, in: workbook)
      try FillInWriter(sheet: shown, styles: FillInStyles(of: workbook), form: form).write()
      let hidden = try sheet(hiddenName, in: workbook)
      for (row, line) in form.hidden.enumerated() {
        try check(worksheet_write_string(hidden, UInt32(row), 0, line.inCell, nil))
      }
      worksheet_protect(hidden, nil, nil)
      worksheet_hide(hidden)
    }
  }

  private static let hiddenName = "tenken"

  private typealias Fill = (UnsafeMutablePointer<lxw_workbook>) throws(WorkbookError) -> Void

  private static func bytes(created: Int, _ fill: Fill) throws(WorkbookError) -> [UInt8] {
    let file = try MemoryFile()
    guard let workbook = make(at: file.path) else { throw .memory(code: 0) }
    // Closing frees the workbook, so that it is closed whatever happens.
    var fault: WorkbookError?
    do throws(WorkbookError) {
      var properties = lxw_doc_properties()
      properties.created = time_t(created)
      try check(workbook_set_properties(workbook, &properties))
      try fill(workbook)
    } catch {
      fault = error
    }
    let closed = workbook_close(workbook)
    if let fault { throw fault }
    try check(closed)
    return try file.bytes()
  }

  private static func sheet(
    _ name: String, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(workbook, name) else { throw .memory(code: 0) }
    return sheet
  }

  /// The library's own working files, removed as soon as they are open, stand in memory too where there is such a folder.
  private static func make(at path: String) -> UnsafeMutablePointer<lxw_workbook>? {
    var folder = Array("/dev/shm".utf8CString)
    return folder.withUnsafeMutableBufferPointer { folder in
      var options = lxw_workbook_options()
      options.tmpdir = folder.baseAddress
      return workbook_new_opt(path, &options)
    }
  }
}

/// Throws what libxlsxwriter answered, unless it is that all is well.
func check(_ answer: lxw_error) throws(WorkbookError) {
  guard answer == LXW_NO_ERROR else { throw .library(code: answer.rawValue) }
}

/// A file that stands in memory alone, for libraries that write only to a path.
struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(WorkbookError) {
    descriptor = cw_memory_file()
    guard descriptor >= 0 else { throw .memory(code: errno) }
  }

  deinit { close(descriptor) }

  /// Opens the same memory.
  var path: String { "/proc/self/fd/\(descriptor)" }

  func bytes() throws(WorkbookError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .memory(code: errno) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, done)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .memory(code: errno) }
      done += count
    }
    return bytes
  }
}

/// What libxlsxwriter or the memory it writes to did not allow; facts only.
public enum WorkbookError: Error, Equatable, Sendable {
  /// With errno.
  case memory(code: Int32)
  /// With libxlsxwriter's `lxw_error`.
  case library(code: UInt32)
  /// A list to choose from takes more than the 255 bytes that a cell can hold.
  case listTooLong
}
