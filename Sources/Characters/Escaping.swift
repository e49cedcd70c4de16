/// What quotes, escapes and splits texts goes by Unicode scalars, as every reader of the result does.
///
/// A mark that combines with a quote, a comma or a slash makes one `Character` with it, which equals neither the quote nor
/// the comma; compared by characters the quote would go unescaped and still end the text around it.
extension StringProtocol {
  /// The text with something else in the place of some scalars; `body` gives nil for a scalar that stays.
  public func replacingScalars(_ body: (Unicode.Scalar) -> String?) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let replacement = body(scalar) {
        result.append(contentsOf: replacement.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The pieces between the scalars that separate; without the empty ones unless they are kept.
  public func splitByScalars(keepingEmpty: Bool = false, at isSeparator: (Unicode.Scalar) -> Bool) -> [String] {
    unicodeScalars.split(omittingEmptySubsequences: !keepingEmpty, whereSeparator: isSeparator).map {
      String(String.UnicodeScalarView($0))
    }
  }

  /// Whether the scalar stands anywhere in the text, marks behind it or not.
  @inlinable public func containsScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? utf8.contains(UInt8(scalar.value)) : unicodeScalars.contains(scalar)
  }

  /// The last part of a path: what stands behind its last slash, slashes at the end left out; empty for `/` and nothing.
  public var lastPathComponent: String { splitByScalars { $0 == "/" }.last ?? "" }
}
