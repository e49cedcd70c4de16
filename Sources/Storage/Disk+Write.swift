import CFiles
import Glibc

/// Whether a file may be there already.
public enum Replacing: Sendable {
  case allowed
  /// The file must be new; one that is there stays as it is.
  case refused
}

/// When a new file gets a name.
enum Naming: CaseIterable, Sendable {
  /// When it is whole (open(2), `O_TMPFILE`), where the file system and `/proc` allow it; otherwise at once.
  case late
  /// Its temporary name at once, as where a file without a name cannot be had.
  case early
}

extension Disk {
  /// Saves a whole file, 0600 whatever the umask: a file without a name, fsync, the name, fsync of the folder.
  ///
  /// A reader sees the old file or the new one, never a half, whatever happens in between. What a crash can leave behind is
  /// a whole file under `temporaryName`, which the next writing takes away.
  /// A device or a pipe, such as `/dev/null`, is written to and never replaced.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Replacing = .allowed
  ) throws(StorageError) {
    try write(bytes, to: path, replacing: replacing, naming: .late)
  }

  static func write(
    _ bytes: [UInt8], to path: String, replacing: Replacing = .allowed, naming: Naming
  ) throws(StorageError) {
    if isDevice(path) { return try send(bytes, to: path) }
    let temporary = temporaryName(for: path)
    var isNamed = false
    var file: Int32 = -1
    if naming == .late, access("/proc/self/fd", X_OK) == 0 {
      file = cf_open_nameless(folder(of: path))
    }
    if file < 0 {
      unlink(temporary)
      file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      isNamed = true
    }
    guard file >= 0 else { throw StorageError(errno: errno, path: folder(of: path)) }
    defer { close(file) }
    do throws(StorageError) {
      guard fchmod(file, 0o600) == 0 else { throw StorageError(errno: errno, path: path) }
      try writeAll(bytes, to: file, path: path)
      try synchronise(file, path: path)
      try publish(file, isNamed ? temporary : nil, as: path, replacing: replacing)
    } catch {
      if isNamed { unlink(temporary) }
      throw error
    }
    try synchroniseFolder(of: path)
  }

  /// The name under which a new `path` stands for a moment before it takes the old one's place.
  static func temporaryName(for path: String) -> String { folder(of: path) + "/." + name(of: path) + ".new" }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, let kind = FileKind(status) else { return false }
    return kind != .folder
  }

  private static func send(_ bytes: [UInt8], to path: String) throws(StorageError) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(file) }
    try writeAll(bytes, to: file, path: path)
  }

  // MARK: The name

  private static func publish(
    _ file: Int32, _ temporary: String?, as path: String, replacing: Replacing
  ) throws(StorageError) {
    switch replacing {
    case .refused:
      let code = if let temporary { claim(path, for: temporary) } else { link(file, as: path) }
      guard code == 0 else { throw StorageError(errno: errno, path: path) }
    case .allowed:
      guard try replace(path, with: file, temporary) else { throw StorageError(errno: errno, path: path) }
    }
  }

  /// Gives a file its new name, which nothing may have.
  private static func claim(_ path: String, for temporary: String) -> Int32 {
    if cf_rename_new(temporary, path) == 0 { return 0 }
    guard errno == EINVAL || errno == ENOSYS else { return -1 }
    // A file system that does not know the flag: the name is taken first.
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { return -1 }
    close(claim)
    return rename(temporary, path)
  }

  /// Gives the file its name over the old one; false with errno where that cannot be done.
  private static func replace(_ path: String, with file: Int32, _ temporary: String?) throws(StorageError) -> Bool {
    if let temporary { return rename(temporary, path) == 0 }
    let name = temporaryName(for: path)
    // Somebody else who writes the same file may take the temporary name away between two calls.
    for _ in 1...100 {
      unlink(name)
      guard link(file, as: name) == 0 else {
        if errno == EEXIST { continue }
        return false
      }
      if rename(name, path) == 0 { return true }
      let code = errno
      unlink(name)
      guard code == ENOENT else {
        errno = code
        return false
      }
    }
    errno = EBUSY
    return false
  }

  /// Gives a file without a name its first one (open(2), `O_TMPFILE`).
  private static func link(_ file: Int32, as name: String) -> Int32 {
    linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, name, AT_SYMLINK_FOLLOW)
  }

  // MARK: The bytes

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
}
