import Aggregation
import Inspection
import Practice

/// A small council, small enough to reckon by hand.
enum Sample {
  static let day = CalendarDay(daysSinceEpoch: 20_782)  // 2026-11-25

  static let policy = Policy(
    id: "mihon", assembly: "見本市議会", office: "議会局", staff: "議会局職員",
    signOff: ["担当", "局長"], title: "見本市議会情報セキュリティ基本方針", enacted: day.adding(days: -250),
    effective: day.adding(days: -230),
    clauses: [
      Clause(id: "c5", number: "5", title: "遵守義務", summary: "守る。", responsible: [.member], ordinance: nil),
      Clause(id: "c6-3", number: "6(3)", title: "物理", summary: "守る。", responsible: [.member], ordinance: 3),
      Clause(id: "c6-5", number: "6(5)", title: "技術", summary: "守る。", responsible: [.member], ordinance: 5),
      Clause(id: "c7", number: "7", title: "点検", summary: "確かめる。", responsible: [.organisation], ordinance: 8),
      Clause(id: "c8", number: "8", title: "見直し", summary: "見直す。", responsible: [.organisation], ordinance: 8),
    ],
    threats: [
      Threat(id: "t1", number: "3(1)", title: "不正", summary: "不正。"),
      Threat(id: "t2", number: "3(2)", title: "過失", summary: "過失。"),
    ],
    assets: [AssetKind(id: "a1", number: "4(2)①", title: "機器", summary: "機器。")],
    properties: [
      PropertyText(id: .confidentiality, number: "2(4)", title: "機密性", summary: "漏らさない。"),
      PropertyText(id: .integrity, number: "2(5)", title: "完全性", summary: "壊さない。"),
    ],
    ordinance: Ordinance(
      title: "見本省令", effective: day.adding(days: 200),
      items: [.init(number: 3, title: "物理"), .init(number: 5, title: "技術"), .init(number: 8, title: "点検")]),
    rules: [
      Rule(id: "messengers", title: "連絡アプリの一覧", clause: "c5"), Rule(id: "papers", title: "紙の決まり", clause: "c6-3"),
    ])

  static func item(
    _ id: ItemID, _ clauses: [ClauseID], threats: [ThreatID] = ["t1"], kind: Item.Kind = .practice,
    partial: String? = "ときどき", notApplicable: String? = "使っていない場合", requires: RuleID? = nil,
    about: Item.Subject? = nil, short: Bool = true
  ) -> Item {
    Item(
      id: id, revision: 1, label: "\(id)", question: "会議の\(id)を守っていますか。", guidance: "守ります。", clauses: clauses,
      threats: threats,
      properties: [.confidentiality], assets: ["a1"], importance: .high, kind: kind, partial: partial,
      notApplicable: notApplicable, requires: requires, about: about, remedy: "守る。", short: short)
  }

  static func checklist(_ role: Role, approved: Bool = true, profile: [ProfileQuestion] = [], _ sections: [Section])
    -> Checklist
  {
    let choices: [Choice] = [.yes, .partial, .no, .unknown, .notApplicable]
    return Checklist(
      id: ChecklistID("mihon-\(role.rawValue)"), version: "1", title: "\(role.japanese)用点検票", role: role,
      policy: "mihon", approved: approved ? Approval(by: "議長", date: day, document: "見本第1号") : nil,
      scope: "会議の場面についてお答えください。", preface: ["お願いします。"],
      choices: role == .member ? choices : choices + [.alternative], profile: profile, sections: sections)
  }

  /// Two practice items in two sections, an awareness item, a device item, and one that waits for a rule.
  static let members = checklist(
    .member,
    profile: [ProfileQuestion(id: "device", question: "端末を使いますか。", guidance: nil, assumes: nil, whenNo: ["M-PHY-02"])],
    [
      Section(
        id: "PHY", title: "物理的セキュリティ",
        items: [
          item("M-PHY-01", ["c6-3"], threats: ["t1", "t2"]), item("M-PHY-02", ["c6-3"], about: .device),
        ]),
      Section(
        id: "TEC", title: "技術的セキュリティ",
        items: [
          item("M-TEC-01", ["c6-5", "c6-3"], notApplicable: nil),
          item("M-TEC-02", ["c6-5"], kind: .awareness, partial: nil),
          item("M-TEC-03", ["c6-5"], requires: "papers", short: false),
        ]),
    ])

  static let staff = checklist(
    .staff, [Section(id: "PHY", title: "物理的セキュリティ", items: [item("S-PHY-01", ["c6-3"])])])

