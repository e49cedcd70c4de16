extension Unicode.Scalar {
  /// Whether it changes the terminal, the lines or the order of a text without being seen itself.
  ///
  /// These are the controls (General_Category Cc: C0, DEL, C1; tab and line ends among them), the line and the paragraph
  /// separator (Zl, Zp), the marks and overrides of the bidirectional algorithm (Bidi_Control, UAX #9) and the byte order
  /// mark. What joins or chooses the form of its neighbours is not hidden: ZWJ, ZWNJ, variation selectors.
  public var isHidden: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
