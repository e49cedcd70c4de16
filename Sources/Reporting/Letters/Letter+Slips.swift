public import Documents
public import Inspection

/// 配付表 and 受領書: a piece of paper for each person.
extension Letter {
  /// Codes by respondent; a person without one gets no slip.
  public static func slips(_ source: LetterSource, codes: [RespondentID: CheckedNumber]) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 配付表")
    letter.marks = ["取扱注意"]
    letter.paragraphs = ["線で切り、一人ずつ封筒に入れて手渡す。配り終えたら、この文書とファイルを消す。"]
    letter.slips = source.roster.respondents.compactMap { person in
      codes[person.id].map { slip(for: person, code: $0, in: source) }
    }
    return letter
  }

  private static func slip(for person: Respondent, code: CheckedNumber, in source: LetterSource) -> Slip {
    Slip(
      title: title(in: source), person: named(person), key: Field("点検コード", code.grouped),
      rows: [
        Field("提出の期限", source.status.deadline.japaneseWithWeekday),
        Field("使うとき", "始めるとき、続きから始めるとき、提出した後に答えを直すとき（差替え）"),
      ], notes: ["人に見せず、締切りの後に切って捨ててください。"] + contact(in: source))
  }

  /// One for each submission, in the order of the roster, then those who are not on it.
  ///
  /// A receipt never bears the 回答番号: with it and the name, whoever has the folder could find the answers.
  public static func receipts(_ source: LetterSource) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 受領書")
    letter.paragraphs = ["線で切り、一人ずつ渡す。"]
    let order = Dictionary(
      source.roster.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let submissions = source.submissions.sorted { a, b in
      (order[a.respondent] ?? order.count, a.respondent.rawValue) < (
        order[b.respondent] ?? order.count, b.respondent.rawValue
      )
    }
    letter.slips = submissions.map { submission in
      Slip(
        title: "受領書　\(title(in: source))",
        person: source.roster[submission.respondent].map(named) ?? "（名簿にありません）　番号 \(submission.respondent)",
        key: Field("受付番号", submission.receipt), rows: [Field("提出の日", submission.day.japanese)],
        notes: ["自己点検の提出を受け付けました。この番号は、提出したことの証明になります。"] + contact(in: source))
    }
    return letter
  }

  private static func title(in source: LetterSource) -> String {
    "\(source.policy.assembly) 情報セキュリティ自己点検　\(source.round.title)"
  }

  private static func contact(in source: LetterSource) -> [String] {
    ["問い合わせ先：\(source.office)", "電話 \(source.round.contact.telephone)"]
  }

  private static func named(_ person: Respondent) -> String {
    "\(person.name)　\(LetterSource.honorific(of: person))　（番号 \(person.id)）"
  }
}
