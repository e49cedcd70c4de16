import Aggregation
import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("A report as HTML")
struct HTMLTests {
  /// The bundled template, from the checkout.
  private func bundled() throws -> HTMLTemplate {
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/CBundle/templates/report.html.mustache")
    return try HTMLTemplate(String(contentsOf: source, encoding: .utf8))
  }

  private func page(_ audience: Audience = .office) throws -> String {
    SummaryReport(of: try Example.disclosed(to: audience)).document.html(by: try bundled())
  }

  @Test func `Is one Japanese document with a title, 取扱注意 and a heading for each part`() throws {
    let text = try page()
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
    #expect(text.contains("<h1>令和8年度 情報セキュリティ自己点検の結果について（報告）</h1>"))
    #expect(text.contains("<strong class=\"mark\">取扱注意</strong>"))
    for part in ["概要版", "第1 点検の概要", "第2 提出の状況", "第3 点検の結果", "第4 課題と対応", "別記"] {
      #expect(text.contains("\">\(part)</h2>"), "\(part)")
    }
  }

  @Test func `Fetches nothing and runs nothing`() throws {
    let text = try page()
    for word in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "javascript:", " onclick"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src 'none'"))
  }

  @Test func `Prints on A4 with 取扱注意, the title and the number of every page`() throws {
    let text = try page()
    #expect(text.contains("@page { size: A4 portrait;"))
    #expect(text.contains("@top-right { content: \"取扱注意 \";"))
    #expect(text.contains("counter(page) \"／\" counter(pages)"))
    #expect(!(try page(.everyone).contains("取扱注意 ")))
  }

  @Test func `Prints the counts that the text prints, with a heading for each row and column`() throws {
    let text = try page().replacing("\n", with: "")
    #expect(text.contains("<th scope=\"row\">M-PHY-01</th>"))
    #expect(text.contains("<th scope=\"col\" class=\"number\">実施率</th>"))
    for answer in ["はい", "別の方法で対応", "一部できている", "いいえ", "わからない", "該当なし", "未回答"] {
      #expect(text.contains("<th scope=\"col\" class=\"number\">\(answer)</th>"), "\(answer)")
    }
    // Of ten sheets three are more than 20 % and at most 40 %.
    // Only the concerns are shaded.
    let cells = ["7", "0", "0 shade0", "3 shade2", "0 shade0", "0", "0"].map { $0.split(separator: " ") }
    let row = cells.map { "<td class=\"number\($0.dropFirst().map { " \($0)" }.joined())\">\($0[0])</td>" }.joined()
    #expect(text.contains("<td class=\"number\">70.0%</td>" + row))
  }

  @Test func `Draws each section's rate, and says it to those who do not see it`() throws {
    let text = try page()
    // Seven of ten, beside the other item that nobody answered.
    #expect(text.contains("<title>物理的セキュリティの棒グラフ、およそ70%</title>"))
    #expect(text.contains("<rect class=\"fill\" width=\"70.0\" height=\"10\"/>"))
    let bars = text.components(separatedBy: "<svg role=\"img\"").count
    #expect(text.components(separatedBy: "</title><rect").count == bars)
    #expect(try page(.everyone).contains("<rect class=\"fill\" width=\"70.0\" height=\"10\"/>"))
  }

  @Test func `Says what the shades mean, with words on each, and black is read on every one of them`() throws {
    let text = try page()
    let words = ["0件", "20%以下", "40%以下", "60%以下", "80%以下", "80%を超える"]
    for (step, words) in words.enumerated() { #expect(text.contains("<span class=\"shade\(step)\">\(words)</span>")) }
    let colours = text.matches(of: /\.shade(\d) \{ background: #([0-9a-f]{6}); \}/).map { String($0.2) }
    #expect(colours.count == 5)
    for colour in colours { #expect(try contrast(of: "1a1a1a", on: colour) >= 4.5, "\(colour)") }
    #expect(!(try page(.everyone).contains("class=\"number shade")))
  }

  /// WCAG 2.2, "contrast ratio" and "relative luminance".
  private func contrast(of text: String, on ground: String) throws -> Double {
    func luminance(_ colour: String) throws -> Double {
      let value = try #require(Int(colour, radix: 16))
      let channels = [value >> 16, value >> 8 & 255, value & 255].map { byte in
        let share = Double(byte) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    let (one, other) = (try luminance(text), try luminance(ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private func comparison(_ earlier: [Int], _ change: (inout Round) -> Void = { _ in }) throws -> String {
    SummaryReport(of: try Example.compared(to: earlier, change)).document.html(by: try bundled())
  }

  @Test
  func
    `Draws the rate over the rounds, each point with its year and percent, and says them to those who do not see it`()
    throws
  {
    // Seven of fourteen, then seven of ten.
    let text = try comparison([14, 10])
    let figure = try #require(text.components(between: "<figure>", and: "</figure>"))
    #expect(figure.contains("<desc>令和6年度 50.0%、令和7年度 70.0%、今回 70.0%</desc>"))
    #expect(figure.contains("<title>議員の実施率の移り変わり（令和6年度 第1回、令和7年度 第1回と今回とで同じ設問）</title>"))
    for words in [">令和6年度</text>", ">50.0%</text>", ">令和7年度</text>", ">70.0%</text>", ">今回</text>"] {
      #expect(figure.contains(words), "\(words)")
    }
    let lines = figure.matches(of: /<polyline points="([^"]*)"/).map { $0.1.split(separator: " ").count }
    #expect(lines == [3])
  }

  @Test func `Breaks the line where a round cannot be compared`() throws {
    // Nine sheets show no tables.
    let figure = try #require(try comparison([10, 10, 9, 10]).components(between: "<figure>", and: "</figure>"))
    #expect(figure.contains("<desc>令和4年度 70.0%、令和5年度 70.0%、令和6年度 −、令和7年度 70.0%、今回 70.0%</desc>"))
    let lines = figure.matches(of: /<polyline points="([^"]*)"/).map { $0.1.split(separator: " ").count }
    #expect(lines == [2, 2])
    #expect(figure.contains("線はそこで切れる"))
  }

  @Test func `Draws none without an earlier round`() throws { #expect(!(try page().contains("<figure>"))) }

  @Test func `Makes hostile titles of earlier rounds plain`() throws {
    let text = try comparison([10]) { $0.title = Example.hostile }
    #expect(isHarmless(text))
    #expect(!text.contains("<b>"))
  }

  @Test func `Makes hostile words plain: no tags, no attributes, no controls`() throws {
    let text = try page()
    #expect(isHarmless(text))
    #expect(text.contains("# &lt;b&gt;見出し&lt;/b&gt; [連結](http"))
    #expect(!text.contains("<b>"))
  }

  @Test func `Names no two tables alike, also under one heading`() throws {
    let names = try page().matches(of: /aria-label="(表：[^"]*)"/).map(\.1)
    #expect(names.contains("表：第2 提出の状況（2）"))
    #expect(Set(names).count == names.count)
  }

  @Test func `Is the same for the same input`() throws { #expect(try page() == page()) }
}
