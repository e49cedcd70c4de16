import Foundation
import Glibc

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tenken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path(percentEncoded: false)
  }

  deinit {
    _ = chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { path + "/" + name }
}

/// The permission bits of a file or folder.
func mode(of path: String) -> mode_t {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}

/// Seconds since 1970 of the last change of a file.
func modified(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? status.st_mtim.tv_sec : 0
}
