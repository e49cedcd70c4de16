import Aggregation
import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

/// docs/design.md 8: one A4 page, in text at most 60 lines of 80 cells, at most 5, 3 and 3 of each kind.
@Suite("The first page of a report")
struct BriefTests {
  private let long = String(repeating: "とても長い言葉", count: 40)

  private func lines(_ summary: DisclosedSummary) throws -> [Substring] {
    let brief = try #require(SummaryReport(of: summary).briefDocument)
    return brief.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// An item with a label of the greatest length.
  private func item(_ number: Int) -> Item {
    var item = Example.item(ItemID("M-PHY-\(number)"))
    item.label = String(repeating: "長", count: Item.labelLimit)
    return item
  }

  private func tables(_ sections: Int) throws -> RoleTables? {
    let figures = try Example.disclosed().roles.first?.figures
    guard case .tables(var tables)? = figures, let section = tables.sections.first else { return nil }
    tables.sections = (0..<sections).map { index in
      var other = section
      (other.id, other.title) = ("S\(index)", "分野の名の長いもの\(index)")
      return other
    }
    return tables
  }

  /// Everything that can be on the page, `count` of each, with words of any length.
  private func crowded(_ count: Int, sections: Int = 9, _ change: (inout DisclosedSummary) -> Void = { _ in }) throws
    -> DisclosedSummary
  {
    var summary = try Example.compared(to: [10, 10, 10]) { $0.title = long }
    summary.edition = Edition(to: .office, number: 3, reason: String(long.prefix(100)))
    summary.edition?.recalled = [1, 2]
    summary.accompaniment = Accompaniment(day: Example.day, number: 2)
    summary.round.electionBetween = true
    summary.round.staffMode = .both
    summary.round.cityInspection = .init(date: Example.day, form: long)
    summary.policy.assembly = "南北東西広域事務組合議会"
    let wide = try #require(try tables(sections))
    for index in summary.roles.indices { summary.roles[index].figures = .tables(wide) }
    func proposals(_ rule: Proposal.Rule, _ role: Role?) -> [Proposal] {
      (0..<count).map { Proposal(rule, role: role, items: [item($0)], clauses: summary.policy.clauses) }
    }
    let low = Rate(1, of: 20)
    summary.proposals =
      proposals(.support(low, below: 70), .member) + proposals(.training(low, from: 20), .staff)
      + proposals(.missingRule(Rule(id: "papers", title: long, clause: "c8")), nil)
      + proposals(.organisationGap(.no, plan: nil), .organisation)
      + proposals(.deviceSetUp(low, below: 70), .member) + proposals(.changedCircumstances(long), nil)
    if let row = summary.comparison?.roles.first?.items.first {
      let fallen = Figures(tally: Tally(yes: 40, no: 8))
      summary.comparison?.roles[0].items = (0..<2 * count).map { index in
        var moved = row
        moved.item = item(index)
        moved.before[2] = index.isMultiple(of: 2) ? fallen : Figures(tally: Tally(yes: 1, no: 47))
        moved.now = Figures(tally: Tally(yes: 20, no: 28))
        return moved
      }
    }
    change(&summary)
    return summary
  }

  @Test(arguments: [0, 1, 3, 5, 40], [1, 9, 30])
  func `Has at most 60 lines of 80 cells whatever there is to say`(count: Int, sections: Int) throws {
    let lines = try lines(crowded(max(count, 1), sections: sections) { if count == 0 { $0.proposals = [] } })
    #expect(lines.count <= 60, "\(lines.count)")
    for line in lines { #expect(line.displayWidth <= 80, "\(line)") }
    #expect(lines.last?.hasPrefix("  確認　令和") == true)
  }

  @Test(arguments: [4, 7, 10], [[Int](), [10], [10, 10, 10]])
  func `Has at most 60 lines at every size, with and without earlier rounds`(members: Int, earlier: [Int]) throws {
    var summary = earlier.isEmpty ? try Example.disclosed(members: members) : try Example.compared(to: earlier)
    summary.edition = Edition(to: .office, number: 1)
    #expect(try lines(summary).count <= 60)
  }

  @Test func `Tells the largest falls and rises with points and people, falls first, and how many more there are`()
    throws
  {
    var summary = try Example.compared(to: [10])
    let row = try #require(summary.comparison?.roles.first?.items.first)
    func moved(_ number: Int, from before: Int, to now: Int) -> Comparison.Row {
      var moved = row
      moved.item = Example.item(ItemID("M-PHY-0\(number)"))
      moved.before[0] = Figures(tally: Tally(yes: before, no: 48 - before))
      moved.now = Figures(tally: Tally(yes: now, no: 48 - now))
      return moved
    }
    // Falls of 2, 5, 3 and 4 people, rises of 6 and 2, and a fall of one person.
    summary.comparison?.roles[0].items = [
      moved(1, from: 40, to: 38), moved(2, from: 40, to: 35), moved(3, from: 40, to: 37), moved(4, from: 40, to: 36),
      moved(5, from: 10, to: 16), moved(6, from: 10, to: 12), moved(7, from: 10, to: 9),
    ]
    let text = try lines(summary).joined(separator: "\n")
    let part = try #require(text.components(between: "3 何が変わったか", and: "4 何を"))
    let told = part.matches(of: /- (.)([0-9.]+)ポイント（([0-9])人）議員「置き場所M-PHY-0([0-9])」/).map {
      "\($0.1)\($0.2) \($0.3) \($0.4)"
    }
    #expect(told == ["−10.4 5 2", "−8.3 4 4", "−6.2 3 3", "＋12.5 6 5", "＋4.2 2 6"])
    #expect(part.hasPrefix("（ほか下がったもの1項目は第3の2）"))
    #expect(!part.contains("項目はない"))
    // A fall is told also where it is the only news.
    summary.comparison?.roles[0].items = [moved(1, from: 40, to: 21)]
    #expect(try lines(summary).joined().contains("−39.5ポイント（19人）"))
    summary.comparison?.roles[0].items = [moved(5, from: 10, to: 16)]
    #expect(try lines(summary).joined().contains("2人以上の答えの違いで率の下がった項目はない。"))
  }

  @Test func `Of more than twelve domains it has the lowest, in the checklist's order, and how many more there are`()
    throws
  {
    var summary = try Example.disclosed()
    var wide = try #require(try tables(14))
    for index in wide.sections.indices {
      wide.sections[index].figures = Figures(tally: Tally(yes: 40 - index, no: 8 + index))
    }
    let member = try #require(summary.roles.firstIndex { $0.role == .member })
    summary.roles[member].figures = .tables(wide)
    let text = try lines(summary).joined(separator: "\n")
    #expect(text.matches(of: /分野の名の長いもの([0-9]+)/).map { Int($0.1) } == Array(2..<14))
    #expect(text.contains("ほか2分野は第3。"))
  }

  @Test func `Speaks of items by their labels, never by code or whole question`() throws {
    var summary = try crowded(5)
    summary.proposals.removeAll { $0.kind == .review }
    let text = try lines(summary).joined()
    #expect(!text.contains("M-PHY-1") && !text.contains("守っていますか"))
    #expect(text.contains("「長長長長長長長長長長長長長長」"))
  }

  @Test func `Puts the last round's rate of a domain beside this one's`() throws {
    // Seven of fourteen, then seven of ten.
    let text = try lines(Example.compared(to: [14])).joined(separator: "\n")
    #expect(text.contains(/物理的セキュリティ +70.0% +50.0% +#{14}\.{6}/))
    #expect(text.contains("注 前回：令和7年度 第1回、同じ設問だけの率（議員1／1項目）。"))
  }

  @Test func `Stands alone as the brief, and the public edition has none`() throws {
    let report = SummaryReport(of: try Example.disclosed())
    #expect(report.briefDocument?.chapters == report.document.chapters.prefix(1).map { $0 })
    #expect(SummaryReport(of: try Example.disclosed(to: .everyone)).briefDocument == nil)
  }
}

/// docs/design.md 7.4 and 8: what a citizen reads.
@Suite("The public edition")
struct PublicReportTests {
  private func text(members: Int = 10, _ change: (inout DisclosedSummary) -> Void = { _ in }) throws -> String {
    var summary = try Example.disclosed(to: .everyone, members: members)
    change(&summary)
    return SummaryReport(of: summary).document.text
  }

  @Test func `Has no heading and no line for what is not shown`() throws {
    for text in [try text(), try text(members: 4)] {
      for word in ["第4", "第5", "見直しの検討", "改善の候補", "これからすること", "周知率", "わからない率", "概要版"] {
        #expect(!text.contains(word), "\(word)")
      }
      for line in text.split(separator: "\n") { #expect(!line.hasSuffix("：") && line.trimmed != "-", "\(line)") }
    }
  }

  @Test func `Says of what is left out no more than a number, and nothing where there is none`() throws {
    #expect(try text().contains("集計から除いたものが2件ある。"))
    #expect(try !text().contains("途中で切れている"))
    #expect(try !text { $0.leftOutLines = 0 }.contains("集計から除いた"))
  }

  @Test func `Explains only the figures that occur`() throws {
    #expect(try text().contains("実施率は、") && text().contains("整数") == false)
    #expect(try !text(members: 4).contains("実施率は、"))
  }

  @Test func `Tells every figure once`() throws {
    #expect(try text().components(separatedBy: " 70%").count == 2)
    #expect(try text().components(separatedBy: "83.3%").count == 2)
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " } }
}
