import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The summary as worksheets")
struct SummarySpreadsheetTests {
  private func names(_ summary: DisclosedSummary) -> [String] {
    SummarySpreadsheet.spreadsheet(of: summary).worksheets.map(\.name)
  }

  private func sheet(_ summary: DisclosedSummary, _ name: String) throws -> Worksheet {
    try #require(SummarySpreadsheet.spreadsheet(of: summary).worksheets.first { $0.name == name })
  }

  /// The rows of a sheet, by heading.
  private func rows(_ summary: DisclosedSummary, _ name: String) throws -> [[String: Document.Table.Cell]] {
    let table = try sheet(summary, name).table
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.title), $0)) }
  }

  @Test func `Has what matters in words first, then few sheets, and names those that are not there`() throws {
    #expect(names(try Example.disclosed()) == ["提出", "分野・条項など", "項目", "組織", "見直し・改善の候補", "注記"])
    #expect(names(try Example.disclosed(to: .everyone)) == ["提出", "分野・条項など", "組織", "注記"])
    #expect(names(try Example.disclosed(members: 4)) == ["提出", "項目", "組織", "見直し・改善の候補", "注記"])
    #expect(names(try Example.disclosed(closed: false)) == ["提出", "項目", "注記"])
    let cover = try #require(SummarySpreadsheet.spreadsheet(of: try Example.disclosed()).cover)
    #expect(cover.lines.last == .text("「推移」「対応」「意見・監査など」のシートは、該当するものがないため、作っていない。"))
    let links = cover.lines.compactMap { if case .link(let name, _) = $0 { name } else { nil } }
    #expect(links == names(try Example.disclosed()))
  }

  @Test(arguments: Audience.allCases, [4, 9, 10])
  func `Can be made into Excel tables, whatever is shown`(audience: Audience, members: Int) throws {
    for sheet in SummarySpreadsheet.spreadsheet(of: try Example.disclosed(to: audience, members: members)).worksheets {
      let titles = sheet.table.columns.map(\.title)
      #expect(Set(titles).count == titles.count && !sheet.table.rows.isEmpty, "\(sheet.name)")
      for row in sheet.table.rows { #expect(row.count == titles.count, "\(sheet.name)") }
      for bars in sheet.bars { #expect(titles.contains(bars.column)) }
    }
  }

  @Test func `Gives number, label, question and importance of an item in columns of their own, and figures as values`()
    throws
  {
    let row = try #require(try rows(Example.disclosed(), "項目").first { $0["番号"] == .text("M-PHY-01") })
    #expect(row["質問"] == .text("会議の資料を決められた場所に置いてM-PHY-01を守っていますか。"))
    #expect(row["名"] == .text("置き場所M-PHY-01") && row["重要度"] == .text("高"))
    #expect(row["分野"] == .text("物理的セキュリティ") && row["表"] == .text("実施"))
    #expect(row["実施率"] == .rate(Rate(7, of: 10)))
    #expect(row["はい"] == .count(7))
    #expect(row["いいえ"] == .count(3))
    #expect(row["対象"] == .count(10))
    #expect(try sheet(Example.disclosed(), "項目").frozenColumns == 2)
  }

  @Test func `Marks a rate below what the round aims at`() throws {
    let summary = try Example.disclosed(Example.round { $0.thresholds.support = 95 })
    let row = try #require(try rows(summary, "項目").first { $0["番号"] == .text("M-PHY-01") })
    guard case .rate(let ratio) = row["実施率"] else { return #expect(Bool(false)) }
    #expect(ratio.isConcern && row["備考"] == .text("支援"))
  }

  @Test func `Keeps items without figures, each with the reason`() throws {
    // M-PHY-05 asks for a rule that does not exist; nobody answered M-PHY-02.
    let all = try rows(Example.disclosed(), "項目")
    let unasked = try #require(all.first { $0["番号"] == .text("M-PHY-05") })
    #expect(unasked["備考"] == .text("「紙の保管の決まり」がまだないため、尋ねていない。") && unasked["実施率"] == .text(""))
    let few = try #require(all.first { $0["番号"] == .text("M-PHY-02") })
    #expect(few["備考"] == .text("該当なしと未回答を除いた回答が5人に満たないため、どの数にも入れない。") && few["はい"] == .text(""))
  }

  @Test func `Says of each role what is shown of its answers, and if not, why`() throws {
    func shown(_ members: Int, to audience: Audience = .office) throws -> Document.Table.Cell? {
      try rows(Example.disclosed(to: audience, members: members), "提出").first?["回答の集計"]
    }
    #expect(try shown(4) == .text("回答票が5票に満たないため、回答の集計は示さない。"))
    guard case .text(let nine) = try shown(9) else { return #expect(Bool(false)) }
    #expect(nine.hasPrefix("回答票が10票に満たないため、率と件数は示さない。"))
    #expect(try shown(9, to: .everyone) == .text("回答票が10票に満たないため、回答の集計は示さない。"))
    guard case .text(let ten) = try shown(10) else { return #expect(Bool(false)) }
    #expect(ten.hasPrefix("全ての表を示す。"))
  }

  @Test func `Draws the sections of each role that has figures, and says their rates in words`() throws {
    let groups = try sheet(try Example.disclosed(), "分野・条項など")
    let chart = try #require(groups.charts.first)
    #expect(groups.charts.count == 1 && chart.rates == "実施率" && chart.names == "名")
    let drawn = groups.table.rows[chart.rows]
    #expect(drawn.map { $0[1] } == [.text("分野別")] && drawn.first?[3] == .text("物理的セキュリティ"))
    #expect(chart.description == "議員の分野別の実施率の棒グラフ。物理的セキュリティ 70.0%。")
    // M-PHY-01 alone: nobody answered M-PHY-02.
    #expect(drawn.first?[4] == .count(1))
  }

  @Test func `Has all views of the figures in one table, told apart by a column`() throws {
    let views = try rows(Example.disclosed(), "分野・条項など").map { $0["表"] }
    for view in ["全体", "分野別", "条項別", "脅威別", "性質別", "資産別"] { #expect(views.contains(.text(view))) }
  }

  @Test func `Sets each earlier round beside this one, and leaves empty what cannot be compared`() throws {
    // Seven of fourteen; then nine sheets, which show no tables; now seven of ten.
    let summary = try Example.compared(to: [14, 9])
    let all = try rows(summary, "推移")
    let values = all.filter { [.text("全体"), .text("分野別")].contains($0["表"]) }
    // All items and each section of the first, and one row for the second.
    try #require(values.count == 3)
    #expect(values.map { $0["名"] } == [.text(""), .text("物理的セキュリティ"), .text("")])
    #expect(values[0]["点検回"] == .text("令和6年度 第1回"))
    // M-PHY-01, the one item that 実施率 is of.
    #expect((values[0]["同じ設問"], values[0]["今回の設問"]) == (.count(1), .count(1)))
    #expect((values[0]["その回の実施率"], values[0]["今回の実施率"]) == (.rate(Rate(7, of: 14)), .rate(Rate(7, of: 10))))
    #expect((values[0]["その回の対象"], values[0]["今回の対象"]) == (.count(14), .count(10)))
    // 50.0 % and 70.0 %.
    #expect(values[0]["変化"] == .points(tenths: 200))
    #expect((values[1]["同じ設問"], values[1]["その回の実施率"]) == (.count(1), .rate(Rate(7, of: 14))))
    #expect((values[2]["点検回"], values[2]["その回の実施率"]) == (.text("令和7年度 第1回"), .text("")))

    let item = all.filter { $0["番号"] == .text("M-PHY-01") }
    // Of the seven who answered いいえ three are left: four fewer.
    #expect((item[0]["その回の実施率"], item[0]["違う人数"]) == (.rate(Rate(7, of: 14)), .count(4)))
    #expect((item[1]["その回の実施率"], item[1]["点検回"]) == (.text(""), .text("令和7年度 第1回")))
    #expect(item.map { $0["備考"] } == [.text(""), .text("比べることができない（同じ設問を尋ねていないか、示せない。）。")])
    #expect(!names(try Example.disclosed()).contains("推移"))
  }

  @Test func `Draws rates over time as a line, with a gap where a round cannot be compared`() throws {
    let sheet = try sheet(Example.compared(to: [14, 9]), "推移")
    let chart = try #require(sheet.charts.first)
    let rate = try #require(sheet.table.columns.firstIndex { $0.title == chart.rates })
    let points = sheet.table.rows[chart.rows].map { $0[rate] }
    #expect(chart.kind == .line && points.count == 3)
    #expect((points[0], points[1], points[2]) == (.rate(Rate(7, of: 14)), .text(""), .rate(Rate(7, of: 10))))
    #expect(chart.description.contains("−"))
  }

  @Test func `Has beside an item the latest earlier rate, the change with its sign, and of how many people it is`()
    throws
  {
    let row = try #require(try rows(Example.compared(to: [14]), "項目").first { $0["番号"] == .text("M-PHY-01") })
    #expect((row["前回"], row["変化"], row["違う人数"]) == (.rate(Rate(7, of: 14)), .points(tenths: 200), .count(4)))
  }

  @Test func `For the public has whole percents and no counts behind them`() throws {
    let table = try sheet(try Example.disclosed(to: .everyone), "分野・条項など").table
    #expect(table.columns.map(\.title) == ["区分", "表", "番号", "名", "項目数", "実施率"])
    #expect(
      table.rows == [[.text("議員"), .text("分野別"), .text("PHY"), .text("物理的セキュリティ"), .count(1), .whole(70)]])
  }

  @Test func `Says in its properties what it is of, who made it, and when the round was closed`() throws {
    let summary = try Example.disclosed()
    let properties = SummarySpreadsheet.spreadsheet(of: summary).properties
    #expect(properties.subject == summary.round.title)
    #expect((properties.author, properties.company) == (summary.policy.office, summary.policy.assembly))
    #expect(properties.created == summary.status.closed?.secondsSinceEpoch)
  }
}
