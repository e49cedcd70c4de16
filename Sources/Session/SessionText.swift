import Interview
import Terminal
import TextLayout

/// The Japanese that the front ends add to a page: keys, hints, and what was not understood.
enum SessionText {
  // MARK: Keys

  /// What a digit does: it answers a question, and chooses where nothing is asked.
  static func answerLabel(on page: Page) -> String {
    if page.options.count == 1, let only = page.options.first { return only.label }
    return page.status == nil ? "選ぶ" : "答える"
  }
  static let answerHelp = "画面にある番号を押すと印が付き、Enter を押すと決まります。全角の数字でも構いません。"
  static let rowKeys = "番号"
  static let rowLabel = "選ぶ"
  static let rowHelp = "番号を押すか、矢印の上下で選びます。"
  static let leaveLabel = "終わる"
  static let leaveHelp = "終わるかどうかをお尋ねします。もう一度押すと、保存して終わります。"
  static let moveLabel = "動かす"
  static let guardedLeaveHelp = "終わるかどうかをお尋ねします。"
  static let moveHelp = "印（>）を動かします。PageUp と PageDown は、長い画面の前と続きを表示します。"
  static let readOnLabel = "続きを読む"
  static let readOnHelp = "長い画面の前と続きを表示します。"
  static let arrows = "上下の矢印"
  static let closeLabel = "閉じる"
  static let closeHelp = "説明を閉じて、元の画面に戻ります。"
  static let answerWord = "言葉で答える"
  /// The word that empties a text field when nothing else is on the line.
  static let clearWord = "消す"
  static let clearLabel = "空にする"
  static let clearHelp = "書いてあるものを消して、先へ進みます。"
  static func quoted(_ word: String) -> String { "「\(word)」" }

  /// What the keys of a text field do, in the groups in which help explains them.
  static let editing: [(edits: [TextField.Edit], label: String, help: String)] = [
    ([.back, .forward, .rowUp, .rowDown, .toLineStart, .toLineEnd], "動く", "書いた文字の間を動きます。"),
    ([.deleteBefore, .deleteAfter], "消す", "前か後ろの文字を消します。"),
    ([.deleteToLineStart, .deleteToLineEnd], "まとめて消す", "行の初めまで、又は終わりまでを消します。"),
    ([.breakLine], "改行", "行を改めます。"),
    ([.deleteWord], "言葉を消す", "前の言葉を消します。"),
    ([.undo], "元に戻す", "書いたり消したりしたことを、一つずつ元に戻します。"),
  ]

  static func help(for command: Command, on page: Page) -> String {
    switch (command, page.prompt) {
    case (.next, .options): "印の付いたものに決めて、先へ進みます。"
    case (.next, .rows): "印（>）のある行へ移ります。"
    case (.next, .text): "書いたものを決めて、先へ進みます。"
    case (.next, .enter): "次の画面へ進みます。続きがあるときは、先に続きを表示します。"
    case (.back, .text): "前の画面に戻ります。書いたものは残ります。"
    case (.back, _): "一つ前の画面に戻ります。答えは消えません。"
    case (.note, _): "この質問について、ご自分のためのメモを書きます。"
    case (.list, _): "質問の一覧から、好きな質問へ移ります。"
    case (.suspend, _): "ここまでを保存して終わります。次は続きから始まります。"
    case (.undo, _): "最後に変えた答えや計画を、一つ前に戻します。"
    case (.help, _): "この画面と質問について説明します。"
    }
  }

  /// `isReading`: Enter shows the rest first.
  static func scrollNote(above: Int, below: Int, isReading: Bool) -> String {
    if below == 0 { return "（ここまでです。PageUp で前へ）" }
    return "（あと \(below)行。\(isReading ? "Enter" : "PageDown") で続き）"
  }

  static func tooSmall(columns: Int, rows: Int) -> String {
    "画面が小さすぎます（今は\(columns)桁\(rows)行）。40桁12行以上に広げてください。答えは無事です。"
  }

  /// What of a text that is being written is out of sight; empty for nothing.
  static func hiddenRows(above: Int, below: Int) -> String {
    let hidden = [above > 0 ? "上に \(above)行" : nil, below > 0 ? "下に \(below)行" : nil].compactMap { $0 }
    return hidden.isEmpty ? "" : "（\(hidden.joined(separator: "、"))）"
  }

  static func number(_ typed: String) -> String { "番号： \(typed)  （Enter で決まります）" }

  /// What a digit has marked on a page that asks no question: an option or a command.
  static func marked(_ digit: String, _ label: String) -> String { "印： \(digit) \(label)（Enter で決まります）" }
  static let nothingMarked = "印： なし（番号、次に Enter を押す）"

  // MARK: A shared screen that nobody touches

  static func idle(seconds: Int, _ note: String) -> String {
    "操作がないため、あと\(seconds)秒で画面を閉じます。どのキーを押しても続けられます。\(note)"
  }

  // MARK: Hints

  static func noRow(_ digit: Int) -> String { "一覧に \(digit) 番の行はありません。" }
  static let kanaHint = "日本語入力がオンのようです。半角／全角キーでオフにし、番号を押してください。"
  static func similar(_ option: Page.Option) -> String {
    "「\(option.digit) \(option.label)」のことですか。そのときは、番号の \(option.digit) を選んでください。"
  }
  static func recorded(_ option: Page.Option) -> String { "\(option.digit) \(option.label) を記録しました。" }
  static let wrongKeyHint = "そのキーは、この画面では使いません。下の案内にあるキーを押してください。"
  static let pasteHint = "この画面には文字を貼り付けられません。番号を押してください。"
  static let noHelp = "画面の案内にある番号か言葉を入れて、Enter を押してください。"
  static let tooLong = "長すぎます。\(Page.longestText)字までで書いてください。何も変えていません。"
  static let notOffered = "この画面では使えません。案内にある番号か言葉を入れてください。"

  static func notUnderstood(_ line: String, on page: Page) -> String {
    if line.contains(where: { Key.character($0).isJapanese }) { return kanaHint }
    return page.options.isEmpty
      ? "読み取れませんでした。案内にある言葉を入れてください。"
      : "読み取れませんでした。\(digits(of: page)) のどれかを入れてください。"
  }

  /// The digits of the options, three or more in a row drawn together: `1-4・6`.
  static func digits(of page: Page) -> String {
    var runs: [ClosedRange<Int>] = []
    for digit in page.options.map(\.digit) {
      if let last = runs.last, last.upperBound + 1 == digit {
        runs[runs.count - 1] = last.lowerBound...digit
      } else {
        runs.append(digit...digit)
      }
    }
    return runs.flatMap { $0.count < 3 ? $0.map { String($0) } : ["\($0.lowerBound)-\($0.upperBound)"] }
      .joined(separator: "・")
  }

  // MARK: Lines

  /// What stands before what is typed in plain mode, with what Enter alone would mean.
  static func plainPrompt(of page: Page) -> String {
    switch page.prompt {
    case .text(let label, ""): "\(label)： "
    case .text(let label, let initial): "\(label)（今は「\(initial.printable)」）： "
    case .options, .rows: "番号： "
    case .enter: "Enter を押してください： "
    }
  }
}
