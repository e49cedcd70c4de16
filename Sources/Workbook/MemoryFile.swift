import CWorkbook
import Glibc

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
