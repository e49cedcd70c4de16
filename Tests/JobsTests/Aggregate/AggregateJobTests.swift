import Aggregation
import Formats
import Inspection
import Jobs
import Storage
import Testing

/// docs/secretariat.md, 版と訂正版: figures are given once per edition, which stands in the log before anybody sees it.
@Suite("Giving figures out")
struct AggregateJobTests {
  private let office: Office
  private let first = Edition(to: .office, number: 1)

  init() throws {
    office = try Office()
    office.now = Office.deadline.adding(days: 9).noon
  }

  /// Runs the job; gives how it ended and what was given out, nil for nothing.
  private func run(
    correction: String? = nil, recalling: Bool = false, previous: [String] = [], meanwhile: () throws -> Void = {}
  ) throws -> (outcome: AggregateJob.Outcome, given: DisclosedSummary?) {
    var given: DisclosedSummary?
    let outcome = try AggregateJob(
      office.path("r"), previous: previous, to: .office,
      correction: correction.flatMap { Correction(because: $0, isRecalling: recalling) }
    ).run(
      clock: office.clock, tell: office.tell,
      make: { summary in
        try meanwhile()
        return summary
      },
      give: { given = $0 })
    return (outcome, given)
  }

  private func editions() throws -> [Edition] { try office.round("r").editions(to: .office).map(\.edition) }

  @Test func `The edition is in the log before anything is given, and not before all is made`() throws {
    try office.makePracticeRound()
    func make(_ summary: DisclosedSummary) throws -> DisclosedSummary {
      #expect(try editions().isEmpty)
      return summary
    }
    func give(_ summary: DisclosedSummary) throws {
      #expect(summary.edition == first)
      #expect(try editions() == [first])
      #expect(try office.round("r").events.last?.at == office.now)
    }
    _ = try AggregateJob(office.path("r"), to: .office).run(
      clock: office.clock, tell: office.tell, make: make, give: give)
    #expect(office.told.first == .recorded(first))
  }

  @Test func `What cannot be made leaves no edition`() throws {
    struct NoTemplate: Error {}
    try office.makePracticeRound()
    #expect(throws: NoTemplate.self) { try run(meanwhile: { throw NoTemplate() }) }
    #expect(try editions().isEmpty)
  }

