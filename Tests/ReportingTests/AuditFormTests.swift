import Aggregation
import Documents
import Inspection
import ReportSamples
import Reporting
import Testing
import TextLayout

@Suite("The auditor's form")
struct AuditFormTests {
  private func form() throws -> PaperForm {
    var summary = try Example.disclosed()
    summary.organisation?.sections[0].rows[0].reason = "記録で代える"
    let organisation = try #require(summary.organisation)
    return AuditForm(of: AuditSample(of: organisation, size: 2) { $0.rawValue }, seed: "1", in: summary).form
  }

  @Test func `Has each drawn item with what was claimed, and a box for each judgement of audit.csv`() throws {
    let line = try #require(try form().sections.first?.lines.first)
    #expect(line.code == "O-PHY-01" && line.notes[0] == "回答：はい　方法：記録で代える")
    #expect(line.notes[1].hasPrefix("根拠："))
    #expect(line.ticks.map(\.label) == AuditRecord.Judgement.allCases.map(\.japanese))
  }

  @Test func `Has room for two sentences on what was seen and on the finding, and no digest`() throws {
    let line = try #require(try form().sections.first?.lines.first)
    #expect(line.blanks == [.init(label: "確認したこと", rows: 2), .init(label: "所見", rows: 2)])
    let text = try form().text
    #expect(text.split(separator: "\n").count { $0.contains("____") } == 4)
    for word in ["BLAKE", "要約値", "ご意見", "点検コード"] { #expect(!text.contains(word), "\(word)") }
    #expect(text.contains("自己点検は監査ではありません"))
    #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= 80 } && isHarmless(text))
  }
}
