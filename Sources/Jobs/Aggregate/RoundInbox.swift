public import Aggregation
import Aggregation
public import Formats
import Formats
public import Inspection
import Reporting
public import Storage
import Storage

/// Everything that was handed in to a round, decoded once; what cannot be read is listed by its line and not fatal.
public struct RoundInbox {
  /// Empty unless sheets were asked for.
  public private(set) var sheets: [PlacedSheet] = []
  /// Sheets that cannot be read, where sheets were asked for, and damaged lines, of which nobody knows what they were.
  public private(set) var unreadable: [LeftOut] = []
  public private(set) var submissions: [Submission] = []
  public private(set) var unreadableSubmissions: [UnreadableLine] = []
  public private(set) var opinions: [Opinion] = []
  public private(set) var unreadableOpinions: [UnreadableLine] = []

  /// Decodes the submissions and opinions and, with `includingSheets`, the sheets, of which the progress is told.
  public init(_ box: Box, includingSheets: Bool = false, tell: Tell = { _ in }) throws(StorageError) {
    guard let reader = JSONReader() else { throw .outOfMemory }
    let sheets = includingSheets ? box.lines(of: .sheet) : []
    for line in box.lines {
      let place = line.place ?? 0
      do throws(DocumentError) {
        switch line.kind {
        case .submission: submissions.append(try SubmissionFormat.decode(line.bytes, with: reader))
        case .opinion: opinions.append(try OpinionFormat.decode(line.bytes, with: reader))
        case .sheet: break
        }
      } catch {
        let unreadable = UnreadableLine(line: place, error: error)
        if line.kind == .submission {
          unreadableSubmissions.append(unreadable)
        } else {
          unreadableOpinions.append(unreadable)
        }
      }
    }
    for (index, line) in sheets.enumerated() {
      if Self.isTold(index + 1, of: sheets.count) {
        tell(.progress(.readingSheets, done: index + 1, total: sheets.count))
      }
      let place = line.place ?? 0
      do throws(DocumentError) {
        self.sheets.append(PlacedSheet(line: place, sheet: try SheetFormat.decode(line.bytes, with: reader)))
      } catch { unreadable.append(LeftOut(line: place, reason: Self.reason(for: error))) }
    }
    unreadable += box.damaged.map { damaged in
      LeftOut(line: damaged.place, reason: damaged.format.map { .unknownFormat($0) } ?? .damaged)
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

/// `summary/left-out.csv`: which sheets the last figures left out, and why, for the secretariat.
struct LeftOutList {
  private let folder: RoundFolder

  init(in folder: RoundFolder) { self.folder = folder }

  /// Writes the list down and gives its path; where nothing is left out an earlier list goes, and the path is nil.
  func keep(_ leftOut: [LeftOut], tell: Tell) throws(StorageError) -> String? {
    guard !leftOut.isEmpty else {
      try removeEarlier(tell)
      return nil
    }
    let table = CSVWriter.bytes(LeftOutTable.rows(of: leftOut))
    // Somebody who may only read the round gets the list that is there.
    if (try? folder.leftOutList()) != table { try folder.writeLeftOutList(table) }
    return folder.leftOutPath
  }

  /// Now that nothing is left out, an earlier list would be wrong; a file that tenken did not write stays.
  private func removeEarlier(_ tell: Tell) throws(StorageError) {
    guard let earlier = try folder.leftOutList() else { return }
    guard earlier.starts(with: CSVWriter.bytes(LeftOutTable.rows(of: []))) else {
      return tell(.foreignLeftOutList(path: folder.leftOutPath))
    }
    try folder.removeLeftOutList()
    tell(.leftOutListRemoved(path: folder.leftOutPath))
  }
}
