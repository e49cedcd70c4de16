import Documents
import Inspection

/// The Japanese that only the Excel form has.
enum ExcelFormText {
  static let sheetName = "点検票"

  static let headings = FillInSheet.Headings(
    code: FormHeading.item.rawValue, question: "設問", answer: FormHeading.choice.rawValue, state: "状態")

  static let words = FillInSheet.Words(
    open: "未", done: "済", skipped: "不要", leftBefore: "あと ", leftAfter: " 問", refusalHeading: "一覧から選んでください",
    refusal: "この欄には、一覧にある答えだけを入れられます。右の矢印を押して選んでください。決まらないときは、空けておいて構いません。",
    skippingDigit: Choice.no.digit, skippingWord: Choice.no.japanese)

  static let howToHeading = "記入のしかた"

  static func howTo(_ round: Round?, role: Role) -> [String] {
    var lines = [
      "1　黄色の欄だけに書けます。「回答」の欄を選び、右に出る矢印を押して、一覧から選んでください。",
      "2　青い字は、その答えの意味です。当てはまるものを選んでください。",
      "3　「いいえ」と答えた前提の質問で省かれる行は、灰色になり、状態が「不要」になります。書かなくて構いません。",
    ]
    if let round {
      lines.append(
        round.isSigned(for: role)
          ? "4　「メモ」は、書いたとおりに回答と一緒に残ります。" : "4　「メモ」は、ご自分のための欄です。このファイルにだけ残り、回答には残りません。")
    }
    return lines
  }

  /// Where the person says who it is.
  static func person(in round: Round) -> FillInSheet.Question {
    round.hasCodes
      ? FillInSheet.Question(
        code: FormLines.codeLabel, text: "点検コード（12けたの数字）を書いてください。",
        guidance: ["配られた紙に書いてあります。間の線（-）は、あってもなくても構いません。"])
      : FillInSheet.Question(code: FormLines.nameLabel, text: "名簿の番号か、氏名を書いてください。")
  }

  static let afterwardsHeading = "記入が終わったら"

  static func afterwards(_ round: Round, role: Role) -> [String] {
    var lines = [
      "右上の「あと 0 問」を確かめ、保存して、\(round.contact.office)（電話 \(round.contact.telephone)）に渡してください。",
      "受け取った担当が、ファイルの内容を点検の記録に入れ、このファイルを消します。お手元の控えは、ご自分で消してください。",
      "記録に入れた後は、差し替えも取消しもできません。渡す前に、回答をもう一度ご覧ください。",
    ]
    if !round.isSigned(for: role) {
      lines.append("無記名の点検です。記録では、だれが提出したかと、回答とを、別々に残します。ただし、このファイルを受け取る担当には、だれの回答かが分かります。")
    }
    return lines
  }
}
