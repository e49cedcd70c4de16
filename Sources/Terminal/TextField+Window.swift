import TextLayout

extension TextField {
  /// The fewest cells a field is shown in: a kanji and the cursor behind it.
  public static let minimumWidth = 3

  /// The part of a field that is in sight.
  public struct Window: Hashable, Sendable {
    public var lines: [String]
    /// In the window's own rows and cells; always inside it.
    public var cursorRow: Int
    public var cursorColumn: Int
  }

  /// The part of the text around the insertion point that fits.
  ///
  /// A field of several lines is cut into rows at a character and scrolls down; a field of one line scrolls sideways and marks where it goes on.
  /// The last cell of each row is left to the cursor.
  public func window(width: Int, height: Int) -> Window {
    let rows = rows(width: width)
    let row = row(of: insertion, in: rows)
    if !isMultiline { return lineWindow(room: room(width)) }
    let top = max(row - max(height, 1) + 1, 0)
    let shown = rows[top...].prefix(max(height, 1))
    return Window(
      lines: shown.map(text(of:)), cursorRow: row - top,
      cursorColumn: cells(rows[row].lowerBound..<insertion))
  }

  /// The index in the row `step` rows below the insertion point that is nearest to its column, nil if there is no row.
  func index(rowsBelow step: Int, width: Int) -> Int? {
    guard isMultiline else { return nil }
    let rows = rows(width: width)
    let current = row(of: insertion, in: rows)
    guard rows.indices.contains(current + step) else { return nil }
    let column = cells(rows[current].lowerBound..<insertion)
    let target = rows[current + step]
    // A row that goes on in the next one has no place of its own behind its last character.
    let isCut = rows.indices.contains(current + step + 1) && rows[current + step + 1].lowerBound == target.upperBound
    let last = isCut ? target.upperBound - 1 : target.upperBound
    return (target.lowerBound...max(last, target.lowerBound)).last { cells(target.lowerBound..<$0) <= column }
  }

  /// The text in rows, as ranges of characters without the line ends.
  private func rows(width: Int) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    var used = 0
    for (index, character) in characters.enumerated() {
      if character == "\n" {
        rows.append(start..<index)
        (start, used) = (index + 1, 0)
      } else {
        let cells = character.displayWidth
        if used + cells > room(width), index > start {
          rows.append(start..<index)
          (start, used) = (index, 0)
        }
        used += cells
      }
    }
    rows.append(start..<characters.count)
    return rows
  }

  private func row(of index: Int, in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= index } ?? 0
  }

  /// A `<` or `>` in the first or last cell says that the text goes on there.
  private func lineWindow(room: Int) -> Window {
    let column = cells(0..<insertion)
    guard column > room else { return lineWindow(from: 0, before: "", room: room) }
    let mark = room < TextField.minimumWidth ? "" : "<"
    // Scrolled by half a field at a time, so that most keys leave the row where it is.
    let inner = max(room - mark.count, 1)
    let step = max(inner / 2, 1)
    let scrolled = ((column - inner - 1) / step + 1) * step
    var first = 0
    var skipped = 0
    while skipped < scrolled, first < insertion {
      skipped += characters[first].displayWidth
      first += 1
    }
    return lineWindow(from: first, before: mark, room: room)
  }

  private func lineWindow(from first: Int, before mark: String, room: Int) -> Window {
    let inner = room - mark.count
    let column = cells(first..<insertion)
    let rest = String(characters[first...])
    let goesOn = rest.displayWidth > inner && column < inner && inner >= TextField.minimumWidth
    let line = goesOn ? rest.clipped(to: inner - 1).padded(to: inner - 1) + ">" : rest.clipped(to: inner)
    return Window(lines: [mark + line], cursorRow: 0, cursorColumn: column + mark.count)
  }

  private func room(_ width: Int) -> Int { max(width, TextField.minimumWidth) - 1 }

  private func cells(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 + $1.displayWidth } }

  private func text(of range: Range<Int>) -> String { String(characters[range]) }
}
