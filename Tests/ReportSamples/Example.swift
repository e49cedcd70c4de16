public import Aggregation
public import Inspection

/// A round small enough to read, with hostile words in it.
public enum Example {
  public static let day = CalendarDay(daysSinceEpoch: 20_782)  // 2026-11-25 = 令和8年11月25日

  /// A colour, a bell, a right-to-left override, markup of Markdown and HTML, and a line end.
  public static let hostile = "\u{1B}[31m赤\u{7}\u{202E}|*太字*\n# <b>見出し</b> [連結](http://example.jp)"

  public static let policy = Policy(
    id: "mihon", assembly: "見本市議会", office: "議会局", staff: "議会局職員",
    signOff: ["担当", "課長", "次長", "局長"], title: "見本市議会情報セキュリティ基本方針", enacted: day.adding(days: -250),
    effective: day.adding(days: -230),
    clauses: [
      Clause(id: "c6-3", number: "6(3)", title: "物理的対策", summary: "守る。", responsible: [.member], ordinance: 3),
      Clause(id: "c8", number: "8", title: "見直し", summary: "見直す。", responsible: [.organisation], ordinance: 8),
    ],
    threats: [Threat(id: "t1", number: "3(1)", title: "不正", summary: "不正。")],
    assets: [AssetKind(id: "a1", number: "4(2)①", title: "機器", summary: "機器。")],
    properties: [PropertyText(id: .integrity, number: "2(5)", title: "完全性", summary: "壊さない。")],
    ordinance: Ordinance(
      title: "見本省令", effective: day.adding(days: 200),
      items: [.init(number: 3, title: "物理"), .init(number: 8, title: "点検")]),
    rules: [Rule(id: "papers", title: "紙の保管の決まり", clause: "c6-3")])

  public static func item(
    _ id: ItemID, _ clause: ClauseID = "c6-3", kind: Item.Kind = .practice, requires: RuleID? = nil,
    about: Item.Subject? = nil
  ) -> Item {
    Item(
      id: id, revision: 1, label: "置き場所\(id)", question: "会議の資料を決められた場所に置いて\(id)を守っていますか。", guidance: "守ります。",
      clauses: [clause],
      threats: ["t1"], properties: [.integrity], assets: ["a1"], importance: .high, kind: kind, partial: "ときどき",
      notApplicable: "使わない場合", requires: requires, about: about, remedy: "置き場所を議会局に尋ねる。", contact: true, short: true)
  }

  public static func checklist(_ role: Role, approved: Bool, _ items: [Item]) -> Checklist {
    Checklist(
      id: ChecklistID("mihon-\(role.rawValue)"), version: "1", title: "\(role.japanese)用点検票", role: role,
      policy: "mihon", approved: approved ? Approval(by: "議長", date: day, document: "見本第1号") : nil, scope: "会議の場面",
      preface: ["お願いします。"], choices: Choice.allCases, profile: [],
      sections: [Section(id: "PHY", title: "物理的セキュリティ", items: items)])
  }

  public static func checklists(approved: Bool) -> [Checklist] {
    [
      checklist(
        .member, approved: approved,
        [
          item("M-PHY-01"), item("M-PHY-02"), item("M-PHY-03", kind: .awareness), item("M-PHY-04", about: .device),
          item("M-PHY-05", requires: "papers"),
        ]),
      checklist(.staff, approved: approved, [item("S-PHY-01")]),
      checklist(.organisation, approved: approved, [item("O-PHY-01", "c8"), item("O-PHY-02", "c8")]),
    ]
  }

  public static func round(_ change: (inout Round) -> Void = { _ in }) -> Round {
    var round = Round(
      id: "r8-1", title: "令和8年度 第1回", kind: .regular, fiscalYear: 2026, opens: day, deadline: day.adding(days: 10),
      referenceDay: day, meetings: ["本会議"], contact: .init(office: "見本市議会議会局", telephone: "00-1234-5678"),
      addressee: "議長", retention: .years(5), electionBetween: false, rules: [], lentDevices: .executive,
      staffMode: .own,
      cityInspection: nil, length: .full, handIn: .unsigned,
      checklists: Role.allCases.map { .init(role: $0, file: "x.yaml", digests: ["digest-\($0.rawValue)"]) },
      thresholds: .init())
    change(&round)
    return round
  }

