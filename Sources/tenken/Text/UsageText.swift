import Characters
import Inspection
import Jobs
import TextLayout

/// What is wrong with a command line, beyond what the parser finds.
enum UsageText {
  /// A sentence with the pointer to the help, as the parser's own complaints have it.
  static func wrong(_ sentence: String) -> Failure { Failure(.usage, sentence, howTo(["tenken"])) }

  static func notUTF8(_ word: String) -> Failure {
    Failure(.usage, "「\(word)」は UTF-8 の文字として読めません。ファイルやフォルダの名前を、読める文字に変えてください。")
  }

  static func howTo(_ path: [String]) -> String { "使い方は \(path.joined(separator: " ")) --help で見られます。" }

  static let correction = "--correction には、訂正の理由を\(Correction.longest)字までで書いてください。"
  static let recalled = "--recalled は、内部用の訂正版（--correction）のときだけ使えます。公表した版は回収できません。"
  static let publicBrief = "--brief は、内部用だけに使えます。公表用は、全体が2頁までの短いものです。"
  static let briefFormat = "--brief で書き出せる形は、text、markdown、html、docx です。"
  static let reopenOrEarly = "--reopen と --early は、同時に指定できません。"
  static let whyWithoutReopen = "--why は、--reopen と一緒に指定してください。"
  static let headcount = "人数は 0 から 900 までの数にしてください。"

  static let folderNeeded = Failure(.usage, "形を二つ以上指定するときは、書き出すフォルダを --output で指定してください。")
  static let noText = Failure(.usage, "文字ではない形（Excel など）は、端末に出せません。書き出すファイルを --output で指定してください。")
  static let oneLetterOnly = Failure(.usage, "標準出力に書き出せるのは一つだけです。--kind で文書を一つ指定してください。")
  static let mergeOfAll = Failure(.usage, "csv は差し込み印刷の一覧で、文書ごとには作りません。--kind を付けずに指定してください。")
  static let sampleSize = Failure(.usage, "--size には 1 以上の数を指定してください。")
  static let sheetNumber = Failure(.usage, "回答番号が正しくないようです。12けたの数字を確かめてください。")
  static let noTemplate = Failure(.usage, "--template は、ひな形から作る形（html、markdown）のどれか一つだけと一緒に指定してください。")

  static let noDataFolder = Failure(
    .usage, "環境変数 HOME がないか、空か、/ で始まらないため、答えを保存する場所が決まりません。何も始めていません。",
    "HOME か XDG_DATA_HOME に、自分のフォルダを / から書いて指定してください。")

  static let nothingToExport = Failure(.usage, "下書きのファイルか、--round で点検回のフォルダを指定してください。")

  static func missing(_ options: [String]) -> Failure {
    Failure(.usage, "足りない指定があります：\(options.joined(separator: "、"))")
  }

  static func otherForm(than form: ChecklistLength) -> Failure {
    Failure(.usage, "この点検回の点検票は\(form.japanese)です。--form を付けずに作ってください。")
  }
}

/// What is said of words that were typed while the input method was on.
enum InputMethodText {
  /// The word as it would be with the input method off, ーーround as --round; nil where that is the same, or is Japanese
  /// still, as データ is.
  static func meant(_ word: String) -> String? {
    let meant = word.folded().replacingScalars { $0.isStroke ? "-" : nil }
    return meant != word && meant.unicodeScalars.allSatisfy(\.isASCII) ? meant : nil
  }

  static func hint(_ meant: String) -> String {
    "日本語入力がオンのまま打たれたようです。オフにして（半角／全角キー）、\(meant) と打ってください。"
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
