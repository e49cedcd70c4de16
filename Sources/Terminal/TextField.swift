import TextLayout

/// A text of one or more lines being typed, and where the next character goes.
///
/// It is edited by `Character`, so a selector or mark is never parted from its base. What is typed is kept as it is,
/// except that hidden scalars, such as controls, do not get in.
public struct TextField: Hashable, Sendable {
  public private(set) var characters: [Character] = []
  /// The index before which the next character goes, 0...characters.count.
  public private(set) var insertion = 0
  /// The most characters it takes; more are refused.
  public let limit: Int?
  /// The states before the last edits, newest last.
  private var past: [Moment] = []

  private struct Moment: Hashable, Sendable {
    var characters: [Character]
    var insertion: Int
  }

  /// How many edits can be taken back.
  private static let memory = 500

  /// A field that holds the text, as much of it as the limit allows, and the insertion point behind it.
  public init(_ text: String = "", limit: Int? = nil) {
    self.limit = limit
    insert(text)
    past = []
  }

  /// What stands in the field; its line ends are LF.
  public var text: String { String(characters) }

  /// Puts a text in at the insertion point, as much of it as the limit allows.
  public mutating func insert(_ text: String) {
    let room = limit.map { max($0 - characters.count, 0) } ?? Int.max
    let added = text.typedLines.prefix(room)
    guard !added.isEmpty else { return }
    remember()
    // Joined as text, for a mark that is typed after its base becomes one character with it. What stands before the base
    // stays as it is, so that a long text takes a key as fast as a short one.
    let base = max(insertion - 1, 0)
    let before = Array(String(characters[base..<insertion]) + added)
    characters.replaceSubrange(base..., with: Array(String(before) + String(characters[insertion...])))
    insertion = min(base + before.count, characters.count)
  }

  private mutating func moveInsertion(to index: Int) { insertion = min(max(index, 0), characters.count) }

  /// Takes the last edit back; nothing where there is none.
  public mutating func undo() {
    guard let moment = past.popLast() else { return }
    (characters, insertion) = (moment.characters, moment.insertion)
  }

  private mutating func remember() {
    past.append(Moment(characters: characters, insertion: insertion))
    if past.count > Self.memory { past.removeFirst() }
  }

  private mutating func remove(_ range: Range<Int>) {
    remember()
    characters.removeSubrange(range)
    characters = Array(String(characters))
    insertion = min(range.lowerBound, characters.count)
  }
}

// MARK: Keys

extension TextField {
  /// What a key does to the text, beside typing a character.
  public enum Edit: Hashable, Sendable {
    case back, forward, rowUp, rowDown, toLineStart, toLineEnd
    case deleteBefore, deleteAfter, deleteToLineStart, deleteToLineEnd, deleteWord
    case breakLine
    case undo
  }

  /// The keys that edit, in the order in which help lists them; as in the shell, so that nobody has to learn them.
  public static let keys: [(key: Key, edit: Edit)] = [
    (.left, .back), (.right, .forward), (.up, .rowUp), (.down, .rowDown), (.home, .toLineStart), (.end, .toLineEnd),
    (.control("a"), .toLineStart), (.control("e"), .toLineEnd), (.backspace, .deleteBefore), (.delete, .deleteAfter),
    (.control("u"), .deleteToLineStart), (.control("k"), .deleteToLineEnd), (.control("w"), .deleteWord),
    (.control("j"), .breakLine), (.control("z"), .undo), (.control("_"), .undo),
  ]

  /// Types the key's character or edits by it; false for a key that is not the field's.
  ///
  /// Up and Down are the field's only where there is a row to go to; Enter never is, for it ends the text.
  ///
  /// - Parameter width: the cells the field is shown in, which decide the rows of Up and Down.
  @discardableResult
  public mutating func handle(_ key: Key, width: Int) -> Bool {
    if case .character(let character) = key {
      insert(String(character))
      return true
    }
    guard let edit = Self.keys.first(where: { $0.key == key })?.edit else { return false }
    switch edit {
    case .back: moveInsertion(to: insertion - 1)
    case .forward: moveInsertion(to: insertion + 1)
    case .rowUp: return moveRow(by: -1, width: width)
    case .rowDown: return moveRow(by: 1, width: width)
    case .toLineStart: moveInsertion(to: lineStart)
    case .toLineEnd: moveInsertion(to: lineEnd)
    case .deleteBefore: if insertion > 0 { remove(insertion - 1..<insertion) }
    case .deleteAfter: if insertion < characters.count { remove(insertion..<insertion + 1) }
    case .deleteToLineStart: remove(lineStart..<insertion)
    case .deleteToLineEnd:
      remove(insertion..<(insertion == lineEnd ? min(insertion + 1, characters.count) : lineEnd))
    case .deleteWord: remove(wordStart..<insertion)
    case .breakLine: insert("\n")
    case .undo: undo()
    }
    return true
  }

  private var lineStart: Int { characters[..<insertion].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }

  private var lineEnd: Int { characters[insertion...].firstIndex(of: "\n") ?? characters.count }

  /// The beginning of the run before the insertion point that holds no space or punctuation.
  private var wordStart: Int {
    var start = insertion
    while start > 0, characters[start - 1].isBoundary { start -= 1 }
    while start > 0, !characters[start - 1].isBoundary { start -= 1 }
    return start
  }

  private mutating func moveRow(by step: Int, width: Int) -> Bool {
    guard let index = index(rowsBelow: step, width: width) else { return false }
    moveInsertion(to: index)
    return true
  }
}

// MARK: The part in sight

extension TextField {
  /// The fewest cells a field is shown in: a kanji and the cursor behind it.
  public static let minimumWidth = 3

  /// The part of a field that is in sight.
  public struct Window: Hashable, Sendable {
    public var lines: [String]
    /// How many rows of the text are hidden above and below.
    public var above: Int
    public var below: Int
    /// In the window's own rows and cells; always inside it.
    public var cursorRow: Int
    public var cursorColumn: Int
  }

  /// The part of the text around the insertion point that fits, in rows broken as on any page (禁則).
  ///
  /// The last cell of each row is left to the cursor.
  public func window(width: Int, height: Int) -> Window {
    let rows = rows(width: width)
    let row = row(of: insertion, in: rows)
    let top = max(row - max(height, 1) + 1, 0)
    let shown = rows[top...].prefix(max(height, 1))
    return Window(
      lines: shown.map(text(of:)), above: top, below: rows.count - top - shown.count, cursorRow: row - top,
      cursorColumn: cells(rows[row].lowerBound..<insertion))
  }

  /// The index in the row `step` rows below the insertion point that is nearest to its column, nil if there is no row.
  private func index(rowsBelow step: Int, width: Int) -> Int? {
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
    var start = 0
    return characters.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      defer { start += line.count + 1 }
      return line.rowRanges(width: max(width, TextField.minimumWidth) - 1).map {
        (start + $0.lowerBound)..<(start + $0.upperBound)
      }
    }
  }

  private func row(of index: Int, in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= index } ?? 0
  }

  private func cells(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 + $1.displayWidth } }

  private func text(of range: Range<Int>) -> String { String(characters[range]) }
}

extension Character {
  fileprivate var isBoundary: Bool { isWhitespace || isPunctuation }
}
