/// A word of a command line as a shell reads it (POSIX.1-2024, 2.2), where nothing is expanded.
enum ShellReader {
  /// The bytes of the word; nil where the text is more than one word, or means something to a shell.
  static func word(_ text: String) -> [UInt8]? {
    var rest = Array(text.utf8)[...]
    var word: [UInt8] = []
    var isQuoted = false
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "'"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "'")) else { return nil }
        word += rest[..<end]
        rest = rest[(end + 1)...]
        isQuoted = true
      case UInt8(ascii: "$"):
        guard rest.popFirst() == UInt8(ascii: "'"), let bytes = dollarQuoted(&rest) else { return nil }
        word += bytes
        isQuoted = true
      case UInt8(ascii: "\\"):
        guard let next = rest.popFirst(), next != UInt8(ascii: "\n") else { return nil }
        word.append(next)
      case _ where byte >= 0x80 || isHarmless(byte): word.append(byte)
      default: return nil
      }
    }
    return word.isEmpty && !isQuoted ? nil : word
  }

  /// What 2.2 and 2.13 do not list, nor bash's braces and history.
  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_./,:+@%".utf8.contains(byte)
    }
  }

  /// 2.2.4, the escapes of which every shell knows the meaning.
  private static func dollarQuoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "'"): return bytes
      case UInt8(ascii: "\\"):
        guard let next = rest.first else { return nil }
        if next == UInt8(ascii: "'") || next == UInt8(ascii: "\\") {
          bytes.append(next)
          rest.removeFirst()
        } else {
          guard let value = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8), rest.count >= 3 else {
            return nil
          }
          bytes.append(value)
          rest = rest.dropFirst(3)
        }
      default: bytes.append(byte)
      }
    }
    return nil
  }
}
