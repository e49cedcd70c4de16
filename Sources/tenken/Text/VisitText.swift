import Inspection
import Jobs

/// The Japanese of why an inspection cannot begin or go on.
enum VisitText {
  static let kioskNeedsRoundAndScreen = "--kiosk は --round と一緒に、画面で使います。"

  static func failure(for refusal: VisitRefusal) -> Failure {
    switch refusal {
    case .roundClosed(let contact):
      Failure(.notYet, "この点検回は締め切られています。", "お問い合わせ：\(contact.office) 電話 \(contact.telephone)")
    case .noCodes: Failure(.usage, "点検コードのない点検回は、共用の端末では使えません。")
    case .unknownHelper(let id): Failure(.usage, "名簿に「\(id)」という番号の人はいません。roster.csv の番号を確かめてください。")
    case .helperIsMember(let name): Failure(.usage, "\(name)さんは議員です。代わりに入力できるのは、名簿の職員か組織の人です。")
    case .ownHelper: Failure(.usage, "ご自分の点検は、--assisted-by を付けずに始めてください。")
    case .answers(let file, let faults):
      Failure(
        .badData, lines: TableFaultText.lines(of: faults, in: file) + ["直してから、もう一度実行してください。答えは何も変えていません。"])
    }
  }

  static func failure(for conflict: EntryMethod.Conflict) -> Failure {
    switch conflict {
    case .sharedScreen: Failure(.usage, "共用の端末（--kiosk）では、--assisted-by、--paper、--answers は使えません。")
    case .assistanceWithoutRound: Failure(.usage, "代理入力は、点検回（--round）でだけ使えます。")
    case .paperWithoutHelper: Failure(.usage, "--paper には、入力する人を --assisted-by で指定してください。")
    case .paperAndAnswers: Failure(.usage, "--paper と --answers は、どちらか一つを指定してください。")
    case .twiceWithoutPaper: Failure(.usage, "--twice は、--paper と一緒に使います。")
    }
  }
}
