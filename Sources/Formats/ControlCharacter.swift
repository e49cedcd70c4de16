extension Unicode.Scalar {
  /// Whether it can move a cursor or turn the direction of text: control characters other than tab and line ends, line
  /// and paragraph separators, and the bidirectional controls of UAX #9.
  var isControl: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
