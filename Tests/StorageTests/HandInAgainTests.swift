import Formats
import Inspection
import Practice
import Storage
import Testing

@Suite("Handing in again") struct HandInAgainTests {
  private let sample: SampleRound
  private let number: CheckedNumber
  private let other: CheckedNumber

  init() throws {
    sample = try SampleRound()
    number = try #require(CheckedNumber(payload: "12345678901"))
    other = try #require(CheckedNumber(payload: "12345678902"))
  }

  @discardableResult
  private func handIn(
    _ draft: Draft, by id: RespondentID = "m01", as number: SheetNumber, seed: UInt64 = 1, at now: Timestamp? = nil
  ) throws -> HandInReceipt {
    var generator = SplitMix64(seed: seed)
    return try sample.handIn(by: id).perform(draft, as: number, using: &generator, at: now ?? sample.now)
  }

  @Test func `A second hand-in without the number is refused`() throws {
    let draft = try sample.draft()
    try handIn(draft, as: .new(number))
    let before = try sample.bytes("box.ndjson")
    try sample.drafts.save(draft)
    #expect(throws: HandInRefusal.alreadyHandedIn(timesReplaced: 0)) { try handIn(draft, as: .new(other), seed: 2) }
    #expect(try sample.bytes("box.ndjson") == before)
    #expect(try sample.drafts.load(sample.drafts.path(of: draft)) == draft)
  }

  /// The power went after the writing and before the page with the numbers.
  @Test func `A try again under the number that was shown has succeeded and changes nothing`() throws {
    var draft = try sample.draft()
    draft.opinion = "研修を増やしてください"
    let receipt = try handIn(draft, as: .new(number))
    let (before, file) = (try sample.bytes("box.ndjson"), inode(of: sample.path("box.ndjson")))
    try sample.drafts.save(draft)
    let later = Timestamp(secondsSinceEpoch: sample.now.secondsSinceEpoch + 86_400)
    #expect(try handIn(draft, as: .new(number), seed: 9, at: later) == receipt)
    #expect(try sample.bytes("box.ndjson") == before)
    #expect(inode(of: sample.path("box.ndjson")) == file)
    #expect(try sample.drafts.load(sample.drafts.path(of: draft)) == nil)
  }

  @Test func `With the number the sheet is replaced and the submission kept`() throws {
    let receipt = try handIn(try sample.draft(), as: .new(number))
    var submission = try #require(try sample.submission(of: "m01"))
    var draft = try sample.draft()
    draft.replacing = 0
    draft.responses = draft.responses.mapValues { _ in Draft.Response(choice: .no) }
    let later = Timestamp(secondsSinceEpoch: sample.now.secondsSinceEpoch + 5 * 86_400)
    #expect(try handIn(draft, as: .replacing(number), seed: 2, at: later) == receipt)
    #expect(try sample.box.counts == Box.Counts(submissions: 1, sheets: 1))
    let answers = try #require(try sample.sheet(number)).answers.filter { $0.source == .respondent }
    #expect(!answers.isEmpty && answers.allSatisfy { $0.choice == .no })
    submission.timesReplaced = 1
    #expect(try sample.submission(of: "m01") == submission)
  }

  /// The power went between the box and the draft: name and answers must not stay beside each other.
  @Test func `The draft of a replacement that went in is a leftover, one that did not is kept`() throws {
    try handIn(try sample.draft(), as: .new(number))
    var draft = try sample.draft()
    draft.replacing = 0
    try sample.drafts.save(draft)
    func sweep() throws -> Draft? {
      sample.drafts.sweep("r8-1", timesReplaced: try sample.box.timesReplaced)
      return try sample.drafts.load(sample.drafts.path(of: draft))
    }
    #expect(try sweep() == draft)
    try handIn(draft, as: .replacing(number), seed: 2)
    try sample.drafts.save(draft)
    #expect(try sweep() == nil)
    draft.replacing = 1
    try sample.drafts.save(draft)
    #expect(try sweep() == draft)
  }

  @Test func `A number that no sheet has is refused`() throws {
    try handIn(try sample.draft(), as: .new(number))
    let before = try sample.bytes("box.ndjson")
    #expect(throws: HandInRefusal.unknownNumber) { try handIn(try sample.draft(), as: .replacing(other)) }
    #expect(try sample.bytes("box.ndjson") == before)
  }

