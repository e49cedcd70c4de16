import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing

@Suite("The auditor's form")
struct AuditFormTests {
  @Test(arguments: ["記録で代える", "記録で代える。"])
  func `Ends the words of a way with one full stop, typed or not`(_ reason: String) throws {
    var summary = try Example.disclosed()
    summary.organisation?.sections[0].rows[0].reason = reason
    let organisation = try #require(summary.organisation)
    let form = AuditForm(of: AuditSample(of: organisation, size: 2) { $0.rawValue }, seed: "1", in: summary)
    let text = form.document.markdown(
      by: try MarkdownTemplate("{{#parts}}{{#blocks}}{{#table}}{{rows}}{{/table}}{{/blocks}}{{/parts}}"))
    #expect(text.contains("方法：記録で代える。根拠："))
    #expect(!text.contains("。。"))
  }
}
