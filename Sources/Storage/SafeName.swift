import Characters

/// Makes sure that an id from a file or a person can be a file name and leads nowhere else.
enum SafeName {
  /// Throws `unsafeName` for an empty name, one that begins with a dot, or one with a slash or anything that nobody sees.
  static func check(_ name: String) throws(StorageError) -> String {
    let isSafe =
      !name.isEmpty && name.unicodeScalars.first != "." && name.utf8.count <= 200
      && !name.containsScalar("/") && name.isSeen
    guard isSafe else { throw .unsafeName(name) }
    return name
  }
}
