import Characters

extension StringProtocol {
  /// The text made safe to show on one row: `sanitized`, and every character as it is shown (`Character.shown`).
  ///
  /// Everything written by people or read from files passes here before it is shown; what is stored stays as typed.
  public var printable: String { sanitized(lineEnd: " ", \.shown) }

  /// The text made safe to show on several rows: `sanitizedLines`, and every character as it is shown.
  public var printableLines: String { sanitized(lineEnd: "\n", \.shown) }

  /// The text on one row without what nobody sees (`Character.seen`); tabs and line ends become spaces.
  public var sanitized: String { sanitized(lineEnd: " ", \.seen) }

  /// The text without what nobody sees (`Character.seen`); every line end (LF, CR, CR LF, VT, FF, NEL, U+2028, U+2029)
  /// becomes LF, a tab a space.
  public var sanitizedLines: String { sanitized(lineEnd: "\n", \.seen) }

  /// The text as it may be typed into a field: `sanitizedLines`, but with selectors and joiners, whose base may have been
  /// typed before.
  public var typedLines: String {
    sanitized(lineEnd: "\n") { $0.unicodeScalars.filter { !$0.isHidden }.map(String.init).joined() }
  }

  /// The text on one row with `<U+200B>` in the place of what nobody sees; for messages, in which the name of a file must
  /// be told from one that only looks like it. Tabs and line ends become spaces.
  public var revealed: String {
    sanitized(lineEnd: " ") { character in
      let seen = character.seen
      guard seen.unicodeScalars.count < character.unicodeScalars.count else { return character.shown }
      return seen.map(\.shown).joined() + character.hidden.map { "<U+\($0.hexadecimal)>" }.joined()
    }
  }

  private func sanitized(lineEnd: Character, _ text: (Character) -> String) -> String {
    var result = ""
    for character in self {
      if character.isNewline {
        result.append(lineEnd)
      } else if character == "\t" {
        result.append(" ")
      } else {
        result += text(character)
      }
    }
    return result
  }
}
