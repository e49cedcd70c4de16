extension StringProtocol {
  /// The text made safe to show on one row: no controls, no escapes, no bidirectional overrides, no line ends.
  ///
  /// Tabs and line ends become one space each. Everything written by people or read from files passes here before it
  /// is shown; what is stored stays as it was typed.
  public var printable: String { printable(lineEnd: " ") }

  /// The text made safe to show on several rows: as `printable`, but every line end (LF, CR, CR LF, VT, FF, NEL, U+2028,
  /// U+2029) is kept, as LF.
  public var printableLines: String { printable(lineEnd: "\n") }

  private func printable(lineEnd: Character) -> String {
    var result = ""
    for character in self {
      if character.isNewline {
        result.append(lineEnd)
      } else if character == "\t" {
        result.append(" ")
      } else if let first = character.unicodeScalars.first, first.isHidden {
        continue  // always alone: UAX #29 joins nothing to a control
      } else {
        result += character.shown
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// True for what changes the terminal or the order of the text without being seen: C0, C1, DEL, the marks and
  /// overrides of the bidirectional algorithm (UAX #9), the byte order mark.
  fileprivate var isHidden: Bool {
    switch value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
