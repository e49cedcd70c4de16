import TextLayout

extension String {
  /// The text on one line, without controls, and without any character that CommonMark or GitHub's tables, links and
  /// HTML would read as markup.
  var markdown: String {
    let characters = Array(sanitized)
    var result = ""
    // Whether only digits have gone before: 「1. 」 and 「- 」 make lists there.
    var isAtStart = true
    for (index, character) in characters.enumerated() {
      let endsWord = index + 1 == characters.count || characters[index + 1] == " "
      if Self.markup.contains(character) || (isAtStart && endsWord && Self.markupAtStart.contains(character)) {
        result.append("\\")
      }
      result.append(character)
      isAtStart = isAtStart && ("0"..."9").contains(character)
    }
    return result
  }

  private static let markup: Set<Character> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "@", ":", "=",
  ]
  private static let markupAtStart: Set<Character> = ["-", "+", ".", ")"]
}

extension String {
  /// The text on one line, without controls, and without any character that HTML would read as markup, whether between
  /// tags or in a quoted attribute.
  var html: String {
    var result = ""
    // Scalar by scalar: a mark that combines with a quote makes a character of its own, but ends an attribute all the same.
    for scalar in sanitized.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
