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
