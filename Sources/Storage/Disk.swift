import Glibc

/// The few things that are done with files and folders: whole files, private, and never half.
public enum Disk {
  public static func read(_ path: String) throws(StorageError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StorageError(errno: errno, path: path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw StorageError(errno: errno, path: path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size) + 1)
    var length = 0
    while true {
      if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress.map { $0 + length }, $0.count - length)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw StorageError(errno: errno, path: path)
      }
      if count == 0 { break }
      length += count
    }
    return Array(bytes[..<length])
  }

  /// The names in a folder, sorted by their bytes, without those that begin with a dot.
  public static func names(in path: String) throws(StorageError) -> [String] {
    guard let folder = opendir(path) else { throw StorageError(errno: errno, path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = Glibc.readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  public static func remove(_ path: String) throws(StorageError) {
    guard unlink(path) == 0 else { throw StorageError(errno: errno, path: path) }
    try synchroniseFolder(of: path)
  }

  /// Gives a folder its name at last; one that is there already is replaced only if it is empty (rename(2)).
  static func moveFolder(_ path: String, to target: String) throws(StorageError) {
    guard rename(path, target) == 0 else {
      throw errno == ENOTEMPTY ? .alreadyExists(path: target) : StorageError(errno: errno, path: target)
    }
    try synchroniseFolder(of: target)
  }

  /// Removes a folder of this program's making with all that is in it, as far as it goes.
  static func discardFolder(_ path: String) {
    for name in (try? names(in: path)) ?? [] where unlink(path + "/" + name) != 0 { discardFolder(path + "/" + name) }
    rmdir(path)
  }

  /// Makes a folder and those above it that are missing, each 0700 whatever the umask.
  public static func makeFolder(_ path: String) throws(StorageError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
      return
    }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StorageError(errno: errno, path: path) }
    guard chmod(path, 0o700) == 0 else { throw StorageError(errno: errno, path: path) }
  }

  /// The folder that `path` is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes a rename or a removal last.
  static func synchroniseFolder(of path: String) throws(StorageError) {
    let parent = folder(of: path)
    let handle = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw StorageError(errno: errno, path: parent) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw StorageError(errno: errno, path: parent) }
  }
}
