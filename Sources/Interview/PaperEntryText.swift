import Inspection

/// The Japanese of keying a paper form in; it speaks to staff, who do it many times in a row.
enum PaperEntryText {
  static func heading(pass: Int, isTwice: Bool) -> String { "紙の点検票の入力" + (isTwice ? "（\(pass)回目）" : "") }
  static func progress(open: Int, of total: Int) -> String { "残り \(open)行（全\(total)行）" }
  /// Names the line, so that it is in sight in a small window too; the count makes each prompt another one.
  static func label(next code: String?, line: Int) -> String {
    (code.map { "\($0) の番号" } ?? "コードと番号") + "（入力 \(line)）"
  }
  static let keyLabel = "入れる"
  static let leaveLabel = "やめる"

  static let explanation = [
    "次の行の番号だけを打って Enter を押すか、コードと番号（例：M-PHY-03 1、PHY03 1）を打ちます。全角でも構いません。",
    "印のない行は - を打ちます。間違えたときは、そのコードと番号をもう一度打つと置き換わります。",
    "6 別の方法は、番号の後に方法を続けて打てます（例：6 鍵のかかる棚）。組織の点検票では、1 と 2 の後に根拠を続けて打てます。",
    "前提の質問で当てはまらなくなった項目は、自動で飛ばします。",
  ]

  static func choices(on line: FormLine, of lines: FormLines) -> String {
    lines.choices(of: line).map { choice in
      "\(choice.digit) \(FormLines.label(of: choice, on: line))"
    }.joined(separator: "　")
  }

  static func entry(_ line: FormLine, _ response: Draft.Response?, of lines: FormLines) -> String {
    "\(lines.code(of: line)) \(answer(response, on: line, of: lines))"
  }

  static func answer(_ response: Draft.Response?, on line: FormLine, of lines: FormLines) -> String {
    guard let response else { return "未回答" }
    let words = [response.reason, response.evidence].compactMap { $0 }.map { "（\($0)）" }.joined()
    return "\(response.choice.digit) \(response.choice.japanese)\(words)"
  }

  static func recent(_ entries: [String]) -> String { "直前の入力： " + entries.joined(separator: "、") }

  static let allDone = "すべての行を入れました。Enter を押すと見直しへ進みます。直すときは、コードと番号を打ってください。"
  static let firstDone = "1回目の入力が終わりました。Enter を押すと2回目の入力を始めます。直すときは、コードと番号を打ってください。"
  static let secondBegins = Page.Notice(kind: .done, text: "2回目の入力です。1回目を見ずに、はじめから打ってください。")
  static let reasonLead = "点検票に書かれた方法を、そのまま打ってください。"
  static let typeSomething = Page.Notice(kind: .hint, text: "番号を打ってから Enter を押してください。印のない行は - を打ちます。")

  // MARK: Settling

  static let settlingHeading = "2回の入力が違うところ"
  static let settlingGuidance = "点検票を見て、正しいほうを選んでください。"
  static func differences(_ count: Int) -> String { "違い 残り \(count)件" }
  static func firstKeying(_ answer: String) -> String { "1回目の入力： \(answer)" }
  static func secondKeying(_ answer: String) -> String { "2回目の入力： \(answer)" }
  static let leavingSecond = "終了しますか。1回目の入力は保存されています。2回目の入力は、次にはじめからやり直します。"

  // MARK: What was typed wrongly

  static func notice(for fault: KeyedLine.Fault, lines: FormLines) -> Page.Notice {
    Page.Notice(kind: .hint, text: text(for: fault, lines: lines))
  }

  private static func text(for fault: KeyedLine.Fault, lines: FormLines) -> String {
    switch fault {
    case .unknownCode(let word): "「\(word)」というコードは、この点検票にありません。点検票の左端のコードを確かめてください。"
    case .choiceMissing(let code): "\(code) の番号がありません。例：\(code) 1"
    case .notAChoice(let word, let code): "「\(word)」は \(code) の答えとして読めません。\(offered(on: code, lines))を打ってください。"
    case .notOffered(let choice, let code):
      "\(code) では \(choice.digit) \(choice.japanese) は選べません。\(offered(on: code, lines))を打ってください。"
    case .ruledOut(let code): "\(code) は、前提の質問の答えにより当てはまりません。前提の答えを確かめてください。"
    case .codeMissing: "すべての行を入れました。直すときは、コードと番号を打ってください。"
    case .wordsNotTaken(let code): "\(code) のこの答えには、言葉を付けられません。コードと番号だけを打ってください。"
    case .consentNeeded: "同意の印がない点検票は入力できません。ご本人に確かめてください。"
    }
  }

  private static func offered(on code: String, _ lines: FormLines) -> String {
    let choices = lines.line(written: code).map { lines.choices(of: $0) } ?? []
    return choices.map { "\($0.digit)" }.joined(separator: "、") + " か、印がなければ - "
  }
}
