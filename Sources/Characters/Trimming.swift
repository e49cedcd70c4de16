extension Unicode.Scalar {
  /// Whether it is white space: the property White_Space of Unicode, the ideographic space and line ends among it.
  @inlinable public var isWhiteSpace: Bool {
    // What most texts are made of is told without the tables.
    switch value {
    case 0x21...0x7E, 0x3001...0x10FFFF: false
    default: properties.isWhitespace
    }
  }
}

extension StringProtocol {
  /// The text without white space at either end; what is between stays as typed.
  @inlinable public func trimmed() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    let end = scalars.index(after: last)
    return first == startIndex && end == endIndex ? String(self) : String(self[first..<end])
  }

  /// The text without any white space, for codes and words that people space out as they like.
  public func withoutWhiteSpace() -> String {
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars where !scalar.isWhiteSpace { kept.append(scalar) }
    return String(kept)
  }

  /// Whether nothing is written: empty, or white space alone.
  @inlinable public var isBlank: Bool { unicodeScalars.allSatisfy(\.isWhiteSpace) }
}

extension String {
  /// The text, or nil where it is empty.
  public var nonEmpty: String? { isEmpty ? nil : self }
}
