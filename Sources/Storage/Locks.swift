import CFiles
import Glibc

/// Holds a folder for this program alone until it goes away.
///
/// The lock is advisory (flock(2)), lies on the folder itself and ends with the process, so that nothing stays behind,
/// neither after a crash nor otherwise.
public final class FolderLock {
  private let folder: Int32

  /// Waits until nobody else holds the folder, or throws `busy` where it must not wait.
  ///
  /// Throws `cannotLock` on a file system that keeps out only the programs of one machine.
  public init(_ path: String, waiting: Bool = true) throws(StorageError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw StorageError(errno: errno, path: path) }
    do throws(StorageError) {
      if let name = FileSystem.sharedName(of: folder) { throw .cannotLock(path: path, fileSystem: name) }
      try lock(folder, waiting ? LOCK_EX : LOCK_EX | LOCK_NB, path: path)
    } catch {
      close(folder)
      throw error
    }
    self.folder = folder
  }

  /// A process that is being started has copies of all that is open until its program runs: closing alone would leave
  /// the lock to it.
  deinit {
    flock(folder, LOCK_UN)
    close(folder)
  }

  /// Throws what `init` would throw at the end of an hour's work, without waiting for anybody: `cannotLock`, or that
  /// nothing can be written there.
  ///
  /// - Parameter mounts: the text of proc_pid_mountinfo(5); nil where it cannot be read.
  static func check(_ path: String, mounts: String? = FileSystem.mounts) throws(StorageError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(folder) }
    if let name = FileSystem.sharedName(of: folder, in: mounts) { throw .cannotLock(path: path, fileSystem: name) }
    guard faccessat(folder, ".", W_OK, AT_EACCESS) == 0 else { throw StorageError(errno: errno, path: path) }
  }
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

/// What kind of file system a folder lies on, as far as locking is concerned.
enum FileSystem {
  /// Those whose flock(2) is not known to every machine that writes to them, by their names in proc_pid_mountinfo(5).
  ///
  /// NFS and SMB turn it into locks on ranges of bytes, which a folder has not; the others keep it to themselves.
  static let shared: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs",
    "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2",
    "fuse.vmhgfs-fuse", "fuse.s3fs", "fuse.juicefs", "fuse.onedriver",
  ]

  /// What is mounted for this process; nil where it cannot be read.
  static var mounts: String? {
    (try? Disk.read("/proc/self/mountinfo", upTo: .log)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The name of the file system that an open folder lies on, if it is one of those.
  static func sharedName(of folder: Int32, in mounts: String? = FileSystem.mounts) -> String? {
    var status = stat()
    guard fstat(folder, &status) == 0, let mounts else { return nil }
    let device = "\(cf_device_major(UInt64(status.st_dev))):\(cf_device_minor(UInt64(status.st_dev)))"
    let name = name(ofDevice: device, in: mounts)
    return name.flatMap { shared.contains($0) ? $0 : nil }
  }

  /// The file system of a device `major:minor` in the text of mountinfo; nil where it names none.
  static func name(ofDevice device: String, in mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }
}
