public import Formats
public import Inspection

/// What is broken in a round's log or box, and what can be had of it.
///
/// A torn file does not come from tenken, which writes files whole, but from a disk, a copy or an editor.
public enum RoundRepair: Equatable, Sendable {
  /// Lines of the log that cannot be read, by their numbers from 1; the rest is kept. `faults` are those of the rest.
  case log(lines: [Int], kept: [UInt8], faults: [LogFault])
  /// The box's last line is missing or does not fit; `box` holds every line that is there.
  case box(BoxError, box: Box)

  /// The name of the file that is mended.
  public var file: String {
    switch self {
    case .log: RoundFolder.File.log
    case .box: RoundFolder.File.box
    }
  }
}

extension RoundRepair {
  /// What there is to mend at `path`: the log first, since nothing can be read without it; nil where all is well.
  ///
  /// Looks only at what is there: a file that is missing, or of another round or version, is no repair's business.
  public static func needed(at path: String) throws(StorageError) -> RoundRepair? {
    let folder: RoundFolder
    do throws(StorageError) { folder = try RoundFolder(path) } catch {
      guard case .log = error else { throw error }
      return try log(at: path)
    }
    let faults = try folder.logFaults()
    if !faults.isEmpty { return .log(lines: [], kept: folder.log, faults: faults) }
    guard folder.status.purged == nil else { return nil }
    do throws(StorageError) {
      _ = try folder.box()
      return nil
    } catch {
      guard case .box(_, let reason) = error else { throw error }
      switch reason {
      case .noCounts, .counts: return .box(reason, box: BoxFormat.salvage(try folder.boxBytes(), of: folder.round.id))
      case .otherRound, .unsupported: throw error
      }
    }
  }

  private static func log(at path: String) throws(StorageError) -> RoundRepair? {
    guard let reader = JSONReader() else { throw .outOfMemory }
    let (kept, broken) = RoundLogFormat.salvage(try RoundFolder.logBytes(in: path), with: reader)
    return broken.isEmpty ? nil : .log(lines: broken, kept: kept, faults: [])
  }

  /// Mends what is broken as it stands now and keeps the old file beside it under a new name, which the log then tells;
  /// nil where there is nothing to mend any more.
  public static func perform(at path: String, now: Timestamp) throws(StorageError) -> (done: RoundRepair, kept: String)?
  {
    let lock = try FolderLock(path)
    defer { withExtendedLifetime(lock) {} }
    guard let repair = try needed(at: path) else { return nil }
    let kept = try keep(repair.file, at: path)
    switch repair {
    case .log(_, let lines, _):
      let mended = try RoundFolder(path, log: lines)
      let lost = try mended.logFaults().compactMap { fault -> Edition? in
        if case .lost(let edition, _) = fault { edition } else { nil }
      }
      // The mended lines and the one that tells of it are one write.
      try mended.record(RoundEvent(.repaired(file: repair.file, kept: kept, lost: lost), at: now))
    case .box(_, let box):
      let folder = try RoundFolder(path)
      // Told first: whoever is stopped in between finds a box that is still broken, and none that was mended in silence.
      try folder.record(RoundEvent(.repaired(file: repair.file, kept: kept, lost: []), at: now))
      try folder.write(box)
    }
    return (repair, kept)
  }

  private static func keep(_ file: String, at path: String) throws(StorageError) -> String {
    let bytes = try Disk.read(file, in: path, upTo: .box)
    var number = 1
    while true {
      let name = "\(file).before-repair-\(number)"
      do throws(StorageError) {
        try Disk.write(bytes, to: path + "/" + name, replacing: .refused)
        return name
      } catch {
        guard case .alreadyExists = error, number < 999 else { throw error }
        number += 1
      }
    }
  }
}
