import Documents
import Inspection
import Interview
import Jobs
import Reporting
import Storage
import Testing

@Suite struct PersonalSourceTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  private func result(of file: String, round: String? = nil, checklists: String? = nil) throws -> PersonalResult {
    try PersonalSource(file: file, round: round, checklists: checklists).result()
  }

  /// Hands a member's answers in, all of them yes, and returns the sheet's path.
  private func handIn() throws -> String {
    try venue.keepAnsweredDraft(of: "m01")
    let script: [ScriptedDisplay.Step] =
      .asFirstMember + .handingIn + .wanting(.choose(digit: 1), .choose(digit: 2))
    _ = try RoundVisit(to: venue.folder).run(on: ScriptedDisplay(script), in: venue.surroundings)
    let name = try #require(venue.names(in: "r8-1/sheets").first)
    return "\(venue.folder.path)/sheets/\(name)"
  }

  // MARK: Sheets

  @Test func `A sheet is read with the checklist of the round that it lies in`() throws {
    let result = try result(of: try handIn())
    #expect(PersonalReport(of: result).document.text.contains("令和8年度 第1回"))
  }

  @Test func `A sheet that lies elsewhere needs its round to be named`() throws {
    let sheet = try handIn()
    let moved = try venue.write(String(decoding: Disk.read(sheet), as: UTF8.self), to: "mail/r/sheet.json")
    #expect(throws: PersonalSource.Refusal.unknownRound) { try result(of: moved) }
    #expect(
      try PersonalReport(of: result(of: moved, round: venue.folder.path)).document.text
        == PersonalReport(of: result(of: sheet)).document.text)
  }

  @Test func `A sheet of a closed round is found under its old name`() throws {
    let sheet = try handIn()
    let before = try PersonalReport(of: result(of: sheet)).document.text
    try venue.log(.closed)
    try venue.folder.packSheets()
    #expect(!Disk.exists(sheet))
    #expect(try PersonalReport(of: result(of: sheet)).document.text == before)
  }

  /// What was asked then is not what the checklist at hand asks.
  @Test func `A sheet of another checklist is refused`() throws {
    let sheet = try handIn()
    let text = String(decoding: try Disk.read(sheet), as: UTF8.self)
    let own = try venue.library.checklist(of: .member).reference
    // Neither a checklist that nobody knows nor that of another role.
    for digest in [
      String(repeating: "0", count: own.digest.count), try venue.library.checklist(of: .organisation).reference.digest,
    ] {
      var other = own
      other.digest = digest
      let file = try venue.write(text.replacing(own.digest, with: digest), to: "r8-1/sheets/other.json")
      #expect(throws: PersonalSource.Refusal.otherChecklist(file: file, other)) { try result(of: file) }
    }
  }

  // MARK: Drafts

  @Test func `A personal draft is read with the built-in checklists or with those that are named`() throws {
    try venue.keepAnsweredDraft(of: nil)
    let draft = venue.home + "/data/personal/member.json"
    let builtIn = try PersonalReport(of: result(of: draft)).document.text
    #expect(builtIn.contains(venue.library.policy.assembly))
    let entry = try venue.library.checklist(of: .member)
    try Disk.makeFolder(venue.home + "/lists")
    try Disk.write(venue.library.policyBytes, to: venue.home + "/lists/policy.yaml")
    try Disk.write(entry.bytes, to: venue.home + "/lists/members.yaml")
    #expect(try PersonalReport(of: result(of: draft, checklists: venue.home + "/lists")).document.text == builtIn)
    try Disk.write(entry.bytes + Array("# 直した\n".utf8), to: venue.home + "/lists/members.yaml")
    #expect(throws: PersonalSource.Refusal.otherChecklist(file: draft, entry.reference)) {
      try result(of: draft, checklists: venue.home + "/lists")
    }
  }

  @Test func `A draft of a round needs the round, for it does not lie there`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let draft = venue.home + "/data/r8-1/m01.json"
    #expect(throws: PersonalSource.Refusal.unknownRound) { try result(of: draft) }
    #expect(
      try PersonalReport(of: result(of: draft, round: venue.folder.path)).document.text.contains("令和8年度 第1回"))
  }

  @Test func `What is no sheet and no draft is told and left alone`() throws {
    let file = try venue.write("{}", to: "r8-1/sheets/x.json")
    #expect(throws: StorageError.self) { try result(of: file) }
    #expect(throws: StorageError.notFound(path: venue.home + "/nowhere.json")) {
      try result(of: venue.home + "/nowhere.json")
    }
    #expect(try venue.text("r8-1/sheets/x.json") == "{}")
  }
}
