import Inspection

/// A small policy and checklist of a made-up assembly.
enum Sample {
  static func day(_ iso: String) -> CalendarDay { CalendarDay(iso: iso) ?? CalendarDay(daysSinceEpoch: 0) }

  static let policy = Policy(
    id: "mihon", assembly: "見本市議会", office: "議会局", staff: "議会局職員",
    signOff: ["担当", "局長"], title: "見本市議会情報セキュリティ基本方針", enacted: day("2026-03-10"),
    effective: day("2026-04-01"),
    clauses: [
      Clause(id: "c5", number: "5", title: "遵守義務", summary: "守る。", responsible: [.member], ordinance: nil),
      Clause(
        id: "c6-3", number: "6(3)", title: "物理", summary: "備える。", responsible: [.member, .organisation], ordinance: 3),
      Clause(id: "c6-7", number: "6(7)", title: "外部サービス", summary: "定める。", responsible: [.organisation], ordinance: 7),
    ],
    threats: [
      Threat(id: "t1", number: "3(1)", title: "攻撃", summary: "攻撃など。"),
      Threat(id: "t2", number: "3(2)", title: "誤り", summary: "誤りなど。"),
    ],
    assets: [AssetKind(id: "a1", number: "4(2)①", title: "機器", summary: "機器など。")],
    properties: SecurityProperty.allCases.map { PropertyText(id: $0, number: "2(4)", title: $0.rawValue, summary: "") },
    ordinance: Ordinance(
      title: "見本省令", effective: day("2027-07-01"), items: [.init(number: 3, title: "三"), .init(number: 7, title: "七")]),
    rules: [Rule(id: "list", title: "認められた連絡手段の一覧", clause: "c6-7")])

  static func item(
    _ id: ItemID, _ question: String = "会議用の端末を手元に置いていますか。", clauses: [ClauseID] = ["c6-3"],
    threats: [ThreatID] = ["t1"], partial: String? = nil, notApplicable: String? = "使っていない場合",
    requires: RuleID? = nil, short: Bool = false
  ) -> Item {
    Item(
      id: id, revision: 1, label: "手元に置く", question: question, guidance: "置きましょう。", clauses: clauses, threats: threats,
      properties: [.confidentiality], assets: ["a1"], importance: .high, kind: .practice, partial: partial,
      notApplicable: notApplicable, requires: requires, remedy: "手元に置く。", short: short)
  }

  static func checklist(
    role: Role = .member, profile: [ProfileQuestion] = [], sections: [Section], approved: Approval? = nil
  ) -> Checklist {
    Checklist(
      id: "mihon-list", version: "1", title: "見本用点検票", role: role, policy: "mihon", approved: approved,
      scope: "会議の場面についてお答えください。", preface: ["はじめに。"], choices: [.yes, .partial, .no, .unknown, .notApplicable],
      profile: profile, sections: sections)
  }

  /// Two devices, one paper, one that needs a rule.
  static let members = checklist(
    profile: [
      ProfileQuestion(
        id: "device", question: "会議用の端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-01", "M-PHY-02"]),
      ProfileQuestion(
        id: "lent", question: "貸与された端末を使いますか。", guidance: nil, assumes: .lentDevices, whenNo: ["M-PHY-02"]),
    ],
    sections: [
      Section(
        id: "PHY", title: "物理",
        items: [item("M-PHY-01", short: true), item("M-PHY-02"), item("M-PHY-03", notApplicable: nil)]),
      Section(id: "CLD", title: "外部", items: [item("M-CLD-01", clauses: ["c6-7"], requires: "list", short: true)]),
    ])

  static func round(
    rules: [RuleID] = ["list"], lentDevices: Round.LentDevices = .council, length: ChecklistLength = .full,
    handIn: Round.HandIn = .unsigned, kind: Round.Kind = .regular, opens: String = "2026-11-01",
    deadline: String = "2026-11-30", staffMode: Round.StaffMode = .own
  ) -> Round {
    Round(
      id: "r8-1", title: "令和8年度 第1回", kind: kind, fiscalYear: 2026, opens: day(opens), deadline: day(deadline),
      referenceDay: day(opens), meetings: ["本会議"], contact: .init(office: "議会局", telephone: "000-000-0000"),
      addressee: "議長", retention: .years(1), electionBetween: false, rules: rules, lentDevices: lentDevices,
      staffMode: staffMode, cityInspection: nil, length: length, handIn: handIn, checklists: [], thresholds: .init())
  }

  static func draft(role: Role = .member) -> Draft {
    Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon-list", version: "1", digest: "00"), role: role,
      respondent: "m01", entry: Draft.Entry(mode: .me), started: Timestamp(secondsSinceEpoch: 1_795_517_733))
  }
}
