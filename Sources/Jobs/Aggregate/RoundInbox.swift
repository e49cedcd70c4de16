public import Aggregation
import Formats
public import Inspection
public import Storage

/// Everything that was handed in to a round, read once; what cannot be read is listed and not fatal.
public struct RoundInbox {
  /// Empty unless sheets were asked for, like `unreadableSheets`.
  public private(set) var sheets: [SheetFile] = []
  public private(set) var unreadableSheets: [LeftOut] = []
  public private(set) var submissions: [Submission] = []
  public private(set) var unreadableSubmissions: [UnreadableSubmission] = []

  /// Reads the submissions and, with `includingSheets`, the sheets, of which the progress is told.
  public init(
    _ folder: RoundFolder, includingSheets: Bool = false, tell: Tell = { _ in }
  ) throws(StorageError) {
    guard let reader = JSONReader() else { throw .outOfMemory }
    for file in try folder.files(in: .submissions) {
      let bytes = try Disk.read(file.path)
      do throws(DocumentError) {
        submissions.append(try SubmissionFormat.decode(bytes, with: reader))
      } catch { unreadableSubmissions.append(UnreadableSubmission(file: file.nameInRound, error: error)) }
    }
    guard includingSheets else { return }
    let stored = try folder.sheets()
    for (index, sheet) in stored.enumerated() {
      if Self.isTold(index + 1, of: stored.count) {
        tell(.progress(.readingSheets, done: index + 1, total: stored.count))
      }
      let bytes = try sheet.bytes()
      do throws(DocumentError) {
        sheets.append(SheetFile(file: sheet.name, sheet: try SheetFormat.decode(bytes, with: reader)))
      } catch { unreadableSheets.append(LeftOut(file: sheet.name, reason: Self.reason(for: error))) }
    }
  }

  /// Now and then, and only where there is something to wait for.
  private static func isTold(_ done: Int, of total: Int) -> Bool {
    total >= 1_000 && ((done - 1) % 250 == 0 || done == total)
  }

  private static func reason(for error: DocumentError) -> LeftOut.Reason {
    switch error {
    case .syntax, .notUTF8: .syntax
    case .fault(let fault): LeftOut.Reason(fault)
    }
  }
}
