import Inspection
import Jobs
import TextLayout

/// What is wrong with a command line, beyond what the parser finds.
enum UsageText {
  /// A sentence with the pointer to the help, as the parser's own complaints have it.
  static func wrong(_ sentence: String) -> Failure { Failure(.usage, sentence, howTo) }

  static func notUTF8(_ word: String) -> Failure {
    Failure(.usage, "「\(word)」は UTF-8 の文字として読めません。ファイルやフォルダの名前を、読める文字に変えてください。")
  }

  static let howTo = "使い方は tenken --help で見られます。"

  static let correction = "--correction には、訂正の理由を\(Correction.longest)字までで書いてください。"
  static let recalled = "--recalled は、内部用の訂正版（--correction）のときだけ使えます。公表した版は回収できません。"
  static let reopenOrEarly = "--reopen と --early は、同時に指定できません。"
  static let whyWithoutReopen = "--why は、--reopen と一緒に指定してください。"
  static let headcount = "人数は 0 から 900 までの数にしてください。"

  static let folderNeeded = Failure(.usage, "形を二つ以上指定するときは、書き出すフォルダを --output で指定してください。")
  static let noText = Failure(.usage, "文字ではない形（Excel など）は、端末に出せません。書き出すファイルを --output で指定してください。")
  static let oneLetterOnly = Failure(.usage, "標準出力に書き出せるのは一つだけです。--kind で文書を一つ指定してください。")
  static let sampleSize = Failure(.usage, "--size には 1 以上の数を指定してください。")
  static let sheetNumber = Failure(.usage, "回答番号が正しくないようです。12けたの数字を確かめてください。")
  static let noTemplate = Failure(.usage, "--template は、ひな形から作る形（html、markdown）のどれか一つだけと一緒に指定してください。")

  static let nothingToExport = Failure(.usage, "下書きのファイルか、--round で点検回のフォルダを指定してください。")

  static func missing(_ options: [String]) -> Failure {
    Failure(.usage, "足りない指定があります：\(options.joined(separator: "、"))")
  }

  static func otherForm(than form: ChecklistLength) -> Failure {
    Failure(.usage, "この点検回の点検票は\(form.japanese)です。--form を付けずに作ってください。")
  }
}

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
      Self.openings.first { message.hasPrefix($0.opening) }?.japanese ?? "命令の書き方が正しくありません"
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

/// What is said to a person who is asked for what the command line left out.
enum PromptText {
  static let inputEnded = Failure(.noInput, "入力が途中で終わったため、何も作りませんでした。")
  static let notUnderstood = "読み取れませんでした。もう一度入れてください。"

  static func question(_ question: String, fallback: String?) -> String {
    question + (fallback.map { "（Enter だけなら \($0.revealed)）" } ?? "") + "： "
  }

  static let sheetNumber = "回答番号（12けた）： "
}
