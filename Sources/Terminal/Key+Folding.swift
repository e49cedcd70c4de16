import Characters

extension Key {
  /// The readings of the key as a command, the most literal first: itself, half-width, lower case, and the digit whose
  /// key gives this kana when kana input is on by accident.
  ///
  /// Folded by `Characters`, which is not NFKC, so that ① is no 1.
  public var readings: [Key] {
    guard case .character(let character) = self else { return [self] }
    let narrow = String(character).folded().first ?? character
    let lower = narrow.lowercased().first ?? narrow
    var readings = [character]
    for reading in [narrow, lower, Key.digits[character]] {
      if let reading, !readings.contains(reading) { readings.append(reading) }
    }
    return readings.map { .character($0) }
  }

  /// True for a kana: the input method or kana input is on where a command was expected.
  public var isKana: Bool {
    guard case .character(let character) = self else { return false }
    return ("\u{3041}"..."\u{30FF}").contains(character) || ("\u{FF66}"..."\u{FF9F}").contains(character)
  }

  /// The digit row of the JIS X 6002 keyboard in kana input.
  private static let digits: [Character: Character] = [
    "ぬ": "1", "ふ": "2", "あ": "3", "う": "4", "え": "5", "お": "6", "や": "7", "ゆ": "8", "よ": "9", "わ": "0",
    "ﾇ": "1", "ﾌ": "2", "ｱ": "3", "ｳ": "4", "ｴ": "5", "ｵ": "6", "ﾔ": "7", "ﾕ": "8", "ﾖ": "9", "ﾜ": "0",
  ]
}
