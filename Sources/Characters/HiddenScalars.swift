extension Unicode.Scalar {
  /// Whether it changes the terminal, the lines, the order or the identity of a text without being seen itself.
  ///
  /// These are the controls (General_Category Cc: C0, DEL, C1; tab and line ends among them), the line and the paragraph
  /// separator (Zl, Zp), and what programs do not draw (Default_Ignorable_Code_Point, UAX #44): marks of the bidirectional
  /// algorithm, zero-width spaces, the soft hyphen, Hangul fillers, tags. Of the latter, ZWJ and variation selectors
  /// depend on where they stand: `StringProtocol.firstHidden` and `Character.seen` judge those.
  @inlinable public var isHidden: Bool {
    switch value {
    // What most texts are made of is told first.
    case 0x20...0x7E, 0x3040...0x30FF, 0x3400...0x9FFF: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029: true
    case 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E, 0x200B...0x200C, 0x200E...0x200F,
      0x202A...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE00FF, 0xE01F0...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether it chooses or joins the forms of its neighbours: a variation selector (Variation_Selector) or ZWJ.
  @inlinable public var isJoining: Bool {
    switch value {
    case 0x00...0x1000, 0x3040...0x30FF, 0x3400...0x9FFF: false
    case 0x180B...0x180D, 0x180F, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  /// The number as it stands behind `U+`: upper case, at least four digits.
  public var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  /// Whether it is drawn by itself, so that a selector behind it has something to select, and a joiner to join.
  fileprivate var isBase: Bool {
    guard !isHidden, !isJoining, !isWhiteSpace else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return false
    default: return true
    }
  }
}

extension Character {
  /// The character without its hidden scalars, ZWJ that joins nothing, and selectors that do not stand behind a base;
  /// empty where nothing is left.
  public var seen: String {
    guard unicodeScalars.contains(where: { $0.isHidden || $0.isJoining }) else { return String(self) }
    var seen = String.UnicodeScalarView()
    forEachScalar { scalar, isHidden in if !isHidden { seen.append(scalar) } }
    return String(seen)
  }

  /// What `seen` leaves out.
  public var hidden: [Unicode.Scalar] {
    var hidden: [Unicode.Scalar] = []
    forEachScalar { scalar, isHidden in if isHidden { hidden.append(scalar) } }
    return hidden
  }

  /// A character is all that a joiner can see of a text: UAX #29 ends one at a ZWJ that joins nothing.
  fileprivate func forEachScalar(_ body: (_ scalar: Unicode.Scalar, _ isHidden: Bool) -> Void) {
    let scalars = Array(unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isMisplaced =
        switch scalar {
        case "\u{200D}": index == 0 || index + 1 == scalars.count || !scalars[index + 1].isBase
        default: scalar.isJoining && (index == 0 || !scalars[index - 1].isBase)
        }
      body(scalar, scalar.isHidden || isMisplaced)
    }
  }
}

extension String {
  /// Whether nothing in the text is hidden, and no white space is in it: what most fields of most tables are.
  @inlinable public var isPlain: Bool {
    unicodeScalars.allSatisfy { !$0.isHidden && !$0.isJoining && !$0.isWhiteSpace }
  }
}

extension StringProtocol {
  /// Whether nothing in the text is hidden, tabs and line ends included; for names, which stand on one line.
  public var isSeen: Bool { firstHidden == nil && !unicodeScalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" } }

  /// The first scalar of the text that nobody sees, nil where there is none; tabs and line ends (LF, CR) are none, for
  /// they stand in texts of several lines.
  public var firstHidden: Unicode.Scalar? {
    // Most texts hold nothing of the kind, and characters are slow to find.
    guard unicodeScalars.contains(where: { $0.isHidden || $0.isJoining }) else { return nil }
    for character in self {
      var found: Unicode.Scalar?
      character.forEachScalar { scalar, isHidden in
        if found == nil, isHidden, scalar != "\t", scalar != "\n", scalar != "\r" { found = scalar }
      }
      if let found { return found }
    }
    return nil
  }
}
