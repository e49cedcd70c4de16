/// Random texts made of what goes wrong in quoting: quotes, separators, marks that combine with them, line ends, controls.
///
/// The same seed gives the same texts. No text holds NUL, which cannot stand in a word of a command line.
public struct HostileTexts: Sequence, IteratorProtocol {
  private static let pieces: [String] =
    [
      "\"", "'", "`", "\\", ",", "|", "/", "<", ">", "&", "$", "(", ")", ";", "*", "_", "#", "=", "+", "-", "@", "~",
      ":",
    ]
    + ["\r\n", "\n", "\r", "\t", " ", "\u{3000}", "\u{1B}[2J", "\u{7}", "\u{7F}", "\u{85}", "\u{2028}"]
    // Marks, selectors, joiners, tags, what is not drawn.
    + ["\u{FF9E}", "\u{3099}", "\u{309A}", "\u{301}", "\u{20E3}", "\u{FE0F}", "\u{E0100}", "\u{200D}", "\u{200C}"]
    + ["\u{200B}", "\u{2060}", "\u{AD}", "\u{FEFF}", "\u{E0041}", "\u{3164}", "\u{115F}", "\u{202E}", "\u{034F}"]
    + ["議", "員", "か", "ｶ", "葛", "a", "b", "1", "①", "👨", "&amp;", "</td>", "'; rm -rf x; '", "$(id)", "{{x}}"]

  private var state: UInt64
  private var left: Int

  public init(seed: UInt64, count: Int) { (state, left) = (seed, count) }

  public mutating func next() -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return (0..<random(12)).map { _ in Self.pieces[random(Self.pieces.count)] }.joined()
  }

  /// Knuth's linear congruential generator (MMIX), of which the high bits are good enough here.
  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
