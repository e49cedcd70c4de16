import Glibc
import Inspection
import Testing

@testable import Storage

/// Permissions are seen with a umask of another process's choosing, so these tests take turns.
@Suite("Files and folders", .serialized) struct DiskTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  private func underMask<Value>(_ mask: mode_t, _ body: () throws -> Value) rethrows -> Value {
    let before = umask(mask)
    defer { umask(before) }
    return try body()
  }

  private func bytes(_ name: String) throws -> [UInt8] { try Disk.read(home.path(name), upTo: .json) }

  // Where a file without a name cannot be had (`.early`), all is the same.

  @Test(arguments: Naming.allCases) func `A file is read back as written`(naming: Naming) throws {
    for bytes in [[], [0x00, 0xFF, 0x0A], [UInt8](repeating: 0x61, count: 3_000_000)] as [[UInt8]] {
      try Disk.write(bytes, to: home.path("a"), naming: naming)
      #expect(try self.bytes("a") == bytes)
      #expect(everything(in: home.path) == ["a"])
    }
  }

  @Test(arguments: [0, 0o077, 0o777] as [mode_t], Naming.allCases)
  func `Files are private whatever the mask`(_ mask: mode_t, naming: Naming) throws {
    try underMask(mask) {
      try Disk.write([1], to: home.path("written"), naming: naming)
      try Disk.write([1], to: home.path("new"), replacing: .refused, naming: naming)
    }
    #expect(["written", "new"].map { mode(of: home.path($0)) } == [0o600, 0o600])
  }

  @Test(arguments: [0, 0o077] as [mode_t]) func `Folders are private whatever the mask`(_ mask: mode_t) throws {
    try underMask(mask) { try Disk.makeFolder(home.path("a/b/c")) }
    #expect(["a", "a/b", "a/b/c"].map { mode(of: home.path($0)) } == [0o700, 0o700, 0o700])
  }

  @Test(arguments: Naming.allCases)
  func `A file that must be new never replaces one, nor a link that leads nowhere`(naming: Naming) throws {
    try Disk.write([1], to: home.path("a"))
    #expect(symlink(home.path("nowhere"), home.path("link")) == 0)
    for name in ["a", "link"] {
      #expect(throws: StorageError.alreadyExists(path: home.path(name))) {
        try Disk.write([3], to: home.path(name), replacing: .refused, naming: naming)
      }
    }
    #expect(everything(in: home.path) == ["a", "link"])
    #expect(try bytes("a") == [1])
  }

  @Test(arguments: Naming.allCases)
  func `Nothing is left beside a file, not even of a program that was cut short`(naming: Naming) throws {
    try Disk.write([1], to: home.path("a"))
    try Disk.write([9, 9], to: Disk.temporaryName(for: home.path("a")))
    try Disk.write([2], to: home.path("a"), naming: naming)
    #expect(everything(in: home.path) == ["a"])
    #expect(try bytes("a") == [2])
  }

  @Test(arguments: Naming.allCases)
  func `What cannot be written leaves the old file and nothing beside it`(naming: Naming) throws {
    try Disk.makeFolder(home.path("a"))
    try Disk.write([1], to: home.path("a/b"))
    #expect(throws: StorageError.self) { try Disk.write([2], to: home.path("a"), naming: naming) }
    #expect(everything(in: home.path) == ["a"])
    #expect(everything(in: home.path("a")) == ["b"])
  }

  @Test func `A link is replaced and its target is not touched`() throws {
    try Disk.write([1], to: home.path("target"))
    #expect(symlink(home.path("target"), home.path("link")) == 0)
    try Disk.write([2], to: home.path("link"))
    #expect(try bytes("target") == [1])
  }

  @Test func `A device is written to and stays`() throws {
    try Disk.write([1], to: "/dev/null")
    #expect(throws: StorageError.notAFile(path: "/dev/null", .device)) { try Disk.read("/dev/null", upTo: .json) }
  }

  @Test func `What is wrong is told by its kind and path`() throws {
    try Disk.write([1], to: home.path("file"))
    #expect(throws: StorageError.notFound(path: home.path("no"))) { try bytes("no") }
    #expect(throws: StorageError.notFound(path: home.path("no"))) { try Disk.write([1], to: home.path("no/a")) }
    #expect(throws: StorageError.notAFolder(path: home.path("file"))) { try Disk.makeFolder(home.path("file")) }
    #expect(throws: StorageError.notAFolder(path: home.path("file"))) { try Disk.names(in: home.path("file")) }
  }

  // MARK: What is there

  @Test func `Names are sorted by their bytes, hidden ones too`() throws {
    for name in ["b", "a", "あ", "B", ".hidden"] { try Disk.write([], to: home.path(name)) }
    #expect(try Disk.names(in: home.path) == [".hidden", "B", "a", "b", "あ"])
  }

  @Test func `A name that is no UTF-8 is told by its folder`() throws {
    let path = Array(home.path("").utf8) + [0xFF, 0xFE, 0]
    let file = path.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1 }
    }
    #expect(file >= 0)
    close(file)
    #expect(throws: StorageError.nameNotUTF8(folder: home.path)) { try Disk.names(in: home.path) }
  }

  @Test func `Only what the system says is not there is not there`() throws {
    #expect(symlink(home.path("nowhere"), home.path("link")) == 0)
    try Disk.write([], to: home.path("file"))
    #expect(try Disk.exists(home.path("link")))
    #expect(try !Disk.exists(home.path("no")))
    #expect(try !Disk.exists(home.path("file/below")))
    // Nobody knows what a name would be that is too long.
    #expect(throws: StorageError.self) { try Disk.exists(home.path(String(repeating: "a", count: 300))) }
    #expect(throws: StorageError.self) { try Disk.readIfAny(home.path("link"), upTo: .json) }
    #expect(try Disk.readIfAny(home.path("no"), upTo: .json) == nil)
  }
}

