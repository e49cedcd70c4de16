import Aggregation
public import Inspection
public import Reporting
public import Storage

extension StatusReport {
  /// 提出の状況 of the round at `path` on a day; throws `StorageError`.
  ///
  /// Damaged lines of the box are among what could not be read, since each may be a submission.
  ///
  /// - Parameter words: a line about a submission that cannot be read.
  public init(
    ofRound path: String, on today: CalendarDay, listsReceipts: Bool, words: (UnreadableLine) -> String
  ) throws(StorageError) {
    let folder = try RoundFolder(path)
    let inbox = try RoundInbox(folder.box())
    let damaged = inbox.unreadable.map { "\(RoundFolder.File.box):\($0.line): \(LeftOutTable.words(for: $0))" }
    self.init(
      of: folder.round, under: folder.policy, status: folder.status, roster: try folder.roster(),
      submissions: inbox.submissions, unreadable: inbox.unreadableSubmissions.map(words) + damaged, on: today,
      listsReceipts: listsReceipts)
  }
}
