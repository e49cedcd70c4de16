import Characters
import Formats
import Glibc

/// The few things that are done with files and folders: whole files, private, and never half.
///
/// Existence is what the system's answer says: only «no such entry» is absence, every other answer is an error.
public enum Disk {
  // MARK: Reading

  /// A whole regular file; a link is followed, since the person named it.
  ///
  /// Throws `notAFile` for whatever is no regular file, without waiting for it, and `tooLarge` beyond `limit`.
  public static func read(_ path: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8] {
    let file = open(path, reading)
    guard file >= 0 else { throw failure(toOpen: path) }
    return try content(of: file, upTo: limit, path: path)
  }

  /// The same; nil where there is no such entry.
  public static func readIfAny(_ path: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8]? {
    do throws(StorageError) { return try read(path, upTo: limit) } catch {
      guard case .notFound = error else { throw error }
      return nil
    }
  }

  /// A whole regular file below a folder, reached through no link: what stands in a round is in the round.
  ///
  /// - Parameter name: one or more names with a slash between them.
  static func read(_ name: String, in folder: String, upTo limit: SizeLimit) throws(StorageError) -> [UInt8] {
    try content(of: try openFile(name, in: folder), upTo: limit, path: folder + "/" + name)
  }

  /// The same of a file of lines, which is read in blocks and never as a whole.
  ///
  /// - Parameter body: gets the blocks and the last `count` bytes.
  static func lines<Value>(
    of name: String, in folder: String, upTo limit: SizeLimit, last count: Int,
    _ body: (LineBlocks, ArraySlice<UInt8>) throws(StorageError) -> Value
  ) throws(StorageError) -> Value {
    let (file, path) = (try openFile(name, in: folder), folder + "/" + name)
    defer { close(file) }
    let size = try size(of: file, upTo: limit, path: path)
    var end = [UInt8](repeating: 0, count: min(size, count))
    let length = end.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(size - $0.count)) }
    guard length >= 0 else { throw StorageError(errno: errno, path: path) }
    return try body(LineBlocks(of: file, size: size, path: path), end[..<length])
  }

  private static func openFile(_ name: String, in folder: String) throws(StorageError) -> Int32 {
    var place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    var path = folder
    guard place >= 0 else { throw failure(toOpen: path) }
    let steps = name.split(separator: "/").map(String.init)
    for (index, step) in steps.enumerated() {
      path += "/" + step
      let flags = index + 1 == steps.count ? reading : O_RDONLY | O_DIRECTORY | O_CLOEXEC
      let next = openat(place, step, flags | O_NOFOLLOW)
      let code = errno
      close(place)
      guard next >= 0 else {
        // A link on the way is «no folder» to the system.
        let isLink = code == ELOOP || code == ENOTDIR && entry(at: path).flatMap(FileKind.init) == .link
        throw isLink ? .notAFile(path: path, .link) : failure(code, toOpen: path)
      }
      place = next
    }
    return place
  }

  /// Never waits for a pipe's other end, nor takes a terminal.
  private static let reading = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  private static func content(of file: Int32, upTo limit: SizeLimit, path: String) throws(StorageError) -> [UInt8] {
    defer { close(file) }
    // One byte more than it says, so that the end is met in the same call.
    var bytes = [UInt8](repeating: 0, count: try size(of: file, upTo: limit, path: path) + 1)
    var length = 0
    while true {
      guard length <= limit.bytes else { throw .tooLarge(path: path, limit: limit) }
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
    return length == bytes.count ? bytes : Array(bytes[..<length])
  }

  /// Of a regular file; any other is refused.
  private static func size(of file: Int32, upTo limit: SizeLimit, path: String) throws(StorageError) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw StorageError(errno: errno, path: path) }
    if let kind = FileKind(status) { throw .notAFile(path: path, kind) }
    guard status.st_size <= limit.bytes else { throw .tooLarge(path: path, limit: limit) }
    return Int(status.st_size)
  }

  private static func failure(_ code: Int32 = errno, toOpen path: String) -> StorageError {
    // A socket cannot be opened; a link that leads nowhere is there, and what it stood for is missing.
    if code == ENXIO { return .notAFile(path: path, .socket) }
    if code == ENOENT, entry(at: path) != nil { return .danglingLink(path: path) }
    return StorageError(errno: code, path: path)
  }

  // MARK: What is there

  /// Whether there is an entry of that name, a link that leads nowhere included.
  public static func exists(_ path: String) throws(StorageError) -> Bool {
    if entry(at: path) != nil { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw StorageError(errno: errno, path: path) }
    return false
  }

  /// Whether a folder stands there, links followed; false where that cannot be told.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entry(at path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// The names in a folder, sorted by their bytes, those that begin with a dot included.
  ///
  /// Throws `nameNotUTF8` where a name is no text, since it could not be told nor opened by its name.
  public static func names(in path: String) throws(StorageError) -> [String] {
    guard let folder = opendir(path) else { throw StorageError(errno: errno, path: path) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      // readdir tells an error from the end only by errno.
      errno = 0
      guard let entry = Glibc.readdir(folder) else {
        guard errno == 0 else { throw StorageError(errno: errno, path: path) }
        break
      }
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else { throw .nameNotUTF8(folder: path) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  // MARK: Removing

  /// Removes a file; throws where there is none.
  public static func remove(_ path: String) throws(StorageError) {
    guard unlink(path) == 0 else { throw StorageError(errno: errno, path: path) }
    try synchroniseFolder(of: path)
  }

  /// Removes a file that may be there or not.
  static func removeIfAny(_ path: String) throws(StorageError) {
    do throws(StorageError) { try remove(path) } catch {
      guard case .notFound = error else { throw error }
    }
  }

  /// Where a new folder is filled before `moveFolder` gives it its name; a name that nobody has.
  static func draftFolder(for path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return folder(of: path) + "/.tenken-\(name)-\(UInt32.random(in: 0...UInt32.max))"
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

  // MARK: Folders

  /// Makes a folder and those above it that are missing, each 0700 whatever the umask.
  public static func makeFolder(_ path: String) throws(StorageError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
      return
    }
    guard errno == ENOENT else { throw StorageError(errno: errno, path: path) }
    let parent = folder(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw StorageError(errno: errno, path: path) }
    guard chmod(path, 0o700) == 0 else { throw StorageError(errno: errno, path: path) }
  }

  /// The folder that `path` is in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last name of `path`.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// Makes a rename or a removal last.
  static func synchroniseFolder(of path: String) throws(StorageError) {
    let parent = folder(of: path)
    let handle = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw StorageError(errno: errno, path: parent) }
    defer { close(handle) }
    try synchronise(handle, path: parent)
  }

  static func synchronise(_ file: Int32, path: String) throws(StorageError) {
    while fsync(file) != 0 {
      guard errno == EINTR else { throw StorageError(errno: errno, path: path) }
    }
  }
}

/// What stands where a regular file is wanted.
public enum FileKind: Equatable, Sendable {
  case folder, pipe, socket, device
  /// Where no link is followed.
  case link

  /// nil for a regular file.
  init?(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: self = .folder
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    case S_IFLNK: self = .link
    default: self = .device
    }
  }
}

