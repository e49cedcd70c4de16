import Formats
import Glibc
import Inspection

/// One handed-in sheet: a file in `sheets/`, or a line of `sheets.ndjson` once the round is closed.
public struct StoredSheet: Equatable, Sendable {
  /// The file's name in `sheets/`, which a packed sheet keeps; `sheets.ndjson:3` for a line that is no sheet.
  public let name: String
  let place: Place

  enum Place: Equatable, Sendable {
    case file(path: String)
    /// Without its line end.
    case line(ArraySlice<UInt8>)
  }

  /// The very bytes that were handed in, wherever they lie.
  public func bytes() throws(StorageError) -> [UInt8] {
    switch place {
    case .file(let path): try Disk.read(path)
    case .line(let line): line + [UInt8(ascii: "\n")]
    }
  }

  var isPacked: Bool { if case .line = place { true } else { false } }
}

/// The sheets of a closed round in one file, a sheet a line.
///
/// A line is exactly what stood in the sheet's file, so that digests stay and unpacking gives the same file back. What
/// does not fit a line, or is no sheet named after its number, stays a file.
extension RoundFolder {
  static let packedSheets = "sheets.ndjson"

  private var packed: String { path + "/" + Self.packedSheets }

  /// Every handed-in sheet once, in the order of the names.
  ///
  /// Where packing was cut short a sheet lies in both places. Two that differ are both listed, the file first.
  public func sheets() throws(StorageError) -> [StoredSheet] {
    var sheets = try files(in: .sheets).map { StoredSheet(name: $0.name, place: .file(path: $0.path)) }
    let files = Dictionary(sheets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for line in try lines() {
      if let file = files[line.name], try file.bytes() == line.bytes() { continue }
      sheets.append(line)
    }
    return sheets.sorted { a, b in
      a.name == b.name ? !a.isPacked && b.isPacked : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
  }

  /// The sheet that lay in `sheets/` under that name; nil where there is none.
  public func sheet(named name: String) throws(StorageError) -> StoredSheet? {
    try sheets().first { $0.name == name }
  }

  /// Puts the sheets into one file; no file is removed before that one has been written and read back.
  ///
  /// The caller holds the round's lock.
  public func packSheets() throws(StorageError) {
    guard let reader = JSONReader() else { throw .outOfMemory }
    var content: [UInt8] = []
    var done: [(path: String, bytes: [UInt8])] = []
    for sheet in try sheets() {
      let bytes = try sheet.bytes()
      switch sheet.place {
      case .line: content += bytes
      case .file(let path) where Self.fits(bytes, name: sheet.name, with: reader):
        content += bytes
        done.append((path, bytes))
      case .file: break
      }
    }
    guard !done.isEmpty else { return }
    try Disk.write(content, to: packed)
    guard try Disk.read(packed) == content else { throw .system(path: packed, code: EIO) }
    for file in done where try Disk.read(file.path) == file.bytes { try Disk.remove(file.path) }
  }

  /// Makes each packed sheet a file again; the lines that cannot be one stay where they are.
  ///
  /// The caller holds the round's lock.
  public func unpackSheets() throws(StorageError) {
    let lines = try lines()
    guard !lines.isEmpty else { return }
    var rest: [UInt8] = []
    for line in lines {
      let bytes = try line.bytes()
      let file = "\(path)/\(Kind.sheets.rawValue)/\(line.name)"
      if !line.name.hasSuffix(".json") {
        rest += bytes
      } else if !Disk.exists(file) {
        // One date for all, as when they were handed in.
        try Disk.write(bytes, to: file, replacing: .refused, dated: round.deadline)
      } else if try Disk.read(file) != bytes {
        rest += bytes
      }
    }
    if rest.isEmpty { try Disk.remove(packed) } else { try Disk.write(rest, to: packed) }
  }

  /// One line, and a sheet whose name follows from it.
  private static func fits(_ bytes: [UInt8], name: String, with reader: borrowing JSONReader) -> Bool {
    guard bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1 else { return false }
    return self.name(of: bytes[...], with: reader) == name
  }

  private static func name(of line: ArraySlice<UInt8>, with reader: borrowing JSONReader) -> String? {
    guard let sheet = try? SheetFormat.decode(line, with: reader) else { return nil }
    return "\(sheet.id.digits).json"
  }

  private func lines() throws(StorageError) -> [StoredSheet] {
    guard Disk.exists(packed) else { return [] }
    guard let reader = JSONReader() else { throw .outOfMemory }
    let bytes = try Disk.read(packed)
    var lines: [StoredSheet] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let name = Self.name(of: line, with: reader) ?? "\(Self.packedSheets):\(lines.count + 1)"
      lines.append(StoredSheet(name: name, place: .line(line)))
    }
    return lines
  }
}
