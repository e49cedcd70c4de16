import Aggregation
import Formats
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

  @Test func `It is read like a real one, broken lines and all`() throws {
    let folder = try office.makePracticeRound("renshu-1")
    #expect(folder.round.id == "renshu-1")
    #expect(folder.events.count == 2 && folder.events.last?.isClosing == true)
    #expect(folder.events.first?.at.day == Office.opens)
    let roster = try folder.roster()
    #expect(roster.respondents.count == 13)
    #expect(try folder.checklists().map(\.role) == [.member, .staff, .organisation])

    let inbox = try RoundInbox(folder.box(), includingSheets: true, tell: office.tell)
    #expect(inbox.unreadable.allSatisfy { $0.subject != .submission })
    #expect(!inbox.submissions.isEmpty)
    #expect(inbox.submissions.allSatisfy { roster[$0.respondent] != nil })
    // One cut short, one of a format to come; what else is wrong shows only when it is checked.
    #expect(Set(inbox.unreadable.map(\.reason.kind)) == [.damaged, .unknownFormat])
    #expect(inbox.sheets.count > inbox.submissions.count)
  }

  @Test func `Its box is what reading and writing it again gives, and the one it was closed with`() throws {
    let folder = try office.makePracticeRound()
    let bytes = Array(try office.text("r/box.ndjson").utf8)
    #expect(try BoxFormat.encode(folder.box()) == bytes)
    #expect(folder.status.closedBox == Digest.hexadecimal(of: bytes))
    #expect(try !folder.contents().hasChangedSinceClosing)
  }

  @Test func `A folder that is there stays as it is`() throws {
    try office.makeFolder("r")
    #expect(throws: StorageError.alreadyExists(path: office.path("r"))) { try office.makePracticeRound() }
    #expect(try office.names(in: "r").isEmpty)
  }
}