/// Makes sure that an id from a file or a person can be a file name and leads nowhere else.
enum SafeName {
  /// Throws `unsafeName` for an empty name, one that begins with a dot, or one with a slash or anything that nobody sees.
  static func check(_ name: String) throws(StorageError) -> String {
    let isSafe =
      !name.isEmpty && name.unicodeScalars.first != "." && name.utf8.count <= 200
      && !name.containsScalar("/") && name.isSeen
    guard isSafe else { throw .unsafeName(name) }
    return name
  }
}

/// The most bytes that a file of a sort may have; a larger one is refused by name before it is read (docs/formats.md).
public struct SizeLimit: Equatable, Sendable {
  public let bytes: Int

  /// Settings, policy, checklists, the review.
  public static let yaml = SizeLimit(bytes: Limits.yamlBytes)
  /// Drafts, codes, results.
  public static let json = SizeLimit(bytes: Limits.jsonBytes)
  /// Rosters, forms and lists.
  public static let table = SizeLimit(bytes: Limits.tableBytes)
  /// As the room of documents parses them.
  public static let template = SizeLimit(bytes: 1 << 20)
  /// A log, and the lists that are kept with an edition: half a million lines.
  public static let log = SizeLimit(bytes: 64 << 20)
  /// A box: ten million sheets. One that is added to has at most 999 people and stays under 5 MB.
  public static let box = SizeLimit(bytes: 16 << 30)
}
