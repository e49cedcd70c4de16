/// On which side of its cells a text stands.
public enum Alignment: Sendable {
  case left, right, centre
}

extension StringProtocol {
  /// The longest beginning of the text that takes at most `width` cells; never half a character.
  public func clipped(to width: Int) -> String {
    var result = ""
    var used = 0
    for character in printable {
      used += character.displayWidth
      if used > width { break }
      result.append(character)
    }
    return result
  }

  /// The text in exactly `width` cells: clipped if it is longer, filled with spaces if it is shorter.
  public func padded(to width: Int, _ alignment: Alignment = .left) -> String {
    let text = clipped(to: width)
    let missing = Swift.max(width - text.displayWidth, 0)
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    return String(repeating: " ", count: before) + text + String(repeating: " ", count: missing - before)
  }
}
