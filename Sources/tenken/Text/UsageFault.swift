/// What was wrong with the command line, in Japanese, with the offending word.
///
/// The parser keeps its errors to itself and tells them only as English sentences; the opening words of those are the
/// only facts there are. A sentence that is not known still yields the offending word.
struct UsageFault {
  let message: String

  private static let openings: [(opening: String, japanese: String)] = [
    ("Unknown option", "この指定は知りません"),
    ("Missing value for", "値がありません"),
    ("Missing expected argument", "必要な引数がありません"),
    ("Missing one of", "どれかが必要です"),
    ("Unexpected argument", "余分な引数です"),
    ("Invalid option", "指定の書き方が違います"),
    ("The value", "値が正しくありません"),
    ("Value to be set with flag", "同時には使えない指定です"),
  ]

  var japanese: String {
    // A command's own check is Japanese already.
    if message.hasSuffix("。") { return message }
    let sentence =
      Self.openings.first { message.hasPrefix($0.opening) }?.japanese ?? "コマンドの書き方が正しくありません"
    let words = quotedWords
    var text = words.first.map { "\(sentence)：\($0)" } ?? sentence
    if message.contains("Did you mean"), let suggestion = words.dropFirst().first { text += "（\(suggestion) のことですか）" }
    if let values = message.components(after: "Please provide one of ") {
      text += "\n使える値：" + values.replacing("'", with: "").replacing(" or ", with: "、").replacing(", ", with: "、")
    }
    return text
  }

  private var quotedWords: [String] {
    let pieces = message.split(separator: "'", omittingEmptySubsequences: false)
    return stride(from: 1, to: pieces.count, by: 2).map { String(pieces[$0]) }
  }
}

extension String {
  fileprivate func components(after opening: String) -> String? {
    firstRange(of: opening).map { String(self[$0.upperBound...].prefix { $0 != "\n" }.drop { $0 == " " }) }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
  }
}
