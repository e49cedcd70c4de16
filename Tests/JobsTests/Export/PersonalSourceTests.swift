import Documents
import Formats
import Inspection
import Interview
import Jobs
import Reporting
import Storage
import Testing

@Suite("A person's own result") struct PersonalSourceTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  private func result(
    of file: String, round: String? = nil, checklists: String? = nil
  ) throws -> PersonalResult {
    try PersonalSource(.draft(file: file, round: round), checklists: checklists).result()
  }

  private func result(of number: CheckedNumber) throws -> PersonalResult {
    try PersonalSource(.sheet(number, round: venue.folder.path), checklists: nil).result()
  }

  /// Hands a member's answers in, all of them yes, and returns the 回答番号.
  private func handIn() throws -> CheckedNumber {
    try venue.keepAnsweredDraft(of: "m01")
    let script: [ScriptedDisplay.Step] =
      .asFirstMember + .handingIn + .doing(1, 2)
    _ = try RoundVisit(to: venue.folder).run(on: ScriptedDisplay(script), in: venue.surroundings)
    let line = try #require(venue.box.lines(of: .sheet).first)
    return try #require(CheckedNumber(written: line.name))
  }

  // MARK: Sheets

  @Test func `A sheet is found by its 回答番号 and read with the checklist of its round`() throws {
    let text = try PersonalReport(of: result(of: handIn())).document.text
    #expect(text.contains("令和8年度 第1回"))
  }

  @Test func `It is found all the same when the round is closed`() throws {
    let number = try handIn()
    let before = try PersonalReport(of: result(of: number)).document.text
    try venue.close()
    #expect(try PersonalReport(of: result(of: number)).document.text == before)
  }

  @Test func `A number that no sheet has is told`() throws {
    _ = try handIn()
    let unknown = try #require(CheckedNumber(payload: "00000000000"))
    #expect(throws: PersonalSource.Refusal.unknownNumber) { try result(of: unknown) }
  }

  /// What was asked then is not what the checklist at hand asks.
  @Test func `A sheet of another checklist is refused`() throws {
    let number = try handIn()
    let own = try venue.library.checklist(of: .member).reference
    // Neither a checklist that nobody knows nor that of another role.
    for digest in [
      String(repeating: "0", count: own.digest.count), try venue.library.checklist(of: .organisation).reference.digest,
    ] {
      var other = own
      other.digest = digest
      try rewrite(number) { $0.replacing(/"digest":"[0-9a-f]+"/, with: "\"digest\":\"\(digest)\"") }
      #expect(throws: PersonalSource.Refusal.otherChecklist(other)) { try result(of: number) }
    }
  }

  @Test func `A sheet that cannot be read is told by its line`() throws {
    let number = try handIn()
    try rewrite(number) { $0.replacing("\"answers\"", with: "\"kaito\"") }
    let place = try #require(try venue.box.line(.sheet, number.digits)?.place)
    #expect {
      try result(of: number)
    } throws: { error in
      guard case StorageError.json("\(venue.folder.boxPath):\(place)", _) = error else { return false }
      return true
    }
  }

  /// Puts another text into the sheet's line, with the digest that fits.
  private func rewrite(_ number: CheckedNumber, _ change: (String) -> String) throws {
    let line = try #require(try venue.box.line(.sheet, number.digits))
    let content = change(String(decoding: line.content, as: UTF8.self))
    let new = String(decoding: BoxLine.sealed(Array(content.utf8)), as: UTF8.self)
    let text = try venue.text("r8-1/box.ndjson").replacing(String(decoding: line.bytes, as: UTF8.self), with: new)
    _ = try venue.write(text, to: "r8-1/box.ndjson")
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
    #expect(throws: PersonalSource.Refusal.otherChecklist(entry.reference)) {
      try result(of: draft, checklists: venue.home + "/lists")
    }
  }

  @Test func `A draft of a round needs the round, for it does not lie there`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let draft = venue.home + "/data/r8-1/m01.json"
    #expect(throws: PersonalSource.Refusal.unknownRound(file: draft)) { try result(of: draft) }
    #expect(
      try PersonalReport(of: result(of: draft, round: venue.folder.path)).document.text.contains("令和8年度 第1回"))
  }

  @Test func `What is no draft is told and left alone`() throws {
    let file = try venue.write("{}", to: "mail/x.json")
    #expect(throws: StorageError.self) { try result(of: file) }
    #expect(throws: StorageError.notFound(path: venue.home + "/nowhere.json")) {
      try result(of: venue.home + "/nowhere.json")
    }
    #expect(try venue.text("mail/x.json") == "{}")
  }
}
