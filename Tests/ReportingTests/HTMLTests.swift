import Aggregation
import Foundation
import Inspection
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
    SummaryHTML.render(try Example.disclosed(to: audience), template: try bundled())
  }

  @Test("is one Japanese document with a title, 取扱注意 and a heading for each part")
  func structure() throws {
    let text = try page()
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
    #expect(text.contains("<h1>令和8年度 情報セキュリティ自己点検の結果について（報告）</h1>"))
    #expect(text.contains("<strong class=\"mark\">取扱注意</strong>"))
    for part in ["要点", "第1 点検の概要", "第2 提出の状況", "第3 点検の結果", "第4 課題と対応", "別記"] {
      #expect(text.contains("\">\(part)</h2>"), "\(part)")
    }
  }

  @Test("fetches nothing and runs nothing")
  func alone() throws {
    let text = try page()
    for word in ["<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "javascript:", " onclick"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src 'none'"))
  }

  @Test("prints on A4 with 取扱注意, the title and the number of every page")
  func paper() throws {
    let text = try page()
    #expect(text.contains("@page { size: A4 portrait;"))
    #expect(text.contains("@top-right { content: \"取扱注意 \";"))
    #expect(text.contains("counter(page) \"／\" counter(pages)"))
    #expect(!(try page(.everyone).contains("取扱注意 ")))
  }

  @Test("prints the counts that the text prints, with a heading for each row and column")
  func counts() throws {
    let text = try page().replacing("\n", with: "")
    #expect(text.contains("<th scope=\"row\">M-PHY-01</th>"))
    #expect(text.contains("<th scope=\"col\" class=\"number\">実施率</th>"))
    let row = ["70.0%", "7", "0", "0", "3", "0", "0", "0"].map { "<td class=\"number\">\($0)</td>" }.joined()
    #expect(text.contains(row))
  }

  @Test("draws each domain's rate, and says it to those who do not see it")
  func bars() throws {
    let text = try page()
    // Seven of ten, beside the other item that nobody answered.
    #expect(text.contains("<title>物理的セキュリティの棒グラフ、およそ70%</title>"))
    #expect(text.contains("<rect class=\"fill\" width=\"70.0\" height=\"10\"/>"))
    let bars = text.components(separatedBy: "<svg role=\"img\"").count
    #expect(text.components(separatedBy: "</title><rect").count == bars)
    #expect(try page(.everyone).contains("<rect class=\"fill\" width=\"70.0\" height=\"10\"/>"))
  }

  @Test("makes hostile words plain: no tags, no attributes, no controls")
  func hostile() throws {
    let text = try page()
    #expect(isHarmless(text))
    #expect(text.contains("# &lt;b&gt;見出し&lt;/b&gt; [連結](http"))
    #expect(!text.contains("<b>"))
  }

  @Test(
    "lets no quote end an attribute, not even one that a mark combines with",
    arguments: ["\"", "\"\u{301}", "'\u{20E3}"])
  func quotes(_ quote: String) throws {
    var summary = try Example.disclosed()
    summary.organisation?.sections[0].title = "表\(quote) onclick=x"
    let text = SummaryHTML.render(summary, template: try bundled())
    #expect(text.contains(/aria-label="表：[^"]*表&/))
  }

  @Test("names no two tables alike, also under one heading")
  func tableNames() throws {
    let names = try page().matches(of: /aria-label="(表：[^"]*)"/).map(\.1)
    #expect(names.contains("表：第2 提出の状況（2）"))
    #expect(Set(names).count == names.count)
  }

  @Test("is the same for the same input")
  func stable() throws { #expect(try page() == page()) }
}
