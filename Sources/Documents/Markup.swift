import Characters
import TextLayout

extension String {
  /// The text on one line, without controls, and without any character that CommonMark or GitHub's tables, links and
  /// HTML would read as markup; without spaces before it, of which four make code.
  var markdown: String {
    // Scalar by scalar: a mark that combines with | makes a character of its own, but ends a cell all the same.
    let scalars = Array(sanitized.unicodeScalars.drop { $0 == " " })
    // 「---」 draws a rule, and makes a heading of the line above.
    let isRule = scalars.allSatisfy { $0 == "-" || $0 == " " }
    var result = String.UnicodeScalarView()
    // Whether only digits have gone before: 「1. 」 and 「- 」 make lists there.
    var isAtStart = true
    for (index, scalar) in scalars.enumerated() {
      let endsWord = index + 1 == scalars.count || scalars[index + 1] == " "
      let isMarkup =
        switch scalar {
        case "-" where index == 0 && isRule: true
        // GitHub makes a link of 「www.」 and what follows.
        case "." where scalars[..<index].suffix(3).elementsEqual("www".unicodeScalars): true
        case _ where isAtStart && endsWord && Self.markupAtStart.contains(scalar): true
        default: Self.markup.contains(scalar)
        }
      if isMarkup { result.append("\\") }
      result.append(scalar)
      isAtStart = isAtStart && ("0"..."9").contains(scalar)
    }
    return String(result)
  }

  private static let markup: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "#", "@", ":", "=",
  ]
  private static let markupAtStart: Set<Unicode.Scalar> = ["-", "+", ".", ")"]
}

extension String {
  /// The text on one line, without controls, and without any character that HTML would read as markup, whether between
  /// tags or in a quoted attribute.
  ///
  /// swift-mustache escapes by characters, and so lets a quote through before a mark that combines with it.
  public var html: String {
    // A mark that combines with a quote makes a character of its own, but ends an attribute all the same.
    sanitized.replacingScalars { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&#39;"
      default: nil
      }
    }
  }
}
