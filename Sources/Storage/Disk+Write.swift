import Glibc
public import Inspection

/// Whether a file may be there already.
public enum Replacing: Sendable {
  case allowed
  /// The file must be new; one that is there stays as it is.
  case refused
}

extension Disk {
  /// Saves a whole file, 0600 whatever the umask: temporary file in the same folder, fsync, rename, fsync of the folder.
  ///
  /// A reader sees the old file or the new one, never a half, whatever happens in between.
  /// A device or a pipe, such as `/dev/null`, is written to and never replaced.
  ///
  /// - Parameter dated: the day that the file's date is set to, at noon in Tokyo, so that it tells nothing.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Replacing = .allowed, dated day: CalendarDay? = nil
  ) throws(StorageError) {
    if isDevice(path) { return try send(bytes, to: path) }
    let temporary = folder(of: path) + "/.tenken-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageError(errno: errno, path: folder(of: path)) }
    do throws(StorageError) {
      defer { close(file) }
      guard fchmod(file, 0o600) == 0 else { throw StorageError(errno: errno, path: path) }
      try writeAll(bytes, to: file, path: path)
      if let day { try date(file, day, path: path) }
      guard fsync(file) == 0 else { throw StorageError(errno: errno, path: path) }
    } catch {
      unlink(temporary)
      throw error
    }
    try publish(temporary, as: path, replacing: replacing)
    try synchroniseFolder(of: path)
  }

  /// Adds to the end of a file in one write, and makes it last.
  public static func append(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(file) }
    guard fchmod(file, 0o600) == 0 else { throw StorageError(errno: errno, path: path) }
    try writeAll(bytes, to: file, path: path)
    guard fsync(file) == 0 else { throw StorageError(errno: errno, path: path) }
    try synchroniseFolder(of: path)
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  private static func send(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(file) }
    try writeAll(bytes, to: file, path: path)
  }

  private static func publish(_ temporary: String, as path: String, replacing: Replacing) throws(StorageError) {
    let code =
      switch replacing {
      case .allowed: rename(temporary, path) == 0 ? 0 : errno
      case .refused: publishNew(temporary, as: path)
      }
    guard code == 0 else {
      unlink(temporary)
      throw StorageError(errno: code, path: path)
    }
  }

  /// A hard link fails where a rename would replace; shared folders without links have the name claimed first. Gives errno.
  private static func publishNew(_ temporary: String, as path: String) -> Int32 {
    if link(temporary, path) == 0 {
      unlink(temporary)
      return 0
    }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { return errno }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { return errno }
    close(claim)
    return rename(temporary, path) == 0 ? 0 : errno
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32, path: String) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + written }, $0.count - written) }
      if count < 0 {
        if errno == EINTR { continue }
        throw StorageError(errno: errno, path: path)
      }
      written += count
    }
  }

  private static func date(_ file: Int32, _ day: CalendarDay, path: String) throws(StorageError) {
    let noon = timespec(tv_sec: day.daysSinceEpoch * 86_400 + 3 * 3_600, tv_nsec: 0)
    guard futimens(file, [noon, noon]) == 0 else { throw StorageError(errno: errno, path: path) }
  }
}
