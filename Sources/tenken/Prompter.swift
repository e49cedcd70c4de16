import Characters
import Inspection

/// Fills in what the command line left out by asking, where a person sits at the terminal.
struct Prompter {
  let isInteractive: Bool
  /// Options that were needed and could not be asked for.
  private(set) var missing: [String] = []

  init(isInteractive: Bool) { self.isInteractive = isInteractive }

  /// The value given, or the answer to `question`, asked again until it can be read; `fallback` for Enter alone.
  ///
  /// nil, and the option among `missing`, where nobody can be asked; throws where the input ends.
  mutating func value<Value>(
    _ given: Value?, option: String, question: String, fallback: Value? = nil, shown: String? = nil,
    read: (String) -> Value?
  ) throws(Failure) -> Value? {
    if let given { return given }
    guard isInteractive else {
      if fallback == nil { missing.append(option) }
      return fallback
    }
    while true {
      Output.toErrors(PromptText.question(question, fallback: shown))
      guard let line = readLine() else { throw PromptText.inputEnded }
      let answer = line.trimmed()
      if answer.isEmpty, let fallback { return fallback }
      if let value = read(answer), !answer.isEmpty { return value }
      Output.say(PromptText.notUnderstood)
    }
  }

  mutating func text(
    _ given: String?, option: String, question: String, fallback: String? = nil
  ) throws(Failure) -> String? {
    try value(given, option: option, question: question, fallback: fallback, shown: fallback) { $0 }
  }
}

/// Asks for a 回答番号, which stands in no command line: a shell would keep it beside a name.
enum SheetNumberPrompt {
  /// Reads one line of standard input; throws where it is no such number.
  static func number() throws(Failure) -> CheckedNumber {
    Output.toErrors(PromptText.sheetNumber)
    guard let line = readLine() else { throw PromptText.inputEnded }
    guard let number = CheckedNumber(written: line) else { throw UsageText.sheetNumber }
    return number
  }
}
