import Characters

extension StringProtocol {
  /// The text made safe to show on one row: `sanitized`, and every character as it is shown (`Character.shown`).
  ///
  /// Everything written by people or read from files passes here before it is shown; what is stored stays as typed.
  public var printable: String { sanitized(lineEnd: " ", \.shown) }

  /// The text made safe to show on several rows: `sanitizedLines`, and every character as it is shown.
  public var printableLines: String { sanitized(lineEnd: "\n", \.shown) }

  /// The text on one row without controls, escapes and bidirectional overrides; tabs and line ends become spaces.
  public var sanitized: String { sanitized(lineEnd: " ", String.init) }

  /// The text without controls, escapes and bidirectional overrides; every line end (LF, CR, CR LF, VT, FF, NEL, U+2028,
  /// U+2029) becomes LF, a tab a space.
  public var sanitizedLines: String { sanitized(lineEnd: "\n", String.init) }

  private func sanitized(lineEnd: Character, _ text: (Character) -> String) -> String {
    var result = ""
    for character in self {
      if character.isNewline {
        result.append(lineEnd)
      } else if character == "\t" {
        result.append(" ")
      } else if let first = character.unicodeScalars.first, !first.isHidden {
        // A hidden scalar is always a character of its own: UAX #29 joins nothing to a control.
        result += text(character)
      }
    }
    return result
  }
}