  static let organisation = checklist(
    .organisation,
    [
      Section(id: "AUD", title: "監査", items: [item("O-AUD-01", ["c7"]), item("O-AUD-02", ["c7"])]),
      Section(id: "REV", title: "見直し", items: [item("O-REV-01", ["c8"])]),
    ])

  static let checklists = [members, staff, organisation]

  static func digest(_ role: Role) -> String { "digest-\(role.rawValue)" }

  static func round(_ change: (inout Round) -> Void = { _ in }) -> Round {
    var round = Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: 2026, opens: day, deadline: day.adding(days: 10),
      referenceDay: day, meetings: ["本会議"], contact: .init(office: "見本市議会議会局", telephone: "00-0000-0000"),
      addressee: "議長", retention: .years(5), electionBetween: false, rules: ["messengers"], lentDevices: .council,
      staffMode: .own, cityInspection: nil, length: .full, handIn: .unsigned,
      checklists: Role.allCases.map { role in
        .init(role: role, file: "\(role.rawValue).yaml", digests: [digest(role), "old-\(role.rawValue)"])
      },
      thresholds: .init())
    change(&round)
    return round
  }

  static let closed = status(closed: true)

  static func status(closed: Bool) -> RoundStatus {
    var status = RoundStatus(of: round(), after: [])
    if closed { status.closed = Timestamp(secondsSinceEpoch: day.adding(days: 12).daysSinceEpoch * 86_400) }
    return status
  }

  static func number(_ index: Int) -> CheckedNumber {
    let digits = String(index)
    // Eleven digits always make a number.
    return CheckedNumber(payload: String(repeating: "0", count: 11 - digits.count) + digits)
      ?? number(index + 1)
  }

  static func sheet(_ index: Int, as role: Role = .member, _ choices: KeyValuePairs<ItemID, Choice>) -> Sheet {
    sheet(
      index, as: role,
      answers: choices.map { Answer(item: $0.key, revision: 1, choice: $0.value, source: .respondent) })
  }

  static func sheet(_ index: Int, as role: Role = .member, answers: [Answer], signedBy: RespondentID? = nil) -> Sheet {
    Sheet(
      id: number(index), round: "r8-1",
      checklist: ChecklistReference(
        id: ChecklistID("mihon-\(role.rawValue)"), version: "1", digest: digest(role)),
      role: role, answers: answers,
      signature: signedBy.map { Sheet.Signature(respondent: $0, notes: [:], plans: [:]) })
  }

  /// As the lines of a box, in this order.
  static func placed(_ sheets: [Sheet]) -> [PlacedSheet] {
    sheets.enumerated().map { PlacedSheet(line: $0.offset + 1, sheet: $0.element) }
  }

  static func roster(_ role: Role, _ count: Int) -> Standings {
    Standings(on: day) { take in
      for number in 0..<count {
        take(Respondent(id: RespondentID("m\(number)"), name: "議員", kana: "ぎいん", role: role))
      }
    }
  }

  static func admission(
    _ sheets: [Sheet], in round: Round = round(), answering checklists: [Checklist] = checklists
  ) -> SheetAdmission {
    SheetAdmission(of: placed(sheets), in: round, answering: checklists, by: roster(.member, 20))
  }

  static func submission(_ id: RespondentID, as role: Role = .member, on day: CalendarDay = Sample.day) -> Submission {
    Submission(respondent: id, role: role, receipt: "000000", day: day, entry: .init(mode: .me), consent: nil)
  }

  static func summary(
    _ sheets: [Sheet], in round: Round = round(), status: RoundStatus = closed,
    checklists: [Checklist] = checklists, people: Int = 20, submissions: [Submission] = []
  ) -> Summary {
    Summary(
      round: round, status: status, policy: policy, checklists: checklists, roster: roster(.member, people),
      submissions: submissions, admission: admission(sheets, in: round, answering: checklists))
  }
}

/// A sheet for each answer to `item`, numbered from `start`; nil leaves the item open.
func sheets(_ item: ItemID, as role: Role = .member, from start: Int = 1, _ choices: [Choice?]) -> [Sheet] {
  choices.enumerated().map { offset, choice in
    choice.map { Sample.sheet(start + offset, as: role, [item: $0]) } ?? Sample.sheet(start + offset, as: role, [:])
  }
}

extension PracticeRound {
  var standings: Standings { Standings(of: roster, on: round.referenceDay) }

  func admission(of sheets: [PlacedSheet]) -> SheetAdmission {
    SheetAdmission(of: sheets, in: round, answering: Sample.checklists, by: standings)
  }
}
