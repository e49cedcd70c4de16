extension StringProtocol {
  /// The text with full-width ASCII (U+FF01–FF5E) and the ideographic space made half-width, and nothing else changed.
  ///
  /// For commands and numbers typed while the input method is on. It is not NFKC, which would also turn ① into 1 and
  /// ㈱ into (株); what people write is stored as typed.
  public func folded() -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Character {
  /// A stroke between groups of digits: hyphens and dashes, and the ー that the hyphen's key gives while the input method
  /// is on.
  public var isStroke: Bool { "-‐‑‒–—―−ーｰ".contains(self) }
}
