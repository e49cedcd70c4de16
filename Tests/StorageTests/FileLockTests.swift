import Foundation
import Glibc
import Inspection
import Storage
import Synchronization
import Testing

/// A lock that waited where it must not would wait for ever: the time limit ends the test, and gives the lock back.
@Suite("Locks", .timeLimit(.minutes(1))) struct FileLockTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  /// A lock that can be given back from anywhere.
  private final class Held: Sendable {
    private let lock: Mutex<FileLock?>
    init(_ lock: sending FileLock) { self.lock = Mutex(lock) }
    func release() { lock.withLock { $0 = nil } }
  }

  /// What somebody else is told who wants a lock; nil who gets it. `done` is called before the lock goes away again.
  private static func fault(
    while held: Held, done: @escaping @Sendable () -> Void = {},
    taking lock: @escaping @Sendable () throws(StorageError) -> FileLock
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

  @Test func `A second session on the same answers is told at once, and nobody else is`() async throws {
    let root = home.path("data")
    @Sendable func lock(_ id: RespondentID) throws(StorageError) -> FileLock {
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

  @Test func `Who waits gets the lock when its holder gives it back`() async throws {
    let path = home.path("lock")
    let held = Held(try FileLock(path))
    let order = Mutex<[String]>([])
    async let second = Self.fault(while: held) {
      order.withLock { $0.append("second") }
    } taking: { () throws(StorageError) in
      try FileLock(path, waits: true)
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

  /// Whether a thread of this process waits for a lock (proc_locks(5): `1: -> FLOCK  ADVISORY  WRITE <pid> …`).
  private func isWaitedFor() throws -> Bool {
    try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n").contains { line in
      line.contains("-> FLOCK") && line.split(separator: " ").contains("\(getpid())")
    }
  }

  @Test func `A lock ends with its holder`() throws {
    do { _ = try FileLock(home.path("lock")) }
    _ = try FileLock(home.path("lock"))
  }
}
