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
        try put(draft, as: number, into: folder, using: &generator, at: now)
      }
      try? drafts.remove(draft)
      return numbers
    } catch let error as HandInRefusal {
      throw error
    } catch let error as StorageError {
      throw .store(StoreFault(error))
    } catch { preconditionFailure("a hand-in fails by its own errors and the storage's only: \(error)") }
  }

  // MARK: Steps

  private func put(
    _ draft: Draft, as number: SheetNumber, into folder: RoundFolder, using generator: inout some RandomNumberGenerator,
    at now: Timestamp
  ) throws -> HandInReceipt {
    if folder.status.closed != nil { throw HandInRefusal.roundClosed }
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    var box = try folder.box()
    let earlier = try box.line(.submission, respondent.id.rawValue).map { try submission($0, with: reader) }
    let present = box.line(.sheet, number.value.digits).map { isOwn($0, with: reader) }
    switch (number, earlier, present) {
    case (.replacing, .some, true): break
    case (.replacing, _, _): throw HandInRefusal.unknownNumber
    case (.new, let earlier?, true): return HandInReceipt(receipt: earlier.receipt, sheet: number.value)
    case (.new, .some, _): throw HandInRefusal.alreadyHandedIn
    case (.new, nil, nil): break
    case (.new, nil, .some): throw HandInRefusal.numberTaken
    }

    let sheet = Sheet(draft, of: questionnaire, as: number.value, respondent: respondent.id, in: folder.round)
    box.put(SheetFormat.line(of: sheet))
    if let opinion = draft.opinion, !opinion.isBlank {
      // Under a number of its own that nobody is told: nothing leads from an opinion to a sheet.
      box.put(OpinionFormat.line(of: Opinion(number: unusedNumber(in: box, using: &generator), text: opinion)))
    }
    let receipt = earlier?.receipt ?? unusedReceipt(in: box, with: reader, using: &generator)
    if earlier == nil {
      box.put(
        SubmissionFormat.line(
          of: Submission(
            respondent: respondent.id, role: respondent.role, receipt: receipt, day: now.day, entry: draft.entry,
            consent: draft.consent)))
    }
    try folder.write(box)
    return HandInReceipt(receipt: receipt, sheet: number.value)
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

  /// Six digits that no readable submission has.
  private func unusedReceipt(
    in box: Box, with reader: borrowing JSONReader, using generator: inout some RandomNumberGenerator
  ) -> String {
    var taken: Set<String> = []
    for line in box.lines(of: .submission) {
      if let submission = try? SubmissionFormat.decode(line.bytes, with: reader) { taken.insert(submission.receipt) }
    }
    while true {
      let receipt = String(Int.random(in: 100_000...999_999, using: &generator))
      if !taken.contains(receipt) { return receipt }
    }
  }
}
