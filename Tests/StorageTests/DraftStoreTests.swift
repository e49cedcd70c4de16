import Formats
import Inspection
import Storage
import Testing

@Suite("Drafts on disk") struct DraftStoreTests {
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
    try store.save(draft)
    #expect(try store.load(store.path(of: draft)) == draft)
    #expect(try store.path(of: draft) == home.path("data/r8-1/m01.json"))
  }

  @Test func `A personal draft is named by its role`() throws {
    try store.save(draft(round: nil, respondent: nil))
    #expect(Disk.exists(home.path("data/personal/member.json")))
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

  @Test func `A draft that cannot be read is named and never written over`() throws {
    let path = try store.path(of: draft())
    try Disk.makeFolder(home.path("data/r8-1"))
    let broken = Array("{\"format\": \"tenken.draft/2\"}".utf8)
    try Disk.write(broken, to: path)
    for attempt in [{ _ = try store.load(path) }, { try store.save(draft()) }] as [() throws -> Void] {
      #expect {
        try attempt()
      } throws: { error in
        guard case StorageError.json(path, .fault(let fault)) = error else { return false }
        return fault.kind == .unsupportedFormat(found: "tenken.draft/2", expected: "tenken.draft/1")
      }
    }
    #expect(try Disk.read(path) == broken)
  }

  @Test func `A hand-in that was cut short stays noted in later saves`() throws {
    var noted = draft()
    noted.handingIn = CheckedNumber(payload: "12345678901")
    noted.opinionNumber = CheckedNumber(payload: "10987654321")
    try store.save(noted)
    try store.save(draft())
    let stored = try store.load(store.path(of: draft()))
    #expect(stored?.handingIn == noted.handingIn)
    #expect(stored?.opinionNumber == noted.opinionNumber)
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
    #expect(try store.load(store.path(of: draft())) == nil)
  }
}
