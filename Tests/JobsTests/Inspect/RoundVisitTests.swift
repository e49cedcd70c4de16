import Formats
import Inspection
import Interview
import Jobs
import Storage
import Testing

@Suite struct RoundVisitTests {
  private let venue: Venue

  init() throws { venue = try Venue() }

  @discardableResult
  private func visit(_ script: [ScriptedDisplay.Step]) throws -> (ending: VisitEnding, display: ScriptedDisplay) {
    let display = ScriptedDisplay(script)
    return (try RoundVisit(to: venue.folder).run(on: display, in: venue.surroundings), display)
  }

  // MARK: Who comes in

  @Test func `By name those come in whom the round asks, and nobody else`() throws {
    let (ending, display) = try visit(.asFirstMember + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(ending == .suspended(isKept: true, isReplacing: false))
    #expect(display.pages[0].options.map(\.label) == ["議員", "組織（点検担当が答えます）"])
    // Not 議員03, who is exempt.
    #expect(display.pages[2].rows.map(\.label) == ["議員01", "議員02"])
    #expect(venue.names(in: "data/r8-1") == ["m01.json"])
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(draft.started == venue.now)
    #expect(draft.entry == Draft.Entry(mode: .me))
  }

  @Test func `Who leaves at the door leaves nothing behind`() throws {
    #expect(try visit(.wanting(.suspend)).ending == .left)
    #expect(venue.names(in: "data").isEmpty)
  }

  @Test func `Nobody goes on with the answers of a round that is gone and bore the same name; they are put aside`()
    throws
  {
    try venue.keepAnsweredDraft(of: "m01", opened: String(repeating: "0", count: 64))
    let fresh = try visit(.asFirstMember + .wanting(.suspend))
    #expect(fresh.ending == .suspended(isKept: false, isReplacing: false))
    #expect(venue.names(in: "data/r8-1") == ["m01-\(venue.now.day.iso).json"])
    // A draft of this very round is gone on with, and so is one that does not say.
    _ = try visit(.asFirstMember + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(try venue.draft(of: "m01")?.opened == venue.folder.opened)
    #expect(try visit(.asFirstMember + .wanting(.suspend)).ending == .suspended(isKept: true, isReplacing: false))
    try venue.keepAnsweredDraft(of: "m01")
    #expect(try visit(.asFirstMember + .wanting(.suspend)).ending == .suspended(isKept: true, isReplacing: false))
  }

  @Test func `The organisation is shown what it named an earlier time to show its answer`() throws {
    let evidence = EarlierEvidence(round: "r7-1", entries: [.init(item: "O-ORG-01", revision: 1, text: "要綱第3条")])
    try Disk.write(EvidenceFormat.encode(evidence), to: venue.folder.path + "/evidence.json")
    let display = try visit(.asOrganisation + .wanting(.next) + .doing(1) + .wanting(.suspend)).display
    #expect(display.showed("前回の根拠： 要綱第3条"))
  }

  @Test func `A closed round lets nobody in and says whom to ask`() throws {
    try venue.close()
    let display = ScriptedDisplay(.asFirstMember)
    #expect(throws: VisitRefusal.roundClosed(venue.folder.round.contact)) {
      try RoundVisit(to: venue.folder).run(on: display, in: venue.surroundings)
    }
    #expect(display.pages.isEmpty)
    try venue.log(.reopened(reason: "誤り"))
    #expect(try visit(.asFirstMember + .wanting(.suspend)).ending == .suspended(isKept: false, isReplacing: false))
  }

  // MARK: What the person is told

  @Test func `The deadline that is in force is told, also after an extension`() throws {
    let extended = venue.folder.round.deadline.adding(days: 7)
    try venue.log(.extended(deadline: extended, reason: "延長"))
    #expect(try visit(.asFirstMember + .wanting(.suspend)).display.showed(extended.japanese))
  }

  @Test(arguments: [(-1, true), (0, false)])
  func `Who comes before the first day is told so and let in`(days: Int, isTold: Bool) throws {
    venue.now = Venue.noon(of: venue.folder.round.opens.adding(days: days))
    let (ending, display) = try visit(.asFirstMember + .wanting(.suspend))
    #expect(ending == .suspended(isKept: false, isReplacing: false))
    #expect(display.showed("点検の期間は") == isTold)
  }

  /// A shared screen may wait for hours before somebody comes to it.
  @Test func `Who has handed in elsewhere while the door stood open is told so`() throws {
    let submission = Submission(
      respondent: "m01", role: .member, receipt: "123456", day: venue.now.day, entry: Draft.Entry(mode: .me),
      consent: nil)
    let elsewhere = ScriptedDisplay.Step.meanwhile {
      let folder = try RoundFolder(venue.folder.path)
      var box = try folder.box()
      box.put(SubmissionFormat.line(of: submission))
      try folder.write(box)
    }
    let (ending, display) = try visit([elsewhere] + .asFirstMember + .doing(1))
    #expect(display.showed("すでに提出されています。受付番号　123456"))
    #expect(ending == .unchanged(receipt: "123456"))
  }

  /// The 回答番号 of the only sheet in the box.
  private var number: CheckedNumber {
    get throws {
      let line = String(decoding: try #require(try venue.box.lines(of: .sheet).first).bytes, as: UTF8.self)
      let digits = try #require(line.firstMatch(of: /"id" *: *"([0-9-]+)"/)).1
      return try #require(CheckedNumber(written: String(digits)))
    }
  }

  private func handIn() throws {
    try venue.keepAnsweredDraft(of: "m01")
    try visit(.asFirstMember + .handingIn + .doing(1, 2))
  }

  @Test func `Who has handed in is told so, and leaves it at that without a trace`() throws {
    try handIn()
    let (ending, display) = try visit(.asFirstMember + .doing(1))
    #expect(display.showed("すでに提出されています"))
    guard case .unchanged(.some) = ending else {
      Issue.record("\(ending)")
      return
    }
    #expect(venue.names(in: "data/r8-1").isEmpty)
  }

  @Test func `A replacement asks for the 回答番号 first, and begins from the old answers only where that is asked for`()
    throws
  {
    try handIn()
    let other = try #require(CheckedNumber(payload: "99999999999")).grouped
    let number = try number
    let asked: [ScriptedDisplay.Step] =
      .asFirstMember + .doing(2)
      + .wanting(
        .submit(text: "12"), .submit(text: other), .submit(text: number.grouped))
    let fresh = try visit(asked + .doing(1) + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(fresh.display.showed("番号が正しくないようです") && fresh.display.showed("見つかりませんでした"))
    #expect(fresh.ending == .suspended(isKept: true, isReplacing: true))
    #expect(try venue.draft(of: "m01")?.responses == [:])
    try venue.surroundings.drafts.remove(try #require(try venue.draft(of: "m01")))

    let profile = venue.library
    let questions = try profile.checklist(of: .member).checklist.profile.count
    var script = asked + .doing(2) + .wanting(.next)
    for _ in 0..<questions { script += .doing(1) }
    let from = try visit(script + .wanting(.list, .suspend))
    #expect(from.ending == .suspended(isKept: true, isReplacing: true))
    let draft = try #require(try venue.draft(of: "m01"))
    #expect(!draft.responses.isEmpty && draft.responses.values.allSatisfy { $0.choice == .yes })
  }

  @Test func `A replacement goes in under the same number, and the person is counted once`() throws {
    try handIn()
    let number = try number
    try venue.keepAnsweredDraft(of: "m01")
    let left = try #require(try venue.draft(of: "m01"))
    var replacing = left
    replacing.replacing = 0
    try venue.surroundings.drafts.save(replacing)
    let (ending, _) = try visit(
      .asFirstMember + .doing(2) + .wanting(.submit(text: number.grouped)) + .handingIn + .doing(1, 2))
    #expect(ending == .finished(isHandedIn: true, copy: nil))
    #expect(try venue.box.counts == Box.Counts(submissions: 1, sheets: 1))
    #expect(try self.number == number)
  }

  @Test func `The copy holds the 回答番号 and every answer, and names nobody`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    try visit(.asFirstMember + .handingIn + .doing(1, 1))
    let copy = try venue.text("copies/自己点検の控え-\(venue.now.day.iso).txt")
    #expect(copy.contains(try number.grouped))
    #expect(!copy.contains("議員01"))
    let items = try venue.library.checklist(of: .member).checklist.items.filter {
      $0.requires == nil && !$0.needsPrevious
    }
    for item in items { #expect(copy.contains("\(item.id) 回答：はい"), "\(item.id)") }
  }

  // MARK: Handing in

  @Test func `It ends with the sheet, the submission and the person's copy, and the draft is gone`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    venue.now = Venue.noon(of: venue.now.day.adding(days: 3))
    let (ending, display) = try visit(.asFirstMember + .handingIn + .doing(1, 1))
    let name = "自己点検の控え-\(venue.now.day.iso).txt"
    #expect(ending == .finished(isHandedIn: true, copy: "\(venue.home)/copies/\(name)"))
    #expect(display.isDone)
    #expect(venue.names(in: "copies") == [name])
    let box = try venue.box
    #expect(box.counts == Box.Counts(submissions: 1, sheets: 1))
    let submission = try #require(box.line(.submission, "m01"))
    #expect(String(decoding: submission.bytes, as: UTF8.self).contains(venue.now.day.iso))
    #expect(try venue.draft(of: "m01") == nil)
  }

  /// Over ssh a file of this computer is of no use, and somebody else's concern.
  @Test func `Where no file may be written the copy is shown, page by page, and nothing is left`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    var surroundings = venue.surroundings
    surroundings.showsCopies = true
    let display = ScriptedDisplay(
      .asFirstMember + .handingIn + .doing(1, 1) + .wanting(.next) + .doing(2))
    #expect(
      try RoundVisit(to: venue.folder).run(on: display, in: surroundings) == .finished(isHandedIn: true, copy: nil))
    #expect(display.isDone)
    #expect(display.showed("分野ごとの結果") && display.showed("これから取り組むこと"))
    #expect(!display.showed("ファイルに保存"))
    #expect(venue.names(in: "copies").isEmpty)
    #expect(try venue.draft(of: "m01") == nil)
  }

  /// The power went between the writing of the box and the removing of the draft.
  @Test func `A draft that a hand-in has left goes at anybody's next start`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let left = try venue.text("data/r8-1/m01.json")
    try visit(.asFirstMember + .handingIn + .doing(1, 2))
    _ = try venue.write(left, to: "data/r8-1/m01.json")
    try visit(.asSecondMember + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(venue.names(in: "data/r8-1") == ["m02.json"])
  }

  @Test func `A draft that is to replace a sheet stays when others start`() throws {
    try handIn()
    let number = try number.grouped
    try visit(
      .asFirstMember + .doing(2) + .wanting(.submit(text: number)) + .doing(1)
        + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(try venue.draft(of: "m01")?.isReplacing == true)
    try visit(.asSecondMember + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(venue.names(in: "data/r8-1") == ["m01.json", "m02.json"])
  }

  @Test func `A round that was closed meanwhile takes nothing, and the draft stays`() throws {
    try venue.keepAnsweredDraft(of: "m01")
    let venue = venue
    let script: [ScriptedDisplay.Step] =
      .asFirstMember + .doing(1, 2) + [.meanwhile { try venue.close() }] + .doing(1) + .wanting(.suspend)
    #expect(try visit(script).ending == .suspended(isKept: true, isReplacing: false))
    #expect(try venue.box.counts == Box.Counts())
    #expect(try venue.draft(of: "m01") != nil)
  }
}

@Suite struct SlipCodeVisitTests {
  private let venue: Venue

  init() throws { venue = try Venue(codesFor: ["m02", "m03", SlipCodes.supervisor.id]) }

  private func visit(_ display: ScriptedDisplay) throws -> VisitEnding {
    try RoundVisit(to: venue.folder).run(on: display, in: venue.surroundings)
  }

  private func code(of id: RespondentID) throws -> String { try #require(venue.codes[id]).grouped }

  @Test func `Where there are codes nobody comes in by name`() throws {
    let display = ScriptedDisplay(.asFirstMember + .wanting(.suspend))
    #expect(try visit(display) == .left)
    #expect(venue.names(in: "data").isEmpty)
  }

  @Test func `The code on the slip lets its owner in`() throws {
    let display = ScriptedDisplay(
      .wanting(.submit(text: try code(of: "m02"))) + .doing(1) + .wanting(.next, .choose(digit: 1), .suspend))
    #expect(try visit(display) == .suspended(isKept: true, isReplacing: false))
    // A slip may be somebody else's: the name is shown once, to be confirmed.
    #expect(display.showed("議員02さんの点検を始めます"))
    #expect(venue.names(in: "data/r8-1") == ["m02.json"])
  }

  /// Both have twelve digits, and people have both on paper.
  @Test func `A 点検コード that is typed as the 回答番号 is recognised`() throws {
    let submission = Submission(
      respondent: "m02", role: .member, receipt: "123456", day: venue.now.day, entry: Draft.Entry(mode: .me),
      consent: nil)
    var box = try venue.box
    box.put(SubmissionFormat.line(of: submission))
    try RoundFolder(venue.folder.path).write(box)
    let code = try code(of: "m02")
    let display = ScriptedDisplay(
      .wanting(.submit(text: code)) + .doing(1, 2) + .wanting(.submit(text: code), .suspend))
    #expect(try visit(display) == .unchanged(receipt: "123456"))
    #expect(display.showed("それは点検コードです"))
  }

  /// The slip was given out before the person was excused.
  @Test func `An exempt person is not let in, though the code is right`() throws {
    try expectRefusal(of: try code(of: "m03"))
  }

  @Test func `The supervisor's code opens no inspection on a screen of one's own`() throws {
    try expectRefusal(of: try code(of: SlipCodes.supervisor.id))
  }

  @Test func `A code of the right person that is not the right one lets nobody in`() throws {
    let other = try #require(CheckedNumber(payload: code(of: "m02").prefix(3) + "00000000"))
    try expectRefusal(of: other.grouped)
  }

  // MARK: Wrong codes

  private var counted: [Int] {
    get throws {
      try RoundFolder(venue.folder.path).events.compactMap { event in
        if case .wrongCodes(let count) = event.kind { count } else { nil }
      }
    }
  }

  /// A check digit that fits, and nobody's number.
  private func wrong(_ times: Int) throws -> [ScriptedDisplay.Step] {
    let code = try #require(CheckedNumber(payload: "99912345678"))
    return Array(repeating: .want(.submit(text: code.grouped)), count: times)
  }

  @Test func `Those of a session leave one line of count, at the right code and not at each`() throws {
    let display = ScriptedDisplay(try wrong(3) + .wanting(.submit(text: "1"), .submit(text: try code(of: "m02"))))
    #expect(throws: ScriptedDisplay.closed) { try visit(display) }
    // What is only mistyped is no try.
    #expect(try counted == [3])
    let line = try #require(try venue.text("r8-1/round.log").split(separator: "\n").last)
    #expect(!line.contains("m02"))
  }

  @Test func `A session that ends without a right code leaves it at its end, also by a closed window`() throws {
    #expect(try visit(ScriptedDisplay(try wrong(1) + .wanting(.suspend))) == .left)
    #expect(throws: ScriptedDisplay.closed) { try visit(ScriptedDisplay(try wrong(2))) }
    #expect(try counted == [1, 2])
  }

  @Test func `A session without any leaves nothing in the log`() throws {
    _ = try visit(ScriptedDisplay(.submit(text: try code(of: "m02")), .suspend))
    #expect(try counted == [])
  }

  /// Whoever holds the round must not keep the person waiting, and the count is written when the session ends.
  @Test(.timeLimit(.minutes(1))) func `A round that is held at the door stops nobody`() throws {
    var lock: FolderLock? = try FolderLock(venue.folder.path)
    let script =
      try wrong(2) + .wanting(.submit(text: try code(of: "m02"))) + .doing(1)
      + [.meanwhile { lock = nil }] + .wanting(.suspend)
    #expect(try visit(ScriptedDisplay(script)) == .suspended(isKept: false, isReplacing: false))
    #expect(lock == nil)
    #expect(try counted == [2])
  }

  @Test func `A log that cannot be written stops nobody`() throws {
    let log = try venue.text("r8-1/round.log")
    let venue = venue
    let spoil = ScriptedDisplay.Step.meanwhile { _ = try venue.write("{", to: "r8-1/round.log") }
    let script = try wrong(1) + [spoil] + .wanting(.submit(text: try code(of: "m02"))) + .doing(1) + .wanting(.suspend)
    #expect(try visit(ScriptedDisplay(script)) == .suspended(isKept: false, isReplacing: false))
    #expect(try venue.text("r8-1/round.log") == "{" && log.count > 1)
  }

  private func expectRefusal(of code: String) throws {
    let display = ScriptedDisplay(.submit(text: code), .suspend)
    #expect(try visit(display) == .left)
    #expect(display.showed("この点検コードは見つかりませんでした"))
    #expect(venue.names(in: "data").isEmpty)
  }
}
