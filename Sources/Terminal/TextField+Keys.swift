extension TextField {
  /// Edits by a key or a paste; false for an event that is not the field's.
  ///
  /// Up and Down are the field's only where there is a row to go to;
  /// a line feed (Ctrl-J) only in a field of several lines, since Enter ends the text.
  ///
  /// - Parameter width: the cells the field is shown in, which decide the rows of Up and Down.
  public mutating func handle(_ event: Event, width: Int) -> Bool {
    switch event {
    case .text(let text): insert(text)
    case .key(let key): return handle(key, width: width)
    case .click, .resized, .resumed, .idle, .terminated, .disconnected: return false
    }
    return true
  }

  private mutating func handle(_ key: Key, width: Int) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .control("j") where isMultiline: insert("\n")
    case .backspace: if insertion > 0 { remove(insertion - 1..<insertion) }
    case .delete: if insertion < characters.count { remove(insertion..<insertion + 1) }
    case .left: moveInsertion(to: insertion - 1)
    case .right: moveInsertion(to: insertion + 1)
    case .home, .control("a"): moveInsertion(to: lineStart)
    case .end, .control("e"): moveInsertion(to: lineEnd)
    case .control("u"): remove(lineStart..<insertion)
    case .control("k"): remove(insertion..<(insertion == lineEnd ? min(insertion + 1, characters.count) : lineEnd))
    case .control("w"): remove(wordStart..<insertion)
    case .control("_"): undo()
    case .up: return moveRow(by: -1, width: width)
    case .down: return moveRow(by: 1, width: width)
    default: return false
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

extension Character {
  fileprivate var isBoundary: Bool { isWhitespace || isPunctuation }
}
