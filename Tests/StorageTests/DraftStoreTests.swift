import Formats
import Glibc
import Inspection
import Testing

@testable import Storage

@Suite("Drafts on disk", .timeLimit(.minutes(1))) struct DraftStoreTests {
  private let home: TemporaryFolder
  private let store: DraftStore

  init() throws {
    home = try TemporaryFolder()
    store = DraftStore(root: home.path("data"))
  }

  private func draft(round: RoundID? = "r8-1", respondent: RespondentID? = "m01") -> Draft {
    Draft(
      round: round, checklist: ChecklistReference(id: "c", version: "1", digest: "00"), role: .member,
      respondent: respondent, entry: Draft.Entry(mode: .me), started: Timestamp(secondsSinceEpoch: 1_795_000_000))
  }

  @Test func `A saved draft is loaded the same`() throws {
    var draft = draft()
    draft.responses = ["M-PHY-01": Draft.Response(choice: .no)]
    draft.replacing = 0
    try store.save(draft)
    #expect(try store.load(store.path(of: draft)) == draft)
    #expect(try store.path(of: draft) == home.path("data/r8-1/m01.json"))
  }

  @Test func `A personal draft is named by its role`() throws {
    try store.save(draft(round: nil, respondent: nil))
    #expect(everything(in: home.path("data/personal")) == ["member.json"])
  }

  @Test func `Of one day a hundred are set aside under names of their own, and the next stays where it is`() throws {
    let day = try #require(CalendarDay(iso: "2026-11-24"))
    let names = ["m01-2026-11-24"] + (2...100).map { "m01-2026-11-24-\($0)" }
    try Disk.makeFolder(home.path("data/r8-1"))
    for name in names.dropLast() { #expect(close(creat(home.path("data/r8-1/\(name).json"), 0o600)) == 0) }
    try store.save(draft())
    let last = home.path("data/r8-1/m01-2026-11-24-100.json")
    #expect(try store.setAside(draft(), on: day) == last)
    try store.save(draft())
    #expect(throws: StorageError.alreadyExists(path: last)) { try store.setAside(draft(), on: day) }
    #expect(everything(in: home.path("data/r8-1")) == (["m01"] + names).map { $0 + ".json" }.sorted())
  }

  @Test func `Where nothing was saved there is nothing`() throws {
    #expect(try store.load(store.path(of: draft())) == nil)
  }

  @Test func `Folder and file are private`() throws {
    try store.save(draft())
    #expect(mode(of: home.path("data")) == 0o700)
    #expect(mode(of: home.path("data/r8-1")) == 0o700)
    #expect(mode(of: home.path("data/r8-1/m01.json")) == 0o600)
  }

  @Test func `A draft that cannot be read is named and stays as it is`() throws {
    let path = try store.path(of: draft())
    try Disk.makeFolder(home.path("data/r8-1"))
    let broken = Array("{\"format\": \"tenken.draft/9\"}".utf8)
    try Disk.write(broken, to: path)
    #expect {
      try store.load(path)
    } throws: { error in
      guard case StorageError.json(path, .fault(let fault)) = error, case .unsupportedFormat = fault.kind else {
        return false
      }
      return true
    }
    #expect(try Disk.read(path, upTo: .json) == broken)
  }

  /// Each answer is saved before the next question is shown; a session has read its draft at its start.
  @Test func `Saving reads nothing of what was there`() throws {
    try store.save(draft())
    let path = try store.path(of: draft())
    try Disk.write(Array("{".utf8), to: path)
    try store.save(draft())
    #expect(try store.load(path) == draft())
  }

  @Test(arguments: ["../r8-1", "a/b", "..", ".", "", "a\u{0}b", "a\nb", "personal"])
  func `A round that could lead elsewhere is refused`(_ id: String) {
    #expect(throws: StorageError.unsafeName(id)) { try store.save(draft(round: RoundID(id))) }
  }

  @Test(arguments: ["../m01", "a/b", "..", ".", ""])
  func `A respondent whose name could lead elsewhere is refused`(_ id: String) {
    #expect(throws: StorageError.unsafeName(id)) { try store.save(draft(respondent: RespondentID(id))) }
  }

  @Test func `A removed draft is gone and removing again is no error`() throws {
    try store.save(draft())
    try store.remove(draft())
    try store.remove(draft())
    #expect(everything(in: home.path("data/r8-1")) == [])
  }

  // MARK: Whose it is

  @Test(arguments: ["data", "data/r8-1"])
  func `A folder that everybody may write to is refused`(_ name: String) throws {
    try store.save(draft())
    #expect(chmod(home.path(name), 0o777) == 0)
    #expect(throws: StorageError.writableByAll(path: home.path(name))) { try store.lock(store.path(of: draft())) }
  }

  @Test func `A draft that everybody may write to is not taken for one's own`() throws {
    try store.save(draft())
    let path = try store.path(of: draft())
    #expect(chmod(path, 0o666) == 0)
    #expect(throws: StorageError.writableByAll(path: path)) { try store.load(path) }
  }

  /// Only root can give a file away, so that this is seen only where the tests run as root.
  @Test(.enabled(if: geteuid() == 0)) func `A folder or a draft of another user is refused`() throws {
    try store.save(draft())
    let path = try store.path(of: draft())
    #expect(chown(path, 65_534, 65_534) == 0)
    #expect(throws: StorageError.ofAnotherUser(path: path)) { try store.load(path) }
    for folder in ["data/r8-1", "data"].map(home.path) {
      #expect(chown(folder, 65_534, 65_534) == 0)
      #expect(throws: StorageError.ofAnotherUser(path: folder)) { try store.lock(path) }
    }
  }

  @Test func `A link or a pipe in the place of a draft is refused at once`() throws {
    try store.save(draft())
    let path = try store.path(of: draft())
    try store.save(draft(respondent: "m02"))
    try Disk.remove(path)
    #expect(symlink(home.path("data/r8-1/m02.json"), path) == 0)
    #expect(throws: StorageError.notAFile(path: path, .link)) { try store.load(path) }
    try Disk.remove(path)
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: StorageError.notAFile(path: path, .pipe)) { try store.load(path) }
  }
}