  @Test func `A sheet of another role is not replaced`() throws {
    var generator = SplitMix64(seed: 1)
    _ = try sample.handIn(by: "org", role: .organisation).perform(
      try sample.draft(of: "org", role: .organisation), as: .new(number), using: &generator, at: sample.now)
    #expect(throws: HandInRefusal.unknownNumber) { try handIn(try sample.draft(), as: .replacing(number), seed: 2) }
  }

  @Test func `Another person's signed sheet is not replaced`() throws {
    let signed = try SampleRound(handIn: .signed)
    var generator = SplitMix64(seed: 1)
    _ = try signed.handIn().perform(signed.draft(), as: .new(number), using: &generator, at: signed.now)
    #expect(throws: HandInRefusal.unknownNumber) {
      try signed.handIn(by: "m02").perform(
        signed.draft(of: "m02"), as: .replacing(number), using: &generator, at: signed.now)
    }
  }
}

/// docs/formats.md, box.ndjson: a damaged line stops nobody; counts that do not fit stop everybody.
@Suite("Handing in to a damaged box") struct HandInDamageTests {
  private let sample: SampleRound
  private let numbers: [CheckedNumber]

  init() throws {
    sample = try SampleRound()
    numbers = try ["12345678901", "12345678902"].map { try #require(CheckedNumber(payload: $0)) }
    try handIn("m01", as: numbers[0])
  }

  private func handIn(_ id: RespondentID, as number: CheckedNumber) throws {
    var generator = SplitMix64(seed: 1)
    _ = try sample.handIn(by: id).perform(sample.draft(of: id), as: .new(number), using: &generator, at: sample.now)
  }

  private func lines() throws -> [ArraySlice<UInt8>] {
    try sample.bytes("box.ndjson").split(separator: UInt8(ascii: "\n"))
  }

  /// Of the first hand-in: the submission, the sheet.
  @Test(arguments: [0, 1]) func `A damaged line stops nobody and is carried on byte for byte`(_ index: Int) throws {
    try sample.damage("box.ndjson") { bytes in
      let line = bytes.split(separator: UInt8(ascii: "\n"))[index]
      // No UTF-8 and no JSON any more.
      bytes[line.startIndex + 120] = 0xFF
    }
    let damaged = try lines()[index]
    try handIn("m02", as: numbers[1])
    let box = try sample.box
    #expect(box.damaged.map(\.bytes) == [damaged])
    #expect(box.counts.damaged == 1 && box.counts.total == 4)
    #expect(box.submitted.contains("m02"))
    #expect(try lines().contains(damaged))
  }

  @Test func `A box that has lost a line or its counts takes nothing more and stays as it is`() throws {
    let whole = try sample.bytes("box.ndjson")
    let rows = whole.split(separator: UInt8(ascii: "\n"))
    for lost in rows.indices {
      let left = rows.indices.filter { $0 != lost }.flatMap { rows[$0] + [UInt8(ascii: "\n")] }
      try Disk.write(left, to: sample.path("box.ndjson"))
      #expect(throws: HandInRefusal.store(.other(path: sample.path("box.ndjson"), code: 0)), "line \(lost + 1)") {
        try handIn("m02", as: numbers[1])
      }
      #expect(try sample.bytes("box.ndjson") == left)
    }
  }

  @Test func `An empty box is not a round without hand-ins`() throws {
    try Disk.write([], to: sample.path("box.ndjson"))
    #expect(throws: HandInRefusal.self) { try handIn("m02", as: numbers[1]) }
    #expect(throws: StorageError.box(path: sample.path("box.ndjson"), .noCounts)) { try sample.box }
  }

  @Test func `A box that is gone is named and not made anew`() throws {
    let handIn = try sample.handIn(by: "m02")
    try Disk.remove(sample.path("box.ndjson"))
    var generator = SplitMix64(seed: 1)
    #expect(throws: HandInRefusal.store(.other(path: sample.path("box.ndjson"), code: 0))) {
      try handIn.perform(sample.draft(of: "m02"), as: .new(numbers[1]), using: &generator, at: sample.now)
    }
    #expect(try !Disk.exists(sample.path("box.ndjson")))
  }
}
