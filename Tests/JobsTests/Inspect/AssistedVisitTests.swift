import Formats
import Inspection
import Interview
import Jobs
import Storage
import Testing

/// Somebody else enters a person's answers, or they stand on a form.
@Suite struct AssistedVisitTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  private func visit(_ method: EntryMethod, _ script: [ScriptedDisplay.Step]) throws
    -> (ending: VisitEnding, display: ScriptedDisplay)
  {
    let display = ScriptedDisplay(script)
    return (try RoundVisit(to: venue.folder, method: method).run(on: display, in: venue.surroundings), display)
  }

  // MARK: Who may

  @Test(arguments: [
    ("x9", VisitRefusal.unknownHelper(id: "x9")), ("m02", .helperIsMember(name: "議員02")),
  ]) func `Only staff and the organisation's respondent enter other people's answers`(
    id: String, refusal: VisitRefusal
  ) throws {
    let display = ScriptedDisplay(.asFirstMember)
    #expect(throws: refusal) {
      try RoundVisit(to: venue.folder, method: EntryMethod(assistedBy: id)).run(on: display, in: venue.surroundings)
    }
    // Before anybody is asked anything.
    #expect(display.pages.isEmpty)
  }

  @Test func `A helper never assists themself`() throws {
    let script: [ScriptedDisplay.Step] = .asOrganisation + .wanting(.choose(digit: 1), .next, .suspend)
    #expect(throws: VisitRefusal.ownHelper) { try visit(EntryMethod(assistedBy: "o01"), script) }
    #expect(venue.names(in: "data").isEmpty)
  }

  // MARK: Consent

  @Test(arguments: ["s01", "o01"])
  func `With the person's consent the answers are entered, and it is written down by whom`(helper: String) throws {
    let script: [ScriptedDisplay.Step] = .asFirstMember + .wanting(.choose(digit: 1), .next, .suspend)
    let (ending, display) = try visit(EntryMethod(assistedBy: helper), script)
    #expect(ending == .suspended(isKept: true, isReplacing: false))
    #expect(display.showed("声に出してお読みください"))
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.entry == Draft.Entry(mode: .assisted, by: RespondentID(helper)))
    #expect(draft.consent == true)
  }

  @Test func `Without it nothing is entered, and an own draft stays as it was`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let before = try venue.text("data/r8-1/m01.json")
    let script: [ScriptedDisplay.Step] = .asFirstMember + .wanting(.choose(digit: 3), .next)
    #expect(try visit(EntryMethod(assistedBy: "s01"), script).ending == .declined)
    #expect(try venue.text("data/r8-1/m01.json") == before)
  }

  @Test func `Who has agreed is not asked again, but is for another helper`() throws {
    let consent: [ScriptedDisplay.Step] = .wanting(.choose(digit: 1), .next)
    _ = try visit(EntryMethod(assistedBy: "s01"), .asFirstMember + consent + .wanting(.suspend))
    let again = try visit(EntryMethod(assistedBy: "s01"), .asFirstMember + .wanting(.suspend))
    #expect(again.ending == .suspended(isKept: true, isReplacing: false) && !again.display.showed("声に出してお読みください"))
    let other = try visit(EntryMethod(assistedBy: "o01"), .asFirstMember + consent + .wanting(.suspend))
    #expect(other.ending == .suspended(isKept: true, isReplacing: false) && other.display.showed("声に出してお読みください"))
  }

  // MARK: Forms

  @Test func `The consent on a paper form is keyed with it, and a refusal keeps nothing`() throws {
    let paper = EntryMethod(assistedBy: "s01", isPaper: true)
    #expect(try visit(paper, .asFirstMember + .wanting(.submit(text: "3"))).ending == .declined)
    #expect(venue.names(in: "data/r8-1").isEmpty)
    let keyed = try visit(paper, .asFirstMember + .wanting(.submit(text: "1"), .suspend, .suspend))
    #expect(keyed.ending == .suspended(isKept: true, isReplacing: false))
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.entry == Draft.Entry(mode: .paper, by: "s01"))
    #expect(draft.consent == true)
  }

  @Test func `A form that gives consent to a helper is not asked again`() throws {
    let file = try venue.write("項目,回答\nP0,はい\nM-PHY-01,はい\n", to: "form/a.csv")
    let script: [ScriptedDisplay.Step] = .asFirstMember + .wanting(.suspend)
    let (ending, display) = try visit(EntryMethod(assistedBy: "s01", answers: file), script)
    #expect(ending == .suspended(isKept: true, isReplacing: false) && !display.showed("声に出してお読みください"))
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.entry == Draft.Entry(mode: .paper, by: "s01"))
    #expect(draft.consent == true)
  }

  /// Consent to oneself means nothing, and the submission would tell of a helper who was not there.
  @Test func `The consent column of one's own form is ignored`() throws {
    let file = try venue.write("項目,回答\nP0,はい\nM-PHY-01,はい\n", to: "form/a.csv")
    _ = try visit(EntryMethod(answers: file), .asFirstMember + .wanting(.suspend))
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.consent == nil)
    #expect(draft.entry == Draft.Entry(mode: .me))
    #expect(draft.responses == ["M-PHY-01": Draft.Response(choice: .yes)])
  }

  @Test func `What a form leaves open stays as it was`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let before = try #require(try venue.draft(of: "m01")).responses
    let file = try venue.write("項目,回答\nM-PHY-01,いいえ\nM-PHY-03,\n", to: "form/a.csv")
    _ = try visit(EntryMethod(answers: file), .asFirstMember + .wanting(.suspend))
    let after = try #require(try venue.draft(of: "m01")).responses
    #expect(after == before.merging(["M-PHY-01": Draft.Response(choice: .no)]) { $1 })
  }

  @Test func `A form with a fault changes nothing and tells every fault`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let before = try venue.text("data/r8-1/m01.json")
    let file = try venue.write("項目,回答\nM-PHY-01,たぶん\nM-PHY-03,はい\nZ-ZZZ-99,はい\n", to: "form/a.csv")
    let refusal = #expect(throws: VisitRefusal.self) {
      try visit(EntryMethod(answers: file), .asFirstMember + .wanting(.suspend))
    }
    guard case .answers(let told, .faults(let faults))? = refusal else {
      Issue.record("refused for another reason: \(String(describing: refusal))")
      return
    }
    #expect(told == file)
    #expect(faults.count == 2)
    #expect(try venue.text("data/r8-1/m01.json") == before)
  }

  @Test func `A form that is not there is told by its name`() throws {
    let file = venue.home + "/nowhere.csv"
    #expect(throws: StorageError.notFound(path: file)) {
      try visit(EntryMethod(answers: file), .asFirstMember + .wanting(.suspend))
    }
  }
}
