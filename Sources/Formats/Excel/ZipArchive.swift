import CArchive
import Characters

/// The parts of a ZIP archive by their names, each unpacked when it is asked for.
///
/// The limits let every file through that an office program made of a form, and bound memory before anything is unpacked.
final class ZipArchive {
  /// Why an archive is not read.
  enum Fault: Error, Equatable {
    /// Its directory, a part's length or a part's CRC is wrong.
    case damaged
    case tooManyParts
    /// A part, or all together, are longer than those of any form.
    case tooLarge
    /// A name that leads out of the archive, stands twice or is no text.
    case unsafeName
    case outOfMemory
  }

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var entries: [String: ca_entry] = [:]
  /// Whether a part can be had only with a password.
  private(set) var isEncrypted = false

  /// Reads the directory; no part is unpacked.
  init(_ file: [UInt8]) throws(Fault) {
    guard file.count <= Limits.tableBytes else { throw .tooLarge }
    // The library reads on in them for as long as the archive is open.
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    guard let archive = ca_open(bytes.baseAddress, bytes.count) else {
      bytes.deallocate()
      throw .damaged
    }
    (self.archive, self.bytes) = (archive, bytes)
    try readDirectory()
  }

  deinit {
    ca_close(archive)
    bytes.deallocate()
  }

  private func readDirectory() throws(Fault) {
    guard ca_count(archive) <= Limits.archiveParts else { throw .tooManyParts }
    var total: UInt64 = 0
    for index in 0..<ca_count(archive) {
      var entry = ca_entry()
      guard ca_entry_at(archive, index, &entry) == Int32(CA_OK.rawValue) else { throw .damaged }
      let name = withUnsafeBytes(of: entry.name) { Array($0.prefix { $0 != 0 }) }
      guard name.count == entry.name_length, let name = String(validating: name, as: UTF8.self), Self.isSafe(name)
      else { throw .unsafeName }
      if entry.is_encrypted != 0 { isEncrypted = true }
      guard entry.size <= Limits.archivePartBytes else { throw .tooLarge }
      total += entry.size
      guard total <= Limits.archiveContentBytes else { throw .tooLarge }
      guard entries.updateValue(entry, forKey: Self.key(name)) == nil else { throw .unsafeName }
    }
  }

  /// No way out of the archive, on any system.
  private static func isSafe(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    return !name.isEmpty && scalars.first != "/" && !scalars.contains { $0 == "\\" || $0 == ":" || $0.isHidden }
      && !name.splitByScalars { $0 == "/" }.contains("..")
  }

  /// Names that differ in case alone are one name (ECMA-376-2, 6.2.2.3).
  private static func key(_ name: String) -> String { name.lowercased() }

  /// Lower-case.
  var names: Dictionary<String, ca_entry>.Keys { entries.keys }

  func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// The content of a part; nil where there is none of that name.
  ///
  /// - Parameter limit: the most bytes it may have, for what is made of them takes longer than unpacking.
  func part(_ name: String, upTo limit: Int) throws(Fault) -> [UInt8]? {
    guard var entry = entries[Self.key(name)] else { return nil }
    guard entry.size <= limit else { throw .tooLarge }
    // Office programs store and deflate, and nothing else.
    guard entry.is_encrypted == 0, entry.method == 0 || entry.method == 8 else { throw .damaged }
    var answer = Int32(CA_MEMORY.rawValue)
    let size = Int(entry.size)
    let content = [UInt8](unsafeUninitializedCapacity: size + 1) { room, count in
      answer = ca_read(archive, &entry, room.baseAddress)
      count = answer == Int32(CA_OK.rawValue) ? size : 0
    }
    guard answer == Int32(CA_OK.rawValue) else { throw .damaged }
    return content
  }
}
