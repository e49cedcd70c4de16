import Formats
import Foundation
import Inspection
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 点検票の用紙をまとめて受領する.
@Suite("Forms taken in together") struct RoundReceivingTests {
  private let venue: Venue

  init() throws { venue = try Venue(codesFor: ["m01", "m02", "o01"]) }

  private func code(_ id: RespondentID) throws -> String { try #require(venue.codes[id]).grouped }

  private func identity(_ role: Role = .member) throws -> FormIdentity {
    let entry = try RoundFolder(venue.folder.path).checklist(of: role)
    return FormIdentity(checklist: entry.reference.id, digest: entry.reference.digest, round: "r8-1")
  }

  /// A form in CSV with one answer on every line; `change` may write another on a line, by its code.
  @discardableResult
  private func form(
    _ file: String, _ person: String, _ role: Role = .member, answer: String = "1", change: [String: String] = [:],
    identity: FormIdentity? = nil
  ) throws -> String {
    let folder = try RoundFolder(venue.folder.path)
    let lines = FormLines(
      of: Questionnaire(checklist: try folder.checklist(of: role).checklist, round: folder.round))
    let rows =
      [["項目", "回答"], ["点検コード", person]]
      + lines.all.map { line in
        [lines.code(of: line), change[lines.code(of: line)] ?? (line == .consent ? "1" : answer)]
      }
      + [["ご意見", change["ご意見"] ?? ""], [try (identity ?? self.identity(role)).line, ""]]
    return try venue.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n"), to: "in/\(file)")
  }

  private func receive(_ files: [String], isRehearsal: Bool = false) throws -> [RoundReceiving.Outcome] {
    try RoundReceiving(venue.folder.path, in: venue.surroundings).receive(files, isRehearsal: isRehearsal) { _ in }
  }

  private func verdict(on file: String) throws -> RoundReceiving.Verdict? { try receive([file]).first?.verdict }

  private var stored: [String] { get throws { try [venue.text("r8-1/box.ndjson"), venue.text("r8-1/round.log")] } }

  private func person(_ id: RespondentID) throws -> Respondent {
    try #require(try RoundFolder(venue.folder.path).roster()[id])
  }

  @Test func `The good ones of a folder are taken beside the bad, and the log holds their number`() throws {
    try form("a.csv", code("m01"), change: ["ご意見": "研修を増やす"])
    try form("b.csv", code("m02"), answer: "たぶん")
    try form("o.csv", code("o01"), .organisation)
    _ = try venue.write("%PDF-1.7", to: "in/p.pdf")
    _ = try venue.write("x", to: "in/~$a.xlsx")
    let outcomes = try receive([venue.home + "/in/"])
    #expect(
      outcomes.map { $0.file.replacing(venue.home, with: "") } == ["/in/a.csv", "/in/b.csv", "/in/o.csv", "/in/p.pdf"])
    #expect(outcomes.map(\.verdict.isTaken) == [true, false, true, false])
    #expect(outcomes.last?.verdict == .foreign(.pdf))
    #expect(try venue.box.counts == Box.Counts(submissions: 2, sheets: 2, opinions: 1))
    #expect(try RoundFolder(venue.folder.path).events.map(\.kind) == [.opened, .received(forms: 2)])
  }

