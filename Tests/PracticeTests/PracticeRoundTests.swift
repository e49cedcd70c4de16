import Aggregation
import Inspection
import Practice
import Testing

@Suite("A made-up round")
struct PracticeRoundTests {
  private static let opens = CalendarDay(daysSinceEpoch: 20_759)  // 2026-11-02

  private static let policy = Policy(
    id: "mihon", assembly: "見本市議会", office: "議会局", staff: "議会局職員",
    signOff: ["担当", "局長"], title: "見本市議会情報セキュリティ基本方針", enacted: opens.adding(days: -250),
    effective: opens.adding(days: -200),
    clauses: [Clause(id: "c5", number: "5", title: "遵守", summary: "守る。", responsible: [.member], ordinance: nil)],
    threats: [Threat(id: "t1", number: "3(1)", title: "不正", summary: "不正。")],
    assets: [AssetKind(id: "a1", number: "4(2)①", title: "機器", summary: "機器。")],
    properties: [PropertyText(id: .integrity, number: "2(5)", title: "完全性", summary: "壊さない。")],
    ordinance: Ordinance(title: "見本省令", effective: opens, items: []),
    rules: [
      Rule(id: "first", title: "一つ目の決まり", clause: "c5"), Rule(id: "last", title: "最後の決まり", clause: "c5"),
    ])

  private static func source(_ role: Role, _ letter: String) -> PracticeRound.Source {
    let items = (1...9).map { number in
      Item(
        id: ItemID("\(letter)-DUT-0\(number)"), revision: 1, label: "決まりを守る", question: "会議の決まりを守っていますか。",
        guidance: "守ります。",
        clauses: ["c5"], threats: ["t1"], properties: [.integrity], assets: ["a1"], importance: .medium,
        kind: .practice, partial: number % 2 == 0 ? "ときどき" : nil, notApplicable: number % 3 == 0 ? "使わない場合" : nil,
        requires: number == 9 ? "last" : nil, remedy: "守る。", short: number < 4)
    }
    let profile = ProfileQuestion(
      id: "device", question: "使いますか。", guidance: nil, assumes: nil, whenNo: [ItemID("\(letter)-DUT-03")])
    let checklist = Checklist(
      id: ChecklistID("mihon-\(role.rawValue)"), version: "1", title: "見本", role: role, policy: "mihon", approved: nil,
      scope: "会議の場面", preface: ["お願いします。"], choices: Choice.allCases, profile: [profile],
      sections: [Section(id: "DUT", title: "務め", items: items)])
    return PracticeRound.Source(checklist: checklist, file: "\(role.rawValue).yaml", digest: "digest-\(role.rawValue)")
  }

  private static let sources = [source(.member, "M"), source(.staff, "S"), source(.organisation, "O")]

  private func practice(_ change: (inout PracticeRound.Settings) -> Void = { _ in }) -> PracticeRound {
    var settings = PracticeRound.Settings(opens: Self.opens)
    change(&settings)
    return PracticeRound(settings, policy: Self.policy, sources: Self.sources)
  }

  private func admission(_ practice: PracticeRound) -> SheetAdmission {
    let sheets = practice.sheets + practice.brokenSheets.filter { $0.damage == .none }.map(\.sheet)
    let placed = sheets.enumerated().map { PlacedSheet(line: $0.offset + 1, sheet: $0.element) }
    return SheetAdmission(
      of: placed, in: practice.round, answering: Self.sources.map(\.checklist),
      by: Standings(of: practice.roster, on: practice.round.referenceDay))
  }

  @Test func `Is the same for the same settings, and another for another seed`() {
    #expect(practice() == practice())
    #expect(practice() != practice { $0.seed = 2 })
  }

  @Test func `Has the people asked for, plainly made up, and the organisation`() {
    let roster = practice {
      $0.members = 12
      $0.staff = 5
    }.roster
    #expect(roster.respondents.count { $0.role == .member } == 12)
    #expect(roster.respondents.count { $0.role == .staff } == 5)
    #expect(roster.respondents.count { $0.role == .organisation } == 1)
    #expect(roster.respondents.first?.name == "議員01")
    #expect(Set(roster.respondents.map(\.id)).count == 18)
  }

  @Test func `Has someone who is exempt, someone who left and someone who came after the reference day`() {
    let practice = practice()
    let day = practice.round.referenceDay
    #expect(practice.roster.respondents.contains { $0.exempt != nil })
    #expect(practice.roster.respondents.contains { $0.role == .member && !$0.isOnRoster(on: day) })
    #expect(practice.roster.respondents.contains { $0.role == .staff && !$0.isOnRoster(on: day) })
    #expect(practice.roster.asked(.member, on: day).count == 46)
  }