  public static func sheet(_ index: Int, _ role: Role, _ answers: [Answer], signature: Sheet.Signature? = nil) -> Sheet
  {
    let digits = String(index)
    let payload = String(repeating: "0", count: 11 - digits.count) + digits
    guard let id = CheckedNumber(payload: payload) else { preconditionFailure("eleven digits make a number") }
    return Sheet(
      id: id, round: "r8-1",
      checklist: ChecklistReference(
        id: ChecklistID("mihon-\(role.rawValue)"), version: "1", digest: "digest-\(role.rawValue)"),
      role: role, answers: answers, signature: signature)
  }

  public static func answer(_ item: ItemID, _ choice: Choice, evidence: String? = nil) -> Answer {
    Answer(
      item: item, revision: 1, choice: choice, source: .respondent,
      reason: choice == .alternative ? hostile : nil, evidence: evidence)
  }

  /// Ten members: M-PHY-01 yes 7, no 3; M-PHY-02 all unanswered; awareness 4 of 10 yes; devices all no. Staff: `staff`
  /// yes. The organisation answers one item with hostile words.
  public static func summary(
    _ round: Round = round(), approved: Bool = true, members: Int = 10, staff: Int = 2, closed: Bool = true
  ) -> Summary {
    let ofMembers = (0..<members).map { index in
      sheet(
        index, .member,
        [
          answer("M-PHY-01", index < 7 ? .yes : .no), answer("M-PHY-03", index < 4 ? .yes : .unknown),
          answer("M-PHY-04", .no),
        ])
    }
    let ofStaff = (0..<staff).map { sheet(1_000 + $0, .staff, [answer("S-PHY-01", .yes)]) }
    let ofOrganisation = sheet(
      9_000, .organisation,
      [answer("O-PHY-01", .yes, evidence: hostile), answer("O-PHY-02", .no)],
      signature: .init(
        respondent: "soshiki", notes: ["O-PHY-02": hostile],
        plans: ["O-PHY-02": ImprovementPlan(action: hostile, due: day.adding(days: 100))]))
    var status = RoundStatus(of: round, after: [])
    if closed { status.closed = Timestamp(secondsSinceEpoch: day.adding(days: 12).daysSinceEpoch * 86_400) }
    let sheets = (ofMembers + ofStaff + [ofOrganisation]).enumerated().map {
      PlacedSheet(line: $0.offset + 1, sheet: $0.element)
    }
    let roster = Roster(
      respondents: (0..<12).map { Respondent(id: RespondentID("m\($0)"), name: "議員", kana: "ぎいん", role: .member) })
    let submissions = (0..<members).map {
      Submission(
        respondent: RespondentID("m\($0)"), role: .member, receipt: "\($0)", day: day, entry: .init(mode: .me),
        consent: nil)
    }
    let standings = Standings(of: roster, on: round.referenceDay)
    return Summary(
      round: round, status: status, policy: policy, checklists: checklists(approved: approved), roster: standings,
      submissions: submissions,
      admission: SheetAdmission(
        of: sheets, unreadable: [1_001, 1_002].map { LeftOut(line: $0, reason: .syntax(byte: nil)) }, in: round,
        answering: checklists(approved: approved), by: standings))
  }

  public static func disclosed(
    _ round: Round = round(), to audience: Audience = .office, approved: Bool = true, members: Int = 10,
    closed: Bool = true
  ) throws -> DisclosedSummary {
    try Disclosure.disclosed(summary(round, approved: approved, members: members, closed: closed), to: audience)
  }
}

extension Example {
  /// The round beside earlier ones of the fiscal years before it, oldest first, by their members; 2025 is `r2025`.
  public static func compared(to earlier: [Int], _ change: (inout Round) -> Void = { _ in }) throws -> DisclosedSummary
  {
    let now = summary()
    let before = earlier.enumerated().map { index, members in
      let years = earlier.count - index
      let title = "令和\(8 - years)年度 第1回"
      var before = summary(
        round {
          ($0.title, $0.fiscalYear, $0.opens) = (title, 2026 - years, day.adding(days: -365 * years))
          change(&$0)
        }, members: members)
      // The sheets say the id of the round they are made for.
      before.round.id = RoundID("r\(2026 - years)")
      return before
    }
    return try Disclosure.disclosed(
      now, after: PreviousRounds(before.map { EarlierRound(of: $0) }, before: now), to: .office)
  }
}

/// Whether a text would move a cursor, colour a screen or turn the direction of what follows.
public func isHarmless(_ text: String) -> Bool {
  !text.unicodeScalars.contains { scalar in
    (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }
}
