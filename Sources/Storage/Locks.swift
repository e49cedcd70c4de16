import Glibc

/// Holds a folder for this program alone until it goes away.
///
/// The lock is advisory (flock(2)), lies on the folder itself and ends with the process, so that nothing stays behind,
/// neither after a crash nor otherwise.
public final class FolderLock {
  private let folder: Int32

  /// Waits until nobody else holds the folder.
  ///
  /// Throws `cannotLock` on a file system that keeps out only the programs of one machine.
  public init(_ path: String) throws(StorageError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw StorageError(errno: errno, path: path) }
    do throws(StorageError) {
      if let name = FileSystem.sharedName(of: folder) { throw .cannotLock(path: path, fileSystem: name) }
      try lock(folder, LOCK_EX, path: path)
    } catch {
      close(folder)
      throw error
    }
    self.folder = folder
  }

  deinit { close(folder) }
}

/// Holds a draft for this program alone until it goes away; a second program is told at once.
///
/// The lock's file goes while it is held. Whoever waits at its door is then let in to a file that has no name any more,
/// and looks again.
public final class DraftLock {
  private let path: String
  private let file: Int32

  /// Throws `busy` when another program holds it.
  init(_ path: String) throws(StorageError) {
    self.path = path
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
      guard file >= 0 else { throw StorageError(errno: errno, path: path) }
      do throws(StorageError) { try lock(file, LOCK_EX | LOCK_NB, path: path) } catch {
        close(file)
        throw error
      }
      if Self.isNamed(file, path) {
        self.file = file
        return
      }
      close(file)
    }
  }

  deinit {
    unlink(path)
    close(file)
  }

  private static func isNamed(_ file: Int32, _ path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(file, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }
}

private func lock(_ file: Int32, _ operation: Int32, path: String) throws(StorageError) {
  while flock(file, operation) != 0 {
    switch errno {
    case EINTR: continue
    case ENOLCK, EOPNOTSUPP, ENOSYS, EINVAL: throw .cannotLock(path: path, fileSystem: nil)
    default: throw StorageError(errno: errno, path: path)
    }
  }
}
