import Aggregation
import Documents
import Formats
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite struct `The edition in the title of every format` {
  private func summary(_ number: Int, _ reason: String? = nil) throws -> DisclosedSummary {
    var summary = try Example.disclosed()
    summary.edition = Edition(to: .office, number: number, reason: reason)
    return summary
  }

  private func formats(_ summary: DisclosedSummary) throws -> [String] {
    let document = SummaryReport(of: summary).document
    return [
      document.text, document.markdown(by: try MarkdownTemplate(template)),
      document.html(by: try HTMLTemplate(template)),
    ]
  }

  /// The title and the lines below it, of Markdown and of HTML.
  private let template = "# {{title}}\n{{#subtitle}}{{.}}\n{{/subtitle}}{{#lead}}{{.}}\n{{/lead}}"

  @Test func `The title has the number, and a correction says why on the first page`() throws {
    for text in try formats(try summary(1)) {
      // On a line of its own, so that no line end breaks it.
      #expect(text.contains(/（報告）\n *第1版\n/) && !text.contains("訂正版"))
    }
    for text in try formats(try summary(2, "名簿の誤り")) {
      #expect(text.contains(/（報告）\n *第2版\n/) && text.contains("第2版（訂正版：名簿の誤り）。第1版に替わる。"))
    }
    var recalling = try summary(3, "遅れて提出された")
    recalling.edition?.recalled = [1, 2]
    recalling.accompaniment = Accompaniment(day: Example.day, number: 2)
    for text in try formats(recalling) {
      #expect(text.contains("第3版（訂正版：遅れて提出された）。回収した第1版、第2版に替わる。"))
      #expect(text.contains("締め。対応、ご意見、比較は\(Example.day.japanese)（その2）現在"))
    }
    for text in try formats(try Example.disclosed()) { #expect(text.contains("（報告）\n")) }
  }

  @Test func `The workbook has the number in every title and says all of it in its first sheet`() throws {
    let workbook = SummarySpreadsheet.spreadsheet(of: try summary(2, "名簿の誤り"))
    #expect(workbook.title.hasSuffix("（報告） 第2版"))
    #expect(workbook.cover?.lines.contains(.text("第2版（訂正版：名簿の誤り）。第1版に替わる。")) == true)
  }

  @Test func `The table has a column for it, which is empty before closing`() throws {
    for (edition, words) in [
      (try summary(1), "第1版"), (try summary(2, "誤り"), "第2版（訂正版：誤り）"), (try Example.disclosed(), ""),
    ] {
      let rows = SummaryCSV.rows(of: edition)
      let column = try #require(rows[0].firstIndex(of: "版"))
      #expect(rows.dropFirst().allSatisfy { $0[column] == words })
    }
  }

  @Test func `The data has its number and reason`() throws {
    #expect(
      String(decoding: SummaryFormat.encode(try summary(2, "名簿の誤り")), as: UTF8.self).contains(
        /"edition" : \{\s*"number" : 2,\s*"program" : "[0-9.]+",\s*"reason" : "名簿の誤り"\s*\}/))
    #expect(!String(decoding: SummaryFormat.encode(try Example.disclosed()), as: UTF8.self).contains("\"edition\""))
  }

  @Test func `A hostile and long reason harms no format`() throws {
    let edition = try summary(2, Example.hostile + "\\\"&L" + String(repeating: "長い理由", count: 30))
    let text = SummaryReport(of: edition).document.text
    #expect(isHarmless(text))
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80, "\(line)") }
    // It stands in page headings and in strings of CSS, where no escape would help.
    #expect(SummarySpreadsheet.spreadsheet(of: edition).title.hasSuffix("（報告） 第2版"))
    #expect(!(try formats(edition)[2].contains("<b>")))
    for row in SummaryCSV.rows(of: edition) { #expect(row.allSatisfy { isHarmless($0) && !$0.contains("\n") }) }
  }
}
