import Aggregation
import Documents
import Foundation
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The summary as Markdown")
struct MarkdownTests {
  /// The bundled template, from the checkout.
  private func bundled(_ name: String = "summary") throws -> MarkdownTemplate {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/CBundle/templates/\(name).md.mustache")
    return try MarkdownTemplate(String(contentsOf: sources, encoding: .utf8))
  }

  @Test func `Has a title, a heading for each part, and tables with as many cells in every row`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.markdown(by: try bundled())
    #expect(text.contains("\n# 令和8年度 情報セキュリティ自己点検の結果について（報告）\n"))
    for part in ["概要版", "第1 点検の概要", "第2 提出の状況", "第3 点検の結果", "第4 課題と対応", "別記"] {
      #expect(text.contains("\n## \(part)\n"), "\(part)")
    }
    #expect(text.components(separatedBy: "## 概要版").count == 2)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst() where line.hasPrefix("| ---") {
      #expect(cells(lines[index - 1]) == cells(line))
      for row in lines[(index + 1)...].prefix(while: { $0.hasPrefix("|") }) {
        #expect(cells(row) == cells(line), "\(row)")
      }
    }
  }

  @Test func `Prints the counts that the text prints`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.markdown(by: try bundled())
    #expect(text.contains("| 70.0% | 7 | 0 | 0 | 3 | 0 | 0 | 0 |"))
    #expect(text.contains("実施率は70.0%（1項目、延べ7／10）"))
  }

  @Test func `Makes hostile words plain: no HTML, no links, no table cells, no controls`() throws {
    let text = SummaryReport(of: try Example.disclosed()).document.markdown(by: try bundled())
    #expect(isHarmless(text))
    #expect(text.contains(##"\|\*太字\* \# \<b\>見出し\</b\> \[連結\](http\://example.jp)"##))
  }

  @Test func `Can be set by an assembly's own template, part by part`() throws {
    let template = try MarkdownTemplate("{{% CONTENT_TYPE:TEXT}}様式第1号 {{title}} / {{part.handIn.heading}}")
    #expect(
      SummaryReport(of: try Example.disclosed()).document.markdown(by: template)
        == "様式第1号 令和8年度 情報セキュリティ自己点検の結果について（報告） / 第2 提出の状況")
  }

  @Test func `The bundled template of a person's result parses too`() throws { _ = try bundled("export") }

  private func cells(_ row: Substring) -> Int { row.replacing(#"\|"#, with: "").count { $0 == "|" } - 1 }
}