  @Test func `Of two that count at the same time the second gives nothing and writes nothing down`() throws {
    try office.makePracticeRound()
    try office.remove("r/audit.csv")
    let other = Timestamp(secondsSinceEpoch: office.now.secondsSinceEpoch - 60)
    #expect(throws: FiguresRefusal.changedMeanwhile) {
      try run(meanwhile: {
        let job = AggregateJob(office.path("r"), to: .office)
        _ = try job.run(clock: { other }, tell: { _ in }, make: { $0 }, give: { _ in })
      })
    }
    let events = try office.round("r").events
    #expect(try editions() == [first])
    #expect(events.last?.at == other)
    #expect(events.count == 3)
    #expect(!office.told.contains(.recorded(first)))
  }

  @Test func `A round that is opened again while it is counted gives nothing`() throws {
    let folder = try office.makePracticeRound()
    #expect(throws: FiguresRefusal.changedMeanwhile) {
      try run(meanwhile: { try RoundClosing.reopen(folder.path, because: "誤り", clock: office.clock) })
    }
    #expect(try editions().isEmpty)
    #expect(!office.exists("r/summary/internal-1.manifest"))
  }

  @Test func `The same files give the same edition again and write nothing`() throws {
    try office.makePracticeRound()
    let before = try run().given
    let log = try office.text("r/round.log")
    office.now = Timestamp(secondsSinceEpoch: office.now.secondsSinceEpoch + 86_400)
    #expect(try run().given == before)
    #expect(try office.text("r/round.log") == log)
    // A reason that no edition needs is told, and makes none.
    _ = try run(correction: "重なった票を除いた")
    #expect(office.told.contains(.unchanged(first)))
    #expect(try editions() == [first])
  }

  @Test func `Changed files need a reason, and with one are the second edition`() throws {
    try office.makePracticeRound()
    _ = try run()
    try office.write(try office.text("r/roster.csv") + "\n", to: "r/roster.csv")
    #expect(throws: FiguresRefusal.edition(.changed(since: first))) { try run() }
    #expect(try editions() == [first])
    let second = Edition(to: .office, number: 2, reason: "重なった票を除いた")
    #expect(try run(correction: "重なった票を除いた").given?.edition == second)
    #expect(try editions() == [first, second])
  }

  /// The log holds the digest of the box that the round was closed with.
  @Test func `A box that changed after the closing needs a reason, also for the first edition`() throws {
    try office.makePracticeRound()
    try office.change("r") { box in box.remove(.sheet, try #require(box.lines(of: .sheet).first).name) }
    #expect(throws: FiguresRefusal.changedSinceClosing) { try run() }
    #expect(try editions().isEmpty)
    let reasoned = Edition(to: .office, number: 1, reason: "写しから戻した")
    #expect(try run(correction: "写しから戻した").given?.edition == reasoned)
    // Once given, it is the edition of that box.
    #expect(try run().given?.edition == reasoned)
  }

  @Test func `A box that changed after an edition needs a reason for the next`() throws {
    try office.makePracticeRound()
    _ = try run()
    try office.change("r") { box in box.remove(.sheet, try #require(box.lines(of: .sheet).first).name) }
    #expect(throws: FiguresRefusal.changedSinceClosing) { try run() }
    #expect(try run(correction: "重なった票を除いた", recalling: true).given?.edition.map(\.number) == 2)
  }

  /// Of the first edition they are listed while the box is read, of a later one when it is read once more.
  @Test func `The sheets that an edition counted are kept with it`() throws {
    try office.makePracticeRound()
    try office.leaveOneOfEach(in: "r")
    func kept(_ number: Int) throws -> [String] {
      try office.text("r/summary/internal-\(number).sheets").split(separator: "\n").map(String.init)
    }
    func counting() throws -> [String] {
      let box = try office.box("r")
      return try office.admission(in: "r").counted.filter { $0.role != .organisation }.map { sheet in
        "\(try #require(box.line(.sheet, sheet.id.digits)).digest)  \(sheet.role.rawValue)/\(sheet.id.digits)"
      }
    }
    _ = try run(correction: "重なった票を除いた")
    #expect(try kept(1) == counting())
    try office.change("r") { box in box.remove(.sheet, try #require(box.lines(of: .sheet).first).name) }
    _ = try run(correction: "重なった票を除いた", recalling: true)
    #expect(try kept(2) == counting() && kept(2).count < kept(1).count)
  }

  /// docs/figures.md 9: edition 2 − edition 1 would be the latecomer's whole sheet.
  @Test func `Of a latecomer there is no correction until the edition before is recorded as recalled`() throws {
    try office.makePracticeRound()
    _ = try run()
    let log = try office.text("r/round.log")
    try office.change("r") { box in
      guard let reader = JSONReader() else { throw StorageError.outOfMemory }
      let counted = try #require(try office.admission(in: "r").counted.first { $0.role == .member }).id
      var sheet = try SheetFormat.decode(try #require(box.line(.sheet, counted.digits)).bytes, with: reader)
      sheet.id = try #require(CheckedNumber(payload: "00000000077"))
      box.put(SheetFormat.line(of: sheet))
    }
    let refusal = #expect(throws: FiguresRefusal.self) { try run(correction: "遅れて提出された") }
    guard case .edition(.tooAlike(let difference)) = refusal else {
      Issue.record("not refused for being alike: \(String(describing: refusal))")
      return
    }
    #expect(difference.differing == 1 && difference.earlier == first)
    #expect(try office.text("r/round.log") == log)

    let second = Edition(to: .office, number: 2, reason: "遅れて提出された", recalled: [1])
    #expect(try run(correction: "遅れて提出された", recalling: true).given?.edition == second)
    #expect(try editions() == [first, second])
    // The third is not held against the first any more, but against the second.
    try office.write(try office.text("r/roster.csv") + "\n", to: "r/roster.csv")
    #expect(try run(correction: "名簿の誤り").given?.edition?.number == 3)
  }

  /// Two different documents never bear one name: docs/figures.md 9.
  @Test func `Follow-up and comparison bear the day on which they were first given out as they are`() throws {
    try office.makePracticeRound()
    try office.remove("r/audit.csv")
    let (first, bare) = (office.now, try run().given)
    #expect(bare?.accompaniment == nil)
    _ = try RoundOpinions.gathered(in: office.path("r"))
    office.now = first.day.adding(days: 1).noon
    let listed = try run().given
    #expect(listed?.accompaniment == Accompaniment(day: first.day.adding(days: 1)))
    office.now = first.day.adding(days: 9).noon
    #expect(try run().given == listed)
    try office.write(try office.text("r/opinions.csv") + "\r\n", to: "r/opinions.csv")
    #expect(try run().given?.accompaniment == Accompaniment(day: first.day.adding(days: 9)))
    try office.write(try office.text("r/opinions.csv") + "\r\n", to: "r/opinions.csv")
    #expect(try run().given?.accompaniment == Accompaniment(day: first.day.adding(days: 9), number: 2))
    #expect(try editions().count == 1)
  }

  @Test func `A log that has lost a line gives no figures until it says so`() throws {
    try office.makePracticeRound()
    let lines = try office.text("r/round.log").split(separator: "\n")
    try office.write(lines.dropFirst().joined(separator: "\n") + "\n", to: "r/round.log")
    #expect(throws: FiguresRefusal.log([.gap(line: 1)], round: office.path("r"))) { try run() }
    _ = try RoundRepair.perform(at: office.path("r"), now: office.now)
    #expect(try run().given?.edition == first)
  }

  @Test func `A first edition of the box as it was closed takes no reason`() throws {
    try office.makePracticeRound()
    #expect(throws: FiguresRefusal.edition(.nothingToCorrect)) { try run(correction: "重なった票を除いた") }
  }

  @Test func `A box whose counts do not fit gives no figures`() throws {
    try office.makePracticeRound()
    let rows = try office.text("r/box.ndjson").split(separator: "\n")
    try office.write(rows.dropFirst().joined(separator: "\n") + "\n", to: "r/box.ndjson")
    #expect {
      try run(correction: "写しから戻した")
    } throws: { error in
      guard case StorageError.box(office.path("r/box.ndjson"), .counts) = error else { return false }
      return true
    }
    #expect(try editions().isEmpty)
  }

  @Test func `Before closing only who has handed in is given, and no edition made`() throws {
    try office.makePracticeRound(closed: false)
    // No sheet is even looked at: this one could not be read.
    try office.rewrite(try #require(try office.box("r").lines(of: .sheet).first), in: "r") {
      $0.replacing("\"answers\"", with: "\"kaito\"")
    }
    let (outcome, given) = try run()
    guard case .notClosed(let unreadable) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try unreadable == RoundInbox.unreadable(in: office.path("r")) && !unreadable.isEmpty)
    #expect(given?.edition == nil)
    #expect(given?.roles.allSatisfy { $0.figures == .withheld(.notClosed) } == true)
    #expect(try editions().isEmpty)
    #expect(try office.names(in: "r/summary").isEmpty)
  }

  @Test func `A reason is told in at most 100 characters and not blank`() {
    #expect(Correction(because: "誤") != nil)
    #expect(Correction(because: String(repeating: "誤", count: 100)) != nil)
    #expect(Correction(because: String(repeating: "誤", count: 101)) == nil)
    #expect(Correction(because: "") == nil && Correction(because: " \u{3000}") == nil)
  }

  @Test func `The office hears of opinions until they are listed`() throws {
    let folder = try office.makePracticeRound()
    let count = try folder.box().counts.opinions
    try #require(count > 0)
    _ = try run()
    #expect(office.told.contains(.unlistedOpinions(count, round: folder.path)))
    _ = try RoundOpinions.gathered(in: folder.path)
    let before = office.told.count
    _ = try run()
    #expect(office.told.count == before)
  }

  @Test func `The name of a file tells round and audience`() throws {
    try office.makePracticeRound()
    #expect(try run().given?.fileName(ending: "txt") == "r-internal.txt")
  }

  @Test func `A submission that cannot be read is among what was left out`() throws {
    try office.makePracticeRound(closed: false)
    let line = try #require(try office.box("r").lines(of: .submission).last)
    try office.rewrite(line, in: "r") { $0.replacing(/"role":"[a-z]+"/, with: "\"role\":\"x\"") }
    try office.close("r")
    guard case .leftOut(let lines, _) = try run().0 else {
      Issue.record("nothing was left out")
      return
    }
    #expect(lines.filter { $0.subject == .submission }.map(\.line) == [line.place])
  }
}
