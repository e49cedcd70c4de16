/// How a text stands out. Nothing may be said by style alone: not every terminal and no print shows it.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let underline = Attributes(rawValue: 4)
    public static let reverse = Attributes(rawValue: 8)
  }

  /// Basic colours, which follow the palette and the contrast that the user has set.
  ///
  /// Blue and yellow rather than red and green, which many people cannot tell apart.
  public enum Colour: CaseIterable, Sendable {
    case blue, cyan, yellow, magenta, red
  }

  public var attributes: Attributes
  public var colour: Colour?

  public init(_ attributes: Attributes = [], colour: Colour? = nil) {
    self.attributes = attributes
    self.colour = colour
  }

  public static let plain = Style()
  public static let bold = Style(.bold)
  public static let dim = Style(.dim)
  public static let underline = Style(.underline)
  public static let reverse = Style(.reverse)
}
