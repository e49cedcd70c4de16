extension Unicode.Scalar {
  /// The half-width form of full-width ASCII (U+FF01–FF5E) and of the ideographic space (U+3000); itself for all others.
  ///
  /// These are the wide compatibility forms of ASCII (UAX #11), which an input method gives for the keys of JIS X 6002.
  public var halfWidth: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    case 0x3000: " "
    default: self
    }
  }
}

extension StringProtocol {
  /// The text with every scalar in its half-width form, and nothing else changed.
  ///
  /// For commands, codes and numbers typed while the input method is on. It is not NFKC, which would also turn ① into 1
  /// and ㈱ into (株), nor does it touch kana; what people write is stored as typed.
  public func folded() -> String {
    var folded = String.UnicodeScalarView()
    for scalar in unicodeScalars { folded.append(scalar.halfWidth) }
    return String(folded)
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of either width, `0`–`9` or `０`–`９`; nil for all others, ① and 一 among them.
  public var digit: Int? {
    let folded = halfWidth.value
    return (0x30...0x39).contains(folded) ? Int(folded) - 0x30 : nil
  }

  /// Whether it is a stroke between groups of digits: a hyphen, a dash, the minus sign, or the ー that the hyphen's key
  /// gives while the input method is on.
  ///
  /// The full-width hyphen is none until it is folded.
  public var isStroke: Bool {
    switch self {
    case "-", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "ｰ": true
    default: false
    }
  }
}

extension StringProtocol {
  /// The number that the text is, of so many ASCII digits and nothing else; nil for any other text.
  ///
  /// Files are read with it as they are; what people type is folded first. 18 digits are the most that it can hold.
  public func number(digits: ClosedRange<Int>) -> Int? {
    let bytes = utf8
    guard digits.contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(self)
  }
}
