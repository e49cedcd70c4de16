import Characters
import Formats
public import Inspection

/// One person's hand-in to a round.
///
/// It is done in an order that a power cut may part anywhere: the 控え番号 is first noted in the draft, then the sheet is
/// written, then the opinion, then the submission. Handing in again goes on under the same number, so that nothing is
/// counted twice. The caller removes the draft.
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

  /// Hands `draft` in; with the 控え番号 of an earlier sheet, replaces that one and keeps the submission.
  public func perform(
    _ draft: Draft, replacing number: CheckedNumber?, using generator: inout some RandomNumberGenerator,
    at now: Timestamp
  ) throws(HandInRefusal) -> HandInReceipt {
    // Whether the round is closed and who has handed in is looked up while nobody else can change it.
    let lock: FileLock
    let status: RoundStatus
    let earlier: Submission?
    let stored: Draft?
    do throws(StorageError) {
      lock = try FileLock(folder.path + "/.lock", waits: true)
      status = try RoundFolder(folder.path).status
      earlier = try submission()
      stored = try drafts.load(try drafts.path(of: draft))
    } catch { throw .store(StoreFault(error)) }
    defer { withExtendedLifetime(lock) {} }

    if status.closed != nil { throw .roundClosed }
    // The draft on disk knows better than the one in memory whether a hand-in was cut short.
    let begun = draft.handingIn ?? stored?.handingIn
    if let number {
      guard isReplaceable(number) else { throw .unknownNumber }
    } else if earlier != nil {
      // Only the hand-in that made the submission may go on; a second one, begun elsewhere, would be counted twice.
      guard let begun, isReplaceable(begun) else { throw .alreadyHandedIn }
    }
    var noted = draft
    noted.handingIn = number ?? begun ?? unusedNumber(in: .sheets, using: &generator)
    noted.opinionNumber =
      draft.opinionNumber ?? stored?.opinionNumber
      ?? (hasOpinion(draft) ? unusedNumber(in: .opinions, using: &generator) : nil)
    do throws(StorageError) {
      return try write(noted, earlier: earlier, using: &generator, at: now)
    } catch { throw .store(StoreFault(error)) }
  }

  // MARK: Steps

  private func write(
    _ draft: Draft, earlier: Submission?, using generator: inout some RandomNumberGenerator,
    at now: Timestamp
  ) throws(StorageError) -> HandInReceipt {
    guard let id = draft.handingIn else { preconditionFailure("the number is noted before anything is written") }
    try drafts.save(draft)
    let sheet = Sheet(draft, of: questionnaire, as: id, respondent: respondent.id, in: folder.round)
    // The first deadline also after an extension: a later date would tell who came late.
    let date = sheet.signature == nil ? folder.round.deadline : nil
    try write(SheetFormat.encode(sheet), as: id, in: .sheets, dated: date)
    try writeOpinion(of: draft)
    if let earlier { return HandInReceipt(receipt: earlier.receipt, sheet: id) }
    let submission = Submission(
      respondent: respondent.id, role: respondent.role, receipt: try unusedReceipt(using: &generator), day: now.day,
      entry: draft.entry, consent: draft.consent)
    try Disk.write(SubmissionFormat.encode(submission), to: try submissionPath(), replacing: .refused)
    return HandInReceipt(receipt: submission.receipt, sheet: id)
  }

  /// Under a number that only the draft knows and with the same date for all: nothing leads from an opinion to a sheet.
  private func writeOpinion(of draft: Draft) throws(StorageError) {
    guard let number = draft.opinionNumber else { return }
    if hasOpinion(draft), let opinion = draft.opinion {
      try write(OpinionFormat.encode(opinion), as: number, in: .opinions, dated: folder.round.deadline)
    } else if Disk.exists(path(of: number, in: .opinions)) {
      try Disk.remove(path(of: number, in: .opinions))
    }
  }

  /// A fault names the folder only: people read it out on the telephone, and the file's name is the 控え番号.
  private func write(
    _ bytes: [UInt8], as number: CheckedNumber, in kind: RoundFolder.Kind, dated day: CalendarDay?
  ) throws(StorageError) {
    do throws(StorageError) {
      try Disk.write(bytes, to: path(of: number, in: kind), dated: day)
    } catch { throw error.about("\(folder.path)/\(kind.rawValue)") }
  }

  private func hasOpinion(_ draft: Draft) -> Bool { draft.opinion?.isBlank == false }

  // MARK: What is there

  private func path(of number: CheckedNumber, in kind: RoundFolder.Kind) -> String {
    "\(folder.path)/\(kind.rawValue)/\(number.digits).json"
  }

  /// Whether the person has handed in already.
  public func hasHandedIn() throws(StorageError) -> Bool { Disk.exists(try submissionPath()) }

  private func submissionPath() throws(StorageError) -> String {
    "\(folder.path)/submissions/\(try SafeName.check(respondent.id.rawValue)).json"
  }

  private func submission() throws(StorageError) -> Submission? {
    let path = try submissionPath()
    guard Disk.exists(path) else { return nil }
    let bytes = try Disk.read(path)
    return try folder.decode(path) { reader throws(DocumentError) in
      try SubmissionFormat.decode(bytes, with: reader)
    }
  }

  /// A sheet of that number is there and is of this role.
  private func isReplaceable(_ number: CheckedNumber) -> Bool {
    guard let bytes = try? Disk.read(path(of: number, in: .sheets)), let reader = JSONReader(),
      let sheet = try? SheetFormat.decode(bytes, with: reader)
    else { return false }
    let isOwn = sheet.signature.map { $0.respondent == respondent.id } ?? true
    return sheet.role == respondent.role && sheet.round == folder.round.id && isOwn
  }

  private func unusedNumber(
    in kind: RoundFolder.Kind, using generator: inout some RandomNumberGenerator
  ) -> CheckedNumber {
    while true {
      let number = CheckedNumber.random(using: &generator)
      if !Disk.exists(path(of: number, in: kind)) { return number }
    }
  }

  private func unusedReceipt(using generator: inout some RandomNumberGenerator) throws(StorageError) -> String {
    var taken: Set<String> = []
    for file in try folder.files(in: .submissions) {
      let bytes = try Disk.read(file.path)
      if let submission = try? folder.decode(
        file.path,
        { reader throws(DocumentError) in
          try SubmissionFormat.decode(bytes, with: reader)
        })
      {
        taken.insert(submission.receipt)
      }
    }
    while true {
      let receipt = String(Int.random(in: 100_000...999_999, using: &generator))
      if !taken.contains(receipt) { return receipt }
    }
  }
}
