import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// Counting a box while it is read and reading all of it first are one and the same.
@Suite("A round that is counted while it is read")
struct BoxCountTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.makePracticeRound(members: 30)
    try office.leaveOneOfEach(in: "r")
  }

  /// From every line of the box, kept and decoded.
  private func kept() throws -> Summary {
    let folder = try office.round("r")
    let inbox = try RoundInbox(folder.box(), includingSheets: true)
    return Summary(
      round: folder.round, status: folder.status, policy: folder.policy, checklists: try folder.checklists(),
      roster: Standings(of: try folder.roster(), on: folder.round.referenceDay), submissions: inbox.submissions,
      unread: inbox.unread,
      admission: try office.admission(in: "r"))
  }

  private func counted() throws -> RoundResult { try RoundResult(office.path("r"), previous: [], tell: office.tell) }

  private func expectSame() throws {
    let (kept, counted) = (try kept(), try counted())
    #expect(counted.summary == kept)
    #expect(!counted.summary.leftOut.isEmpty && counted.summary.roles.contains { $0.sheets > 0 })
  }

  @Test func `Makes the summary of its lines`() throws { try expectSame() }

  @Test func `A sheet or a submission that is there twice is left out as ever`() throws {
    try office.change("r") { box in
      for kind in [BoxLine.Kind.sheet, .submission] {
        if let line = box.lines(of: kind).dropFirst().first { box.add(line) }
      }
    }
    try expectSame()
    #expect(try counted().summary.leftOut.contains { $0.reason.kind == .duplicateNumber })
    #expect(try counted().summary.leftOut.contains { $0.reason.kind == .duplicateRespondent })
  }

  @Test func `Lines in another order make the same figures`() throws {
    let before = try counted().summary.roles
    var lines = try office.text("r/box.ndjson").split(separator: "\n")
    let last = lines.removeLast()
    try office.write((lines.reversed() + [last]).joined(separator: "\n") + "\n", to: "r/box.ndjson")
    try expectSame()
    #expect(try counted().summary.roles == before)
  }

  @Test func `Who was in time and who late are told apart as ever`() throws {
    let deadline = try office.round("r").status.deadline
    let name = try #require(office.box("r").lines(of: .submission).first { $0.name.hasPrefix("m") }).name
    for day in [deadline, deadline.adding(days: 1)] {
      let line = try #require(office.box("r").line(.submission, name))
      try office.rewrite(line, in: "r") { $0.replacing(/"day":"[0-9-]+"/, with: "\"day\":\"\(day.iso)\"") }
      try expectSame()
    }
  }

  @Test func `A damaged line, a stranger's submission and a later format are told as ever`() throws {
    let box = try office.box("r")
    let submission = try #require(box.lines(of: .submission).first)
    try office.rewrite(submission, in: "r") { $0.replacing("\"\(submission.name)\"", with: "\"a-stranger\"") }
    let sheet = try #require(box.lines(of: .sheet).last)
    let text = try office.text("r/box.ndjson")
    try office.write(text.replacing(sheet.digest, with: String(repeating: "0", count: 64)), to: "r/box.ndjson")
    try expectSame()
    #expect(try counted().summary.leftOut.contains { $0.line == sheet.place && $0.reason == .damaged })
  }
}
