import Aggregation
import Formats
import Inspection
import Storage

/// An earlier round and where it was taken from: its folder, what that kept of itself, or a summary given by name.
struct EarlierSource {
  let round: EarlierRound
  /// In the manifest of what is compared with it.
  let entry: RoundManifest.Entry
  /// How many files it was made of.
  let files: Int

  /// Counts the round in a folder anew; one that was purged, or a file, is taken as it is.
  ///
  /// Throws `FiguresRefusal.previous` for a folder that has changed since its last edition or its closing, and
  /// `StorageError`.
  init(_ path: String, tell: Tell) throws {
    guard let reader = JSONReader() else { throw StorageError.outOfMemory }
    guard Disk.isFolder(path) else {
      let bytes = try Disk.read(path, upTo: .json)
      let round = try Self.round(bytes, at: path, tellingFile: true, with: reader)
      self.init(round, digest: Digest.hexadecimal(of: bytes), files: 1)
      return
    }
    let folder = try RoundFolder(path)
    let edition = folder.editions(to: .office).last?.edition
    if folder.status.purged != nil, let edition {
      let bytes = try folder.summary(of: edition)
      let round = try Self.round(bytes, at: folder.summaryPath(of: edition), tellingFile: false, with: reader)
      let manifest = try folder.record(of: edition).manifest
      self.init(round, digest: manifest.digest, files: manifest.entries.count)
      return
    }
    let (contents, _, _, summary) = try RoundResult.counted(folder, tell: tell)
    let isLast = folder.lastEdition.map { $0.digest == contents.manifest.digest } ?? !contents.hasChangedSinceClosing
    guard try isLast && folder.logFaults().isEmpty else { throw FiguresRefusal.previous(.changed(folder.round.id)) }
    self.init(
      EarlierRound(of: summary, edition: edition?.number),
      digest: contents.manifest.digest, files: contents.manifest.entries.count)
  }

  private init(_ round: EarlierRound, digest: String, files: Int) {
    self.round = round
    entry = RoundManifest.Entry(name: "previous:\(round.id)", digest: digest)
    self.files = files
  }

  private static func round(
    _ bytes: [UInt8], at path: String, tellingFile: Bool, with reader: borrowing JSONReader
  ) throws(StorageError) -> EarlierRound {
    do throws(DocumentError) {
      return try SummaryFormat.earlierRound(bytes, tellingFile: tellingFile, with: reader)
    } catch { throw .json(path: path, error) }
  }
}
