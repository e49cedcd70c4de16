public import Aggregation
public import Formats
public import Inspection
import Reporting
public import Storage

/// Everything that was handed in to a round, decoded once; what cannot be read is listed by its line and not fatal.
public struct RoundInbox {
  /// Empty unless sheets were asked for.
  public private(set) var sheets: [PlacedSheet] = []
  /// What counts nowhere because nobody can read it, in the order of the lines: damaged lines, and whole ones that make no
  /// sense, sheets among them only where they were asked for.
  public private(set) var unreadable: [LeftOut] = []
  public private(set) var submissions: [Submission] = []
  /// Whose submission is whole and makes no sense: that they have handed in is known, and nothing else of it.
  public private(set) var unread: Set<RespondentID> = []
  public private(set) var opinions: [Opinion] = []

  /// Decodes the submissions and opinions and, with `includingSheets`, the sheets, of which the progress is told.
  public init(_ box: Box, includingSheets: Bool = false, tell: Tell = { _ in }) throws(StorageError) {
    guard let reader = JSONReader() else { throw .outOfMemory }
    let sheets = includingSheets ? box.lines(of: .sheet) : []
    var earlier: BoxLine?
    for line in box.lines {
      let place = line.place ?? 0
      // Lines of one kind and key stand next to each other; of sheets the admission tells it.
      if let earlier, line.kind != .sheet, (earlier.kind, earlier.name) == (line.kind, line.name) {
        unreadable.append(Self.repetition(of: line, at: place))
        continue
      }
      earlier = line
      do throws(DocumentError) {
        switch line.kind {
        case .submission: submissions.append(try SubmissionFormat.decode(line.bytes, with: reader))
        case .opinion: opinions.append(try OpinionFormat.decode(line.bytes, with: reader))
        case .sheet: break
        }
      } catch {
        if line.kind == .submission { unread.insert(RespondentID(line.name)) }
        unreadable.append(LeftOut(line: place, as: line.kind.subject, reason: Self.reason(for: error)))
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
      LeftOut(line: damaged.place, as: nil, reason: damaged.format.map { .unknownFormat($0) } ?? .damaged)
    }
    unreadable.sort { $0.line < $1.line }
  }

  private static func repetition(of line: BoxLine, at place: Int) -> LeftOut {
    let reason: LeftOut.Reason? =
      line.kind == .submission
      ? .duplicateRespondent(RespondentID(line.name)) : CheckedNumber(written: line.name).map { .duplicateNumber($0) }
    return LeftOut(line: place, as: line.kind.subject, reason: reason ?? .wrongValue(path: "number"))
  }

  /// The lines of a round's box that count nowhere because nobody can read them, whatever they are.
  ///
  /// The one look that every command of the office takes when it has done its work: such a line stops nobody, and nobody
  /// works on a round without hearing of it. Throws `StorageError`, also where the box's counts do not fit.
  public static func unreadable(in path: String) throws(StorageError) -> [LeftOut] {
    try RoundInbox(RoundFolder(path).box(), includingSheets: true).unreadable
  }

  /// Now and then, and only where there is something to wait for.
  private static func isTold(_ done: Int, of total: Int) -> Bool {
    total >= 1_000 && ((done - 1) % 250 == 0 || done == total)
  }

  private static func reason(for error: DocumentError) -> LeftOut.Reason {
    switch error {
    case .syntax(let byte): .syntax(byte: byte)
    case .notUTF8(let byte): .syntax(byte: byte)
    case .fault(let fault): LeftOut.Reason(fault)
    }
  }
}

/// `summary/left-out.csv`: which lines of the box the last figures left out, and why, for the secretariat.
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

extension BoxLine.Kind {
  fileprivate var subject: LeftOut.Subject {
    switch self {
    case .submission: .submission
    case .sheet: .sheet
    case .opinion: .opinion
    }
  }
}
