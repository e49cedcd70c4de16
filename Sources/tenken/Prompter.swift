import Characters
import Glibc
import Inspection

/// Asks a person at the terminal, a line at a time.
enum Prompter {
  /// The line typed, trimmed, or `fallback` for Enter alone; asks again for Enter alone without one. Throws where the
  /// input ends.
  static func line(_ question: String, fallback: String? = nil) throws(Failure) -> String {
    while true {
      Output.toErrors(PromptText.question(question, fallback: fallback))
      guard let line = StandardInput.line() else { throw PromptText.inputEnded }
      let answer = line.trimmed()
      if !answer.isEmpty { return answer }
      if let fallback { return fallback }
      Output.say(PromptText.notUnderstood)
    }
  }
}

/// Asks for a 回答番号, which stands in no command line: a shell would keep it beside a name.
enum SheetNumberPrompt {
  /// Reads one line of standard input; throws where it is no such number.
  static func number() throws(Failure) -> CheckedNumber {
    Output.toErrors(PromptText.sheetNumber)
    guard let line = StandardInput.line() else { throw PromptText.inputEnded }
    guard let number = CheckedNumber(written: line) else { throw UsageText.sheetNumber }
    return number
  }
}

enum StandardInput {
  /// In bytes: many times what anybody answers.
  private static let longestLine = 1 << 12

  /// The next line without its end, nil where there is none; a longer one is read to its end and taken for an empty one.
  static func line() -> String? {
    var bytes: [UInt8] = []
    while true {
      let byte = getchar()
      if byte == EOF, bytes.isEmpty { return nil }
      if byte == EOF || byte == 0x0A {
        return bytes.count > longestLine ? "" : String(decoding: bytes, as: UTF8.self)
      }
      if bytes.count <= longestLine { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    }
  }
}
