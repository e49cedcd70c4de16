/// Lines and double-quoted scalars as YAML 1.1 and 1.2 have them, each where it is the stricter one.
enum YAMLReader {
  /// The lines; nil where something stands in the text that may not (YAML 1.2.2, 5.1).
  static func lines(of bytes: [UInt8]) -> [ArraySlice<Unicode.Scalar>]? {
    let scalars = Array(bytes.text.unicodeScalars)
    let isPrintable = scalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF:
        scalar != "\u{FEFF}"
      default: false
      }
    }
    guard isPrintable else { return nil }
    // YAML 1.1, 5.4.
    return scalars.split(omittingEmptySubsequences: false) { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
  }

  /// What stands between double quotes (YAML 1.2.2, 7.3.1 and 5.7); nil for what is no such scalar of one line.
  static func quoted(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
    var rest = text.dropFirst().dropLast()
    var scalars: [Unicode.Scalar] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return nil
      case "\\":
        guard let letter = rest.popFirst(), let escaped = escaped(letter, &rest) else { return nil }
        scalars.append(escaped)
      default: scalars.append(scalar)
      }
    }
    return scalars
  }

  private static func escaped(_ letter: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    switch letter {
    case "\"", "\\", "/", " ": return letter
    case "n": return "\n"
    case "t": return "\t"
    case "x", "u", "U":
      let count = letter == "x" ? 2 : letter == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView(rest.prefix(count)))
      rest = rest.dropFirst(count)
      guard digits.utf8.count == count, let value = UInt32(digits, radix: 16) else { return nil }
      return Unicode.Scalar(value)
    default: return nil
    }
  }
}
