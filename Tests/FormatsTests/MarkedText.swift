import Formats

/// A fixture in which ❶ ❷ ❸ … stand where something is expected; the markers are no part of the text.
struct MarkedText {
  private(set) var text = ""
  private var positions: [Character: TextPosition] = [:]

  init(_ marked: String) {
    var position = TextPosition(line: 1, column: 1)
    for character in marked {
      if "❶❷❸❹❺❻❼❽❾".contains(character) {
        positions[character] = position
        continue
      }
      text.append(character)
      if character == "\n" {
        position = TextPosition(line: position.line + 1, column: 1)
      } else {
        position.column += character.unicodeScalars.count
      }
    }
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// 0:0, which stands nowhere, for a marker that is not there.
  subscript(marker: Character) -> TextPosition { positions[marker] ?? TextPosition(line: 0, column: 0) }
}
