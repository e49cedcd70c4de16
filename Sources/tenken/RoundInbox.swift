import Aggregation
import Formats
import Inspection
import Storage

/// Everything that was handed in to a round, read once; what cannot be read is listed and not fatal.
struct RoundInbox {
  var sheets: [SheetFile] = []
  var unreadableSheets: [LeftOut] = []
  var submissions: [Submission] = []
  /// Submissions that could not be read, a line each.
  var unreadableSubmissions: [String] = []

  init(_ folder: RoundFolder, includingSheets: Bool = false) throws {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    for file in try folder.files(in: .submissions) {
      let bytes = try Disk.read(file.path)
      do throws(DocumentError) {
        submissions.append(try SubmissionFormat.decode(bytes, with: reader))
      } catch { unreadableSubmissions.append(FaultText.line(of: error, in: "submissions/" + file.name)) }
    }
    guard includingSheets else { return }
    let stored = try folder.sheets()
    let progress = ProgressBar("回答票を読んでいます", total: stored.count)
    for (index, sheet) in stored.enumerated() {
      if stored.count >= 1_000, index % 250 == 0 || index + 1 == stored.count { progress.show(index + 1) }
      let bytes = try sheet.bytes()
      do throws(DocumentError) {
        sheets.append(SheetFile(file: sheet.name, sheet: try SheetFormat.decode(bytes, with: reader)))
      } catch { unreadableSheets.append(LeftOut(file: sheet.name, reason: Self.reason(for: error))) }
    }
  }

  private static func reason(for error: DocumentError) -> LeftOut.Reason {
    switch error {
    case .syntax, .notUTF8: .syntax
    case .fault(let fault): LeftOut.Reason(fault)
    }
  }
}
