import Aggregation
import Documents
import Formats
import Inspection
import Jobs
import Practice
import Reporting
import Storage
import Testing

/// docs/secretariat.md 13: after the day of disposal nothing of anybody stays, and what was told of the round does.
@Suite struct RoundPurgeTests {
  private let office: Office
  private let folder: RoundFolder
  /// Practice rounds are kept for five years from the next fiscal year on.
  private let day: CalendarDay

  init() throws {
    office = try Office()
    office.now = Office.deadline.adding(days: 9).noon
    folder = try office.makePracticeRound(members: 20)
    day = try #require(CalendarDay(year: 2032, month: 4, day: 1))
  }

  @discardableResult
  private func aggregate(_ name: String = "r", previous: [String] = []) throws -> DisclosedSummary {
    var given: [DisclosedSummary] = []
    _ = try AggregateJob(office.path(name), previous: previous, to: .office).run(
      clock: office.clock, tell: office.tell, make: { $0 }, give: { given.append($0) })
    return try #require(given.first)
  }

  private func purge() throws {
    office.now = day.noon
    try RoundPurge(folder.path, on: day).perform(clock: office.clock)
  }

  /// The next year's round, closed and with sheets that count.
  private func makeNextRound() throws {
    try office.makePracticeRound("r9", members: 20)
    let settings = try office.text("r9/round.yaml").replacing(/(?m)^opens: .*$/, with: "opens: \"2026-11-03\"")
    try office.write(settings, to: "r9/round.yaml")
  }

  @Test func `Not before its day, and not before anything of the round would be left`() throws {
    #expect(throws: RoundPurge.Refusal.noEdition) { try RoundPurge(folder.path, on: day) }
    try aggregate()
    #expect(throws: RoundPurge.Refusal.tooEarly(day)) { try RoundPurge(folder.path, on: day.adding(days: -1)) }
    #expect(try RoundPurge(folder.path, on: day).day == day)
    #expect(office.exists("r/box.ndjson"))
  }

  @Test func `Box, roster, opinions and the lists of sheets go; log, actions and the edition stay`() throws {
    try aggregate()
    _ = try RoundOpinions.gathered(in: folder.path)
    _ = try RoundActions.propose(in: folder.path, tell: office.tell)
    try office.makeFolder("r-letters")
    let found = try RoundPurge(folder.path, on: day)
    #expect(
      Set(found.disposable).isSuperset(of: ["box.ndjson", "roster.csv", "opinions.csv", "summary/internal-1.sheets"]))
    #expect(found.besides == [office.path("r-letters")])
    try purge()
    for name in found.disposable { #expect(!office.exists("r/" + name), "\(name)") }
    for name in ["actions.csv", "round.log", "round.yaml", "summary/internal-1.json", "summary/internal-1.manifest"] {
      #expect(office.exists("r/" + name), "\(name)")
    }
    // No number of a sheet and no name stands in anything that is left.
    let left = try office.names(in: "r").filter { $0.contains(".") }.map { try office.text("r/" + $0) }
    #expect(!left.contains { $0.contains("議員0") })
    #expect(throws: RoundPurge.Refusal.alreadyPurged(on: day)) { try RoundPurge(folder.path, on: day) }
  }

  @Test func `What is missing then is missing rightly, and what needs it says so`() throws {
    try aggregate()
    try purge()
    let purged = StorageError.purged(path: folder.path, on: day)
    #expect(try office.round("r").status.purged == day.noon)
    #expect(throws: purged) { try aggregate() }
    #expect(throws: purged) { try RoundClosing.reopen(folder.path, because: "誤り", clock: office.clock) }
    let status = try StatusReport(ofRound: folder.path, on: day, listsReceipts: false, words: { "\($0.line)" })
    #expect(status.document.text.contains("回答票などを廃棄した（令和14年4月1日）。"))
    // Whatever else is missing is missing wrongly.
    try office.remove("r/checklists/members.yaml")
    #expect(throws: StorageError.missing(path: folder.path + "/checklists/members.yaml")) { try office.round("r") }
  }

