import Aggregation
import Formats
import Reporting
import Storage

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
