import Aggregation
import Inspection
import Jobs
import Reporting
import Storage
import Testing

/// docs/secretariat.md, 依頼文、督促などの文書を作る.
@Suite("The letters of a round")
struct LetterTests {
  private let office: Office

  init() throws { office = try Office() }

  private func maker(_ name: String = "r8-1", codes: String? = nil) throws -> LetterMaker {
    try LetterMaker(office.path(name), codesFile: codes, clock: office.clock, tell: office.tell)
  }

  private func files(
    _ kinds: [LetterKind], to output: String?, isSingle: Bool = false
  ) throws -> LetterFiles {
    try LetterFiles(
      kinds.map { ("\($0.rawValue).html", Array("\($0.rawValue)の文".utf8)) }, to: output,
      ofRound: office.path("r8-1/"), isSingle: isSingle)
  }

  /// Makes the one letter and gives it out to nobody.
  @discardableResult
  private func make(_ kind: LetterKind, of name: String = "r8-1", codes: String? = nil) throws -> LetterMaker.Outcome {
    try maker(name, codes: codes).run([kind], make: { #expect($0.map(\.kind) == [kind]) }, give: { _ in })
  }

  // MARK: Files

  @Test func `They go beside the round, a file each, and each is told`() throws {
    try files([.request, .memo], to: nil).write(tell: office.tell)
    #expect(try office.names(in: "r8-1-letters") == ["memo.html", "request.html"])
    #expect(try office.text("r8-1-letters/memo.html") == "memoの文")
    #expect(
      office.told == [
        .wrote(file: office.path("r8-1-letters/request.html")), .wrote(file: office.path("r8-1-letters/memo.html")),
      ])
  }

  @Test(arguments: ["request.html", "reminder.html", "memo.html"])
  func `One that is there stays, and then none of the others is written`(name: String) throws {
    try office.makeFolder("bunsho")
    try office.write("直した文", to: "bunsho/" + name)
    #expect(throws: StorageError.alreadyExists(path: office.path("bunsho/" + name))) {
      try files([.request, .reminder, .memo], to: office.path("bunsho")).write(tell: office.tell)
    }
    #expect(try office.names(in: "bunsho") == [name])
    #expect(try office.text("bunsho/" + name) == "直した文")
  }

