/// What was wrong with the command line, in Japanese: the option, the word that was typed, and what can be typed instead.
///
/// The parser keeps its errors to itself and tells them only as English sentences; what stands between quotation marks in
/// those is all there is. A sentence that is not known still yields the words in it.
struct UsageFault {
  let message: String
  /// The command that was meant, by which an argument's values are known, and the words that lead to it.
  let command: ToolDescription.Command?
  let path: [String]

  var lines: [String] {
    // A command's own check is Japanese already.
    message.hasSuffix("。") ? [message] : sentences + inputMethod + [UsageText.howTo(path)]
  }

  /// The option as it was meant, where the input method was on.
  private var inputMethod: [String] {
    quotedWords.first.flatMap { InputMethodText.meant($0) }.map { [InputMethodText.hint($0)] } ?? []
  }

  private var sentences: [String] {
    let words = quotedWords
    if let (value, target) = invalidValue {
      let argument = argument(target)
      return ["\(named(target))の\(value.quoted)は使えません。", hint(for: argument) ?? "数字で書いてください。"]
    }
    guard let word = words.first else { return ["命令の書き方が正しくありません。"] }
    if message.hasPrefix("Missing value for") {
      return ["\(option(in: word)) の後に、値がありません。"] + [hint(for: argument(word))].compactMap { $0 }
    }
    if message.hasPrefix("Missing expected argument") {
      let argument = argument(word)
      return ["\(word) がありません。"] + [argument?.abstract.map { "\(word)：\($0)" }, values(of: argument)].compactMap { $0 }
    }
    if message.hasPrefix("Unexpected argument") || message.contains("unexpected arguments") {
      guard let commands = command?.visibleSubcommands, !commands.isEmpty else {
        return ["余分な言葉です：\(words.joined(separator: " "))"]
      }
      return ["\(word.quoted)という命令はありません。", "使える命令：\(list(commands.map(\.commandName)))"]
    }
    if message.hasPrefix("Unknown option") {
      let meant = words.dropFirst().first.map { "（\($0) のことですか）" } ?? ""
      return ["\(word) という指定はありません\(meant)。"]
    }
    if message.hasPrefix("The option") { return ["\(word) には、値を付けられません：\(words.dropFirst().joined(separator: " "))"] }
    if message.hasPrefix("Value to be set with flag") { return ["同時には使えない指定です：\(list(words))"] }
    return ["命令の書き方が正しくありません：\(words.joined(separator: " "))"]
  }

  /// The value and what it was for, `--format <形>` or `<役割>`; the value may hold quotation marks of its own.
  private var invalidValue: (value: String, target: String)? {
    let (opening, middle) = ("The value '", "' is invalid for '")
    guard message.hasPrefix(opening), let place = message.ranges(of: middle).last else { return nil }
    let target = message[place.upperBound...].prefix { $0 != "'" }
    return (String(message[..<place.lowerBound].dropFirst(opening.count)), String(target))
  }

  private var quotedWords: [String] {
    let pieces = message.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
  }

  // MARK: Arguments

  private func argument(_ target: String) -> ToolDescription.Argument? {
    command?.visibleArguments.first { argument in
      guard argument.kind == .option else { return target.hasPrefix("<\(argument.valueName ?? "")>") }
      return (argument.names ?? []).contains { $0.spelled == option(in: target) }
    }
  }

  private func option(in target: String) -> String { String(target.prefix { $0 != " " }) }

  private func named(_ target: String) -> String { target.hasPrefix("-") ? "\(option(in: target)) " : target }

  /// What can be written there; nil for any text and for a number.
  private func hint(for argument: ToolDescription.Argument?) -> String? {
    values(of: argument)
      ?? (argument?.valueName == "日付" ? "日付は、令和9年1月29日、R9.1.29、2027-01-29 のように書いてください。" : nil)
  }

  private func values(of argument: ToolDescription.Argument?) -> String? {
    guard let values = argument?.allValues, !values.isEmpty else { return nil }
    return "使える値：\(list(values))"
  }

  private func list(_ words: [String]) -> String { words.joined(separator: "、") }
}
