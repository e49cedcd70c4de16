import Glibc

/// Holds a file for this program alone until it goes away; a second program is told at once.
///
/// The lock is advisory (flock) and ends with the process, so a crash leaves nothing behind.
public final class FileLock {
  private let file: Int32

  /// Throws `busy` when another program holds it; with `waits`, waits for it instead.
  public init(_ path: String, waits: Bool = false) throws(StorageError) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageError(errno: errno, path: path) }
    var code: Int32 = 0
    repeat {
      code = flock(file, waits ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 ? 0 : errno
    } while code == EINTR
    guard code == 0 else {
      close(file)
      throw StorageError(errno: code, path: path)
    }
    self.file = file
  }

  deinit { close(file) }
}