  @Test func `A single letter in a file of its own replaces none either`() throws {
    try files([.request], to: office.path("irai.html"), isSingle: true).write(tell: office.tell)
    #expect(try office.text("irai.html") == "requestの文")
    try office.write("直した文", to: "irai.html")
    #expect(throws: StorageError.alreadyExists(path: office.path("irai.html"))) {
      try files([.request], to: office.path("irai.html"), isSingle: true).write(tell: office.tell)
    }
    #expect(try office.text("irai.html") == "直した文")
  }

  @Test(arguments: ["bunsho", "bunsho/"])
  func `A single letter goes into a folder where one is named`(output: String) throws {
    if output == "bunsho" { try office.makeFolder("bunsho") }
    try files([.request], to: office.path(output), isSingle: true).write(tell: office.tell)
    #expect(try office.names(in: "bunsho") == ["request.html"])
  }

  @Test func `Where no letter suits the round that is said`() throws {
    #expect(throws: LetterFiles.Nothing.self) { try files([], to: nil) }
  }

  // MARK: Which

  private func leaflets(_ before: [LetterKind], _ after: [LetterKind]) -> [LetterKind] {
    before + [.leaflet, .leafletExcel, .leafletPaper] + after
  }

  @Test func `The slips wait for the list of codes; with it they are made`() throws {
    try office.makeRound(admission: .codes(list: nil))
    #expect(try maker().due() == leaflets([.request, .outline], [.reminder, .memo]))
    #expect(office.told.last == .letterSkipped(.codesNeeded(round: office.path("r8-1"))))
    #expect(throws: LetterMaker.Refusal.codesNeeded(round: office.path("r8-1"))) { try make(.slips) }
    let list = office.path("r8-1-codes.csv")
    #expect(try maker(codes: list).due() == leaflets([.request, .outline, .slips], [.reminder, .memo]))
  }

  @Test func `A code of another round is found out before anything is made of it`() throws {
    try office.makeRound(admission: .codes(list: nil), seed: 1)
    try office.makeRound("r8-2", admission: .codes(list: nil), seed: 2)
    let other = office.path("r8-2-codes.csv")
    // The supervisor's comes first.
    #expect(throws: LetterMaker.Refusal.strangeCode(SlipCodes.supervisor.id, file: other)) {
      try make(.slips, codes: other)
    }
  }

  @Test func `What does not suit the round is refused by name`() throws {
    try office.makeRound()
    let path = office.path("r8-1")
    #expect(throws: LetterMaker.Refusal.notNow(.slips, .noCodes, round: path)) { try make(.slips) }
    #expect(throws: LetterMaker.Refusal.notNow(.report, .notClosed, round: path)) { try make(.report) }
    #expect(throws: LetterMaker.Refusal.notNow(.extension, .notExtended, round: path)) {
      try make(.extension)
    }
  }

  @Test func `A letter with figures is of an edition, which the log then tells of`() throws {
    try office.makePracticeRound()
    office.now = Office.deadline.adding(days: 9).noon
    guard case .leftOut(let lines, let list) = try make(.report, of: "r") else {
      Issue.record("the round has lines that do not count")
      return
    }
    #expect(!lines.isEmpty && list == office.path("r/summary/left-out.csv"))
    let recorded = try office.round("r").editions(to: .office)
    #expect(recorded.map(\.edition) == [Edition(to: .office, number: 1)])
    #expect(office.told == [.recorded(Edition(to: .office, number: 1))])
    #expect(try office.round("r").events.last?.at == office.now)
    // When the files have changed since, it waits for the correction.
    try office.write(try office.text("r/roster.csv") + "\n", to: "r/roster.csv")
    #expect(throws: FiguresRefusal.edition(.changed(since: Edition(to: .office, number: 1)))) {
      try make(.report, of: "r")
    }
  }

  @Test func `What was not asked for by name makes no edition`() throws {
    try office.makePracticeRound()
    let maker = try maker("r")
    #expect(try maker.due() == [.receipts])
    _ = try maker.run(try maker.due(), make: { _ in }, give: { _ in })
    #expect(try office.round("r").editions(to: .office).isEmpty)
    #expect(try office.round("r").editions(to: .everyone).isEmpty)
  }

  @Test func `An edition is written down only when what is made of it can be given out`() throws {
    try office.makePracticeRound()
    struct Occupied: Error {}
    #expect(throws: Occupied.self) {
      try maker("r").run([.report], make: { _ in throw Occupied() }, give: { _ in })
    }
    #expect(try office.round("r").editions(to: .office).isEmpty)
  }

  @Test func `Several letters of one edition are made of one count`() throws {
    try office.makePracticeRound()
    var given: [LetterKind] = []
    _ = try maker("r").run([.receipts, .report], make: { $0.map(\.kind) }, give: { given = $0 })
    #expect(given == [.receipts, .report])
    #expect(office.told == [.recorded(Edition(to: .office, number: 1))])
  }

  @Test func `Checklists that nobody approved keep the public notice out`() throws {
    try office.makePracticeRound()
    #expect {
      try make(.notice, of: "r")
    } throws: { error in
      if case .disclosure(.notApproved)? = error as? FiguresRefusal { true } else { false }
    }
    #expect(try office.round("r").editions(to: .everyone).isEmpty)
  }

  @Test func `What is merged has the codes only with their list, which is tried first`() throws {
    try office.makeRound(admission: .codes(list: nil))
    let place = try #require(MergeData.headings.firstIndex(of: "点検コード"))
    #expect(try maker().mergeRows().dropFirst().allSatisfy { $0[place].isEmpty })
    let rows = try maker(codes: office.path("r8-1-codes.csv")).mergeRows()
    #expect(rows.count > 1 && rows.dropFirst().allSatisfy { $0[place].count == 14 })
  }
}
