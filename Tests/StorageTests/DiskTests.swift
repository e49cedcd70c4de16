import Glibc
import Inspection
import Storage
import Testing

/// Permissions are seen with a umask of another process's choosing, so these tests take turns.
@Suite("Files and folders", .serialized) struct DiskTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func underMask<Value>(_ mask: mode_t, _ body: () throws -> Value) rethrows -> Value {
    let before = umask(mask)
    defer { umask(before) }
    return try body()
  }

  @Test func `A file is read back as written`() throws {
    for bytes in [[], [0x00, 0xFF, 0x0A], [UInt8](repeating: 0x61, count: 3_000_000)] as [[UInt8]] {
      try Disk.write(bytes, to: home.path("a"))
      #expect(try Disk.read(home.path("a")) == bytes)
    }
  }

  @Test(arguments: [0, 0o077, 0o777] as [mode_t]) func `Files are private whatever the mask`(_ mask: mode_t) throws {
    try underMask(mask) {
      try Disk.write([1], to: home.path("written"))
      try Disk.write([1], to: home.path("new"), replacing: .refused)
      try Disk.append([1], to: home.path("log"))
    }
    #expect(["written", "new", "log"].map { mode(of: home.path($0)) } == [0o600, 0o600, 0o600])
  }

  @Test(arguments: [0, 0o077] as [mode_t]) func `Folders are private whatever the mask`(_ mask: mode_t) throws {
    try underMask(mask) { try Disk.makeFolder(home.path("a/b/c")) }
    #expect(["a", "a/b", "a/b/c"].map { mode(of: home.path($0)) } == [0o700, 0o700, 0o700])
  }

  @Test func `Nothing is left beside a file`() throws {
    try Disk.write([1], to: home.path("a"))
    try Disk.write([2], to: home.path("a"))
    #expect(throws: StorageError.alreadyExists(path: home.path("a"))) {
      try Disk.write([3], to: home.path("a"), replacing: .refused)
    }
    #expect(everything(in: home.path) == ["a"])
    #expect(try Disk.read(home.path("a")) == [2])
  }

  @Test func `A link is replaced and its target is not touched`() throws {
    try Disk.write([1], to: home.path("target"))
    #expect(symlink(home.path("target"), home.path("link")) == 0)
    try Disk.write([2], to: home.path("link"))
    #expect(try Disk.read(home.path("target")) == [1])
  }

  /// Noon in Tokyo is 03:00 UTC.
  @Test func `A dated file tells only its day`() throws {
    let day = try #require(CalendarDay(iso: "2026-11-24"))
    try Disk.write([1], to: home.path("a"), dated: day)
    #expect(modified(home.path("a")) == 1_795_489_200)
  }

  @Test func `What is wrong is told by its kind and path`() throws {
    try Disk.write([1], to: home.path("file"))
    #expect(throws: StorageError.notFound(path: home.path("no"))) { try Disk.read(home.path("no")) }
    #expect(throws: StorageError.notFound(path: home.path("no"))) { try Disk.write([1], to: home.path("no/a")) }
    #expect(throws: StorageError.notAFolder(path: home.path("file"))) { try Disk.makeFolder(home.path("file")) }
    #expect(throws: StorageError.notAFolder(path: home.path("file"))) { try Disk.names(in: home.path("file")) }
  }

  @Test func `Names are sorted by their bytes`() throws {
    for name in ["b", "a", "あ", "B", ".hidden"] { try Disk.write([], to: home.path(name)) }
    #expect(try Disk.names(in: home.path) == ["B", "a", "b", "あ"])
  }

  @Test func `What is appended stands behind what was there`() throws {
    try Disk.append([1, 2], to: home.path("log"))
    try Disk.append([3], to: home.path("log"))
    #expect(try Disk.read(home.path("log")) == [1, 2, 3])
  }

  private func everything(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
