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

  static func howTo(_ lines: FormLines, in round: Round?, _ columns: [FormHeading]) -> [String] {
    let choices = Choice.allCases.filter { choice in lines.all.contains { lines.choices(of: $0).contains(choice) } }
    var steps = [
      "黄色の欄だけに書けます。「回答」の欄を選び、右に出る矢印を押して、一覧から選んでください。",
      "答えは、\(choices.map { "\($0.digit) \($0.japanese)" }.joined(separator: "、"))です。項目によって、選べないものがあります。",
      "青い字は、その答えの意味です。決まらない項目は、空けておいて構いません。",
    ]
    if !lines.questionnaire.profileQuestions.isEmpty {
      steps.append("「いいえ」と答えた前提の質問で省かれる行は、灰色になり、状態が「不要」になります。書かなくて構いません。")
    }
    if columns.contains(.reason) { steps.append("「別の方法で対応」を選んだときだけ、その方法を「理由」に書いてください。") }
    if columns.contains(.evidence) { steps.append("「根拠」には、それが分かる文書などの名前を書いてください。") }
    if let round {
      steps.append(
        round.isSigned(for: lines.questionnaire.checklist.role)
          ? "「メモ」は、書いたとおりに回答と一緒に残ります。" : "「メモ」は、ご自分のための欄です。このファイルにだけ残り、回答には残りません。")
    }
    return steps.enumerated().map { "\($0.offset + 1)　\($0.element)" }
  }

  static let personHeading = "点検コードと同意"

  /// Where the person says who it is.
  static func person(in round: Round) -> FillInSheet.Question {
    round.hasCodes
      ? FillInSheet.Question(
        code: FormLines.codeLabel, text: "点検コード（12けたの数字）を書いてください。",
        guidance: ["配られた紙に書いてあります。間の線（-）は、あってもなくても構いません。"])
      : FillInSheet.Question(code: FormLines.nameLabel, text: "名簿の番号か、氏名を書いてください。")
  }

  /// In the place of the paper form's, on which marks are made.
  static let consentNote =
    "点検担当が、このファイルの答えを点検の記録に入れます。担当には答えが知られ、その人に対しては無記名になりません。選んでいないと、受け取れません。"

  static let afterwardsHeading = "記入が終わったら"

  static func afterwards(_ round: Round, role: Role) -> [String] {
    var lines = [
      "一番上の「あと ○ 問」で、空けたままの項目の数を確かめられます。保存して、\(round.contact.office)（電話 \(round.contact.telephone)）に渡してください。",
      "受け取った担当が、ファイルの内容を点検の記録に入れ、このファイルを消します。お手元の控えは、ご自分で消してください。",
      "記録に入れた後は、差し替えも取消しもできません。渡す前に、回答をもう一度ご覧ください。",
    ]
    if !round.isSigned(for: role) {
      lines.append("無記名の点検です。記録では、だれが提出したかと、回答とを、別々に残します。ただし、このファイルを受け取る担当には、だれの回答かが分かります。")
    }
    return lines
  }
}
