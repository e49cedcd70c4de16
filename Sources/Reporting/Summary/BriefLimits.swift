import TextLayout

/// How much of each kind the page has room for.
struct BriefLimits {
  var improvements = 5
  var told = 3
  var review = 3
  /// Falls, and as many rises.
  var moves = 3
  var sections = 12
  /// Why lines of the box were left out.
  var reasons = 2
  /// Lines that one entry may take.
  var lines = 2

  /// The first that fits is taken.
  static let all = [
    BriefLimits(), BriefLimits(sections: 9), BriefLimits(sections: 9, reasons: 0),
    BriefLimits(improvements: 4, sections: 8, reasons: 0),
    BriefLimits(improvements: 4, told: 2, moves: 2, sections: 8, reasons: 0),
    BriefLimits(improvements: 3, told: 2, review: 2, moves: 2, sections: 6, reasons: 0), least,
  ]

  /// What fits whatever there is to say.
  static let least = BriefLimits(improvements: 3, told: 1, review: 2, moves: 1, sections: 4, reasons: 0, lines: 1)

  /// An entry in its lines, and what is cut off told.
  func cut(_ words: String) -> String { Self.cut(words, to: lines) }

  /// The same of a sentence that is of little use in one line.
  func cutLong(_ words: String) -> String { Self.cut(words, to: 2) }

  private static func cut(_ words: String, to lines: Int) -> String {
    let (width, end) = (74, "（以下略）")
    guard words.wrapped(to: width).count > lines else { return words }
    var room = width * lines - end.displayWidth
    while true {
      let shorter = words.sanitized.clipped(to: room).droppingTrailingSpaces() + end
      if shorter.wrapped(to: width).count <= lines || room <= end.displayWidth { return shorter }
      room -= 2
    }
  }
}
