import Formats
import Inspection
import Interview
import Jobs
import Storage
import Testing

@Suite struct PersonalVisitTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  private func visit(_ role: Role?, _ display: ScriptedDisplay, method: EntryMethod = EntryMethod()) throws
    -> VisitEnding
  {
    try PersonalVisit(library: venue.library, role: role, method: method).run(on: display, in: venue.surroundings)
  }

  @Test func `Who does not say the role is asked for it, and the draft is kept under it`() throws {
    #expect(
      try visit(nil, ScriptedDisplay(.doing(2) + .wanting(.next, .choose(digit: 1), .suspend)))
        == .suspended(isKept: true, isReplacing: false))
    let draft = try #require(try venue.draft(of: nil, .staff))
    #expect(draft.started == venue.now)
    #expect(draft.entry == Draft.Entry(mode: .me))
    #expect(venue.names(in: "data/personal") == ["staff.json"])
  }

  @Test func `Who says the role is not asked`() throws {
    let display = ScriptedDisplay(.suspend)
    #expect(try visit(.organisation, display) == .suspended(isKept: false, isReplacing: false))
    #expect(!display.showed("どの立場で点検しますか"))
    // Nothing was answered, so there is nothing to keep.
    #expect(venue.names(in: "data/personal").isEmpty)
  }

  @Test func `Who leaves at the question of the role leaves nothing behind`() throws {
    #expect(try visit(nil, ScriptedDisplay(.suspend)) == .left)
    #expect(venue.names(in: "data").isEmpty)
  }

  @Test func `It goes on where it was left, and nothing is handed in`() throws {
    try venue.keepAnsweredDraft(of: nil)
    let display = ScriptedDisplay(.doing(1, 2))
    #expect(try visit(.member, display) == .finished(isHandedIn: false, copy: nil))
    #expect(display.isDone)
    #expect(venue.names(in: "copies").isEmpty)
    #expect(try venue.box.counts == Box.Counts())
    #expect(try venue.draft(of: nil) != nil)
  }

  @Test func `A copy carries the day that the clock shows`() throws {
    try venue.keepAnsweredDraft(of: nil)
    venue.now = Venue.noon(of: venue.now.day.adding(days: 9))
    let copy = "\(venue.home)/copies/自己点検の控え-\(venue.now.day.iso).txt"
    #expect(
      try visit(.member, ScriptedDisplay(.doing(1, 1)))
        == .finished(isHandedIn: false, copy: copy))
    #expect(try venue.text("copies/自己点検の控え-\(venue.now.day.iso).txt").contains(venue.library.policy.assembly))
  }

  /// The person may have written into it, or it may be somebody else's.
  @Test func `A copy never replaces a file, and is numbered instead`() throws {
    let name = "copies/自己点検の控え-\(venue.now.day.iso)"
    _ = try venue.write("わたしの覚え", to: name + ".txt")
    for number in [2, 3] {
      try venue.keepAnsweredDraft(of: nil)
      #expect(
        try visit(.member, ScriptedDisplay(.doing(1, 1)))
          == .finished(isHandedIn: false, copy: "\(venue.home)/\(name)-\(number).txt"))
    }
    #expect(try venue.text(name + ".txt") == "わたしの覚え")
    #expect(try venue.text(name + "-2.txt") == venue.text(name + "-3.txt"))
    #expect(venue.names(in: "copies").count == 3)
  }

  /// The first path that fails is told on the page, and the answers are still there.
  @Test func `A copy that cannot be written is told, and the visit goes on`() throws {
    try venue.keepAnsweredDraft(of: nil)
    var surroundings = venue.surroundings
    surroundings.copies = venue.home + "/nowhere"
    let display = ScriptedDisplay(.doing(1, 1, 2))
    let ending = try PersonalVisit(library: venue.library, role: .member).run(on: display, in: surroundings)
    #expect(ending == .finished(isHandedIn: false, copy: nil))
    #expect(display.pages.contains { $0.notice?.kind == .trouble })
  }

  @Test func `Begun anew, the earlier answers stay beside the new ones under a name of that day`() throws {
    try venue.keepAnsweredDraft(of: nil)
    let before = try venue.text("data/personal/member.json")
    let display = ScriptedDisplay(.doing(4, 1) + .wanting(.next, .choose(digit: 3), .suspend))
    _ = try visit(.member, display)
    #expect(display.isDone)
    let aside = "member-\(venue.now.day.iso).json"
    #expect(venue.names(in: "data/personal") == [aside, "member.json"])
    #expect(try venue.text("data/personal/" + aside) == before)
    #expect(try venue.draft(of: nil)?.responses == [:])
    #expect(try venue.draft(of: nil)?.profile.count == 1)
  }

  @Test func `Two programs do not open the same draft`() throws {
    let drafts = venue.surroundings.drafts
    let path = try drafts.path(round: nil, respondent: nil, role: .member)
    let lock = try drafts.lock(path)
    defer { withExtendedLifetime(lock) {} }
    #expect(throws: StorageError.self) { try visit(.member, ScriptedDisplay(.suspend)) }
    #expect(try venue.draft(of: nil) == nil)
  }

  @Test func `A form filled in with Excel is read for a review`() throws {
    let file = try venue.write("項目,回答\nM-PHY-01,はい\n", to: "form/a.csv")
    let display = ScriptedDisplay(.suspend)
    #expect(
      try visit(.member, display, method: EntryMethod(answers: file)) == .suspended(isKept: true, isReplacing: false))
    let draft = try #require(try venue.draft(of: nil))
    #expect(draft.responses == ["M-PHY-01": Draft.Response(choice: .yes)])
    #expect(draft.position == .review)
  }

  @Test func `A closed window ends the visit, and what was answered is kept`() throws {
    #expect(throws: ScriptedDisplay.closed) {
      try visit(.member, ScriptedDisplay(.next, .choose(digit: 1)))
    }
    #expect(try venue.draft(of: nil)?.profile.count == 1)
  }
}
