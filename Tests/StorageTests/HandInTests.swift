import Formats
import Glibc
import Inspection
import Practice
import Storage
import Testing

@Suite("Handing in") struct HandInTests {
  private let sample: SampleRound

  init() throws { sample = try SampleRound() }

  @discardableResult
  private func handIn(
    _ draft: Draft, by id: RespondentID = "m01", replacing number: CheckedNumber? = nil, seed: UInt64 = 1,
    at now: Timestamp? = nil
  ) throws -> HandInReceipt {
    var generator = SplitMix64(seed: seed)
    return try sample.handIn(by: id).perform(draft, replacing: number, using: &generator, at: now ?? sample.now)
  }

  @Test func `A sheet a submission and an opinion are written`() throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let numbers = try handIn(draft)
    #expect(try sample.names(.sheets) == ["\(numbers.sheet.digits).json"])
    #expect(try sample.names(.submissions) == ["m01.json"])
    #expect(try sample.names(.opinions).count == 1)
    let submission = try sample.submission(of: "m01")
    #expect(submission.receipt == numbers.receipt)
    #expect(submission.day == sample.now.day)
    #expect(try sample.sheet(numbers.sheet).answers.count == draft.responses.count)
  }

  @Test func `The draft notes the number and stays`() throws {
    let draft = try sample.draft()
    let numbers = try handIn(draft)
    #expect(try sample.drafts.load(sample.drafts.path(of: draft))?.handingIn == numbers.sheet)
  }

  /// A person reads the fault out to the secretariat, which must not learn whose sheet it is (docs/design.md 4.4).
  @Test func `What cannot be written is told without the number`() throws {
    var draft = try sample.draft()
    let number = try #require(CheckedNumber(payload: "12345678901"))
    draft.handingIn = number
    try Disk.makeFolder("\(sample.folder.path)/sheets/\(number.digits).json")
    #expect(throws: HandInRefusal.store(.other(path: sample.folder.path + "/sheets", code: Int(EISDIR)))) {
      try handIn(draft)
    }
  }

  /// docs/design.md 4.4: no name, no time, no profile, no note, no opinion; the file's date is the deadline day.
  @Test func `An unsigned sheet tells nothing of the person`() throws {
    var draft = try sample.draft()
    draft.notes = ["M-PHY-01": "わたしの覚え"]
    draft.opinion = "わたしの意見"
    let numbers = try handIn(draft)
    let path = "\(sample.folder.path)/sheets/\(numbers.sheet.digits).json"
    let text = String(decoding: try Disk.read(path), as: UTF8.self)
    #expect(!text.contains("m01") && !text.contains("わたし") && !text.contains(numbers.receipt))
    #expect(modified(path) == sample.folder.round.deadline.daysSinceEpoch * 86_400 + 3 * 3_600)
    #expect(mode(of: path) == 0o600)
    let submission = String(decoding: try Disk.read(sample.folder.path + "/submissions/m01.json"), as: UTF8.self)
    #expect(!submission.contains(numbers.sheet.digits))
  }

  /// A date after the first deadline would say: one of the few who came late.
  @Test func `After an extension sheets and opinions still get the date of the first deadline`() throws {
    func dates(after draft: Draft, by id: RespondentID, seed: UInt64) throws -> [Int] {
      var draft = draft
      draft.opinion = "研修を増やしてください"
      let numbers = try handIn(draft, by: id, seed: seed)
      let opinions = try sample.names(.opinions).map { "\(sample.folder.path)/opinions/\($0)" }
      return (["\(sample.folder.path)/sheets/\(numbers.sheet.digits).json"] + opinions).map(modified)
    }
    let noon = sample.folder.round.deadline.daysSinceEpoch * 86_400 + 3 * 3_600
    #expect(try dates(after: sample.draft(), by: "m01", seed: 1) == [noon, noon])
    let extended = sample.folder.round.deadline.adding(days: 7)
    try sample.folder.append(RoundEvent(.extended(deadline: extended, reason: "延長"), at: sample.now))
    try #require(try RoundFolder(sample.folder.path).status.deadline == extended)
    #expect(try dates(after: sample.draft(of: "m02"), by: "m02", seed: 2) == [noon, noon, noon])
  }

  /// Whoever has the whole folder must not be able to join an opinion to a sheet.
  @Test func `Nothing leads from an opinion to its sheet`() throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let numbers = try handIn(draft)
    let name = try #require(try sample.names(.opinions).first?.dropLast(".json".count))
    let derived = Digest.hexadecimal(of: Array((numbers.sheet.digits + "研修を増やしてください").utf8))
    #expect(name != numbers.sheet.digits)
    #expect(!derived.hasPrefix(name))
    #expect(CheckedNumber(written: String(name)) != nil)
  }

  @Test func `An empty opinion is not handed in`() throws {
    var draft = try sample.draft()
    draft.opinion = " \n"
    try handIn(draft)
    #expect(try sample.names(.opinions).isEmpty)
  }

  @Test func `The organisation's sheet is always signed`() throws {
    var generator = SplitMix64(seed: 1)
    let numbers = try sample.handIn(by: "org", role: .organisation).perform(
      try sample.draft(of: "org", role: .organisation), replacing: nil, using: &generator, at: sample.now)
    #expect(try sample.sheet(numbers.sheet).signature?.respondent == "org")
  }

  @Test func `A closed round takes nothing`() throws {
    try sample.folder.append(RoundEvent(.closed, at: sample.now))
    #expect(throws: HandInRefusal.roundClosed) { try handIn(try sample.draft()) }
    #expect(try sample.names(.sheets).isEmpty && sample.names(.submissions).isEmpty)
  }
}

