import CText
import Characters

/// Where a line may end: UAX #14 as libunistring has it, and our few exceptions to it.
enum LineBreaks {
  /// For each character, whether a line may break before it; false for the first.
  ///
  /// `characters` hold no line ends.
  static func before(_ characters: [Character]) -> [Bool] {
    let scalars = characters.flatMap(\.unicodeScalars)
    var breaks = [UInt8](repeating: 0, count: scalars.count)
    ct_possible_breaks(scalars.map(\.value), scalars.count, &breaks)
    var result: [Bool] = []
    result.reserveCapacity(characters.count)
    var offset = 0
    for (index, character) in characters.enumerated() {
      let possible = index > 0 && breaks[offset] == 1
      result.append(possible && !isException(scalars[offset - 1], scalars[offset]))
      offset += character.unicodeScalars.count
    }
    return result
  }

  /// Pairs that libunistring would part and Japanese office texts keep together (JIS X 4051 and common use).
  private static func isException(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    switch (before, after) {
    case (_, "～"), (_, "〜"), (_, "／"): true  // ranges and alternatives hang on what they follow
    case ("-", _): true  // M-PHY-01, --previous
    case ("第", let next) where next.digit != nil: true  // 第1回
    case (let digit, let next) where digit.digit != nil && next.isCounter: true  // 2026年, 3つ
    case ("か", "月"), ("ヶ", "月"), ("カ", "月"), ("ヵ", "月"), ("ケ", "月"): true  // 3か月
    case ("―", "―"), ("—", "—"), ("…", "…"): true
    case (let left, let right): left.isFullWidthAlphanumeric && right.isFullWidthAlphanumeric  // ＵＳＢ
    }
  }
}

extension StringProtocol {
  /// The pieces of one line between the places where it may end, but for those beside a space; together they are the line.
  public var unbreakablePieces: [String] {
    let characters = Array(self)
    let mayBreak = LineBreaks.before(characters)
    var pieces: [String] = []
    for (index, character) in characters.enumerated() {
      if pieces.isEmpty || (mayBreak[index] && characters[index - 1] != " ") { pieces.append("") }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }
}

extension Unicode.Scalar {
  /// True for what counts or measures when it follows a number: kanji, か月, ヶ所, つ.
  fileprivate var isCounter: Bool { ("一"..."鿿").contains(self) || "つかヶヵカケ".unicodeScalars.contains(self) }

  fileprivate var isFullWidthAlphanumeric: Bool {
    ("０"..."９").contains(self) || ("Ａ"..."Ｚ").contains(self) || ("ａ"..."ｚ").contains(self)
  }
}
