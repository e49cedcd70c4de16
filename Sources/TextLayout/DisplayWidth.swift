import CText
import Characters

/// The cells a terminal gives the East Asian Ambiguous characters (UAX #11), such as ※, ① and “.
public enum AmbiguousWidth: Int, CaseIterable, Sendable {
  case narrow = 1
  /// What fonts made for Japanese draw, and some terminals are set to.
  case wide = 2

  /// Runs the body with all widths of this thread, ncurses' too, counted this way.
  public func apply<Result>(to body: () throws -> Result) rethrows -> Result {
    let before = ct_set_ambiguous(Int32(rawValue))
    defer { _ = ct_set_ambiguous(before) }
    return try body()
  }
}

extension Unicode.Scalar {
  /// The cells the scalar takes: `wcwidth` in C.UTF-8, or nil if the C library does not know it or it is a control.
  var width: Int? {
    if (0x20...0x7E).contains(value) { return 1 }
    let width = Int(ct_width(value))
    return width < 0 ? nil : width
  }
}

extension Character {
  /// The cells the character takes on the screen: the sum over its scalars, so ｶﾞ is 2 and 葛󠄀 is 2.
  ///
  /// Of the character as it is shown (`shown`): 0 only where nothing of it is seen, because a mark without a base is given
  /// one.
  public var displayWidth: Int { glyph.width }

  /// What is written to the screen for the character: what is seen of it (`seen`), 〓 for what the C library does not
  /// know or what takes no cell and is no mark, and a dotted circle under a mark that has no base (a terminal would put it
  /// on the cell or the row before).
  public var shown: String { glyph.text }

  private var glyph: (text: String, width: Int) {
    var width = 0
    let seen = seen
    if seen.isEmpty { return ("", 0) }
    for scalar in seen.unicodeScalars {
      guard let cells = scalar.width else { return ("〓", 2) }
      width += cells
    }
    guard width == 0 else { return (seen, width) }
    let carried = "\u{25CC}\(seen)"
    // The later letters of a Hangul syllable take no cell either, and stand on no circle.
    return carried.count == 1 ? (carried, 1) : ("〓", 2)
  }
}

extension StringProtocol {
  /// The cells the text takes on one row.
  public var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}
