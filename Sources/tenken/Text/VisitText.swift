import Inspection
import Jobs
import Terminal

/// The Japanese of why an inspection cannot begin or go on.
enum VisitText {
  static let kioskNeedsRoundAndScreen = "--kiosk は --round と一緒に、画面で使います。"

  static func failure(for refusal: VisitRefusal) -> Failure {
    switch refusal {
    case .roundClosed(let contact):
      Failure(.notYet, "この点検回は締め切られています。", "お問い合わせ：\(contact.office) 電話 \(contact.telephone)")
    case .noCodes: Failure(.usage, "点検コードのない点検回は、共用のパソコンでは使えません。")
    case .unknownHelper(let id): Failure(.usage, "名簿に「\(id)」という番号の人はいません。roster.csv の番号を確かめてください。")
    case .helperIsMember(let name): Failure(.usage, "\(name)さんは議員です。代わりに入力できるのは、名簿の職員か組織の人です。")
    case .ownHelper: Failure(.usage, "ご自分の点検は、--assisted-by を付けずに始めてください。")
    case .answers(let file, let error):
      Failure(
        .badData, lines: FormFaultText.lines(of: error, in: file) + ["直してから、もう一度実行してください。答えは何も変えていません。"])
    }
  }

  static func failure(for conflict: EntryMethod.Conflict) -> Failure {
    switch conflict {
    case .sharedScreen: Failure(.usage, "共用のパソコン（--kiosk）では、--assisted-by、--paper、--answers は使えません。")
    case .assistanceWithoutRound: Failure(.usage, "代理入力は、点検回（--round）でだけ使えます。")
    case .paperWithoutHelper: Failure(.usage, "--paper には、入力する人を --assisted-by で指定してください。")
    case .paperAndAnswers: Failure(.usage, "--paper と --answers は、どちらか一つを指定してください。")
    case .twiceWithoutPaper: Failure(.usage, "--twice は、--paper と一緒に使います。")
    }
  }
}

/// The Japanese of a session's last line, printed when the terminal is as it was.
enum FarewellText {
  static let stopped = "点検を一時止めました。続けるときは、fg と打って Enter を押してください。\n"
  static let crash = "tenken: 思いがけない誤りで終わりました。答えたところまでは保存されています。もう一度始めると、続きから点検できます。"

  static func line(for ending: VisitEnding) -> String {
    switch ending {
    case .left: "終わりました。"
    case .suspended(let isKept, let isReplacing):
      (isKept ? "ここまでの答えを保存しました。もう一度始めると、続きから点検できます。" : "終わりました。まだ何も答えていません。")
        + (isReplacing ? "前に提出した回答票は、そのままです。" : "")
    case .unchanged(let receipt): standing(receipt)
    case .declined: "同意がなかったため、何も入力せずに終わりました。何も保存していません。"
    case .finished(let isHandedIn, let copy):
      (isHandedIn ? "提出しました。お疲れさまでした。" : "点検が終わりました。お疲れさまでした。")
        + (copy.map { "控えは \($0) にあります。" } ?? "")
    }
  }

  /// What a person is told on a shared screen, where no file is written and the next one comes.
  static func lines(forSharedScreen ending: VisitEnding) -> [String] {
    switch ending {
    case .suspended(isKept: true, let isReplacing):
      ["ここまでの答えは、このパソコンに保存されています。もう一度点検コードを入れると、続きから始められます。"]
        + (isReplacing ? ["前に提出した回答票は、そのままです。"] : [])
    case .finished: ["提出しました。お疲れさまでした。"]
    case .left, .suspended, .unchanged, .declined: [line(for: ending)]
    }
  }

  private static func standing(_ receipt: String?) -> String {
    "終わりました。提出は済んでいます" + (receipt.map { "（受付番号 \($0)）" } ?? "") + "。"
  }

  /// The console of Linux shows no kanji, so the same is said in Latin letters first.
  static let linuxConsole = [
    "Kono gamen (TERM=linux) dewa kanji ga hyouji dekimasen.",
    "kmscon ka fbterm, mata wa hoka no tanmatsu de hajimete kudasai.",
    "fbterm no naka de kono bun ga deta toki wa: TERM=xterm tenken",
    "Tenji ya yomiage no toki wa: tenken --plain",
    "この画面（TERM=linux）では漢字を表示できません。kmscon か fbterm、または別の画面で始めてください。",
    "点字や読み上げでお使いのときは、--plain を付けてください。",
  ]

  /// Why lines are shown instead of a screen; empty where that is what anyone would expect. Where Japanese may come out as
  /// other characters, the same is said in Latin letters first.
  static func lines(for refusal: ScreenRefusal) -> [String] {
    switch refusal {
    case .notATerminal: []
    case .linuxConsole: linuxConsole
    case .terminalCannotDraw(let term):
      ["この画面（TERM=\(term.isEmpty ? "なし" : term)）では画面を描けないため、一行ずつ表示します。"]
    case .notUTF8(let encoding):
      [
        "Gamen no moji koodo ga UTF-8 de wa arimasen (\(encoding)). Moji ga yomenai toki wa,",
        "gamen o UTF-8 ni shite, LANG=ja_JP.UTF-8 tenken to utte kudasai.",
        "画面の文字コードが \(encoding) です。UTF-8 にすると画面で点検できます。ここでは一行ずつ表示します。",
      ]
    case .noUnicodeLocale:
      [
        "UTF-8 no settei ga mitsukarimasen. Moji ga yomenai toki wa, kanri suru kata ni tazunete kudasai.",
        "UTF-8 の設定が見つからないため、一行ずつ表示します。",
      ]
    case .systemFailure(let code): ["画面を用意できないため（番号 \(code)）、一行ずつ表示します。"]
    }
  }
}