/// docs/formats.md: what a program that was cut short has left is taken away at the next start, hand-in or close.
@Suite("Leftovers beside drafts") struct DraftSweepTests {
  private let home: TemporaryFolder
  private let store: DraftStore

  init() throws {
    home = try TemporaryFolder()
    store = DraftStore(root: home.path("data"))
  }

  private func save(_ respondent: RespondentID, replacing: Int? = nil) throws {
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "c", version: "1", digest: "00"), role: .member,
      respondent: respondent, entry: Draft.Entry(mode: .me), started: Timestamp(secondsSinceEpoch: 1_795_000_000))
    draft.replacing = replacing
    try store.save(draft)
  }

  private var names: [String] { everything(in: home.path("data/r8-1")) }

  @Test func `The draft of somebody who has handed in goes, unless it is to replace the sheet`() throws {
    try save("m01")
    try save("m02", replacing: 0)
    try save("m03")
    store.sweep("r8-1", timesReplaced: { ["m01": 0, "m02": 0][$0] })
    #expect(names == ["m02.json", "m03.json"])
  }

  @Test func `A draft that somebody has open stays until it is closed`() throws {
    try save("m01")
    let lock = try store.lock(home.path("data/r8-1/m01.json"))
    store.sweep("r8-1", timesReplaced: { ["m01": 0][$0] })
    #expect(names.contains("m01.json"))
    withExtendedLifetime(lock) {}
  }

  @Test func `A draft that cannot be read stays`() throws {
    try save("m01")
    try Disk.write(Array("{".utf8), to: home.path("data/r8-1/m01.json"))
    store.sweep("r8-1", timesReplaced: { ["m01": 0][$0] })
    #expect(names == ["m01.json"])
  }

  /// A temporary holds name and answers; it may be of somebody who has no draft yet.
  @Test func `Files that never got their name and locks that nobody holds go, beside a draft and without one`() throws {
    try save("m01")
    for name in [".m01.json.new", ".m01.json.lock", ".m02.json.new", ".m03.json.lock"] {
      try Disk.write(Array("m01".utf8), to: home.path("data/r8-1/" + name))
    }
    store.sweep("r8-1", timesReplaced: { [:][$0] })
    #expect(names == ["m01.json"])
  }

  @Test func `What is no file of drafts is left alone`() throws {
    try save("m01")
    for name in ["memo.txt", ".hidden", ".memo.new"] {
      try Disk.write([1], to: home.path("data/r8-1/" + name))
    }
    store.sweep("r8-1", timesReplaced: { ["m01": 0][$0] })
    #expect(names == [".hidden", ".memo.new", "memo.txt"])
  }

  @Test func `Other rounds and personal drafts are left alone, and a round without drafts is no trouble`() throws {
    try save("m01")
    store.sweep("r9-1", timesReplaced: { ["m01": 0][$0] })
    store.sweep(nil, timesReplaced: { ["m01": 0][$0] })
    #expect(names == ["m01.json"])
  }
}
