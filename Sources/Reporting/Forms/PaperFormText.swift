import Documents
import Inspection

/// The Japanese of the paper form.
enum PaperFormText {
  static func edition(of questionnaire: Questionnaire, policy: Policy) -> String {
    let checklist = questionnaire.checklist
    let approval = checklist.approved.map { "\($0.date.japanese) \($0.by) \($0.document)" } ?? "案"
    let count = questionnaire.asked(profile: [:]).count
    return
      "\(policy.name(of: checklist.role))用　第\(checklist.version)版（\(approval)）　\(questionnaire.length.japanese) \(count)項目"
  }

  static let howTo = [
    "当てはまる枠に一つだけ印を付けてください。決まらない項目は、空けておいて構いません。枠のない答えは、その項目では選べません。"
  ]

  static func facts(of round: Round) -> [String] {
    [
      "提出の期限：\(round.deadline.japaneseWithWeekday)　保存期間：\(round.keeping)",
      "お問い合わせ：\(round.contact.office) 電話 \(round.contact.telephone)",
    ]
  }

  /// Heads the column of a choice, in pieces of three characters at most.
  static func heading(of choice: Choice) -> [String] {
    switch choice {
    case .partial: ["一部"]
    case .alternative: ["別の", "方法"]
    case .unknown: ["わから", "ない"]
    case .notApplicable: ["該当", "なし"]
    case .yes, .no: [choice.japanese]
    }
  }

  /// 「同意する」 as 「同意」 and 「する」; other labels whole.
  static func pieces(of label: String) -> [String] {
    label.hasPrefix(agreement) ? [agreement, String(label.dropFirst(agreement.count))] : [label]
  }

  private static let agreement = "同意"

  static let personal = PaperForm.Personal(
    codeLabel: "点検コード", codeNote: "点検コードを配っていないときは、枠の代わりに氏名を書いてください。", opinionHeading: "ご意見",
    opinionNote: "点検や情報の取扱いについて、ご意見があれば書いてください。答えと切り離して保存します。氏名は書かないでください。")
  static let consentHeading = "同意"
  static let consentNote = "点検担当が、この点検票をパソコンに入力します。入力する人には答えが知られ、その人に対しては無記名になりません。印がないと入力できません。"
  static let profileHeading = "前提の質問"
  static let skipping = "「いいえ」と答えた質問の番号（P1 など）が付いている項目は、書かなくて構いません。"
  static let reasonBlank = "6 のときの方法"
  static let evidenceBlank = "根拠となる文書など"
  static let caution = "取扱注意"
}
