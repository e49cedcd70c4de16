public import Inspection
public import Interview

/// A small made-up checklist and the settings to go through it, with words long enough for the golden screens.
public enum Sample {
  public static func item(
    _ id: ItemID, _ question: String, guidance: String = "説明です。", partial: String? = nil, notApplicable: String? = nil,
    requires: RuleID? = nil,
    evidence: String? = nil
  ) -> Item {
    Item(
      id: id, revision: 1, label: "見本の項目", question: question, guidance: guidance, clauses: ["c6-3"], threats: ["t1"],
      properties: [.confidentiality], assets: ["a1"], importance: .high, kind: .practice, partial: partial,
      notApplicable: notApplicable, requires: requires, evidence: evidence, remedy: "議会局に尋ねる。", contact: true,
      short: true)
  }

  public static let policy = Policy(
    id: "mihon", assembly: "見本市議会", office: "議会局", staff: "議会局職員",
    signOff: ["担当", "局長"], title: "見本市議会情報セキュリティ基本方針", enacted: day("2026-03-10"),
    effective: day("2026-04-01"),
    clauses: [
      Clause(id: "c6-3", number: "6(3)", title: "物理的セキュリティ", summary: "備えます。", responsible: [.member], ordinance: 3)
    ],
    threats: [], assets: [], properties: [],
    ordinance: Ordinance(title: "見本省令", effective: day("2027-07-01"), items: []),
    rules: [Rule(id: "list", title: "一覧", clause: "c6-3")])

  /// Two items hang on the device; the last needs a rule.
  public static func checklist(_ role: Role = .member) -> Checklist {
    Checklist(
      id: "mihon", version: "1", title: "見本用点検票", role: role, policy: "mihon", approved: nil,
      scope: "本会議・委員会などの場面についてお答えください。",
      preface: [
        "この点検は、議会の情報を守るために、ふだんの取扱いを一人ひとりが振り返るものです。できていないことを責めるためのものではありません。",
        "答えは、議会全体の傾向としてまとめ、研修や手順の見直しに使います。処分や評価には使いません。",
      ],
      choices: role == .member
        ? [.yes, .partial, .no, .unknown, .notApplicable] : Choice.allCases,
      profile: role == .organisation
        ? []
        : [
          ProfileQuestion(
            id: "device", question: "会議用の端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-01", "M-PHY-02"]),
          ProfileQuestion(
            id: "paper", question: "会議の紙の資料を持ちますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-03"]),
        ],
      sections: [
        Section(
          id: "PHY", title: "物理的セキュリティ",
          items: [
            item(
              "M-PHY-01", "会議中に席を離れるときは、会議用の端末の画面をロックしていますか。",
              guidance: "短い間でも、ほかの人が画面を見たり操作したりできます。電源ボタンを一度押すだけでロックできる機種が多くあります。",
              partial: "忘れることがある", notApplicable: "会議用の端末を使っていない場合"),
            item(
              "M-PHY-02", "会議で配られた取扱注意の紙の資料を、会議が終わった後に、鍵のかかる所へしまっていますか。",
              notApplicable: "取扱注意の資料を受け取ったことがなく、会派の控室にも自宅にも置いていない場合", evidence: "台帳"),
            item("M-PHY-03", "会議の紙の資料をしまっていますか。", notApplicable: "持たない場合"),
            item("M-PHY-04", "会議室を出るときに机を見ていますか。"),
            item("M-PHY-05", "会議の連絡は一覧にある手段で送っていますか。", requires: "list"),
          ])
      ])
  }

  public static func round(rules: [RuleID] = [], handIn: Round.HandIn = .unsigned) -> Round {
    Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: 2026, opens: day("2026-11-01"),
      deadline: day("2026-11-30"), referenceDay: day("2026-11-01"), meetings: ["本会議"],
      contact: .init(office: "議会局総務課", telephone: "000-000-0000"), addressee: "議長", retention: .years(1),
      electionBetween: false, rules: rules, lentDevices: .council, staffMode: .own, cityInspection: nil, length: .full,
      handIn: handIn, checklists: [], thresholds: .init())
  }

  public static func inRound(_ role: Role = .member, rules: [RuleID] = [], handIn: Round.HandIn = .unsigned) -> Setting
  {
    let round = round(rules: rules, handIn: handIn)
    return Setting(
      policy: policy, questionnaire: Questionnaire(checklist: checklist(role), round: round), round: round)
  }

  public static let personal = Setting(
    policy: policy, questionnaire: Questionnaire(personal: checklist(), policy: policy), round: nil)

  public static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(daysSinceEpoch: 0) }
}
