public import Aggregation
import Formats
public import Inspection
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
      of: inbox.sheets, unreadable: inbox.unreadable, in: folder.round, answering: try folder.checklists())
    if admission.counted.contains(where: { $0.id == number }) {
      self = .counted
    } else if let leftOut = admission.leftOut.first(where: { $0.line == box.line(.sheet, number.digits)?.place }) {
      self = .leftOut(leftOut, folder.round.contact)
    } else {
      self = .unknown
    }
  }
}
