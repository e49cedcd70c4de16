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
    try LetterMaker(
      office.path(name), codesFile: codes, start: { "tenken inspect --round \($0)" }, clock: office.clock,
      tell: office.tell)
  }

  private func files(
    _ kinds: [LetterKind], to output: String?, isSingle: Bool = false
  ) throws -> LetterFiles {
    try LetterFiles(
      kinds.map { ($0, Array("\($0.rawValue)の文".utf8)) }, ending: "html", to: output, ofRound: office.path("r8-1/"),
      isSingle: isSingle)
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

  @Test func `The slips wait for the list of codes; with it they are made`() throws {
    try office.makeRound(admission: .codes(list: nil))
    #expect(try maker().due().map(\.kind) == [.request, .outline, .reminder, .memo])
    #expect(office.told.last == .letterSkipped(.codesNeeded(round: office.path("r8-1"))))
    #expect(throws: LetterMaker.Refusal.codesNeeded(round: office.path("r8-1"))) { try maker().letter(.slips) }
    let list = office.path("r8-1-codes.csv")
    #expect(try maker(codes: list).due().map(\.kind) == [.request, .outline, .slips, .reminder, .memo])
  }

  @Test func `A code of another round is found out before anything is made of it`() throws {
    try office.makeRound(admission: .codes(list: nil), seed: 1)
    try office.makeRound("r8-2", admission: .codes(list: nil), seed: 2)
    let other = office.path("r8-2-codes.csv")
    // The supervisor's comes first.
    #expect(throws: LetterMaker.Refusal.strangeCode(SlipCodes.supervisor.id, file: other)) {
      try maker(codes: other).letter(.slips)
    }
  }

  @Test func `What does not suit the round is refused by name`() throws {
    try office.makeRound()
    let path = office.path("r8-1")
    #expect(throws: LetterMaker.Refusal.notNow(.slips, .noCodes, round: path)) { try maker().letter(.slips) }
    #expect(throws: LetterMaker.Refusal.notNow(.report, .notClosed, round: path)) { try maker().letter(.report) }
    #expect(throws: LetterMaker.Refusal.notNow(.extension, .notExtended, round: path)) {
      try maker().letter(.extension)
    }
  }

  @Test func `A letter with figures is of an edition, which the log then tells of`() throws {
    try office.makePracticeRound()
    office.now = Office.deadline.adding(days: 9).noon
    _ = try maker("r").letter(.report)
    let recorded = try office.round("r").editions(to: .office)
    #expect(recorded.map(\.edition) == [Edition(to: .office, number: 1)])
    #expect(office.told == [.recorded(Edition(to: .office, number: 1))])
    #expect(try office.round("r").events.last?.at == office.now)
    // When the files have changed since, it waits for the correction.
    try office.write(try office.text("r/roster.csv") + "\n", to: "r/roster.csv")
    #expect(throws: FiguresRefusal.edition(.changed(since: Edition(to: .office, number: 1)))) {
      try maker("r").letter(.report)
    }
  }

  @Test func `Checklists that nobody approved keep the public notice out, and the rest is made`() throws {
    try office.makePracticeRound()
    #expect(try maker("r").due().map(\.kind) == [.receipts, .report])
    guard case .letterSkipped(.figures(.disclosure(.notApproved))) = office.told.last else {
      Issue.record("\(office.told)")
      return
    }
  }
}