  @Test(arguments: Array(UInt64(1)...8))
  func `Most people have handed in, and few are left with a draft`(seed: UInt64) {
    let practice = practice { $0.seed = seed }
    #expect(practice.submissions.count > practice.roster.respondents.count / 2)
    #expect(practice.drafts.count < practice.roster.respondents.count / 4)
  }

  @Test(arguments: Array(UInt64(1)...8))
  func `Has nothing of the exempt, neither handed in nor begun`(seed: UInt64) {
    let practice = practice { $0.seed = seed }
    let exempt = practice.roster.respondents.filter { $0.exempt != nil }.map(\.id)
    #expect(!practice.submissions.contains { exempt.contains($0.respondent) })
    #expect(!practice.drafts.contains { $0.respondent.map(exempt.contains) == true })
  }

  /// The first numbers that Vigna's splitmix64.c gives for the seed 1234567.
  @Test func `Is drawn by SplitMix64, so that a seed means the same everywhere`() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (1...3).map { _ in generator.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test(arguments: Array(UInt64(1)...8))
  func `Has sheets that all count, and broken lines that all do not`(seed: UInt64) {
    let practice = practice {
      $0.seed = seed
      $0.handIn = seed % 2 == 0 ? .signed : .unsigned
      $0.length = seed % 3 == 0 ? .short : .full
    }
    let admission = admission(practice)
    #expect(Set(admission.counted.map(\.id)) == Set(practice.sheets.map(\.id)))
    #expect(admission.leftOut.count == practice.brokenSheets.count { $0.damage == .none })
  }

  @Test func `Leaves a dozen people to try it while it is open, of a small assembly half`() {
    for (members, staff, left) in [(48, 12, 12), (6, 2, 3), (1, 0, 0)] {
      let practice = practice {
        ($0.members, $0.staff, $0.isClosed) = (members, staff, false)
      }
      let begun = Set(practice.submissions.map(\.respondent) + practice.drafts.compactMap(\.respondent))
      let free = practice.roster.respondents.filter { $0.exempt == nil && !begun.contains($0.id) }
      #expect(free.count >= left, "of \(members) and \(staff)")
      #expect(practice.sheets.contains { $0.role == .organisation })
    }
  }

  @Test func `Is broken in each of the ways a box goes wrong`() {
    let practice = practice()
    let kinds = admission(practice).leftOut.map(\.reason.kind)
    #expect(
      Set(kinds) == [.wrongRound, .unknownChecklist, .unknownItem, .wrongRevision, .duplicateNumber])
    #expect(practice.brokenSheets.contains { $0.damage == .truncated })
    #expect(practice.brokenSheets.contains { $0.damage == .format("tenken.sheet/9") })
  }

  @Test func `Has one submission a sheet, each with a 受付番号 of its own, and late ones before the closing`() throws {
    // So many that two would surely get the same six digits by chance.
    let practice = practice { $0.members = 3_000 }
    #expect(practice.submissions.count == practice.sheets.count)
    #expect(Set(practice.submissions.map(\.receipt)).count == practice.submissions.count)
    let status = RoundStatus(of: practice.round, after: practice.events)
    let closed = try #require(status.closed)
    #expect(practice.submissions.contains { practice.round.deadline < $0.day })
    #expect(practice.submissions.allSatisfy { $0.day <= closed.day })
  }

  @Test func `Leaves a rule missing, a draft open, and some plans, notes and opinions`() {
    let practice = practice {
      $0.members = 100
      $0.handIn = .signed
    }
    #expect(practice.round.rules == ["first"])
    #expect(!practice.drafts.isEmpty)
    #expect(!practice.opinions.isEmpty)
    #expect(practice.sheets.contains { $0.signature?.plans.isEmpty == false })
    let choices = Set(practice.sheets.flatMap(\.answers).map(\.choice))
    #expect(choices == Set(Choice.allCases))
    #expect(practice.sheets.contains { $0.answers.count < 9 })
  }

  @Test func `Names nobody on an unsigned sheet`() {
    #expect(practice().sheets.allSatisfy { ($0.signature == nil) == ($0.role != .organisation) })
  }

  @Test func `Has no staff sheets where the city's inspection is copied, and can be left open`() {
    let copied = practice { $0.staffMode = .copy }
    #expect(!copied.sheets.contains { $0.role == .staff })
    #expect(copied.round.cityInspection != nil)
    let open = practice { $0.isClosed = false }
    #expect(RoundStatus(of: open.round, after: open.events).closed == nil)
  }

  @Test(arguments: [0, 1, 2])
  func `Works for the smallest assembly`(members: Int) {
    let practice = practice {
      $0.members = members
      $0.staff = 0
    }
    #expect(practice.roster.respondents.count == members + 1)
    #expect(practice.sheets.contains { $0.role == .organisation })
  }
}