  /// The sheets are gone; the figures of the comparison are not.
  @Test func `The next round is compared with it as before, by its folder and by the kept edition alone`() throws {
    try aggregate()
    let kept = try office.text("r/summary/internal-1.json")
    try makeNextRound()
    let before = try aggregate("r9", previous: [folder.path])
    try #require(before.comparison?.roles.isEmpty == false)
    try purge()
    #expect(try aggregate("r9", previous: [folder.path]) == before)
    try office.write(kept, to: "r8.json")
    var byName = try aggregate("r9", previous: [office.path("r8.json")])
    let file = Digest.hexadecimal(of: Array(kept.utf8))
    #expect(byName.comparison?.rounds.map(\.file) == [file] && byName.comparison?.rounds.map(\.edition) == [1])
    byName.comparison?.rounds[0].file = nil
    #expect(byName.comparison == before.comparison)
  }

  @Test func `What the organisation named is offered again as if nothing had gone`() throws {
    try aggregate()
    try office.write(Office.roster, to: "meibo.csv")
    func offered(in name: String) throws -> EarlierEvidence? {
      var generator = SplitMix64(seed: 1)
      _ = try RoundCreation(at: office.path(name), checklists: nil, previous: folder.path).make(
        Office.wanted(), roster: office.path("meibo.csv"), admission: .names, using: &generator, clock: office.clock,
        tell: office.tell)
      return try office.round(name).earlierEvidence()
    }
    let before = try #require(try offered(in: "r9-1"))
    try purge()
    #expect(try offered(in: "r9-2") == before)
  }

  /// Today ten sheets are taken away, and nobody says so.
  @Test func `An earlier round that has changed since its own last edition is refused`() throws {
    try aggregate()
    try makeNextRound()
    try office.change("r") { box in box.remove(.sheet, try #require(box.lines(of: .sheet).first).name) }
    #expect(throws: FiguresRefusal.previous(.changed("r"))) { try aggregate("r9", previous: [folder.path]) }
    // One of which no figures were given yet is held against its closing.
    try office.makePracticeRound("q")
    try office.change("q") { box in box.remove(.sheet, try #require(box.lines(of: .sheet).first).name) }
    #expect(throws: FiguresRefusal.previous(.changed("q"))) { try aggregate("r9", previous: [office.path("q")]) }
  }

  @Test func `Verifying says that only the record can be checked, and finds what differs from it`() throws {
    let besides = SummaryFormat.encode(try aggregate())
    try office.remove("r/audit.csv")
    let given = SummaryFormat.encode(try aggregate())
    try purge()
    func outcome(_ bytes: [UInt8]) throws -> Verification.Outcome {
      guard let reader = JSONReader() else { throw StorageError.outOfMemory }
      return try Verification(of: bytes, with: reader).outcome(of: folder.path, previous: [], tell: office.tell)
    }
    let edition = Edition(to: .office, number: 1)
    #expect(try outcome(given) == .asRecorded(edition, purged: day, isWhole: true))
    // With the audit beside them the figures were not kept.
    #expect(try outcome(besides) == .asRecorded(edition, purged: day, isWhole: false))
    let text = String(decoding: given, as: UTF8.self)
    let other = text.replacing(/"asked" : \d+/, with: "\"asked\" : 99", maxReplacements: 1)
    guard case .different(let found) = try outcome(Array(other.utf8)), case .line? = found.first else {
      Issue.record("the change was not found")
      return
    }
    let lines = try office.text("r/round.log").split(separator: "\n")
    try office.write((lines[..<1] + lines[2...]).joined(separator: "\n") + "\n", to: "r/round.log")
    #expect(try outcome(given) == .different([.log(.gap(line: 2))]))
  }
}
