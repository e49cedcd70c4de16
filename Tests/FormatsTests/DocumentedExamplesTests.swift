import Formats
import Foundation
import Inspection
import Testing

/// The examples in docs/formats.md, which people copy, are read by the product.
@Suite("The examples of docs/formats.md") struct DocumentedExamplesTests {
  private let yaml: [String]
  private let json: [String]
  private let roster: String
  private let actions: String
  private let audit: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let text = try String(contentsOf: root.appending(path: "docs/formats.md"), encoding: .utf8)
    // Between two fences: text, example, text, example, …
    let parts = text.components(separatedBy: "```")
    let examples = parts.indices.filter { !$0.isMultiple(of: 2) }.map { parts[$0] }
    yaml = examples.filter { $0.hasPrefix("yaml\n") }.map { String($0.dropFirst("yaml\n".count)) }
    json = examples.filter { $0.hasPrefix("json\n") }.map { String($0.dropFirst("json\n".count)) }
    roster = try #require(examples.first { $0.hasPrefix("\nid,") }).trimmingCharacters(in: .newlines)
    audit = try #require(examples.first { $0.hasPrefix("\n項目,") }).trimmingCharacters(in: .newlines)
    actions = try #require(examples.first { $0.hasPrefix("\n番号,") }).trimmingCharacters(in: .newlines)
  }

  private func example(_ format: String) throws -> [UInt8] {
    Array(try #require(json.first { $0.contains("\"\(format)\"") }).utf8)
  }

  @Test func `Policy and checklist`() throws {
    try #require(yaml.count == 2)
    let policy = try PolicyFormat.decode(Array(yaml[0].utf8))
    let checklist = try ChecklistFormat.decode(Array(yaml[1].utf8), policy: policy)
    #expect(checklist.approved != nil)
    #expect(checklist.preface == ["はじめの段落です。", "次の段落です。"])
  }

  @Test func `Sheet draft submission and evidence`() throws {
    try withReader { reader in
      _ = try SheetFormat.decode(try example("tenken.sheet/1"), with: reader)
      _ = try DraftFormat.decode(try example("tenken.draft/1"), with: reader)
      #expect(try EvidenceFormat.decode(try example("tenken.evidence/1"), with: reader).entries.count == 1)
      _ = try SubmissionFormat.decode(try example("tenken.submission/1"), with: reader)
    }
  }

  @Test func `The roster with its mix of forms`() throws {
    let people = try RosterFormat.decode(Array(roster.utf8), policy: Samples.policy()).respondents
    #expect(people.map(\.role) == [.member, .staff, .organisation])
    #expect(people.map(\.to) == [CalendarDay(iso: "2027-04-30"), nil, nil])
  }

  @Test func `A line of the list of actions`() throws {
    let line = try #require(ActionsFormat.decode(Array(actions.utf8)).rows.first)
    #expect(line.due == CalendarDay(iso: "2027-03-31"))
    #expect(line.state == .started)
  }

  @Test func `A line of what an auditor saw`() throws {
    let line = try #require(AuditFormat.decode(Array(audit.utf8), items: ["O-ORG-01"]).rows.first)
    #expect(line.judgement == .partly && line.day == CalendarDay(iso: "2027-03-31"))
  }
}
