import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite("The summary as text")
struct SummaryTextTests {
  @Test(arguments: Audience.allCases, [0, 7, 10])
  func `Never passes 80 cells`(audience: Audience, members: Int) throws {
    let text = SummaryReport(of: try Example.disclosed(to: audience, members: members)).document.text
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80, "\(line)") }
  }

  @Test
  func `Tells on its first page who answered, how well, what to improve, what section 8 looks at, what was left out`()
    throws
  {
    let page = try firstPage(Example.disclosed(Example.round { $0.thresholds.support = 95 }))
    #expect(page.contains("議員：対象12人のうち10人が提出した（提出率83.3%）。回答票10票。"))
    #expect(page.contains(/全体 +\*70.0%/))
    #expect(page.contains("実施率70.0%（7／10）が95%に満たない"))
    #expect(page.contains("わからない率60.0%（6／10）が20%以上である"))
    #expect(page.contains("「紙の保管の決まり」がまだなく、1項目を尋ねることができなかった。"))
    #expect(page.contains("集計から除いたもの：2件"))
    #expect(page.contains("監査ではない"))
  }

  @Test(arguments: [(10, "計10票に等しい。"), (9, "提出の記録9件より1票多い。"), (11, "提出の記録11件より1票少ない。")])
  func `Says whether what was handed in and the sheets agree in number`(submissions: Int, told: String) throws {
    var summary = try Example.disclosed()
    let index = try #require(summary.roles.firstIndex { $0.role == .member })
    summary.roles[index].handIn.reconciliation = .init(submissions: submissions, sheets: 9, leftOut: 1)
    let words = SummaryReport(of: summary).document.text.split(separator: "\n").map {
      $0.trimmingPrefix(while: \.isWhitespace)
    }
    #expect(words.joined().contains(told))
  }

  @Test func `That the ordinance takes effect is led by no clause, for it is about all of them`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.text
    let words = text.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }.joined()
    let before = try #require(words.split(separator: "省令が令和9年6月13日に施行される", maxSplits: 1).first)
    #expect(!before.hasSuffix("："))
  }

  @Test
  func
    `Wastes no line of the first page: marks on one, headings right above what they head, reasons in one list entry`()
    throws
  {
    let text = SummaryReport(of: try Example.disclosed(approved: false)).document.text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0].hasSuffix("取扱注意　案"))
    let heading = try #require(lines.firstIndex(of: "1 だれが答えたか"))
    #expect(lines[heading + 1].hasPrefix("  - 議員："))
    #expect(try firstPage(Example.disclosed()).contains("：2件（途中で切れているなど、読み取れないもの2件）。"))
  }

  @Test func `Names on its first page five improvements, three of each other kind, and how many more there are`() throws
  {
    var summary = try Example.disclosed()
    func proposals(_ rule: Proposal.Rule, _ role: Role?, _ count: Int) -> [Proposal] {
      (1...count).map { Proposal(rule, role: role, items: [Example.item(ItemID("M-PHY-0\($0)"))], clauses: []) }
    }
    let low = Rate(1, of: 20)
    summary.proposals =
      proposals(.support(low, below: 70), .member, 9) + proposals(.organisationGap(.no, plan: nil), .organisation, 4)
      + proposals(.deviceSetUp(low, below: 70), .member, 5) + proposals(.changedCircumstances("変化"), nil, 4)
    let page = try firstPage(summary)
    // Members and the organisation in turn: three of one, two of the other.
    #expect(page.matches(of: /実施率5.0%（1／20）が70%に満たない/).count == 3 + 3)
    #expect(page.matches(of: /組織の回答が「いいえ」である/).count == 2)
    #expect(page.contains("4 何を改善するか（ほか8件は第4）\n"))
    #expect(page.contains("5 執行機関に伝えること（基本方針9）（ほか2件は第4）\n"))
    #expect(page.matches(of: /状況の変化「変化」がある/).count == 3 && page.contains("（ほか1件は第5）"))
    #expect(
      try firstPage(Example.disclosed(Example.round { $0.lentDevices = .council })).contains(
        "5 執行機関に伝えること（基本方針9）：ない"))
  }

  @Test func `Has the parts of an office report in order, and marks`() throws {
    let text = SummaryReport(of: try Example.disclosed(approved: false)).document.text
    let parts = ["取扱注意", "案", "令和8年度 情報セキュリティ自己点検の結果について（報告）（案）", "概要版", "第1 ", "第2 ", "第3 ", "第4 ", "第5 ", "別記"]
    var rest = text[...]
    for part in parts {
      let found = try #require(rest.firstRange(of: part), "\(part)")
      rest = rest[found.upperBound...]
    }
    #expect(text.contains("令和8年11月25日から令和8年12月5日まで"))
    #expect(!SummaryReport(of: try Example.disclosed(approved: true)).document.text.contains("（案）"))
  }

  @Test func `Keeps awareness, devices and missing rules out of 実施率`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.text
    #expect(text.contains("周知率は40.0%（1項目、延べ4／10）"))
    #expect(text.contains("参考（基本方針9）：執行機関が管理する端末"))
    #expect(text.contains("見本省令の号は、施行の前であるため、参考である。"))
    #expect(text.contains("まだ定めのない決まり"))
  }

  @Test func `Prints 「−」 over nothing, never 0 %`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.text
    // Of the staff nobody is on the roster.
    let line = try #require(text.split(separator: "\n").first { $0.contains("議会局職員：対象0人") })
    #expect(line.contains("提出率−"))
  }

  @Test func `Says why figures are not shown, and shows none`() throws {
    let few = SummaryReport(of: try Example.disclosed(members: 4)).document.text
    #expect(few.contains("回答票が5票に満たないため、回答の集計は示さない。"))
    #expect(!few.contains("実施率は"))
    let some = SummaryReport(of: try Example.disclosed(members: 9)).document.text
    // Of nine, five or more report M-PHY-03 (5 わからない) and the devices; M-PHY-01 has two.
    #expect(some.contains("回答票が10票に満たないため、率と件数は示さない。"))
    let results = try #require(some.components(between: "第3 ", and: "第4 "))
    #expect(results.contains("M-PHY-03"))
    #expect(!results.contains("M-PHY-01"))
    #expect(!results.contains("55.6%"))
  }

  /// docs/figures.md 2.1.
  @Test func `Names what too few answered among the items that are in no figure, and nothing where there is none`()
    throws
  {
    func apart(_ change: (inout RoleTables) -> Void = { _ in }) throws -> String? {
      var summary = try Example.disclosed()
      for index in summary.roles.indices {
        guard case .tables(var tables) = summary.roles[index].figures else { continue }
        change(&tables)
        summary.roles[index].figures = .tables(tables)
      }
      return SummaryReport(of: summary).document.text.components(between: "数に入れない項目", and: "第4 ")
    }
    // Nobody answers it.
    #expect(try apart()?.contains("- M-PHY-02 会議の資料") == true)
    #expect(try apart { $0.apart.items = [] } == nil)
  }

  /// docs/figures.md 5.
  @Test func `Says of the sizes that occur what is shown, and of the organisation where it answered`() throws {
    func shown(_ members: Int, _ change: (inout DisclosedSummary) -> Void = { _ in }) throws -> String {
      var summary = try Example.disclosed(members: members)
      change(&summary)
      let text = SummaryReport(of: summary).document.text.replacing(/\s/, with: "")
      return try #require(text.components(between: "示す範囲", and: "点検票と版"))
    }
    // Two of the staff hand in, whoever of the members does.
    for (members, sizes) in [(10, ["10票以上", "5票に満たない"]), (9, ["5票から9票まで", "5票に満たない"]), (4, ["5票に満たない"])] {
      let told = try shown(members)
      #expect(["10票以上", "5票から9票まで", "5票に満たない"].filter { told.contains("回答票が" + $0) } == sizes)
      #expect(told.contains("組織の回答票は、全てを示す。"))
    }
    #expect(try !shown(10) { $0.organisation = nil }.contains("組織の回答票は"))
  }

  @Test func `Before closing tells only who handed in`() throws {
    let text = SummaryReport(of: try Example.disclosed(closed: false)).document.text
    #expect(text.contains("議員：対象12人のうち10人が提出した（提出率83.3%）。"))
    #expect(text.contains("締められていない"))
    #expect(!text.contains("集計から除いたもの"))
    #expect(!text.contains("O-PHY-01"))
  }

  @Test func `For the public has sections in whole percent, and neither items nor issues`() throws {
    let text = SummaryReport(of: try Example.disclosed(to: .everyone)).document.text
    #expect(text.contains("（公表）"))
    #expect(text.contains("70%"))
    #expect(!text.contains("70.0%"))
    for secret in ["M-PHY", "O-PHY", "取扱注意", "第4 ", "紙の保管の決まり", "期限後"] {
      #expect(!text.contains(secret), "\(secret)")
    }
  }

  @Test func `Heads the staff's part as 参考, and records the city's inspection`() throws {
    #expect(SummaryReport(of: try Example.disclosed()).document.text.contains("議会局職員（参考：対応する分野）"))
    let copied = Example.round {
      $0.staffMode = .copy
      $0.cityInspection = .init(date: Example.day, form: "市の点検票")
    }
    let text = SummaryReport(of: try Example.disclosed(copied)).document.text.replacing("\n    ", with: "")
    #expect(text.contains("執行機関の点検（令和8年11月25日実施、市の点検票）"))
    #expect(!text.contains("参考：対応する分野"))
  }

  @Test func `Blames nobody`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.text
    for word in ["遵守率", "違反率", "違反者", "守らなかった", "ワースト"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func `Lets no word of the organisation reach the terminal as a command`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.text
    #expect(isHarmless(text))
    #expect(text.contains("赤"))
  }

  @Test func `Is the same for the same input`() throws {
    func text() throws -> String { SummaryReport(of: try Example.disclosed()).document.text }
    #expect(try text() == text())
  }

  private func firstPage(_ summary: DisclosedSummary) throws -> String {
    let text = SummaryReport(of: summary).document.text
    return try #require(text.components(between: "概要版", and: "第1 ")).replacing("\n    ", with: "")
  }
}

extension String {
  /// What stands between the first `start` and the next `end`.
  func components(between start: String, and end: String) -> String? {
    guard let from = firstRange(of: start)?.upperBound, let to = self[from...].firstRange(of: end)?.lowerBound else {
      return nil
    }
    return String(self[from..<to])
  }
}
