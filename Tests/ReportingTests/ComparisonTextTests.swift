import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite("The comparison as text")
struct ComparisonTextTests {
  private func text(_ change: @escaping (inout Round) -> Void = { _ in }, earlierMembers: Int = 10) throws -> String {
    let now = Example.summary(Example.round(change))
    let earlier = Example.summary(
      Example.round {
        $0.title = "令和7年度 第1回"
        $0.opens = Example.day.adding(days: -365)
      }, members: earlierMembers)
    var before = earlier
    before.round.id = "r7-1"
    let earlierRound = EarlierRound(of: before)
    let disclosed = try Disclosure.disclosed(now, after: PreviousRounds([earlierRound], before: now), to: .office)
    return SummaryReport(of: disclosed).document.text.replacing("\n    ", with: "")
  }

  @Test func `Says how many items are the same, and both rates of those`() throws {
    #expect(
      try text().contains(
        "令和7年度 第1回と同じ設問は1項目（実施率の1項目の100.0%）で、その実施率は70.0%（7／10）から70.0%（7／10）になった。"))
  }

  @Test func `Shows a gap where the earlier round shows no tables`() throws {
    let text = try text(earlierMembers: 9)
    #expect(text.contains("令和7年度 第1回とは、比べることができない"))
  }

  @Test func `Calls one person one person`() throws {
    // Seven of eleven then, seven of ten now.
    let text = try text(earlierMembers: 11)
    #expect(text.contains("と同じか、1人の違いである。"))
  }

  /// docs/figures.md 7: points stand with people where the bases are equal, else with both counts.
  @Test func `Points stand with people or with both counts`() throws {
    func words(_ before: Tally, _ now: Tally) throws -> String {
      var disclosed = try Example.compared(to: [10])
      disclosed.comparison?.roles[0].items[0].before[0] = Figures(tally: before)
      disclosed.comparison?.roles[0].items[0].now = Figures(tally: now)
      let tables = SummaryReport(of: disclosed).document.chapters.flatMap(\.blocks).compactMap { block in
        if case .table(let table) = block { table } else { nil as Document.Table? }
      }
      // By domain and by item; neither is broken between its points and its people.
      let changes = tables.flatMap(\.columns).filter { $0.title.hasPrefix("変化") }
      #expect(!changes.isEmpty && changes.allSatisfy(\.isUnbroken))
      let rates = tables.flatMap(\.columns).filter { $0.title == "今回" }
      #expect(!rates.isEmpty && rates.allSatisfy(\.isNumber))
      return tables.first { $0.columns.last?.title == "変化" }?.rows.first?.last?.text ?? ""
    }
    #expect(try words(Tally(yes: 30, no: 16), Tally(yes: 32, no: 14)) == "＋4.4ポイント（2人）")
    #expect(try words(Tally(yes: 32, no: 14), Tally(yes: 30, no: 16)) == "下降 −4.4ポイント（2人）")
    // 65.2% and 66.7%.
    #expect(try words(Tally(yes: 30, no: 16), Tally(yes: 32, no: 16)) == "＋1.5ポイント（30／46 → 32／48）")
    // What one person alone can explain is only counted.
    #expect(try words(Tally(yes: 30, no: 16), Tally(yes: 31, no: 15)) == "")
  }

  @Test func `Names the rounds as people know them and never by their folders`() throws {
    let text = SummaryReport(of: try Example.compared(to: [10, 10])).document.text
    #expect(text.contains("令和7年度 第1回") && !text.contains("r2025"))
  }

  @Test func `A year without a round is a gap on the axis of time, never a shift`() throws {
    var disclosed = try Example.compared(to: [10, 10, 10])
    disclosed.comparison?.rounds.remove(at: 1)
    for index in disclosed.comparison?.roles.indices ?? 0..<0 {
      disclosed.comparison?.roles[index].steps.remove(at: 1)
      for row in disclosed.comparison?.roles[index].items.indices ?? 0..<0 {
        disclosed.comparison?.roles[index].items[row].before.remove(at: 1)
      }
    }
    let text = SummaryReport(of: disclosed).document.text.filter { !$0.isWhitespace }
    #expect(text.contains("令和5年度70.0%、令和6年度−、令和7年度70.0%、今回70.0%"))
  }

  @Test func `Says that members were elected in between`() throws {
    #expect(try text { $0.electionBetween = true }.contains("今回の前に、議員の改選があった。"))
    #expect(try !text().contains("今回の前に、議員の改選があった。"))
  }

  @Test func `Prints the numbers of the line in words`() throws {
    let disclosed = try Example.compared(to: [14, 9, 10])
    let words = "今回とで同じ設問）：令和5年度50.0%、令和6年度−、令和7年度70.0%、今回70.0%"
    // Lines may be broken at any space.
    #expect(SummaryReport(of: disclosed).document.text.filter { !$0.isWhitespace }.contains(words))
    let markdown = SummaryReport(of: disclosed).document.markdown(
      by: try MarkdownTemplate("{{#parts}}{{#blocks}}{{paragraph}}\n{{/blocks}}{{/parts}}"))
    #expect(markdown.filter { !$0.isWhitespace }.contains(words))
  }

  @Test func `Draws a line of their own for rounds that asked other items`() throws {
    // As if the oldest round had not asked the first item.
    var disclosed = try Example.compared(to: [14, 10])
    disclosed.comparison?.roles[0].items[0].before[0] = nil
    // Lines may be broken at any space.
    let text = SummaryReport(of: disclosed).document.text.filter { !$0.isWhitespace }
    // The year of the other round is a gap in it, so that nothing moves on the axis of time.
    #expect(text.contains("（令和6年度第1回と今回とで同じ設問）：令和6年度50.0%、令和7年度−、今回70.0%"))
    #expect(text.contains("（令和7年度第1回と今回とで同じ設問）：令和7年度70.0%、今回70.0%"))
  }

  @Test func `Never passes 80 cells`() throws {
    let now = Example.summary()
    var before = Example.summary()
    before.round.id = "r7-1"
    before.round.opens = Example.day.adding(days: -365)
    let earlierRound = EarlierRound(of: before)
    let disclosed = try Disclosure.disclosed(now, after: PreviousRounds([earlierRound], before: now), to: .office)
    let text = SummaryReport(of: disclosed).document.text
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80, "\(line)") }
  }
}
