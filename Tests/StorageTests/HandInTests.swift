import Formats
import Glibc
import Inspection
import Practice
import Storage
import Testing

/// docs/formats.md, box.ndjson: a hand-in is one step.
@Suite("Handing in") struct HandInTests {
  private let sample: SampleRound
  private let number: CheckedNumber

  init() throws {
    sample = try SampleRound()
    number = try #require(CheckedNumber(payload: "12345678901"))
  }

  @discardableResult
  private func handIn(
    _ draft: Draft, by id: RespondentID = "m01", as number: CheckedNumber? = nil, seed: UInt64 = 1,
    in sample: SampleRound? = nil
  ) throws -> HandInReceipt {
    let sample = sample ?? self.sample
    var generator = SplitMix64(seed: seed)
    return try sample.handIn(by: id).perform(
      draft, as: .new(number ?? self.number), using: &generator, at: sample.now)
  }

  @Test func `A sheet a submission and an opinion are put into the box under the number that was shown`() throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let receipt = try handIn(draft)
    #expect(receipt.sheet == number)
    #expect(try sample.box.counts == Box.Counts(submissions: 1, sheets: 1, opinions: 1))
    #expect(try sample.sheet(number)?.answers.count == draft.responses.count)
    #expect(try sample.opinions().map(\.text) == ["研修を増やしてください"])
    let submission = try #require(try sample.submission(of: "m01"))
    #expect(submission.receipt == receipt.receipt)
    #expect(submission.day == sample.now.day)
  }

  @Test func `The draft goes with the hand-in`() throws {
    let draft = try sample.draft()
    try sample.drafts.save(draft)
    try handIn(draft)
    #expect(everything(in: sample.home.path("data/r8-1")) == [])
  }

  /// Something comes into the way between the reading of the box and its writing.
  private struct Obstacle: RandomNumberGenerator {
    let path: String
    private var generator = SplitMix64(seed: 1)

    init(_ path: String) { self.path = path }

    mutating func next() -> UInt64 {
      mkdir(path, 0o700)
      return generator.next()
    }
  }

  @Test func `What fails midway leaves the box and the draft as they were, and the next try succeeds`() throws {
    let draft = try sample.draft(of: "m02")
    try handIn(try sample.draft())
    try sample.drafts.save(draft)
    let before = try sample.bytes("box.ndjson")
    let other = try #require(CheckedNumber(payload: "12345678902"))
    var obstacle = Obstacle(sample.path(".box.ndjson.new"))
    let fault = HandInRefusal.store(.other(path: sample.path("box.ndjson"), code: Int(EBUSY)))
    #expect(throws: fault) {
      try sample.handIn(by: "m02").perform(draft, as: .new(other), using: &obstacle, at: sample.now)
    }
    #expect(try sample.bytes("box.ndjson") == before)
    #expect(try sample.drafts.load(sample.drafts.path(of: draft)) == draft)
    #expect(rmdir(obstacle.path) == 0)
    try handIn(draft, by: "m02", as: other)
    #expect(try sample.box.counts == Box.Counts(submissions: 2, sheets: 2))
  }

  @Test func `Nothing is left beside the box, not even of a program that was cut short`() throws {
    let before = everything(in: sample.folder.path)
    try Disk.write(Array("m01".utf8), to: sample.path(".box.ndjson.new"))
    try handIn(try sample.draft())
    #expect(everything(in: sample.folder.path) == before)
    #expect(mode(of: sample.path("box.ndjson")) == 0o600)
  }

  @Test func `An empty opinion is not handed in`() throws {
    var draft = try sample.draft()
    draft.opinion = " \n"
    try handIn(draft)
    #expect(try sample.box.counts.opinions == 0)
  }

  @Test func `The organisation's sheet is always signed`() throws {
    var generator = SplitMix64(seed: 1)
    _ = try sample.handIn(by: "org", role: .organisation).perform(
      try sample.draft(of: "org", role: .organisation), as: .new(number), using: &generator, at: sample.now)
    #expect(try sample.sheet(number)?.signature?.respondent == "org")
  }

  @Test func `A closed round takes nothing, also when it was open at the start of the visit`() throws {
    let visit = try sample.handIn()
    let before = try sample.bytes("box.ndjson")
    try sample.log(.closed(box: Digest.hexadecimal(of: before)))
    let draft = try sample.draft()
    try sample.drafts.save(draft)
    var generator = SplitMix64(seed: 1)
    #expect(throws: HandInRefusal.roundClosed) {
      try visit.perform(draft, as: .new(number), using: &generator, at: sample.now)
    }
    #expect(try sample.bytes("box.ndjson") == before)
    #expect(try sample.drafts.load(sample.drafts.path(of: draft)) == draft)
  }

  /// Drawn numbers are settled, so that the 受付番号 is what is drawn first, from the same numbers for all.
  @Test func `Whoever draws a 受付番号 that somebody has gets another one`() throws {
    let other = try #require(CheckedNumber(payload: "12345678902"))
    let first = try handIn(try sample.draft()).receipt
    #expect(first.count == 6 && first.allSatisfy(\.isNumber))
    // Alone in a round the second person draws that very number.
    let alone = try SampleRound()
    try #require(try handIn(alone.draft(of: "m02"), by: "m02", as: other, in: alone).receipt == first)
    #expect(try handIn(sample.draft(of: "m02"), by: "m02", as: other).receipt != first)
  }

  @Test func `An opinion never takes the place of another that drew the same number`() throws {
    for (id, payload) in [("m01", "12345678901"), ("m02", "12345678902")] as [(RespondentID, String)] {
      var draft = try sample.draft(of: id)
      draft.opinion = "\(id)の意見"
      try handIn(draft, by: id, as: CheckedNumber(payload: payload))
    }
    #expect(Set(try sample.opinions().map(\.text)) == ["m01の意見", "m02の意見"])
  }

  @Test func `A number that somebody else's sheet has is told and not shared`() throws {
    try handIn(try sample.draft())
    let before = try sample.bytes("box.ndjson")
    #expect(throws: HandInRefusal.numberTaken) { try handIn(try sample.draft(of: "m02"), by: "m02") }
    #expect(try sample.bytes("box.ndjson") == before)
  }
}

