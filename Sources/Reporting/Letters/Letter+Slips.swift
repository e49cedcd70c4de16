public import Documents
public import Inspection

/// 配付表 and 受領書: a piece of paper for each person.
extension Letter {
  /// Codes by respondent; a person without one gets no slip.
  public static func slips(_ source: LetterSource, codes: [RespondentID: CheckedNumber]) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 配付表")
    letter.marks = ["取扱注意"]
    letter.paragraphs = ["以下を線で切り、一人ずつ封筒に入れて手渡す。点検コードがあれば、だれでもその人として入れる。配り終えたら、この文書とファイルを消す。"]
    letter.slips = source.roster.respondents.compactMap { person in
      codes[person.id].map { slip(for: person, code: $0, in: source) }
    }
    return letter
  }

  private static func slip(for person: Respondent, code: CheckedNumber, in source: LetterSource) -> Slip {
    Slip(
      title: "\(source.policy.assembly) 情報セキュリティ自己点検　\(source.round.title)",
      rows: [
        Slip.Row("番号", person.id.rawValue), Slip.Row("氏名", address(of: person)), Slip.Row("点検コード", code.grouped),
        Slip.Row("提出の期限", source.status.deadline.japanese), Slip.Row("始め方", source.start),
      ],
      notes: [
        "\(source.policy.office)のパソコンでは、画面に点検コードを入れます。ご自分のパソコンでは、「始め方」の一行を打ちます。",
        "点検コードは、ほかの人に見せないでください。続きから始めるときと、提出した答えを直すときにも使います。締切りの後、この紙は細かく切って捨ててください。",
        "問い合わせ先：\(source.sender)　電話 \(source.round.contact.telephone)",
      ])
  }

  /// One for each submission, in the order of the roster, then those who are not on it.
  ///
  /// A receipt never bears the 回答番号: with it and the name, whoever has the folder could find the answers.
  public static func receipts(_ source: LetterSource) -> Letter {
    var letter = Letter("\(source.round.title) 自己点検 受領書")
    letter.paragraphs = ["以下を線で切り、一人ずつ渡す。"]
    let order = Dictionary(
      source.roster.respondents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let submissions = source.submissions.sorted { a, b in
      (order[a.respondent] ?? order.count, a.respondent.rawValue) < (
        order[b.respondent] ?? order.count, b.respondent.rawValue
      )
    }
    letter.slips = submissions.map { submission in
      Slip(
        title: "受領書　\(source.policy.assembly) 情報セキュリティ自己点検　\(source.round.title)",
        rows: [
          Slip.Row("番号", submission.respondent.rawValue),
          Slip.Row("氏名", source.roster[submission.respondent].map(address) ?? "（名簿にありません）"),
          Slip.Row("受付番号", submission.receipt), Slip.Row("提出の日", submission.day.japanese),
        ],
        notes: ["自己点検の提出を受け付けました。　\(source.sender)"])
    }
    return letter
  }

  private static func address(of person: Respondent) -> String {
    person.name + (person.role == .organisation ? "　御中" : "　様")
  }
}
