/// A word of a command line as it has to be typed.
enum ShellWord {
  /// The word itself where the shell leaves it alone, otherwise in quotation marks.
  static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:+@%".contains($0) }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
