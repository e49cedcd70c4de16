import CWorkbook
public import Documents
import Glibc

/// Writes a spreadsheet as an Office Open XML workbook (ECMA-376) by libxlsxwriter; the same input gives the same bytes.
public enum WorkbookWriter {
  /// The spreadsheet as the bytes of a workbook; throws before anything is written what Excel would object to.
  public static func bytes(of spreadsheet: Spreadsheet) throws(WorkbookError) -> [UInt8] {
    if let fault = TableRules.fault(in: spreadsheet.worksheets) { throw .table(fault) }
    return try bytes(title: spreadsheet.title, spreadsheet.properties) { workbook throws(WorkbookError) in
      let styles = try Styles(of: workbook)
      func sheet(_ name: String) throws(WorkbookError) -> Sheet {
        Sheet(workbook: workbook, pointer: try Self.sheet(name, in: workbook), styles: styles)
      }
      let (title, marks) = (spreadsheet.title, spreadsheet.marks)
      if let cover = spreadsheet.cover {
        try CoverWriter(sheet: sheet(cover.name), cover: cover).write(title: title, marks: marks)
      }
      for worksheet in spreadsheet.worksheets {
        try WorksheetWriter(sheet: sheet(worksheet.name), worksheet: worksheet).write(title: title, marks: marks)
      }
    }
  }

  /// The form as a workbook of two sheets, of which the second is hidden.
  public static func bytes(of form: FillInSheet) throws(WorkbookError) -> [UInt8] {
    try bytes(title: form.title, .init(subject: "", author: "", created: form.created)) {
      workbook throws(WorkbookError) in
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

  private static func bytes(
    title: String, _ properties: Spreadsheet.Properties, _ fill: Fill
  ) throws(WorkbookError) -> [UInt8] {
    guard cw_load() != 0 else { throw .libraryMissing }
    let file = try MemoryFile()
    guard let workbook = make(at: file.path) else { throw .memory(code: 0) }
    // Closing frees the workbook, so that it is closed whatever happens.
    var fault: WorkbookError?
    do throws(WorkbookError) {
      try set(properties, title: title, of: workbook)
      try fill(workbook)
    } catch {
      fault = error
    }
    let closed = workbook_close(workbook)
    if let fault { throw fault }
    try check(closed)
    return try file.bytes()
  }

  private static func set(
    _ properties: Spreadsheet.Properties, title: String, of workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(WorkbookError) {
    let texts = [title, properties.subject, properties.author, properties.company].map(\.inCell)
    try withCopies(of: texts) { words throws(WorkbookError) in
      var written = lxw_doc_properties()
      // An empty property is none.
      let given = zip(words, texts).map { $1.isEmpty ? nil : $0 }
      (written.title, written.subject, written.author, written.company) = (given[0], given[1], given[2], given[3])
      written.created = time_t(properties.created)
      try check(workbook_set_properties(workbook, &written))
    }
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
  /// libxlsxwriter is not on this computer.
  case libraryMissing
  /// With errno.
  case memory(code: Int32)
  /// With libxlsxwriter's `lxw_error`.
  case library(code: UInt32)
  /// A list to choose from takes more than the 255 bytes that a cell can hold.
  case listTooLong
  /// Nothing is written of what Excel would object to.
  case table(TableFault)
}
