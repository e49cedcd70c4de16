extension StringProtocol {
  /// The text as rows of at most `width` cells, broken where Japanese may be broken (禁則, push-out only).
  ///
  /// Line ends in the text are kept, so an empty text is one empty row. Where nothing may be broken the row is cut at a
  /// character. Spaces at a break are dropped. The text is made printable first.
  ///
  /// - Parameters:
  ///   - width: cells, taken as at least 2, so that any row can hold a kanji.
  ///   - hanging: cells by which the second and later rows of each paragraph are indented.
  public func wrapped(to width: Int, hanging: Int = 0) -> [String] {
    let width = Swift.max(width, 2)
    let hanging = Swift.min(Swift.max(hanging, 0), width - 2)
    return printableLines.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      Paragraph(Array($0)).rows(width: width, hanging: hanging)
    }
  }
}

extension Collection<Character> {
  /// The characters in rows of at most `width` cells, for a text that is being typed: nothing is dropped, so the ranges
  /// follow each other from 0 to `count`; broken as `wrapped` does, and at either side of a space.
  ///
  /// The characters hold no line ends. Without any they are one empty row.
  public func rowRanges(width: Int) -> [Range<Int>] {
    let characters = Array(self)
    let mayBreak = LineBreaks.before(characters)
    var rows: [Range<Int>] = []
    var start = 0
    var lastBreak = 0
    var used = 0
    for index in characters.indices {
      if mayBreak[index] || characters[index] == " " { lastBreak = index }
      used += characters[index].displayWidth
      guard used > width, index > start else { continue }
      let end = lastBreak > start ? lastBreak : index
      rows.append(start..<end)
      start = end
      used = characters[start...index].displayWidth
    }
    return rows + [start..<characters.count]
  }
}

private struct Paragraph {
  var characters: [Character]
  var mayBreak: [Bool]

  init(_ characters: [Character]) {
    self.characters = characters
    mayBreak = LineBreaks.before(characters)
  }

  func rows(width: Int, hanging: Int) -> [String] {
    var rows: [String] = []
    var start = 0
    repeat {
      let indent = rows.isEmpty ? 0 : hanging
      let end = rowEnd(from: start, room: width - indent)
      rows.append(String(repeating: " ", count: indent) + row(start..<end, room: width - indent))
      start = end
      while start < characters.count, characters[start] == " " { start += 1 }
    } while start < characters.count
    return rows
  }

  /// The index after the last character of the row that starts at `start`.
  private func rowEnd(from start: Int, room: Int) -> Int {
    var used = 0
    var lastBreak: Int?
    for index in start..<characters.count {
      if index > start, mayBreak[index] { lastBreak = index }
      used += characters[index].displayWidth
      // A space may hang over the edge: it is dropped there.
      if used > room, characters[index] != " " { return lastBreak ?? Swift.max(index, start + 1) }
    }
    return characters.count
  }

  private func row(_ range: Range<Int>, room: Int) -> String {
    // One character wider than the row (a family of emoji joined to one) cannot be cut.
    if range.count == 1, let only = characters[range].first, only.displayWidth > room { return "〓" }
    var kept = characters[range]
    if range.upperBound < characters.count || kept.displayWidth > room {
      while kept.last == " " { kept.removeLast() }
    }
    return String(kept)
  }
}

extension ArraySlice<Character> {
  fileprivate var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }
}

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
