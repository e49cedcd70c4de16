/// Makes sure that an id from a file or a person can be a file name and leads nowhere else.
enum SafeName {
  /// Throws `unsafeName` for an empty name, one that begins with a dot, or one with a slash or a control character.
  static func check(_ name: String) throws(StorageError) -> String {
    let isSafe =
      !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { $0 != "/" && $0.value >= 0x20 && $0.value != 0x7F }
    guard isSafe else { throw .unsafeName(name) }
    return name
  }
}
