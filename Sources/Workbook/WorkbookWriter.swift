import CWorkbook
public import Documents
import Glibc

/// Writes a spreadsheet as an Office Open XML workbook (ECMA-376) by libxlsxwriter; the same input gives the same bytes.
public enum WorkbookWriter {
  public static func bytes(of spreadsheet: Spreadsheet) throws(WorkbookError) -> [UInt8] {
    let file = try MemoryFile()
    guard let workbook = make(at: file.path) else { throw .memory(code: 0) }
    // Closing frees the workbook, so that it is closed whatever happens.
    var fault: WorkbookError?
    do throws(WorkbookError) {
      try fill(workbook, with: spreadsheet)
    } catch {
      fault = error
    }
    let closed = workbook_close(workbook)
    if let fault { throw fault }
    try check(closed)
    return try file.bytes()
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

  private static func fill(
    _ workbook: UnsafeMutablePointer<lxw_workbook>, with spreadsheet: Spreadsheet
  ) throws(WorkbookError) {
    var properties = lxw_doc_properties()
    properties.created = time_t(spreadsheet.created)
    try check(workbook_set_properties(workbook, &properties))
    let styles = try Styles(of: workbook)
    for worksheet in spreadsheet.worksheets {
      guard let sheet = workbook_add_worksheet(workbook, worksheet.name) else { throw .memory(code: 0) }
      try WorksheetWriter(workbook: workbook, sheet: sheet, styles: styles, worksheet: worksheet)
        .write(title: spreadsheet.title, marks: spreadsheet.marks)
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
}
