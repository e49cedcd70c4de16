import Aggregation
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The summary as a tidy table")
struct SummaryCSVTests {
  /// The rows by their headings.
  private func rows(_ summary: DisclosedSummary) throws -> [[String: String]] {
    let table = SummaryCSV.rows(of: summary)
    let headings = try #require(table.first)
    return table.dropFirst().map { row in
      #expect(row.count == headings.count)
      return Dictionary(uniqueKeysWithValues: zip(headings, row))
    }
  }

  private func row(
    _ summary: DisclosedSummary, _ table: String, _ title: String, _ measure: String
  ) throws -> [String: String] {
    try #require(
      try rows(summary).first { $0["表"] == table && $0["項目"]?.contains(title) == true && $0["指標"] == measure })
  }

  @Test func `Gives a rate with numerator, denominator and percent, under words that say all of it`() throws {
    let row = try row(try Example.disclosed(), "項目別", "M-PHY-01", "実施率")
    #expect(
      row == [
        "団体コード": "", "議会": "見本市議会", "年度": "令和8年度", "点検回の番号": "'r8-1", "点検回": "令和8年度 第1回", "定期・臨時": "定期",
        "始めた日": "2026-11-25", "締め切った日": "2026-12-07", "用途": "内部用", "版": "", "表": "項目別", "区分": "議員",
        "点検票の版": "'1", "番号": "M-PHY-01", "設問の版": "1", "項目": "会議の資料を決められた場所に置いてM-PHY-01を守っていますか。",
        "比べた点検回": "", "指標": "実施率", "分子": "7", "分母": "10", "率（%）": "70.0", "数": "", "単位": "", "日": "", "内容": "",
      ])
  }

  @Test func `Gives every answer's count, and people`() throws {
    let summary = try Example.disclosed()
    let answers = [("はい", "7"), ("別の方法で対応", "0"), ("いいえ", "3"), ("わからない", "0"), ("該当なし", "0"), ("未回答", "0")]
    for (measure, count) in answers {
      #expect(try row(summary, "項目別", "M-PHY-01", measure)["数"] == count, "\(measure)")
    }
    #expect(try row(summary, "提出の状況", "", "対象者")["数"] == "12")
    #expect(try row(summary, "提出の状況", "", "提出率")["率（%）"] == "83.3")
    #expect(try row(summary, "集計から除いたもの", "読み取れない", "除いた票")["数"] == "2")
    #expect(try row(summary, "まだ定めのない決まり", "M-PHY-05", "決まり")["内容"] == "紙の保管の決まり")
  }

  @Test func `Gives the proposals with the rule that fired and its counts`() throws {
    let row = try row(try Example.disclosed(), "改善の候補", "M-PHY-03", "挙げた理由")
    #expect(row["内容"]?.contains("わからない率60.0%（6／10）") == true)
  }

  @Test func `Leaves the value over nothing empty, for no sign stands for a number`() throws {
    // Of the staff nobody is on the roster.
    let row = try #require(
      try rows(Example.disclosed()).first { $0["区分"] == Example.policy.staff && $0["指標"] == "提出率" })
    #expect((row["分子"], row["分母"], row["率（%）"]) == ("0", "0", ""))
  }

  @Test func `Keeps 周知 and other bodies' devices apart`() throws {
    let summary = try Example.disclosed()
    #expect(try row(summary, "周知", "M-PHY-03", "周知率")["率（%）"] == "40.0")
    #expect(try row(summary, "参考：執行機関が管理する端末", "M-PHY-04", "実施率")["率（%）"] == "0.0")
  }

  @Test func `Numbers clauses and the ordinance's items with words`() throws {
    let numbers = try Set(rows(try Example.disclosed()).compactMap { $0["番号"] })
    #expect(numbers.isSuperset(of: ["基本方針6(3)", "基本方針3(1)", "第3号", "PHY", "M-PHY-01"]))
    #expect(!numbers.contains { $0.first?.isNumber == true || $0.first == "(" })
  }

  @Test func `Has the organisation's answers as words, on one line and without controls`() throws {
    let summary = try Example.disclosed()
    #expect(try row(summary, "組織", "O-PHY-01", "回答")["内容"] == "はい")
    let evidence = try row(summary, "組織", "O-PHY-01", "根拠")["内容"] ?? ""
    #expect(evidence.contains("*太字* # <b>見出し</b>"))
    #expect(isHarmless(evidence) && !evidence.contains("\n"))
  }

  @Test(arguments: [
    "(1)", "3-1", "1/2", "001", "３－１", "3月1日", "令和8年11月25日", "R8.11.25", "1-Jan", "mar 3", "10:30", "1E5", "¥100",
    "5%",
  ])
  func `No words are such that Excel makes a date or a number of them`(_ words: String) throws {
    #expect(try content(words) == "'" + words)
  }

  @Test(arguments: ["令和8年度の記録", "6(3)のとおり", "ISO27001", "記録", "M-PHY-01", "はい"])
  func `Other words stay as they are`(_ words: String) throws {
    #expect(try content(words) == words)
  }

  /// What stands in the table for a note of these words.
  private func content(_ words: String) throws -> String? {
    var summary = try Example.disclosed()
    summary.organisation?.sections[0].rows[1].note = words
    return try row(summary, "組織", "O-PHY-02", "メモ")["内容"]
  }

  @Test func `Has the comparison with earlier rounds, and says where there is none`() throws {
    // Seven of fourteen; then nine sheets, which show no tables; now seven of ten.
    let summary = try Example.compared(to: [14, 9])
    let rows = try rows(summary).filter { $0["表"]?.hasPrefix("前回比較") == true }
    func row(_ table: String, _ number: String, _ measure: String, since earlier: String) throws -> [String?] {
      let row = try #require(
        rows.first { $0["表"] == table && $0["番号"] == number && $0["指標"] == measure && $0["比べた点検回"] == earlier })
      return [row["分子"], row["分母"], row["率（%）"], row["数"], row["内容"]]
    }
    let (older, last) = ("令和6年度 第1回", "令和7年度 第1回")
    // Of M-PHY-01, the one item that 実施率 is of.
    #expect(try row("前回比較", "", "同じ設問の割合", since: older) == ["1", "1", "100.0", "", ""])
    #expect(try row("前回比較：前の点検回", "", "実施率", since: older) == ["7", "14", "50.0", "", ""])
    #expect(try row("前回比較：今回", "", "実施率", since: older) == ["7", "10", "70.0", "", ""])
    #expect(try row("前回比較", "", "同じ設問", since: last) == ["", "", "", "", "比べることができない"])
    #expect(try row("前回比較：分野別", "PHY", "前回の実施率", since: older) == ["7", "14", "50.0", "", ""])
    #expect(try row("前回比較：分野別", "PHY", "今回の実施率", since: older) == ["7", "10", "70.0", "", ""])
    #expect(try row("前回比較：項目別", "M-PHY-01", "前回の実施率", since: older) == ["7", "14", "50.0", "", ""])
    #expect(try row("前回比較：項目別", "M-PHY-01", "人数の違い", since: older) == ["", "", "", "4", ""])
    #expect(try row("前回比較：組織", "O-PHY-02", "前回の回答", since: last) == ["", "", "", "", "いいえ"])
    #expect(!rows.contains { $0["比べた点検回"] == last && $0["指標"]?.hasSuffix("率") == true })
    // The folders' names are nobody's business.
    #expect(!rows.contains { $0.values.contains { $0.contains("r2024") } })
    #expect(!(try self.rows(Example.disclosed()).contains { $0["表"]?.hasPrefix("前回比較") == true }))
  }

  @Test func `For the public has sections in whole percent, without counts, items or words of anybody`() throws {
    let rows = try rows(try Example.disclosed(to: .everyone))
    let member = rows.filter { $0["区分"] == "議員" && $0["表"] != "提出の状況" }
    #expect(member.filter { $0["指標"] == "実施率" }.map { $0["率（%）"] } == ["70"])
    // The rate rests on M-PHY-01; M-PHY-02, which nobody answers, is told by number; and nothing else.
    #expect(
      member.filter { $0["指標"] != "実施率" }.map { [$0["表"], $0["数"], $0["単位"]] }
        == [["分野別", "1", "項目"], ["数に入れない項目", "1", "項目"]])
    #expect(member.allSatisfy { $0["分子"] == "" && $0["分母"] == "" && $0["用途"] == "公表用" })
    #expect(!rows.contains { $0["番号"]?.contains("PHY-") == true })
  }

  @Test func `Says why figures are not shown, and shows none`() throws {
    let few = try rows(try Example.disclosed(members: 4)).filter { $0["区分"] == "議員" && $0["表"] != "提出の状況" }
    #expect(few.map { $0["内容"] } == ["回答票が5票に満たないため、回答の集計は示さない。"])
    let some = try rows(try Example.disclosed(members: 9)).filter { $0["表"] == "半数以上が課題と答えた項目" }
    #expect(some.map { $0["番号"] } == ["M-PHY-03", "M-PHY-04"])
    #expect(some.allSatisfy { $0["率（%）"] == "" && $0["数"] == "" })
  }
}
