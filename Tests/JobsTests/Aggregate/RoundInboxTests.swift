import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/formats.md, box.ndjson: what cannot be read is told by its line, and the rest is read all the same.
@Suite("What was handed in to a round")
struct RoundInboxTests {
  private let office: Office
  /// Every line of the box can be read.
  private let box: Box

  init() throws {
    office = try Office()
    try office.makePracticeRound()
    let broken = try RoundInbox(office.box("r"), includingSheets: true).unreadable
    try office.removeLines(broken.map(\.line), from: "r")
    box = try office.box("r")
  }

  private func inbox(includingSheets: Bool = true) throws -> RoundInbox {
    try RoundInbox(office.box("r"), includingSheets: includingSheets)
  }

  @Test func `Everything is read, each kind by itself, and each sheet with its line`() throws {
    let inbox = try inbox()
    #expect(inbox.submissions.map(\.respondent.rawValue) == box.lines(of: .submission).map(\.name))
    #expect(inbox.opinions.map(\.number.digits) == box.lines(of: .opinion).map(\.name))
    #expect(inbox.sheets.map(\.sheet.id.digits) == box.lines(of: .sheet).map(\.name))
    #expect(inbox.sheets.map(\.line) == box.lines(of: .sheet).map(\.place))
    #expect(inbox.unreadable.isEmpty)
  }

  @Test func `Sheets are left alone unless they are asked for`() throws {
    let inbox = try inbox(includingSheets: false)
    #expect(inbox.sheets.isEmpty)
    #expect(inbox.submissions.count == box.counts.submissions)
  }

  @Test(arguments: BoxLine.Kind.allCases)
  func `A line that is whole and cannot be read is told by its place`(_ kind: BoxLine.Kind) throws {
    let line = try #require(box.lines(of: kind).last)
    try office.rewrite(line, in: "r") { $0.dropLast() + ",\"nazo\":1}" }
    let inbox = try inbox()
    #expect(inbox.unreadable.map(\.line) == [line.place])
    let subjects: [BoxLine.Kind: LeftOut.Subject] = [.submission: .submission, .sheet: .sheet, .opinion: .opinion]
    #expect(inbox.unreadable.map(\.subject) == [subjects[kind]])
    let read = inbox.submissions.count + inbox.sheets.count + inbox.opinions.count
    #expect(read == box.counts.total - 1)
  }

  @Test func `A damaged line is told, whatever it was, and one of a later format by that`() throws {
    let sheet = try #require(box.lines(of: .sheet).first)
    let later = String(decoding: sheet.content, as: UTF8.self).replacing("tenken.sheet/1", with: "tenken.sheet/9")
    try office.change("r") { box in
      box.addDamaged(Array("何か".utf8))
      box.addDamaged(BoxLine.sealed(Array(later.utf8)))
    }
    let first = box.counts.total + 1
    #expect(
      try inbox().unreadable == [
        LeftOut(line: first, as: nil, reason: .damaged),
        LeftOut(line: first + 1, as: nil, reason: .unknownFormat("tenken.sheet/9")),
      ])
    // What every command of the office looks at.
    #expect(try RoundInbox.unreadable(in: office.path("r")) == inbox().unreadable)
  }
}