/// docs/formats.md: only regular files are read, with a limit, without waiting and, below a folder, without links.
@Suite("Things that are no file to read", .timeLimit(.minutes(1))) struct DiskReadingTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// By its own path, and below its folder.
  private func faults(_ name: String, upTo limit: SizeLimit = .json) -> [StorageError?] {
    func fault(_ body: () throws(StorageError) -> [UInt8]) -> StorageError? {
      do throws(StorageError) {
        _ = try body()
        return nil
      } catch { return error }
    }
    return [
      fault { () throws(StorageError) in try Disk.read(home.path(name), upTo: limit) },
      fault { () throws(StorageError) in try Disk.read(name, in: home.path, upTo: limit) },
    ]
  }

  private func expect(_ name: String, _ kind: FileKind) {
    let fault = StorageError.notAFile(path: home.path(name), kind)
    #expect(faults(name) == [fault, fault])
  }

  @Test func `A folder`() throws {
    try Disk.makeFolder(home.path("a"))
    expect("a", .folder)
  }

  @Test func `A pipe that nobody writes to`() {
    #expect(mkfifo(home.path("a"), 0o600) == 0)
    expect("a", .pipe)
  }

  @Test func `A socket`() throws {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(home.path("a").utf8)
    try #require(path.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    expect("a", .socket)
  }

  @Test func `A link is followed where a person named it, and not below a folder`() throws {
    try Disk.makeFolder(home.path("folder"))
    try Disk.write([1], to: home.path("folder/file"))
    #expect(symlink("folder/file", home.path("link")) == 0)
    #expect(symlink("folder", home.path("way")) == 0)
    #expect(try Disk.read(home.path("link"), upTo: .json) == [1])
    #expect(faults("link") == [nil, .notAFile(path: home.path("link"), .link)])
    #expect(faults("way/file") == [nil, .notAFile(path: home.path("way"), .link)])
  }

  @Test func `A link that leads nowhere is not «no file»`() {
    #expect(symlink(home.path("nowhere"), home.path("a")) == 0)
    #expect(faults("a") == [.danglingLink(path: home.path("a")), .notAFile(path: home.path("a"), .link)])
  }

  @Test func `A file is read up to its limit and not a byte more`() throws {
    let limit = SizeLimit(bytes: 1_000)
    try Disk.write([UInt8](repeating: 1, count: 1_000), to: home.path("a"))
    #expect(faults("a", upTo: limit) == [nil, nil])
    try Disk.write([UInt8](repeating: 1, count: 1_001), to: home.path("a"))
    let fault = StorageError.tooLarge(path: home.path("a"), limit: limit)
    #expect(faults("a", upTo: limit) == [fault, fault])
  }

  @Test func `A gigabyte of nothing is refused before it is read`() throws {
    try Disk.write([], to: home.path("a"))
    #expect(truncate(home.path("a"), 1 << 30) == 0)
    let fault = StorageError.tooLarge(path: home.path("a"), limit: .table)
    #expect(faults("a", upTo: .table) == [fault, fault])
  }

  /// Its size is said to be 0, as that of a file that grows while it is read.
  @Test func `A file that is longer than it says is read to its end, or to the limit`() throws {
    #expect(try Disk.read("/proc/self/status", upTo: .json).count > 100)
    let limit = SizeLimit(bytes: 100)
    #expect(throws: StorageError.tooLarge(path: "/proc/self/status", limit: limit)) {
      try Disk.read("/proc/self/status", upTo: limit)
    }
  }
}