@Suite("Handing in again") struct HandInAgainTests {
  private let sample: SampleRound

  init() throws { sample = try SampleRound() }

  @discardableResult
  private func handIn(
    _ draft: Draft, by id: RespondentID = "m01", replacing number: CheckedNumber? = nil, seed: UInt64 = 1,
    at now: Timestamp? = nil
  ) throws -> HandInReceipt {
    var generator = SplitMix64(seed: seed)
    return try sample.handIn(by: id).perform(draft, replacing: number, using: &generator, at: now ?? sample.now)
  }

  @Test func `A second hand-in without the number is refused`() throws {
    let draft = try sample.draft()
    let numbers = try handIn(draft)
    try sample.drafts.remove(draft)
    #expect(throws: HandInRefusal.alreadyHandedIn) { try handIn(draft, seed: 2) }
    #expect(try sample.names(.sheets) == ["\(numbers.sheet.digits).json"])
  }

  @Test func `With the number the sheet is replaced and the submission kept`() throws {
    let numbers = try handIn(try sample.draft())
    let submission = try sample.submission(of: "m01")
    var draft = try sample.draft()
    try sample.drafts.remove(draft)
    draft.responses = draft.responses.mapValues { _ in Draft.Response(choice: .no) }
    let later = Timestamp(secondsSinceEpoch: sample.now.secondsSinceEpoch + 5 * 86_400)
    #expect(try handIn(draft, replacing: numbers.sheet, seed: 2, at: later) == numbers)
    #expect(try sample.names(.sheets).count == 1)
    #expect(try sample.sheet(numbers.sheet).answers.filter { $0.source == .respondent }.allSatisfy { $0.choice == .no })
    #expect(try sample.submission(of: "m01") == submission)
  }

  @Test func `A number that no sheet has is refused`() throws {
    let unknown = try #require(CheckedNumber(payload: "12345678901"))
    #expect(throws: HandInRefusal.unknownNumber) { try handIn(try sample.draft(), replacing: unknown) }
    #expect(try sample.names(.sheets).isEmpty)
  }

  @Test func `A sheet of another role is not replaced`() throws {
    var generator = SplitMix64(seed: 1)
    let numbers = try sample.handIn(by: "org", role: .organisation).perform(
      try sample.draft(of: "org", role: .organisation), replacing: nil, using: &generator, at: sample.now)
    #expect(throws: HandInRefusal.unknownNumber) { try handIn(try sample.draft(), replacing: numbers.sheet, seed: 2) }
  }

