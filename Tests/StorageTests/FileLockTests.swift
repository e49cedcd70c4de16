import Inspection
import Storage
import Testing

@Suite("Locks") struct FileLockTests {
  private let home: TemporaryFolder

  init() throws { home = try TemporaryFolder() }

  @Test func aSecondSessionIsToldAtOnce() throws {
    let store = DraftStore(root: home.path("data"))
    let path = try store.path(round: "r8-1", respondent: "m01", role: .member)
    let first = try store.lock(path)
    _ = withExtendedLifetime(first) {
      #expect {
        _ = try store.lock(path)
      } throws: { error in
        guard case StorageError.busy = error else { return false }
        return true
      }
    }
  }

  @Test func anotherPersonsDraftIsFree() throws {
    let store = DraftStore(root: home.path("data"))
    let first = try store.lock(try store.path(round: "r8-1", respondent: "m01", role: .member))
    try withExtendedLifetime(first) {
      _ = try store.lock(try store.path(round: "r8-1", respondent: "m02", role: .member))
    }
  }

  @Test func aLockEndsWithItsHolder() throws {
    do { _ = try FileLock(home.path("lock")) }
    _ = try FileLock(home.path("lock"))
  }
}