/// docs/security.md: nothing leads from a person to an unsigned sheet.
@Suite("What a box does not tell") struct HandInSecrecyTests {
  private let sample: SampleRound
  private let numbers: [RespondentID: CheckedNumber]

  init() throws {
    sample = try SampleRound()
    numbers = [
      "m01": try #require(CheckedNumber(payload: "90000000001")),
      "m02": try #require(CheckedNumber(payload: "10000000002")),
    ]
  }

  @discardableResult
  private func handIn(_ draft: Draft, to sample: SampleRound) throws -> HandInReceipt {
    let id = try #require(draft.respondent)
    var generator = SplitMix64(seed: id == "m01" ? 1 : 2)
    return try sample.handIn(by: id).perform(
      draft, as: .new(try #require(numbers[id])), using: &generator, at: sample.now)
  }

  @Test func `An unsigned line holds nothing of the person`() throws {
    var draft = try sample.draft()
    draft.notes = ["M-PHY-01": "わたしの覚え"]
    draft.opinion = "わたしの意見"
    draft.plans = ["M-PHY-01": ImprovementPlan(action: "わたしの計画", due: nil)]
    let receipt = try handIn(draft, to: sample)
    let line = try #require(try sample.box.lines(of: .sheet).first)
    let text = String(decoding: line.bytes, as: UTF8.self)
    for trace in ["m01", "わたし", receipt.receipt, sample.now.day.iso] { #expect(!text.contains(trace)) }
  }

  @Test func `Neither the order of the lines nor any byte tells who came first`() throws {
    let other = try SampleRound()
    for id in ["m01", "m02"] as [RespondentID] { try handIn(try sample.draft(of: id), to: sample) }
    for id in ["m02", "m01"] as [RespondentID] { try handIn(try other.draft(of: id), to: other) }
    #expect(try sample.bytes("box.ndjson") == other.bytes("box.ndjson"))
    #expect(try sample.box.lines(of: .submission).map(\.name) == ["m01", "m02"])
    #expect(
      try sample.box.lines(of: .sheet).map(\.name) == ["m02", "m01"].map { numbers[$0]?.digits })
  }

  @Test func `The 回答番号 stands in its own line and nowhere else on the disk`() throws {
    let draft = try sample.draft()
    try sample.drafts.save(draft)
    try handIn(draft, to: sample)
    let digits = try #require(numbers["m01"]).digits
    let files = try allFiles(below: sample.home.path)
    #expect(!files.contains { $0.contains(digits) })
    let found = try files.map { String(decoding: try Disk.read($0, upTo: .table), as: UTF8.self) }
      .reduce(0) { $0 + $1.split(separator: digits, omittingEmptySubsequences: false).count - 1 }
    #expect(found == 1)
    #expect(try sample.box.line(.sheet, digits) != nil)
  }

  @Test func `An opinion has a number that neither sheet nor person leads to`() throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let receipt = try handIn(draft, to: sample)
    let number = try #require(try sample.opinions().first?.number.digits)
    let derived = Digest.hexadecimal(of: Array((receipt.sheet.digits + "研修を増やしてください").utf8))
    #expect(number != receipt.sheet.digits)
    #expect(!derived.hasPrefix(number))
    let line = try #require(try sample.box.lines(of: .opinion).first)
    #expect(!String(decoding: line.bytes, as: UTF8.self).contains("m01"))
  }

  /// Each writing makes another file, so that its times are those of the last hand-in only.
  @Test func `The box is another file after each hand-in`() throws {
    let before = inode(of: sample.path("box.ndjson"))
    try handIn(try sample.draft(), to: sample)
    #expect(inode(of: sample.path("box.ndjson")) != before)
  }

  private func allFiles(below path: String) throws -> [String] {
    try Disk.names(in: path).flatMap { name in
      let entry = path + "/" + name
      return Disk.isFolder(entry) ? try allFiles(below: entry) : [entry]
    }
  }
}
