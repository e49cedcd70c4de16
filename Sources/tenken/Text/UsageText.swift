import Inspection
import Jobs

/// What is wrong with a command line, beyond what the parser finds.
enum UsageText {
  /// A sentence with the pointer to the help, as the parser's own complaints have it.
  static func wrong(_ sentence: String) -> Failure { Failure(.usage, sentence, howTo) }

  static func notUTF8(_ word: String) -> Failure {
    Failure(.usage, "「\(word)」は UTF-8 の文字として読めません。ファイルやフォルダの名前を、読める文字に変えてください。")
  }

  static let howTo = "使い方は tenken --help で見られます。"

  static let correction = "--correction には、訂正の理由を\(AggregateJob.longestCorrection)字までで書いてください。"
  static let reopenOrEarly = "--reopen と --early は、同時に指定できません。"
  static let whyWithoutReopen = "--why は、--reopen と一緒に指定してください。"
  static let headcount = "人数は 0 から 900 までの数にしてください。"

  static let folderNeeded = Failure(.usage, "形を二つ以上指定するときは、書き出すフォルダを --output で指定してください。")
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
