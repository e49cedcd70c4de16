import Inspection

/// The Japanese of the reception.
enum ReceptionText {
  static func title(of assembly: String) -> String { assembly + " 情報セキュリティ自己点検" }

  static let personal = "個人の点検（提出なし）"
  static let announcement = "お知らせ"
  static let goodbye = "お疲れさまでした"
  static let toStart = "はじめの画面へ"
  static let codeHeading = "点検コード"
  static let codeLabel = "点検コード（12けた）"
  static let codeLead = ["お配りした紙にある点検コードを入れて、Enter を押してください。数字の間の棒は、入れても入れなくても構いません。"]
  static let nameHeading = "お名前を選んでください"
  static let nameCheckHeading = "お名前の確認"
  static let nameCheckOptions = [(Choice.yes, "はい、始めます"), (.no, "いいえ、やり直します")]
  static func nameCheck(of person: Respondent) -> String { "\(person.name)さんの点検を始めます。よろしいですか。" }
  static let roleHeading = "どの立場で点検しますか"
  static let roleLead = ["番号を押してから、Enter を押してください。"]
  static let enter = "始める"
  static let choose = "決める"
  static let back = "戻る"
  static let leave = "終わる"

  static let supervisorOnly = Page.Notice(kind: .hint, text: "このパソコンは皆さんで使っています。終わらせるときは、点検担当にお知らせください。")

  static let pressANumber = Page.Notice(kind: .hint, text: "画面にある番号を押してください。")

  static func label(of role: Role) -> String {
    switch role {
    case .member: "議員"
    case .staff: "職員（会計年度任用職員を含みます）"
    case .organisation: "組織（点検担当が答えます）"
    }
  }

  /// - Parameter pause: how long the next code will not be looked up.
  static func notice(for refusal: AdmissionRefusal, pause: Duration = .zero) -> Page.Notice {
    switch refusal {
    case .mistyped:
      Page.Notice(kind: .hint, text: "番号が正しくないようです。12けたの数字を確かめて、もう一度入れてください。")
    case .unknownCode:
      Page.Notice(
        kind: .hint,
        text: "この点検コードは見つかりませんでした。お配りした紙を確かめてください。直らないときは点検担当へご連絡ください。"
          + (pause > .zero ? "次は、確かめるまでに\(pause.components.seconds)秒かかります。" : ""))
    }
  }
}

/// The Japanese of answers that somebody else enters; what is to be read aloud is in whole sentences.
enum AssistanceText {
  static func banner(_ assistance: Assistance) -> String {
    let mode =
      switch assistance.source {
      case .spoken: "代理入力"
      case .form: "点検票"
      }
    // With names of three characters it fits one row of 40 cells.
    return "\(mode)：\(assistance.person)さん（入力 \(assistance.by)さん）"
  }

  // MARK: Consent

  static let consentHeading = "代理入力の同意（声に出してお読みください）"

  static func consentLead(_ assistance: Assistance) -> [String] {
    [
      "\(assistance.person)さんの答えを、\(assistance.by)さんが代わりに入力します。",
      "入力する人には、あなたの答えが知られます。無記名の点検でも、入力する人に対しては無記名になりません。",
      "入力する人は、答えをほかの人に話しません。同意しないときは、何も保存せずに終わります。ご自分で入力することも、紙に書くこともできます。",
      FormLines.consentQuestion,
    ]
  }

  // MARK: Reading back

  static let readBackHeading = "読み上げて確かめる"
  static let readBackDone = "すべて確かめました。提出へ進む"
  static let readBackExplanation = [
    "質問と答えを、上から順に声に出して読み、ご本人に確かめてください。",
    "違っていたら、その行の番号を押して Enter を押すと、答えを直せます。直した後は、この画面に戻ります。",
  ]
  static let readBackLead = ["質問と答えを読み上げ、ご本人に確かめてください。違う行は、番号と Enter を押すと直せます。"]
  static let readBackFormLead = ["点検票と見比べて確かめてください。違う行は、番号と Enter を押すと直せます。"]

  /// - Parameter written: the reason, what shows it, and the note.
  static func readBack(_ question: String, answer: String, written: [String]) -> String {
    (["\(question)　回答：\(answer)"] + written).joined(separator: "　")
  }

  static func answer(_ response: Draft.Response?, to item: Item?) -> String {
    guard let response, response.isComplete else { return "未回答" }
    return response.choice.japanese + (item?.note(of: response.choice).map { "（\($0)）" } ?? "")
  }
}
