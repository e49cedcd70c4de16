import Aggregation
import Inspection
import Jobs
import Practice
import Storage
import Testing

/// docs/secretariat.md, 練習: every round that is made up can be read like one that is real.
@Suite("Writing a practice round")
struct PracticeWriterTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func `It is read like a real one, broken sheets and all`() throws {
    let folder = try office.makePracticeRound("renshu-1")
    #expect(folder.round.id == "renshu-1")
    #expect(folder.events.map(\.kind) == [.opened, .closed])
    #expect(folder.events.first?.at.day == Office.opens)
    let roster = try folder.roster()
    #expect(roster.respondents.count == 13)
    #expect(try folder.checklists().map(\.role) == [.member, .staff, .organisation])

    let inbox = try RoundInbox(folder, includingSheets: true, tell: office.tell)
    #expect(inbox.unreadableSubmissions.isEmpty)
    #expect(!inbox.submissions.isEmpty)
    #expect(inbox.submissions.allSatisfy { roster[$0.respondent] != nil })
    // One cut short, one of a format to come; what else is wrong shows only when it is checked.
    #expect(Set(inbox.unreadableSheets.map(\.reason.kind)) == [.syntax, .unknownFormat])
    #expect(inbox.sheets.count > inbox.submissions.count)
    for draft in try folder.files(in: .drafts) { #expect(try !Disk.read(draft.path).isEmpty) }
  }

  @Test func `The dates of sheets and opinions tell nothing`() throws {
    let folder = try office.makePracticeRound()
    let noon = folder.round.deadline.noon.secondsSinceEpoch
    for kind in [RoundFolder.Kind.sheets, .opinions] {
      for file in try folder.files(in: kind) { #expect(office.modified("r/\(kind.rawValue)/\(file.name)") == noon) }
    }
  }

  @Test func `A folder that is there stays as it is`() throws {
    try office.makeFolder("r")
    #expect(throws: StorageError.alreadyExists(path: office.path("r"))) { try office.makePracticeRound() }
    #expect(try office.names(in: "r").isEmpty)
  }
}
