import Formats
import Inspection
import Interview
import Jobs
import Storage
import Testing

@Suite struct KioskTests {
  private let venue: Venue
  private let told = Told()

  /// The errors that the kiosk wanted words for.
  private final class Told {
    var errors: [any Error] = []
    /// Whether there are words for every error.
    var knowsAll = true

    func words(for error: any Error) -> [String]? {
      errors.append(error)
      return knowsAll ? ["お知らせの文"] : nil
    }
  }

  init() throws { venue = try Venue(codesFor: ["m01", "m02", SlipCodes.supervisor.id]) }

  private func run(_ script: [ScriptedDisplay.Step]) throws -> ScriptedDisplay {
    let display = ScriptedDisplay(script)
    try Kiosk(
      venue.folder.path, in: venue.surroundings, words: told.words, farewell: { ["さようなら \($0)"] }
    ).run(on: display)
    return display
  }

  /// The code of a person, and that it is their name.
  private func code(of id: RespondentID) throws -> [ScriptedDisplay.Step] {
    .wanting(.submit(text: try #require(venue.codes[id]).grouped)) + .doing(1)
  }

  private func supervisor() throws -> [ScriptedDisplay.Step] {
    .wanting(.submit(text: try #require(venue.codes[SlipCodes.supervisor.id]).grouped))
  }

  /// One answer, and the way out with its good-bye.
  private var answeringAndLeaving: [ScriptedDisplay.Step] { .wanting(.next, .choose(digit: 1), .suspend, .next) }

  @Test func `One person after another comes in, until the supervisor's code ends it`() throws {
    let display = try run(
      try code(of: "m01") + answeringAndLeaving + code(of: "m02") + answeringAndLeaving + supervisor())
    #expect(display.isDone)
    #expect(display.showed("お疲れさまでした") && display.showed("さようなら suspended(isKept: true"))
    #expect(venue.names(in: "data/r8-1") == ["m01.json", "m02.json"])
    #expect(told.errors.isEmpty)
  }

  @Test func `Nobody gets out without the supervisor's code`() throws {
    let display = try run(.wanting(.back, .suspend, .interrupt, .interrupt, .back) + supervisor())
    #expect(display.isDone)
    #expect(display.showed("このパソコンは皆さんで使っています"))
  }

  @Test func `Nothing of a person stays on the screen for the next one`() throws {
    let display = try run(try code(of: "m01") + .wanting(.next, .suspend, .next) + supervisor())
    // The door, the name twice, two pages of the interview, the good-bye, and the door as it was before anybody came.
    #expect(display.pages.count == 7)
    #expect(display.pages.last == display.pages.first)
  }

  @Test func `The copy is shown, and no file is left where the next person would find it`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let display = try run(
      try code(of: "m01") + .handingIn + .doing(1, 1) + .wanting(.next) + .doing(2) + .wanting(.next) + supervisor())
    #expect(display.isDone)
    #expect(try venue.box.submitted == ["m01"])
    #expect(venue.names(in: "copies").isEmpty)
    #expect(!display.showed("控えをファイルに保存") && display.showed("これから取り組むこと"))
    #expect(display.pages.last == display.pages.first)
  }

  @Test func `Wrong codes are counted in the log, those before the supervisor's too`() throws {
    let wrong = try #require(CheckedNumber(payload: "99912345678")).grouped
    _ = try run(
      .wanting(.submit(text: wrong), .submit(text: wrong)) + code(of: "m01")
        + .wanting(.suspend, .next, .submit(text: wrong)) + supervisor())
    #expect(try RoundFolder(venue.folder.path).events.dropFirst().map(\.kind) == [.wrongCodes(2), .wrongCodes(1)])
  }

  /// docs/member.md and the help of --kiosk promise three minutes.
  @Test func `A page that nobody touches is left after three minutes, with all that was answered`() throws {
    #expect(Kiosk.idleLimit == .seconds(180))
    let start = venue.now
    let venue = venue
    let display = try run(
      try code(of: "m01") + .wanting(.next, .choose(digit: 1))
        + [.meanwhile { venue.now = Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + 180) }]
        + .wanting(.abandon(text: nil), .abandon(text: nil)) + code(of: "m02") + answeringAndLeaving + supervisor())
    #expect(display.isDone)
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.profile.count == 1)
    #expect(draft.started == start)
    #expect(draft.updated == venue.now)
    #expect(try venue.draft(of: "m02") != nil)
  }

  // MARK: Troubles

  @Test func `A trouble of one is told and does not keep the next one out`() throws {
    _ = try venue.write("{", to: "data/r8-1/m01.json")
    let display = try run(
      try code(of: "m01") + .wanting(.next) + code(of: "m02") + answeringAndLeaving + supervisor())
    #expect(display.isDone)
    #expect(display.showed("お知らせの文"))
    #expect(told.errors.count == 1)
    #expect(told.errors.allSatisfy { $0 is StorageError })
    #expect(venue.names(in: "data/r8-1") == ["m01.json", "m02.json"])
    #expect(try venue.text("data/r8-1/m01.json") == "{")
  }

  @Test func `An error that there are no words for ends the screen`() throws {
    _ = try venue.write("{", to: "data/r8-1/m01.json")
    told.knowsAll = false
    #expect(throws: StorageError.self) { try run(try code(of: "m01") + supervisor()) }
  }

  @Test func `A signal or a closed window ends the screen and is nothing to tell`() throws {
    #expect(throws: ScriptedDisplay.closed) { try run(try code(of: "m01") + .wanting(.next, .choose(digit: 1))) }
    #expect(told.errors.isEmpty)
    #expect(try venue.draft(of: "m01") != nil)
  }

  @Test func `A round that is closed meanwhile lets nobody in any more, and the supervisor's code still ends it`()
    throws
  {
    let venue = venue
    let display = try run(
      try code(of: "m01") + [.meanwhile { try venue.close() }] + .wanting(.suspend, .next) + code(of: "m02")
        + .wanting(.next) + supervisor())
    #expect(display.isDone)
    #expect(told.errors.map { $0 as? VisitRefusal } == [.roundClosed(venue.folder.round.contact)])
    #expect(display.pages.last == display.pages.first)
    // A screen that is begun for a closed round would refuse everybody.
    #expect(throws: VisitRefusal.roundClosed(venue.folder.round.contact)) { try run([]) }
  }

  // MARK: Beginning

  @Test func `A round without codes is not shared, or anybody could come in as anybody`() throws {
    let open = try Venue()
    #expect(throws: VisitRefusal.noCodes) {
      try Kiosk(open.folder.path, in: open.surroundings, words: { _ in nil }, farewell: { _ in [] })
    }
    // The codes may also be lost while the screen is shown.
    let display = ScriptedDisplay(.choose(digit: 1))
    #expect(throws: VisitRefusal.noCodes) {
      try RoundVisit(to: open.folder, isShared: true).run(on: display, in: open.surroundings)
    }
    #expect(display.pages.isEmpty)
  }
}
