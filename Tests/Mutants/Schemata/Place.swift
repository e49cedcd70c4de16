/// A place of a source file, and how it can be broken there.
struct Place: Encodable {
  let file: String
  let line: Int
  /// Bytes from the beginning of the file.
  let start: Int
  let end: Int
  let original: String
  let changed: String
}