  @Test func `Another person's signed sheet is not replaced`() throws {
    let signed = try SampleRound(handIn: .signed)
    var generator = SplitMix64(seed: 1)
    let numbers = try signed.handIn().perform(
      try signed.draft(), replacing: nil, using: &generator, at: signed.now)
    #expect(throws: HandInRefusal.unknownNumber) {
      try signed.handIn(by: "m02").perform(
        try signed.draft(of: "m02"), replacing: numbers.sheet, using: &generator, at: signed.now)
    }
  }

  /// The power went after any of the four steps; the person starts again and hands in.
  @Test(arguments: ["opinions", "submissions", "sheets", "nothing"])
  func `A hand-in that was cut short goes on and counts once`(_ lost: String) throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let first = try handIn(draft)
    // What would not have been written yet at that moment, later steps first.
    let undone = ["nothing": [], "submissions": ["submissions"], "opinions": ["submissions", "opinions"]][lost]
    for kind in undone ?? ["submissions", "opinions", "sheets"] {
      for name in try Disk.names(in: "\(sample.folder.path)/\(kind)") {
        try Disk.remove("\(sample.folder.path)/\(kind)/\(name)")
      }
    }
    let stored = try #require(try sample.drafts.load(sample.drafts.path(of: draft)))
    let again = try handIn(stored, seed: 9)
    #expect(again.sheet == first.sheet)
    #expect(try sample.names(.sheets).count == 1)
    #expect(try sample.names(.opinions).count == 1)
    #expect(try sample.names(.submissions) == ["m01.json"])
  }

  @Test func `A session that saves between two attempts keeps the number`() throws {
    var draft = try sample.draft()
    let first = try handIn(draft)
    try Disk.remove(sample.folder.path + "/submissions/m01.json")
    // The session in memory never learnt of the number, changes an answer and saves.
    draft.responses = draft.responses.mapValues { _ in Draft.Response(choice: .unknown) }
    try sample.drafts.save(draft)
    #expect(try handIn(draft, seed: 9).sheet == first.sheet)
    #expect(try sample.names(.sheets).count == 1)
  }

  @Test func `A hand-in begun elsewhere and never written is not counted beside the first`() throws {
    var elsewhere = try sample.draft()
    elsewhere.handingIn = CheckedNumber(payload: "12345678901")
    try handIn(try sample.draft())
    #expect(throws: HandInRefusal.alreadyHandedIn) { try handIn(elsewhere, seed: 2) }
    #expect(try sample.names(.sheets).count == 1)
  }

  @Test func `An opinion that was taken back is removed`() throws {
    var draft = try sample.draft()
    draft.opinion = "取り消す意見"
    try handIn(draft)
    draft.opinion = nil
    try handIn(draft, seed: 9)
    #expect(try sample.names(.opinions).isEmpty)
  }

  /// The numbers of the sheets are settled, so that the 受付番号 is what is drawn first, from the same numbers for all.
  @Test func `Whoever draws a 受付番号 that somebody has gets another one`() throws {
    func receipt(in round: SampleRound, by id: RespondentID, sheet: String) throws -> String {
      var draft = try round.draft(of: id)
      draft.handingIn = CheckedNumber(payload: sheet)
      var generator = SplitMix64(seed: 1)
      return try round.handIn(by: id).perform(draft, replacing: nil, using: &generator, at: round.now).receipt
    }
    let first = try receipt(in: sample, by: "m01", sheet: "12345678901")
    #expect(first.count == 6 && first.allSatisfy(\.isNumber))
    // Alone in a round the second person draws that very number.
    try #require(try receipt(in: SampleRound(), by: "m02", sheet: "12345678902") == first)
    #expect(try receipt(in: sample, by: "m02", sheet: "12345678902") != first)
  }
}
