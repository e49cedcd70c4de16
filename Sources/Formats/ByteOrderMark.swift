/// The byte order mark in UTF-8, which Excel in Japan needs before it takes a table for UTF-8.
enum ByteOrderMark {
  static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The bytes behind the mark, or all of them where there is none.
  static func dropped(from file: [UInt8]) -> ArraySlice<UInt8> {
    file.dropFirst(file.starts(with: bytes) ? bytes.count : 0)
  }
}
