import Characters
import Formats
public import Inspection

/// One person's hand-in to a round: sheet, submission and opinion in one step, or nothing at all.
///
/// Everybody's lines lie in one file, which is written anew each time, so that no time, inode, order or name leads from a
/// person to a sheet (docs/security.md).
public struct HandIn {
  private let folder: RoundFolder
  private let respondent: Respondent
  private let questionnaire: Questionnaire
  private let drafts: DraftStore

  public init(to folder: RoundFolder, by respondent: Respondent, of questionnaire: Questionnaire, drafts: DraftStore) {
    self.folder = folder
    self.respondent = respondent
    self.questionnaire = questionnaire
    self.drafts = drafts
  }

  /// Hands `draft` in and removes it.
  ///
  /// A try again that finds its number in the box has succeeded before. A draft that cannot be removed is a leftover, which
  /// the next start sweeps; the hand-in stands.
  public func perform(
    _ draft: Draft, as number: SheetNumber, using generator: inout some RandomNumberGenerator, at now: Timestamp
  ) throws(HandInRefusal) -> HandInReceipt {
    do {
      // Whether the round is closed and who has handed in is looked up while nobody else can change it.
      let numbers = try RoundFolder.locked(folder.path) { folder in
        if folder.status.closed != nil { throw HandInRefusal.roundClosed }
        let before = try folder.box()
        var box = before
        var receipts = Receipts()
        let numbers = try put(draft, as: number, into: &box, &receipts, using: &generator, at: now)
        if box != before { try folder.write(box) }
        return numbers
      }
      try? drafts.remove(draft)
      return numbers
    } catch let error as HandInRefusal {
      throw error
    } catch let error as StorageError {
      throw .store(StoreFault(error))
    } catch { preconditionFailure("a hand-in fails by its own errors and the storage's only: \(error)") }
  }

  /// Hands many in with one rewriting of the box, each under a number that nobody is told.
  ///
  /// The ids of those who have handed in meanwhile are given back; of them nothing is changed. Throws `StorageError` and
  /// `HandInRefusal.roundClosed`, and has then taken in nobody.
  public static func performTogether(
    _ handIns: [(handIn: HandIn, draft: Draft)], in path: String, using generator: inout some RandomNumberGenerator,
    at now: Timestamp
  ) throws -> Set<RespondentID> {
    let late = try RoundFolder.locked(path) { folder in
      if folder.status.closed != nil { throw HandInRefusal.roundClosed }
      var box = try folder.box()
      var receipts = Receipts()
      var late: Set<RespondentID> = []
      for (handIn, draft) in handIns {
        do {
          _ = try handIn.put(draft, under: &box, &receipts, using: &generator, at: now)
        } catch HandInRefusal.alreadyHandedIn {
          late.insert(handIn.respondent.id)
        }
      }
      guard late.count < handIns.count else { return late }
      // The log first: what is written down and was cut short can be done again.
      try folder.record(RoundEvent(.received(forms: handIns.count - late.count), at: now))
      try folder.write(box)
      return late
    }
    for (handIn, draft) in handIns where !late.contains(handIn.respondent.id) { try? handIn.drafts.remove(draft) }
    return late
  }

  /// The person's own sheet of this number, as it is in the box; nil where there is none.
  public func earlierSheet(_ number: CheckedNumber) throws(StorageError) -> Sheet? {
    guard let reader = JSONReader() else { throw .outOfMemory }
    guard let line = try folder.box().line(.sheet, number.digits), isOwn(line, with: reader) else {
      return nil
    }
    return try? SheetFormat.decode(line.bytes, with: reader)
  }

  /// What the box holds of an earlier hand-in.
  public struct Earlier {
    /// nil where the submission cannot be read.
    public var receipt: String?
    public var timesReplaced: Int
  }

  /// The person's submission; nil where the person has not handed in.
  public func earlier() throws(StorageError) -> Earlier? {
    guard let reader = JSONReader() else { throw .outOfMemory }
    guard let line = try folder.box().line(.submission, respondent.id.rawValue) else { return nil }
    let handedIn = try? submission(line, with: reader)
    return Earlier(receipt: handedIn?.receipt, timesReplaced: handedIn?.timesReplaced ?? 0)
  }

  // MARK: Steps

