import Characters
import TextLayout

/// A word of a command line as it has to be typed.
enum ShellWord {
  /// The word itself where the shell leaves it alone, otherwise in quotation marks.
  ///
  /// A word that could not be shown as it is stands in `$'…'` (POSIX.1-2024, 2.2.4), with the bytes of what is neither
  /// ASCII nor a letter in octal, for on a terminal they would be lost, or do something.
  static func quoted(_ word: String) -> String {
    guard word.isSeen, word.revealed.unicodeScalars.elementsEqual(word.unicodeScalars) else {
      return "$'" + word.replacingScalars(escaped) + "'"
    }
    let isPlain = word.unicodeScalars.allSatisfy(isPlain) && !word.isEmpty
    return isPlain ? word : "'" + word.replacingScalars { $0 == "'" ? #"'\''"# : nil } + "'"
  }

  /// Letters, figures and what a path is made of; marks too, which stand in words of Japanese and mean nothing to a shell.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else {
      return scalar.properties.isAlphabetic || scalar.digit != nil || "-_./,:+@%".unicodeScalars.contains(scalar)
    }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "'", "\\": return "\\" + String(scalar)
    case _ where scalar.isHidden || (!scalar.isASCII && (scalar.isJoining || !isPlain(scalar))):
      return String(scalar).utf8.map { byte in
        let digits = String(byte, radix: 8)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }.joined()
    default: return nil
    }
  }
}
