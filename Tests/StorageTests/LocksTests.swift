import Foundation
import Glibc
import Inspection
import Synchronization
import Testing

@testable import Storage

/// A lock that waited where it must not would wait for ever: the time limit ends the test, and gives the lock back.
@Suite("Locks", .timeLimit(.minutes(1))) struct LocksTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// A lock that can be given back from anywhere.
  private final class Held: Sendable {
    private let lock: Mutex<AnyObject?>
    init(_ lock: sending AnyObject) { self.lock = Mutex(lock) }
    func release() { lock.withLock { $0 = nil } }
  }

  /// What somebody else is told who wants a lock; nil who gets it. `done` is called before the lock goes away again.
  private static func fault<Lock: AnyObject>(
    while held: Held, done: @escaping @Sendable () -> Void = {},
    taking lock: @escaping @Sendable () throws(StorageError) -> Lock
  ) async -> StorageError? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { answer in
        Thread.detachNewThread {
          do throws(StorageError) {
            withExtendedLifetime(try lock()) { done() }
            answer.resume(returning: nil)
          } catch {
            done()
            answer.resume(returning: error)
          }
        }
      }
    } onCancel: {
      held.release()
    }
  }

  // MARK: A draft's

  @Test func `A second session on the same answers is told at once, and nobody else is`() async throws {
    let root = home.path("data")
    @Sendable func lock(_ id: RespondentID) throws(StorageError) -> DraftLock {
      let store = DraftStore(root: root)
      return try store.lock(try store.path(round: "r8-1", respondent: id, role: .member))
    }
    let first = Held(try lock("m01"))
    guard case .busy? = await Self.fault(while: first, taking: { () throws(StorageError) in try lock("m01") }) else {
      Issue.record("the second session came in")
      return
    }
    #expect(await Self.fault(while: first) { () throws(StorageError) in try lock("m02") } == nil)
  }

  @Test func `No file of a draft's lock stays, and one that a crash left is in nobody's way`() throws {
    do { _ = try DraftLock(home.path(".m01.json.lock")) }
    #expect(everything(in: home.path) == [])
    try Disk.write([], to: home.path(".m01.json.lock"))
    do { _ = try DraftLock(home.path(".m01.json.lock")) }
    #expect(everything(in: home.path) == [])
  }

  /// How many are in at a time.
  private final class Crowd: Sendable {
    private let counts = Mutex((inside: 0, most: 0))
    var most: Int { counts.withLock(\.most) }
    func enter() {
      counts.withLock { counts in
        counts.inside += 1
        counts.most = max(counts.most, counts.inside)
      }
    }
    func leave() { counts.withLock { $0.inside -= 1 } }
  }

  /// Whoever opened the file just before it went would hold a lock that no later one meets.
  @Test func `Only one holds a draft's lock at a time, however often it is taken and given back`() async throws {
    let path = home.path("lock")
    let crowd = Crowd()
    await withTaskGroup { group in
      for _ in 1...4 {
        group.addTask {
          var taken = 0
          while taken < 300, !Task.isCancelled {
            guard let lock = try? DraftLock(path) else {
              sched_yield()
              continue
            }
            crowd.enter()
            sched_yield()
            crowd.leave()
            withExtendedLifetime(lock) {}
            taken += 1
          }
        }
      }
    }
    #expect(crowd.most == 1)
    #expect(everything(in: home.path) == [])
  }

  @Test func `A link in the place of a draft's lock is not followed`() throws {
    #expect(symlink(home.path("elsewhere"), home.path("lock")) == 0)
    #expect(throws: StorageError.self) { try DraftLock(home.path("lock")) }
    #expect(everything(in: home.path) == ["lock"])
  }

  // MARK: A folder's

  @Test func `Who waits for a folder gets it when its holder gives it back`() async throws {
    let path = home.path
    let held = Held(try FolderLock(path))
    let order = Mutex<[String]>([])
    async let second = Self.fault(while: held) {
      order.withLock { $0.append("second") }
    } taking: { () throws(StorageError) in
      try FolderLock(path)
    }
    while try !isWaitedFor(), order.withLock(\.isEmpty) {
      try Task.checkCancellation()
      await Task.yield()
    }
    order.withLock { $0.append("first") }
    held.release()
    #expect(await second == nil)
    #expect(order.withLock { $0 } == ["first", "second"])
  }

  @Test func `Who must not wait for a folder is told at once that it is held`() async throws {
    let path = home.path
    let held = Held(try FolderLock(path))
    let fault = await Self.fault(while: held) { () throws(StorageError) in try FolderLock(path, waiting: false) }
    #expect(fault == .busy(path: path))
    held.release()
    #expect(throws: Never.self) { try FolderLock(path, waiting: false) }
  }

  /// Between fork(2) and execve(2) a child has a copy of whatever its parent has open.
  @Test func `A folder's lock that is given back is free, though a copy of what held it is open still`() throws {
    let held = Held(try FolderLock(home.path))
    let holder = everything(in: "/proc/self/fd").compactMap(Int32.init).first {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == home.path
    }
    let copy = dup(try #require(holder))
    defer { close(copy) }
    held.release()
    #expect(throws: Never.self) { try FolderLock(home.path, waiting: false) }
  }

  /// Whether a thread of this process waits for a lock (proc_locks(5): `1: -> FLOCK  ADVISORY  WRITE <pid> …`).
  private func isWaitedFor() throws -> Bool {
    try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").contains { line in
      line.contains("-> FLOCK") && line.split(separator: " ").contains("\(getpid())")
    }
  }

  @Test func `A folder's lock ends with its holder and is no file`() throws {
    do {
      let lock = try FolderLock(home.path)
      #expect(everything(in: home.path) == [])
      withExtendedLifetime(lock) {}
    }
    _ = try FolderLock(home.path)
    #expect(everything(in: home.path) == [])
  }

  @Test func `What is no folder is told and not locked`() throws {
    try Disk.write([], to: home.path("file"))
    #expect(throws: StorageError.notAFolder(path: home.path("file"))) { try FolderLock(home.path("file")) }
    #expect(throws: StorageError.notFound(path: home.path("no"))) { try FolderLock(home.path("no")) }
  }
}
