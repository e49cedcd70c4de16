import Formats
public import Inspection

/// What goes after the day of disposal: all that was handed in, who was asked, and every copy of it that lies in the folder.
extension RoundFolder {
  /// The names that go, as far as they are there, in their order.
  public func disposable() throws(StorageError) -> [String] {
    let own = try Disk.names(in: path).filter { name in
      Self.isDestroyed(name) || name == Self.opinionsFile || name == Self.draftsFolder
        || name.hasPrefix(File.box + ".")
    }
    guard try Disk.exists(summaryFolder) else { return own }
    let lists = try Disk.names(in: summaryFolder).filter { $0.hasSuffix(Self.sheetsEnding) || $0 == Self.leftOutFile }
    return own + lists.map { "\(Self.summaryName)/\($0)" }
  }

  /// What lies beside the folder and may name people: letters, and the list of slip codes; it is only told.
  public func besides() throws(StorageError) -> [String] {
    var found: [String] = []
    for other in [Self.lettersFolder(beside: path), Self.slipsPath(beside: path)] where try Disk.exists(other) {
      found.append(other)
    }
    return found
  }

  /// Writes down that it is done, and does it; one that was cut short can be done again.
  ///
  /// The caller holds the round's lock.
  public func purge(at now: Timestamp) throws(StorageError) {
    let names = try disposable()
    if status.purged == nil { try record(RoundEvent(.purged, at: now)) }
    for name in names {
      if Disk.isFolder(path + "/" + name) {
        Disk.discardFolder(path + "/" + name)
      } else {
        try Disk.remove(path + "/" + name)
      }
    }
  }
}
