import Inspection

/// `summary/`: what is kept of the figures that were given out.
extension RoundFolder {
  var summaryFolder: String { path + "/summary" }

  /// Where the list of the sheets that were left out stands, to be told to people.
  public var leftOutPath: String { summaryFolder + "/left-out.csv" }

  /// The list of the sheets that were left out, as it was written last; nil where there is none.
  public func leftOutList() throws(StorageError) -> [UInt8]? {
    try Disk.readIfAny(leftOutPath, upTo: .table)
  }

  /// Puts a list in the place of the one that is there, if any.
  public func writeLeftOutList(_ table: [UInt8]) throws(StorageError) {
    try Disk.makeFolder(summaryFolder)
    try Disk.write(table, to: leftOutPath)
  }

  public func removeLeftOutList() throws(StorageError) { try Disk.remove(leftOutPath) }
}
