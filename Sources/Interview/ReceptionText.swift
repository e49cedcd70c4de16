import Inspection

/// The Japanese of the reception.
enum ReceptionText {
  static func title(of assembly: String) -> String { assembly + " 情報セキュリティ自己点検" }

  static let personal = "個人の点検（提出なし）"
  static let announcement = "お知らせ"
  static let codeHeading = "点検コード"
  static let codeLabel = "点検コード（12けた）"
  static let codeLead = ["お配りした紙にある点検コードを入れて、Enter を押してください。数字の間の棒は、入れても入れなくても構いません。"]
  static let nameHeading = "お名前を選んでください"
  static let nameCheckHeading = "お名前の確認"
  static let nameCheckOptions = [(Choice.yes, "はい、始めます"), (.no, "いいえ、選び直します")]
  static func nameCheck(of person: Respondent) -> String { "\(person.name) さんの点検を始めます。よろしいですか。" }
  static let roleHeading = "どの立場で点検しますか"
  static let roleLead = ["番号を押してください。"]
  static let enter = "始める"
  static let choose = "決める"
  static let back = "戻る"
  static let leave = "終わる"

  static let supervisorOnly = Page.Notice(kind: .hint, text: "この端末は皆さんで使っています。終わらせるときは、担当の方にお知らせください。")

  static let pressANumber = Page.Notice(kind: .hint, text: "画面にある番号を押してください。")

  static func label(of role: Role) -> String {
    switch role {
    case .member: "議員"
    case .staff: "議会局職員（会計年度任用職員を含みます）"
    case .organisation: "組織（議会局の点検担当が答えます）"
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
        text: "この点検コードは見つかりませんでした。お配りした紙を確かめてください。直らないときは議会局へご連絡ください。"
          + (pause > .zero ? "次は、確かめるまでに\(pause.components.seconds)秒かかります。" : ""))
    }
  }
}
