import Aggregation
import Formats
import Inspection
import Jobs
import Practice
import Storage
import Testing

/// docs/secretariat.md, 点検回を作る.
@Suite("Making a round")
struct RoundCreationTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func `The list of codes does not stay when the folder could not be made`() throws {
    // Somebody else takes the folder's name while the codes are being made.
    #expect(throws: StorageError.alreadyExists(path: office.path("r8-1"))) {
      try office.makeRound(admission: .codes(list: nil)) { [office] event in
        guard case .progress(.makingCodes, let done, let total) = event, done == total else { return }
        try? office.makeFolder("r8-1")
      }
    }
    #expect(!office.exists("r8-1-codes.csv"))
    // Nothing is in the way of the next attempt.
    try office.remove("r8-1")
    #expect(try office.makeRound(admission: .codes(list: nil)).codes == office.path("r8-1-codes.csv"))
  }

  @Test func `A list of codes that is there stays as it is, and no round is made`() throws {
    try office.write("前の点検回の一覧", to: "r8-1-codes.csv")
    #expect(throws: StorageError.alreadyExists(path: office.path("r8-1-codes.csv"))) {
      try office.makeRound(admission: .codes(list: nil))
    }
    #expect(try office.text("r8-1-codes.csv") == "前の点検回の一覧")
    #expect(!office.exists("r8-1"))
  }

  @Test func `A folder that is there is refused before anybody is asked`() throws {
    try office.makeFolder("r8-1")
    #expect(throws: StorageError.alreadyExists(path: office.path("r8-1"))) {
      try RoundCreation(at: office.path("r8-1"), checklists: nil, previous: nil)
    }
  }

  @Test func `Everyone who is asked has a code that lets in, and so has the supervisor; an exempt person has none`()
    throws
  {
    let made = try office.makeRound(admission: .codes(list: office.path("kami.csv")))
    #expect(made.asked == 3)
    let codes = try SlipsFormat.decode(Array(office.text("kami.csv").utf8))
    #expect(Set(codes.keys) == ["m01", "m02", "org", SlipCodes.supervisor.id])
    let entries = try office.round().codes()
    for (id, code) in codes { #expect(SlipCodes.respondent(with: code, in: entries) == id) }
  }

  @Test func `The deadline may be the day on which the round opens, and no earlier`() throws {
    let oneDay = Office.wanted(deadline: Office.opens)
    #expect(try office.makeRound("one-day", oneDay).deadline == Office.opens)
    #expect(try office.round("one-day").round.deadline == Office.opens)
    let fault = Fault(
      .daysOutOfOrder(earlier: "opens", later: "deadline"), at: DocumentPath().key("deadline"))
    #expect(throws: RoundCreation.Refusal.faults([fault])) {
      try office.makeRound("r8-1", Office.wanted(deadline: Office.opens.adding(days: -1)), admission: .codes(list: nil))
    }
    #expect(!office.exists("r8-1") && !office.exists("r8-1-codes.csv"))
  }

  @Test func `Staff whose result is copied from the city's are not asked here`() throws {
    var wanted = Office.wanted()
    wanted.staffMode = .copy
    wanted.cityInspection = Round.CityInspection(date: Office.opens, form: "市の自己点検票")
    try office.makeRound("copied", wanted)
    #expect(try office.round("copied").round.checklists.map(\.role) == [.member, .organisation])
    try office.makeRound("own")
    #expect(try office.round("own").round.checklists.map(\.role) == [.member, .staff, .organisation])
  }

  @Test func `The round is named after its folder, and its log begins when the clock says`() throws {
    try office.makeRound("r9-1")
    let round = try office.round("r9-1")
    #expect(round.round.id == "r9-1")
    #expect(round.events == [RoundEvent(.opened, at: office.now)])
  }

  @Test func `What the organisation named before is kept, to be offered where the item still means the same`() throws {
    try office.makePracticeRound("r7")
    var generator = SplitMix64(seed: 1)
    try office.write(Office.roster, to: "meibo.csv")
    _ = try RoundCreation(at: office.path("r8-2"), checklists: nil, previous: office.path("r7")).make(
      Office.wanted(), roster: office.path("meibo.csv"), admission: .names, using: &generator, clock: office.clock,
      tell: office.tell)
    let kept = try #require(try office.round("r8-2").earlierEvidence())
    let summary = try RoundResult(office.path("r7"), previous: [], tell: office.tell).summary
    let named = (summary.organisation?.rows ?? []).filter { $0.evidence != nil }
    #expect(!named.isEmpty && kept.round == "r7")
    #expect(
      kept.entries.map(\.item) == named.map(\.item.id) && kept.entries.map(\.text) == named.compactMap(\.evidence))
    var items = named.map(\.item)
    #expect(kept.texts(for: items).count == items.count)
    items[0].revision += 1
    #expect(kept.texts(for: items)[items[0].id] == nil)
    // No answer of the new round.
    #expect(try office.box("r8-2").lines(of: .sheet).isEmpty)
  }

  @Test func `Actions that are still open are carried on, and only those`() throws {
    try office.makeRound("r8-1")
    let matter = Action.Matter(kind: .rule, items: [], subject: "持ち帰りの決まり", ground: "基本方針6")
    try office.round().add(
      [
        Action(id: "A-01", round: "r8-1", matter: matter, state: .done),
        Action(id: "A-02", round: "r8-1", matter: matter, state: .started),
      ], to: nil)
    var generator = SplitMix64(seed: 1)
    let made = try RoundCreation(at: office.path("r8-2"), checklists: nil, previous: office.path("r8-1")).make(
      Office.wanted(), roster: office.path("meibo.csv"), admission: .names, using: &generator, clock: office.clock,
      tell: office.tell)
    #expect(made.carried == 1)
    #expect(made.actions == office.path("r8-2/actions.csv"))
    #expect(try office.round("r8-2").actions()?.rows.map(\.id) == ["A-02"])
  }
}
