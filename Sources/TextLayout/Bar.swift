/// A share drawn as a row of `#` and `.`, such as `######....`.
///
/// ASCII, because the block elements of Unicode are two cells wide on some Japanese terminals.
public struct Bar: Sendable {
  /// The part that is filled, 0...1; anything outside is drawn as the nearer end.
  public var share: Double
  public var width: Int

  public init(share: Double, width: Int = 20) {
    self.share = share
    self.width = width
  }

  /// `width` cells of text; full only at 1 and empty only at 0, so that 99.9 % does not look done.
  public var text: String {
    guard share > 0, width > 0 else { return String(repeating: ".", count: max(width, 0)) }
    guard share < 1 else { return String(repeating: "#", count: width) }
    let filled = min(max(Int((share * Double(width)).rounded()), min(1, width - 1)), width - 1)
    return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
  }
}
