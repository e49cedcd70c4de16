/// How wide columns are, so that a table stands on A4 landscape in letters of 8 points or more.
struct PaperWidth {
  /// In characters of half width, as Excel measures.
  let widths: [Int]
  /// The columns before which a page ends, where the table goes on beside, under the same first columns.
  let breaks: [Int]
  /// In percent, from `leastScale` to 100.
  let scale: Int

  /// The least print scale, in percent: of 10 points it leaves 8.
  static let leastScale = 80
  /// Pixels of A4 landscape between margins of 0.4 inches, less the 6 % by which LibreOffice's columns are wider than Excel's.
  private static let page = 1_045 * 94 / 100
  /// Points of A4 landscape between header and footer.
  static let pageHeight = 480
  /// Below it words are broken too often to be read.
  private static let leastWords = 10
  /// The least share of their width that is left to words before the table goes on beside, in percent.
  private static let leastShare = 50

  /// As wide as wanted where that fits; else columns of words give way, each by its part, and never a number.
  ///
  /// - Parameters:
  ///   - yielding: the columns of words.
  ///   - frozen: how many columns stand on every page.
  init(_ wanted: [Int], yielding: Set<Int>, frozen: Int) {
    let room = Self.page * 100 / Self.leastScale
    let narrowed = (Self.leastShare...100).reversed().lazy.map { share in
      wanted.indices.map {
        yielding.contains($0) ? max(min(wanted[$0], Self.leastWords), wanted[$0] * share / 100) : wanted[$0]
      }
    }
    let fitting = narrowed.first { Self.pixels(of: $0[...]) <= room }
    widths = fitting ?? wanted
    breaks = fitting == nil ? Self.breaks(of: wanted, frozen: frozen, room: room) : []
    scale = min(100, max(Self.leastScale, Self.page * 100 / max(Self.pixels(of: widths[...]), 1)))
  }

  private static func breaks(of widths: [Int], frozen: Int, room: Int) -> [Int] {
    var (breaks, used) = ([Int](), 0)
    for (column, width) in widths.enumerated() {
      if column > frozen, used + pixels(of: width) > room {
        breaks.append(column)
        used = pixels(of: widths[..<frozen])
      }
      used += pixels(of: width)
    }
    return breaks
  }

  /// Of a character of Excel's default letters there are 7, and 5 around the cell.
  static func pixels(of width: Int) -> Int { width * 7 + 5 }

  private static func pixels(of widths: ArraySlice<Int>) -> Int { widths.reduce(0) { $0 + pixels(of: $1) } }

  /// How wide the first page is.
  var pixels: Int { Self.pixels(of: widths[..<(breaks.first ?? widths.count)]) }

  /// The columns of the first page.
  var columns: Int { breaks.first ?? widths.count }

  /// How much of a page so scaled is left on the right, in pixels.
  var rest: Int { max(0, Self.page * 100 / scale - pixels) }
}