  @Test func `A taken form is a paper form with consent, and its sheet holds the answers alone`() throws {
    _ = try receive([form("a.csv", code("m01"), change: ["P1": "3", "M-DUT-01": "2 一部できている"])])
    let box = try venue.box
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    let submission = try SubmissionFormat.decode(try #require(box.line(.submission, "m01")).bytes, with: reader)
    #expect(submission.entry == Draft.Entry(mode: .paper))
    #expect(submission.consent == true)
    let sheet = try SheetFormat.decode(try #require(box.lines(of: .sheet).first).bytes, with: reader)
    #expect(sheet.signature == nil)
    #expect(sheet.answers.first { $0.item == "M-DUT-01" }?.choice == .partial)
    // Ruled out by P1, whatever the form says of it.
    #expect(sheet.answers.first { $0.item == "M-PHY-01" }?.source == .profile("meeting-device"))
  }

  @Test func `A rehearsal says the same and writes nothing`() throws {
    let file = try form("a.csv", code("m01"))
    let before = try stored
    #expect(try receive([file], isRehearsal: true).map(\.verdict) == [.taken(person("m01"))])
    #expect(try stored == before)
  }

  @Test func `Whoever has handed in stays as they are`() throws {
    _ = try receive([form("a.csv", code("m01"))])
    let before = try stored
    #expect(try verdict(on: form("b.csv", code("m01"), answer: "3")) == .alreadyHandedIn(person("m01")))
    #expect(try stored == before)
  }

  @Test func `Of a person's files that say the same one counts, of those that differ none`() throws {
    let (a, b) = try (form("a.csv", code("m01")), form("b.csv", code("m01")))
    let (c, d) = try (form("c.csv", code("m02")), form("d.csv", code("m02"), answer: "3"))
    let several = RoundReceiving.Verdict.refused(.init(.several(try person("m02"), files: [c, d])))
    #expect(try receive([a, b, c, d]).map(\.verdict) == [.taken(person("m01")), .copy(of: a), several, several])
    #expect(try venue.box.submitted == ["m01"])
  }

  @Test func `Another's form, another round's and one without consent are told apart`() throws {
    var other = try identity()
    other.round = "r7-1"
    #expect(try verdict(on: form("1.csv", code("m01"), identity: other)) == .refused(.init(.otherRound("r7-1"))))
    other = try identity()
    other.digest = String(repeating: "0", count: 64)
    #expect(
      try verdict(on: form("2.csv", code("m01"), identity: other)) == .refused(.init(.otherChecklist(other.checklist))))
    #expect(
      try verdict(on: form("3.csv", code("o01"))) == .refused(.init(.otherRole(person("o01")), at: .line(2))))
    #expect(
      try verdict(on: form("4.csv", code("m01"), change: ["P0": ""]))
        == .faulty([FormFault(.table(.row(.consentMissing)), at: .line(3))], nil))
    #expect(try verdict(on: venue.write("項目,回答\nP0,1\n", to: "in/5.csv")) == .refused(.init(.noIdentity)))
    #expect(try verdict(on: venue.home + "/in/6.csv") == .unreadable(.notFound(path: venue.home + "/in/6.csv")))
    #expect(try venue.box.counts == Box.Counts())
  }

  @Test func `A code that is missing, mistyped or nobody's is told, and one that lost its naughts is read`() throws {
    let code = try #require(venue.codes["m01"])
    let slip = String(code.digits.dropLast()) + (code.digits.hasSuffix("0") ? "1" : "0")
    #expect(try verdict(on: form("1.csv", "")) == .refused(.init(.personMissing(label: "点検コード"), at: .line(2))))
    #expect(try verdict(on: form("2.csv", slip)) == .refused(.init(.malformedCode, at: .line(2))))
    #expect(try verdict(on: form("3.csv", Self.nobodysCode())) == .refused(.init(.unknownCode, at: .line(2))))
    #expect(try verdict(on: form("4.csv", String(#require(Int(code.digits))))) == .taken(person("m01")))
  }

  /// A code as they are made, that nobody has.
  private static func nobodysCode() throws -> String { try #require(CheckedNumber(payload: "99900000000")).grouped }

  @Test func `Codes that nobody has leave a line of count in the log, and a rehearsal none`() throws {
    let files = try [
      form("1.csv", Self.nobodysCode()), form("2.csv", Self.nobodysCode(), change: ["M-DUT-01": "たぶん"]),
      form("3.csv", "12"), form("4.csv", code("m01")),
    ]
    _ = try receive(files, isRehearsal: true)
    #expect(try RoundFolder(venue.folder.path).events.map(\.kind) == [.opened])
    _ = try receive(files)
    #expect(
      try RoundFolder(venue.folder.path).events.map(\.kind) == [.opened, .wrongCodes(2), .received(forms: 1)])
  }

  @Test func `What is wrong with the person is told beside what is wrong with the answers`() throws {
    let file = try form("1.csv", "0000-0000-0000", change: ["M-DUT-01": "たぶん"])
    let fault = FormFault(.table(.row(.unknownChoice("たぶん", code: "M-DUT-01"))), at: .line(10))
    guard case .faulty(let faults, let refusal) = try verdict(on: file) else {
      Issue.record("it was not found faulty")
      return
    }
    #expect(faults.map(\.kind) == [fault.kind])
    #expect(refusal == .init(.malformedCode, at: .line(2)))
  }

  @Test func `Without codes people are known by number or name`() throws {
    let venue = try Venue()
    let entry = try RoundFolder(venue.folder.path).checklist(of: .member)
    let line = FormIdentity(checklist: entry.reference.id, digest: entry.reference.digest, round: "r8-1").line
    let files = try ["m01", "議員 02", "だれか"].map { person in
      try venue.write("項目,回答\n番号又は氏名,\(person)\nP0,1\n\(line),\n", to: "in/\(person).csv")
    }
    let outcomes = try RoundReceiving(venue.folder.path, in: venue.surroundings).receive(files, isRehearsal: false) {
      _ in
    }
    #expect(outcomes.map(\.verdict.isTaken) == [true, true, false])
    #expect(outcomes.last?.verdict == .refused(.init(.unknownPerson("だれか"), at: .line(2))))
  }

  @Test func `A closed round takes nothing, and an empty folder is told`() throws {
    try Disk.makeFolder(venue.home + "/in")
    #expect(throws: RoundReceiving.Nothing.self) { try receive([venue.home + "/in"]) }
    let file = try form("a.csv", code("m01"))
    try venue.close()
    #expect(throws: VisitRefusal.self) { try receive([file]) }
  }
}