  /// The same under a number drawn for it.
  private func put(
    _ draft: Draft, under box: inout Box, _ receipts: inout Receipts,
    using generator: inout some RandomNumberGenerator, at now: Timestamp
  ) throws -> HandInReceipt {
    while true {
      let number = SheetNumber.new(CheckedNumber.random(using: &generator))
      do {
        return try put(draft, as: number, into: &box, &receipts, using: &generator, at: now)
      } catch HandInRefusal.numberTaken { continue }
    }
  }

  /// Puts the draft's lines into the box as it stands, or throws and leaves it as it is.
  private func put(
    _ draft: Draft, as number: SheetNumber, into box: inout Box, _ receipts: inout Receipts,
    using generator: inout some RandomNumberGenerator, at now: Timestamp
  ) throws -> HandInReceipt {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    let earlier = try box.line(.submission, respondent.id.rawValue).map { try submission($0, with: reader) }
    let present = box.line(.sheet, number.value.digits).map { isOwn($0, with: reader) }
    switch (number, earlier, present) {
    case (.replacing, .some, true): break
    case (.replacing, _, _): throw HandInRefusal.unknownNumber
    case (.new, let earlier?, true): return HandInReceipt(receipt: earlier.receipt, sheet: number.value)
    case (.new, let standing?, _): throw HandInRefusal.alreadyHandedIn(timesReplaced: standing.timesReplaced)
    case (.new, nil, nil): break
    case (.new, nil, .some): throw HandInRefusal.numberTaken
    }

    let sheet = Sheet(draft, of: questionnaire, as: number.value, respondent: respondent.id, in: folder.round)
    box.put(SheetFormat.line(of: sheet))
    if let opinion = draft.opinion, !opinion.isBlank {
      // Under a number of its own that nobody is told: nothing leads from an opinion to a sheet.
      box.put(OpinionFormat.line(of: Opinion(number: unusedNumber(in: box, using: &generator), text: opinion)))
    }
    var handedIn =
      earlier
      ?? Submission(
        respondent: respondent.id, role: respondent.role,
        receipt: receipts.unused(in: box, with: reader, using: &generator), day: now.day, entry: draft.entry,
        consent: draft.consent)
    if earlier != nil { handedIn.timesReplaced += 1 }
    box.put(SubmissionFormat.line(of: handedIn))
    return HandInReceipt(receipt: handedIn.receipt, sheet: number.value)
  }

  // MARK: What is there

  private func submission(_ line: BoxLine, with reader: borrowing JSONReader) throws(StorageError) -> Submission {
    do throws(DocumentError) { return try SubmissionFormat.decode(line.bytes, with: reader) } catch {
      throw .json(path: "\(folder.boxPath):\(line.place ?? 0)", error)
    }
  }

  /// Of this role and round and, where sheets are signed, of this person.
  private func isOwn(_ line: BoxLine, with reader: borrowing JSONReader) -> Bool {
    guard let sheet = try? SheetFormat.decode(line.bytes, with: reader) else { return false }
    return sheet.round == folder.round.id && sheet.mayBelong(to: respondent)
  }

  private func unusedNumber(in box: Box, using generator: inout some RandomNumberGenerator) -> CheckedNumber {
    while true {
      let number = CheckedNumber.random(using: &generator)
      if box.line(.opinion, number.digits) == nil { return number }
    }
  }
}

/// The 受付番号 that are taken, read once for however many are handed in together.
private struct Receipts {
  /// nil until the first is drawn.
  private var taken: Set<String>?

  /// Six digits that no readable submission has.
  mutating func unused(
    in box: Box, with reader: borrowing JSONReader, using generator: inout some RandomNumberGenerator
  ) -> String {
    var taken = taken ?? Self.taken(in: box, with: reader)
    defer { self.taken = taken }
    while true {
      let receipt = String(Int.random(in: 100_000...999_999, using: &generator))
      if taken.insert(receipt).inserted { return receipt }
    }
  }

  private static func taken(in box: Box, with reader: borrowing JSONReader) -> Set<String> {
    var taken: Set<String> = []
    for line in box.lines(of: .submission) {
      if let submission = try? SubmissionFormat.decode(line.bytes, with: reader) { taken.insert(submission.receipt) }
    }
    return taken
  }
}
