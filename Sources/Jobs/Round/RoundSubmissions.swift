public import Aggregation
import Formats
public import Inspection
public import Reporting
public import Storage

/// Whether the sheet of a 回答番号 is counted; nothing of its answers: `tenken round receipt`.
public enum RoundReceipt: Equatable, Sendable {
  case counted
  /// There is a sheet of that number, and it does not count; the office can be asked.
  case leftOut(LeftOut, Round.Contact)
  case unknown

  /// Looks the number up among the sheets of the round at `path`, open or closed.
  public init(of number: CheckedNumber, in path: String, tell: Tell) throws(StorageError) {
    let folder = try RoundFolder(path)
    let box = try folder.box()
    let inbox = try RoundInbox(box, includingSheets: true, tell: tell)
    let admission = SheetAdmission(
      of: inbox.sheets, unreadable: inbox.unreadable, in: folder.round, answering: try folder.checklists(),
      by: Standings(of: try folder.roster(), on: folder.round.referenceDay))
    if admission.counted.contains(where: { $0.id == number }) {
      self = .counted
    } else if let leftOut = admission.leftOut.first(where: { $0.line == box.line(.sheet, number.digits)?.place }) {
      self = .leftOut(leftOut, folder.round.contact)
    } else {
      self = .unknown
    }
  }
}

/// Takes a hand-in out again, as if it had not been: `tenken round withdraw`.
public enum RoundWithdrawal {
  /// Why nothing is withdrawn; facts only.
  public enum Refusal: Error, Equatable, Sendable {
    case closed
    /// Nobody of this number stands on the roster at `roster`.
    case notOnRoster(String, roster: String)
    case notHandedIn(String)
    /// No sheet of the person's role has that 回答番号.
    case unknownNumber
  }

  /// Takes the person's submission and sheet out of the box in one step, and writes down that it was done.
  ///
  /// The opinion stays, for nothing says whose it is. Throws `Refusal` and `StorageError`, and has then changed nothing.
  public static func withdraw(
    _ id: String, _ number: CheckedNumber, from path: String, at now: Timestamp
  ) throws {
    try RoundFolder.locked(path) { folder in
      if folder.status.closed != nil { throw Refusal.closed }
      guard let person = try folder.roster()[RespondentID(id)] else {
        throw Refusal.notOnRoster(id, roster: folder.rosterPath)
      }
      guard let reader = JSONReader() else { throw StorageError.outOfMemory }
      var box = try folder.box()
      guard box.line(.submission, id) != nil else { throw Refusal.notHandedIn(id) }
      guard let line = box.line(.sheet, number.digits),
        let sheet = try? SheetFormat.decode(line.bytes, with: reader), sheet.mayBelong(to: person)
      else { throw Refusal.unknownNumber }
      box.remove(.submission, id)
      box.remove(.sheet, number.digits)
      // The log first: a withdrawal that is written down and was cut short can be done again.
      try folder.record(RoundEvent(.withdrawn(person.id), at: now))
      try folder.write(box)
    }
  }
}

extension StatusReport {
  /// 提出の状況 of the round at `path` on a day, and what comes next; throws `StorageError`.
  ///
  /// Damaged lines of the box are among what could not be read, since each may be a submission.
  ///
  /// - Parameter words: a line about a line of the box that cannot be read.
  public init(
    ofRound path: String, on today: CalendarDay, listsReceipts: Bool, words: (LeftOut) -> String
  ) throws(StorageError) {
    let folder = try RoundFolder(path)
    let course = RoundCourse(
      of: folder.round, status: folder.status, isReported: !folder.editions(to: .office).isEmpty,
      actions: try folder.actions()?.rows, review: try folder.review())
    guard folder.status.purged == nil else {
      self.init(
        of: folder.round, under: folder.policy, status: folder.status, roster: Roster(respondents: []), submissions: [],
        unreadable: [], course: course, on: today, listsReceipts: listsReceipts)
      return
    }
    let inbox = try RoundInbox(folder.box(), includingSheets: true)
    self.init(
      of: folder.round, under: folder.policy, status: folder.status, roster: try folder.roster(),
      submissions: inbox.submissions, unread: inbox.unread, unreadable: inbox.unreadable.map(words), course: course,
      on: today, listsReceipts: listsReceipts)
  }
}
