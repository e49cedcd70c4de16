import Formats
import Foundation
import Inspection
import ReportSamples
import Testing

@Suite("A person's own result as JSON")
struct PersonalResultFormatTests {
  /// The parts of the document that the test looks into.
  private struct Written: Decodable {
    struct Row: Decodable {
      var id: String
      var choice: String?
      var note: String?
      var remedy: String?
      var plan: [String: String]?
    }
    struct Domain: Decodable { var items: [Row] }
    var format: String
    var checklist: [String: String]
    var domains: [Domain]
  }

  @Test func `Holds every answer, the note as typed, the plan, and the next step where there is one to take`() throws {
    let round = Example.round()
    var draft = Draft(
      round: "r8-1", checklist: ChecklistReference(id: "mihon-member", version: "1", digest: "digest-member"),
      role: .member, respondent: "m1", entry: .init(mode: .me), started: Timestamp(secondsSinceEpoch: 1_795_521_333))
    draft.responses = [
      "M-PHY-01": .init(choice: .yes), "M-PHY-03": .init(choice: .unknown), "M-PHY-04": .init(choice: .no),
    ]
    draft.notes["M-PHY-03"] = Example.hostile
    draft.plans["M-PHY-04"] = ImprovementPlan(action: "箱を置く", due: Example.day.adding(days: 30))
    let questionnaire = Questionnaire(checklist: Example.checklists(approved: false)[0], round: round)
    let result = PersonalResult(draft, of: questionnaire, policy: Example.policy, round: round)
    let written = try JSONDecoder().decode(Written.self, from: Data(PersonalResultFormat.encode(result)))
    #expect(written.format == "tenken.personal/1")
    #expect(written.checklist == ["id": "mihon-member", "version": "1", "digest": "digest-member"])
    let rows = written.domains.flatMap(\.items)
    #expect(rows.map(\.choice) == ["yes", nil, "unknown", "no"])
    #expect(rows[2].note == Example.hostile)
    #expect(rows.map { $0.remedy != nil } == [false, false, true, true])
    #expect(rows[3].plan == ["action": "箱を置く", "due": "2026-12-25"])
  }
}
