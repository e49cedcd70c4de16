import Inspection

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
